import { decode } from '../../src/codec/decode.js';
import { formatObjdump } from '../../src/codec/format-att.js';
import { ReferenceCpu } from '../../src/cpu/reference.js';
import { CpuState } from '../../src/cpu/state.js';
import type { Engine } from '../../src/cpu/trap.js';
import { Interpreter } from '../../src/engine/interpreter.js';
import { TABLE_BYTES } from '../../src/engine/layout.js';
import { INITIAL_MXCSR, RAM_BASE, STATE } from '../../src/memory/layout.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import { X86_64 } from '../../src/mmu/design.js';
import { Mmu } from '../../src/mmu/mmu.js';
import { fuzzString } from './fuzz-strings.js';
import { compareSides } from './lockstep.js';
import { randomTlb } from './lockstep-run.js';
import { enterPaging, NX, P, PageTables, U, W } from './page-tables.js';
import type { SeededRandom } from './seeded-random.js';

const RAM = 256 * 1024;
const CODE = 0x40_0000n;
const CODE_PAGES = 4;
const ALIAS = 0x50_0000n;
const DATA = 0x60_0000n;
const DATA_PAGES = 12;
const FIRST_FRAME = 16;
/** Mapped for the kernel alone. */
const KERNEL = 0x70_0000n;
const REGISTER_FILES = 64;
const FLAGS = [0x2, 0x2, 0x46, 0x8d7, 0x402, 0xc0, 0x4_0202, 0x100];

/** An engine on a machine of its own: code pages with an alias that can be written, data, read-only data, and much that is not mapped. */
class Side {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly cpu: CpuState;
  readonly engine: Engine;

  constructor(random: SeededRandom, make: (memory: PhysicalMemory, mmu: Mmu) => Engine, engineBytes: number) {
    this.memory = new PhysicalMemory(RAM, engineBytes);
    this.mmu = new Mmu(this.memory, { design: X86_64, tlb: randomTlb(random) });
    this.cpu = new CpuState(this.memory);
    this.engine = make(this.memory, this.mmu);
    const tables = new PageTables(this.memory);
    for (let page = 0; page < CODE_PAGES; page++) {
      const frame = (FIRST_FRAME + page) * 4096;
      tables.map(CODE + BigInt(page) * 4096n, frame, P | U);
      tables.map(ALIAS + BigInt(page) * 4096n, frame, P | W | U | NX);
    }
    for (let page = 0; page < DATA_PAGES; page++) {
      const rights = page < DATA_PAGES - 2 ? P | W | U | NX : P | U;
      tables.map(DATA + BigInt(page) * 4096n, (FIRST_FRAME + CODE_PAGES + page) * 4096, rights);
    }
    tables.map(KERNEL, (FIRST_FRAME + CODE_PAGES + DATA_PAGES) * 4096, P | W);
    enterPaging(this.memory, tables.root);
  }

  /** Undoes what privileged strings did to the translation. */
  resetSystem(root: bigint): void {
    const { cpu, mmu } = this;
    if (cpu.cr0 !== 0x8001_0001n) mmu.writeControlRegister(0, 0x8001_0001, 0);
    if (cpu.cr4 !== 0xa0n) mmu.writeControlRegister(4, 0xa0, 0);
    if (cpu.cr3 !== root) mmu.writeControlRegister(3, Number(root), 0);
    if (cpu.efer !== 0xd01n) {
      cpu.efer = 0xd01n;
      mmu.flush(true);
    }
  }
}

export interface FuzzOutcome {
  strings: number;
  decoded: number;
  steps: number;
  traps: number;
  /** Strings that ran on both engines. */
  compared: number;
}

/** One world, or two in lock-step, that runs byte strings one after the other and skips over faults. */
export class Sandbox {
  readonly outcome: FuzzOutcome = { strings: 0, decoded: 0, steps: 0, traps: 0, compared: 0 };
  private readonly sides: readonly Side[];
  private readonly random: SeededRandom;
  private readonly written: readonly Uint8Array[];
  private readonly files: readonly Uint8Array[];
  private readonly root: bigint;
  private readonly pristine: Uint8Array;
  private starts: number[] = [];

