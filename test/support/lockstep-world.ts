import { decode } from '../../src/codec/decode.js';
import { ReferenceCpu } from '../../src/cpu/reference.js';
import { CpuState } from '../../src/cpu/state.js';
import type { Engine } from '../../src/cpu/trap.js';
import { forms } from '../../src/isa/table.js';
import { STATE } from '../../src/memory/layout.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import type { HierarchyConfig } from '../../src/mmu/caches/config.js';
import type { TlbConfig } from '../../src/mmu/config.js';
import { type Design, X86_64 } from '../../src/mmu/design.js';
import { Mmu } from '../../src/mmu/mmu.js';
import { GeometryTables } from './geometry-tables.js';
import { enterPaging, halves, NX, P, PageTables, U, W } from './page-tables.js';
import { randomInstruction, shapes } from './random-instructions.js';
import { SeededRandom } from './seeded-random.js';

export const CODE = 0x40_0000n;
export const CODE_PAGES = 4;
/** The code pages again, writable. */
const ALIAS = 0x50_0000n;
export const DATA = 0x60_0000n;
export const DATA_PAGES = 40;
/** Data pages from here on are read-only; behind all of them lie pages that are mapped when they are touched. */
const READ_ONLY = 36;
export const LAZY_PAGES = 8;
export const FIRST_FRAME = 32;

/** Instructions of SSE with their operand sizes. */
const vectorShapes = forms
  .filter((form) => form.sse && !form.encodeOnly)
  .flatMap((form) => form.widths.map((width) => ({ form, width })));

/** How to build the engine of a world. */
export type MakeEngine = (memory: PhysicalMemory, mmu: Mmu, reference: ReferenceCpu) => Engine;

const PAGE_FAULT = 14;
const SYSCALL = 256;

/**
 * A small machine without a kernel, that runs random code: code pages, aliases of them that can be written, data, and a policy for traps
 * that depends on nothing but the machine and a seed. Two worlds of one seed stay alike if their engines do.
 */
export class World {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly engine: Engine;
  readonly cpu: CpuState;
  traps = 0;
  /** Bytes of RAM. */
  protected static readonly ramBytes: number = 1 << 20;
  protected readonly random: SeededRandom;
  protected readonly tables: PageTables;
  private starts: number[] = [];
  private nextLazy = 0;
  /** Share of SSE among the instructions. */
  private readonly vectors: number;

  constructor(
    seed: number,
    tlb: TlbConfig,
    engineBytes: number,
    make: MakeEngine,
    design: Design = X86_64,
    caches: HierarchyConfig | null = null,
  ) {
    this.random = new SeededRandom(seed);
    this.vectors = this.random.pick([0, 0.2, 0.5, 0.9]);
    this.memory = new PhysicalMemory((this.constructor as typeof World).ramBytes, engineBytes);
    this.mmu = new Mmu(this.memory, { design, tlb, caches });
    this.cpu = new CpuState(this.memory);
    this.engine = make(this.memory, this.mmu, new ReferenceCpu(this.memory, this.mmu));
    const geometry = design.kind === 'paged' ? new GeometryTables(this.memory, design) : null;
    this.tables = geometry ?? new PageTables(this.memory);
    this.mapEverything();
    enterPaging(this.memory, geometry?.place ?? this.tables.root);
    this.fillCode();
    this.fillData();
    this.restart();
  }

  protected mapEverything(): void {
    for (let page = 0; page < CODE_PAGES; page++) {
      const frame = (FIRST_FRAME + page) * 4096;
      const writable = this.random.chance(0.3) ? W : 0n;
      this.tables.map(CODE + BigInt(page) * 4096n, frame, P | U | writable);
      this.tables.map(ALIAS + BigInt(page) * 4096n, frame, P | W | U | NX);
    }
    for (let page = 0; page < DATA_PAGES; page++) {
      const rights = page < READ_ONLY ? P | W | U | NX : P | U;
      this.tables.map(DATA + BigInt(page) * 4096n, (FIRST_FRAME + CODE_PAGES + page) * 4096, rights);
    }
    // The tables of the lazy pages must exist on both sides before the first run.
    for (let page = 0; page < LAZY_PAGES; page++) this.tables.entry(DATA + BigInt(DATA_PAGES + page) * 4096n);
  }

  /** Random instructions back to back, so that some cross pages. */
  private fillCode(): void {
    const bytes: number[] = [];
    const end = CODE_PAGES * 4096;
    while (bytes.length < end) {
      this.starts.push(bytes.length);
      bytes.push(...this.instruction());
    }
    this.memory.writeBytes(this.codePlace, Uint8Array.from(bytes.slice(0, end)));
    this.starts = this.starts.slice(0, -1);
  }