  /** `compared`: the reference CPU runs the same. */
  constructor(random: SeededRandom, written: readonly Uint8Array[], compared: boolean) {
    this.random = random;
    this.written = written;
    const tlbSeed = random.below(2 ** 31);
    const { seeded } = this.seeding(random);
    const pages = random.pick([4, 5, 16]);
    const interpreter = new Side(
      seeded(tlbSeed),
      (memory, mmu) => new Interpreter(memory, mmu, new ReferenceCpu(memory, mmu)),
      pages * TABLE_BYTES + 256,
    );
    const reference = () => new Side(seeded(tlbSeed), (memory, mmu) => new ReferenceCpu(memory, mmu), 0);
    this.sides = compared ? [interpreter, reference()] : [interpreter];
    this.root = interpreter.cpu.cr3;
    this.pristine = interpreter.memory.u8.slice(RAM_BASE, RAM_BASE + FIRST_FRAME * 4096);
    this.files = Array.from({ length: REGISTER_FILES }, () => this.registerFile(interpreter.memory));
  }

  private seeding(random: SeededRandom): { seeded: (seed: number) => SeededRandom } {
    const Random = random.constructor as new (seed: number) => SeededRandom;
    return { seeded: (seed) => new Random(seed) };
  }

  private pointer(): bigint {
    const { random } = this;
    const within = BigInt(random.chance(0.3) ? 4096 - random.below(18) : random.below(4096));
    const kind = random.next();
    if (kind < 0.06) return ALIAS + BigInt(random.below(CODE_PAGES)) * 4096n + within;
    if (kind < 0.1) return CODE + BigInt(random.below(CODE_PAGES)) * 4096n + within;
    if (kind < 0.13) return random.pick([0x7fff_ffff_fff8n, 0xffff_8000_0000_0000n, 0x8000_0000_0000n, KERNEL, 0n]);
    return DATA + BigInt(random.below(DATA_PAGES)) * 4096n + within;
  }

  /** The architectural state of a beginning, as bytes. */
  private registerFile(memory: PhysicalMemory): Uint8Array {
    const { random } = this;
    const file = memory.u8.slice(0, STATE.enginePrivate);
    const words = new BigUint64Array(file.buffer);
    for (let number = 0; number < 16; number++) {
      const small = random.chance(0.3);
      words[number] = small ? BigInt(random.below(70)) : random.chance(0.8) ? this.pointer() : this.wide();
    }
    if (random.chance(0.8)) words[1] = BigInt(random.below(40));
    words[STATE.rflags >>> 3] = BigInt(random.pick(FLAGS) | 2);
    words[STATE.fsBase >>> 3] = BigInt(random.below(4096));
    words[STATE.gsBase >>> 3] = random.chance(0.2) ? 0xffff_ffff_ffff_f000n : 0n;
    for (let word = STATE.xmm >>> 3; word < STATE.cr8 >>> 3; word++) words[word] = this.wide();
    const view = new DataView(file.buffer);
    view.setUint32(STATE.mxcsr, random.chance(0.7) ? INITIAL_MXCSR : random.below(0x10000), true);
    view.setUint32(STATE.cpl, random.chance(0.1) ? 0 : 3, true);
    return file;
  }

  private wide(): bigint {
    const { random } = this;
    const edges = [
      0n,
      1n << 63n,
      0x7ff0n << 48n,
      0x7ff8n << 48n,
      0x3ff0n << 48n,
      0x7f80_0000_3f80_0000n,
      2n ** 64n - 1n,
    ];
    if (random.chance(0.3)) return random.pick(edges);
    return (BigInt(random.below(2 ** 32)) << 32n) | BigInt(random.below(2 ** 32));
  }

  /** New code and data in all worlds; page tables that privileged strings may have hit are as in the beginning. */
  private refill(): void {
    const { random, written } = this;
    const bytes: number[] = [];
    this.starts = [];
    while (bytes.length < CODE_PAGES * 4096 - 20) {
      this.starts.push(bytes.length);
      const string = fuzzString(random, written);
      this.decodeAll(string);
      bytes.push(...string);
    }
    const code = Uint8Array.from(bytes);
    const data = new BigUint64Array(DATA_PAGES * 512).map(() => (random.chance(0.3) ? this.pointer() : this.wide()));
    for (const side of this.sides) {
      side.cpu.abandonRepeat();
      side.resetSystem(this.root);
      side.memory.writeBytes(0, this.pristine);
      side.memory.writeBytes(FIRST_FRAME * 4096, code);
      side.memory.writeBytes((FIRST_FRAME + CODE_PAGES) * 4096, new Uint8Array(data.buffer));
      side.mmu.flush(true);
      side.engine.stateChanged();
    }
  }

  /** Whole, cut after each byte, and as text: the decoder gives an answer of the right kind. */
  private decodeAll(string: readonly number[]): void {
    const bytes = Uint8Array.from(string);
    const decoded = decode(bytes, 0, bytes.length);
    if (typeof decoded === 'string') return;
    this.outcome.decoded++;
    const { length } = decoded;
    if (length < 1 || length > 15 || length > bytes.length) throw new Error(`length ${length} of ${hex(bytes)}`);
    if (this.random.chance(0.9)) return;
    if (formatObjdump(decoded, CODE).length === 0) throw new Error(`no text for ${hex(bytes)}`);
    for (let end = 1; end < length; end++) {
      const cut = decode(bytes, 0, end);
      if (cut !== 'truncated') throw new Error(`${hex(bytes)} cut after ${end} bytes: not 'truncated'`);
    }
  }

  /** Runs one filling of the code pages; the first difference, or an empty list. `exact`: everything is compared after each string. */
  batch(exact = false): string[] {
    this.refill();
    for (const start of this.starts) {
      const differences = this.execute(start, exact);
      if (differences.length > 0) return [`string ${this.describe(start)}`, ...differences];
    }
    const [interpreter, reference] = this.sides;
    return reference === undefined ? [] : compareSides(reference, interpreter!);
  }

  private execute(start: number, exact: boolean): string[] {
    const { random, outcome } = this;
    const file = random.chance(0.4) ? random.pick(this.files) : null;
    const steps = random.chance(0.7) ? 1 : random.chance(0.9) ? 1 + random.below(20) : 300;
    const stops = this.sides.map((side) => {
      const { cpu, memory, engine } = side;
      cpu.abandonRepeat();
      side.resetSystem(this.root);
      if (file !== null) memory.u8.set(file, 0);
      cpu.rip = CODE + BigInt(start);
      const before = memory.counter(0);
      const stop = engine.run(steps);
      const done = memory.counter(0) - before;
      if (done > steps || (stop === 'budget' && done !== steps))
        throw new Error(`${engine.name} did ${done} of ${steps} steps, ${stop}, at ${this.describe(start)}`);
      if (side === this.sides[0]) outcome.steps += done;
      return stop;
    });
    outcome.strings++;
    if (stops[0] === 'trap') outcome.traps++;
    const [interpreter, reference] = this.sides;
    if (reference === undefined) return [];
    outcome.compared++;
    if (stops[0] !== stops[1])
      return [`stop: ${stops[1]} against ${stops[0]}`, ...compareSides(reference, interpreter!)];
    if (exact || !sameState(reference, interpreter!)) return compareSides(reference, interpreter!);
    return [];
  }

  describe(start: number): string {
    const from = RAM_BASE + FIRST_FRAME * 4096 + start;
    const bytes = this.sides[0]!.memory.u8.subarray(from, from + 15);
    const decoded = decode(bytes, 0, 15);
    const text = typeof decoded === 'string' ? decoded : formatObjdump(decoded, CODE + BigInt(start));
    return `${hex(bytes)} at ${(CODE + BigInt(start)).toString(16)}: ${text}`;
  }
}

function sameState(a: Side, b: Side): boolean {
  const [left, right] = [a.memory.u64, b.memory.u64];
  for (let word = 0; word < STATE.enginePrivate >>> 3; word++) if (left[word] !== right[word]) return false;
  return true;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