  protected instruction(): number[] {
    const { random } = this;
    if (random.chance(0.12)) return this.branch();
    for (;;) {
      const { form, width } = random.pick(random.chance(this.vectors) ? vectorShapes : shapes);
      if ((form.privileged || /^(syscall|int3|hlt|ud2|cpuid|enter)$/.test(form.mnemonic)) && !random.chance(0.1))
        continue;
      const bytes = randomInstruction(random, form, width, { redundantPrefixes: random.chance(0.1) });
      if (random.chance(0.1)) return bytes;
      const decoded = decode(Uint8Array.from(bytes), 0, bytes.length);
      if (typeof decoded === 'string') continue;
      const far =
        decoded.memory !== null && BigInt.asIntN(14, decoded.memory.displacement) !== decoded.memory.displacement;
      if (!far && !decoded.memory?.ripRelative) return bytes;
    }
  }

  private branch(): number[] {
    const { random } = this;
    const distance = random.below(120) - 60;
    if (random.chance(0.6)) return [0x70 + random.below(16), distance & 0xff];
    const far = random.below(CODE_PAGES * 4096) - (CODE_PAGES * 4096) / 2;
    const dword = [far, far >> 8, far >> 16, far >> 24].map((byte) => byte & 0xff);
    return random.pick([
      [0x0f, 0x80 + random.below(16), ...dword],
      [0xe8, ...dword],
      [0xe9, ...dword],
      [0xeb, distance & 0xff],
      [0xc3],
      [0xe0 + random.below(4), distance & 0xff],
    ]);
  }

  private fillData(): void {
    const { random } = this;
    for (let at = 0; at < DATA_PAGES * 4096; at += 8) {
      const kind = random.next();
      const value =
        kind < 0.3
          ? this.pointer()
          : kind < 0.3 + this.vectors / 2
            ? this.number()
            : BigInt(random.below(2 ** 32)) * (random.chance(0.5) ? 1n : 0x1_0001n);
      this.memory.view.setBigUint64(this.physicalData(at), BigInt.asUintN(64, value), true);
    }
  }

  /** Physical address of the code. */
  protected get codePlace(): number {
    return FIRST_FRAME * 4096;
  }

  protected physicalData(at: number): number {
    return this.memory.frameBytes(FIRST_FRAME + CODE_PAGES).byteOffset + at;
  }

  /** Mostly an address of data, often near the end of a page; sometimes one of code. */
  protected pointer(): bigint {
    const { random } = this;
    const end = random.chance(0.3);
    const place = end ? 4096 - random.below(this.vectors > 0 ? 20 : 12) : random.below(4096);
    // Most vectors in memory must be aligned.
    const within = random.chance(this.vectors) ? place & ~15 : place;
    const kind = random.next();
    if (kind < 0.08) return ALIAS + BigInt(random.below(CODE_PAGES) * 4096 + within);
    if (kind < 0.14) return CODE + BigInt(random.pick(this.starts));
    return DATA + BigInt(random.below(DATA_PAGES + LAZY_PAGES) * 4096 + within);
  }

  /** A double or two singles: mostly of moderate size, now and then anything. */
  private number(): bigint {
    const { random } = this;
    if (random.chance(0.1)) return BigInt.asUintN(64, (BigInt(random.below(2 ** 32)) << 32n) | BigInt(random.below(4)));
    const view = new DataView(new ArrayBuffer(8));
    const value = () => random.pick([0, 1, -2.5, 1e-3, 3e4, random.next(), random.next() * 1e6 - 5e5]);
    if (random.chance(0.5)) view.setFloat64(0, value());
    else for (const at of [0, 4]) view.setFloat32(at, value());
    return view.getBigUint64(0);
  }

  /** New XMM registers; MXCSR mostly such that the host may compute. */
  private restartVectors(): void {
    const { random, cpu } = this;
    for (let number = 0; number < 16; number++) cpu.setXmm(number, (this.number() << 64n) | this.number());
    cpu.mxcsr = random.chance(0.7) ? 0x1fa0 : random.chance(0.6) ? 0x1f80 : random.below(0x1_0000);
  }

  /** New registers, and on at some instruction. */
  protected restart(): void {
    const { random, cpu } = this;
    for (let number = 0; number < 16; number++) {
      const kind = random.next();
      const value =
        kind < 0.65
          ? this.pointer()
          : kind < 0.85
            ? BigInt(random.below(40))
            : BigInt.asUintN(64, BigInt(random.below(2 ** 32)) << BigInt(random.below(36)));
      cpu.setRegister(number, value);
    }
    if (random.chance(0.8)) cpu.setRegister(1, BigInt(random.below(70)));
    if (this.vectors > 0) this.restartVectors();
    cpu.setRegister(4, this.pointer());
    cpu.fsBase = BigInt(random.below(4096));
    cpu.gsBase = random.chance(0.2) ? 0x8000_0000_0000n : BigInt(random.below(64));
    cpu.rip = CODE + BigInt(random.pick(this.starts));
    const status = random.below(0x1000) & 0x8d5;
    cpu.rflags = BigInt(status | (random.chance(0.2) ? 0x400 : 0));
  }

  /** What the kernel would do: maps, or gives the program something else to do; now and then plays with the mappings. */
  handleTrap(): void {
    this.traps++;
    const { cpu, random } = this;
    if (cpu.trapVector === PAGE_FAULT && this.mapLazy()) {
      this.engine.stateChanged();
      return;
    }
    if (cpu.trapVector === SYSCALL || random.chance(0.05)) this.disturb();
    if (cpu.trapVector < SYSCALL || random.chance(0.3)) this.restart();
    this.engine.stateChanged();
  }

  protected mapLazy(): boolean {
    const page = (this.cpu.cr2 >> 12n) - (DATA >> 12n) - BigInt(DATA_PAGES);
    if (page < 0n || page >= BigInt(LAZY_PAGES)) return false;
    const entry = this.tables.entry(DATA + (page + BigInt(DATA_PAGES)) * 4096n);
    if ((this.tables.read(entry) & P) !== 0n) return false;
    const frame = FIRST_FRAME + CODE_PAGES + DATA_PAGES + (this.nextLazy++ % LAZY_PAGES);
    this.memory.zeroFrame(frame);
    this.tables.write(entry, BigInt(frame * 4096) | P | W | U);
    return true;
  }

  /** Something that a kernel may do between two runs. */
  disturb(): void {
    const { random, mmu, memory, cpu } = this;
    const page = BigInt(random.below(DATA_PAGES + LAZY_PAGES));
    const what = random.below(9);
    // Who changes code abandons a string instruction that is between two elements.
    if (what === 3 || what === 4 || random.chance(0.3)) cpu.abandonRepeat();
    switch (what) {
      case 0:
        mmu.flush(random.chance(0.5));
        break;
      case 1:
        mmu.invalidatePage(...halves(DATA + page * 4096n));
        break;
      case 2:
        mmu.invalidatePage(...halves(CODE + BigInt(random.below(CODE_PAGES)) * 4096n));
        break;
      case 3: {
        // A code page becomes another frame, with or without telling the TLB.
        const code = CODE + BigInt(random.below(CODE_PAGES)) * 4096n;
        const frame = FIRST_FRAME + random.below(CODE_PAGES);
        this.tables.map(code, frame * 4096, P | U | (random.chance(0.5) ? W : 0n));
        if (random.chance(0.7)) mmu.invalidatePage(...halves(code));
        break;
      }
      case 4:
        memory.writeBytes(this.codePlace + random.below(CODE_PAGES * 4096 - 16), Uint8Array.from(this.instruction()));
        break;
      case 5:
        cpu.cpl = random.pick([0, 3, 3]);
        break;
      case 6:
        cpu.rflags = cpu.rflags ^ BigInt(random.pick([0x40000, 0x400, 0xc0, 0x801]));
        break;
      case 7:
        mmu.writeControlRegister(4, random.pick([0xa0, 0x20_00a0, 0x10_00a0, 0x20]), 0);
        break;
      default: {
        const entry = this.tables.entry(DATA + page * 4096n);
        this.tables.write(entry, this.tables.read(entry) ^ random.pick([W, P, U, 0x60n]));
        if (random.chance(0.7)) mmu.invalidatePage(...halves(DATA + page * 4096n));
      }
    }
    // Kernel mode cannot last: its privileged instructions would end the game.
    if (random.chance(0.8)) cpu.cpl = 3;
    this.engine.stateChanged();
  }

  /** Bytes at rip, for a report. */
  describe(): string {
    const word = STATE.rip >>> 3;
    const frame = this.memory.u64[word]!;
    const at = Number(frame - CODE);
    if (at < 0 || at >= CODE_PAGES * 4096) return `rip ${frame.toString(16)}`;
    const start = this.codePlace + at;
    const bytes = Buffer.from(this.memory.frameBytes(0).buffer, this.memory.frameBytes(0).byteOffset + start, 16);
    return `rip ${frame.toString(16)} bytes ${bytes.toString('hex')}`;
  }
}
