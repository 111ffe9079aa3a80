import { encode } from '../../src/codec/encode.js';
import { ReferenceCpu } from '../../src/cpu/reference.js';
import { CpuState } from '../../src/cpu/state.js';
import type { Engine, Stop } from '../../src/cpu/trap.js';
import { registers } from '../../src/isa/registers.js';
import { engines } from '../../src/machine/engines.js';
import { COUNTER, type CounterName, RAM_BASE } from '../../src/memory/layout.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import { X86_64 } from '../../src/mmu/design.js';
import { Mmu, type MmuConfig } from '../../src/mmu/mmu.js';
import { parseAttLine } from './att-line.js';
import { enterPaging, NX, P, PageTables, U, W } from './page-tables.js';

/** Two pages of code; the page behind them is not mapped. */
export const CODE = 0x40_0000n;
/** Two writable pages, then one that may only be read; the page behind it is not mapped. */
export const DATA = 0x60_0000n;
export const READ_ONLY = DATA + 0x2000n;
export const UNMAPPED = DATA + 0x3000n;

const CODE_FRAME = 64;
const DATA_FRAME = 80;
const PAGE = 4096;

const splitTlb: MmuConfig = {
  design: X86_64,
  tlb: { itlb: { sets: 1, ways: 8 }, dtlb: { sets: 1, ways: 8 }, unified: false, policy: 'lru', seed: 1 },
};

export interface BenchOptions {
  /** Offset of the first instruction in the code pages. */
  readonly offset?: number;
  readonly cpl?: 0 | 3;
  readonly engine?: (memory: PhysicalMemory, mmu: Mmu) => Engine;
  readonly engineBytes?: number;
}

/** The bytes of instructions written in AT&T syntax; a line may also be bytes: `.byte f0 90`. */
export function assembleLines(lines: readonly string[]): Uint8Array {
  return Uint8Array.from(
    lines.flatMap((line) => {
      if (line.startsWith('.byte'))
        return line
          .split(/\s+/)
          .slice(1)
          .map((byte) => Number.parseInt(byte, 16));
      const { mnemonic, prefixes, operands } = parseAttLine(line);
      const encoded = encode(mnemonic, prefixes, operands);
      if ('error' in encoded) throw new Error(`${line}: ${encoded.error}`);
      return [...encoded.bytes];
    }),
  );
}

/** A CPU with paging on, a few pages, and a program: rip is at it, rsp in the middle of the data pages. */
export class CpuBench {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly cpu: CpuState;
  readonly engine: Engine;
  readonly tables: PageTables;

  constructor(lines: readonly string[], options: BenchOptions = {}) {
    const { offset = 0, cpl = 3, engine = (memory, mmu) => new ReferenceCpu(memory, mmu) } = options;
    this.memory = new PhysicalMemory(0x10_0000, options.engineBytes ?? 0);
    this.tables = new PageTables(this.memory);
    for (const page of [0, 1]) {
      this.tables.map(CODE + BigInt(page * PAGE), (CODE_FRAME + page) * PAGE, P | U);
      this.tables.map(DATA + BigInt(page * PAGE), this.dataPhysical(page * PAGE), P | W | U | NX);
    }
    this.tables.map(READ_ONLY, this.dataPhysical(2 * PAGE), P | U | NX);
    enterPaging(this.memory, this.tables.root);
    this.mmu = new Mmu(this.memory, splitTlb);
    this.cpu = new CpuState(this.memory);
    this.cpu.cpl = cpl;
    this.cpu.rflags = 0x202n;
    this.cpu.rip = CODE + BigInt(offset);
    this.set('rsp', DATA + 0x800n);
    this.memory.writeBytes(CODE_FRAME * PAGE + offset, assembleLines(lines));
    this.engine = engine(this.memory, this.mmu);
  }

  /** Data pages lie in frames of falling number: what crosses a page is not contiguous in RAM. */
  private dataPhysical(offset: number): number {
    return (DATA_FRAME - Math.floor(offset / PAGE)) * PAGE + (offset % PAGE);
  }

  map(page: bigint, bits = P | W | U): void {
    this.tables.map(page, (DATA_FRAME + 4) * PAGE, bits);
  }

  set(name: string, value: bigint): this {
    this.cpu.setRegister(registers.get(name)!.number, BigInt.asUintN(64, value));
    return this;
  }

  /** A register by its 64-bit name. */
  get(name: string): bigint {
    return this.cpu.register(registers.get(name)!.number);
  }

  run(steps: number): Stop {
    this.engine.stateChanged();
    return this.engine.run(steps);
  }

  /** Bytes of the data pages. */
  write(address: bigint, bytes: readonly number[]): this {
    bytes.forEach((byte, index) => {
      this.memory.u8[this.index(address, index)] = byte;
    });
    return this;
  }

  read(address: bigint, length: number): number[] {
    return Array.from({ length }, (_, index) => this.memory.u8[this.index(address, index)]!);
  }

  private index(address: bigint, offset: number): number {
    return RAM_BASE + this.dataPhysical(Number(address - DATA) + offset);
  }

  count(name: CounterName): number {
    return this.memory.counter(COUNTER[name]);
  }

  /** Several counters by name. */
  counts(...names: CounterName[]): Partial<Record<CounterName, number>> {
    return Object.fromEntries(names.map((name) => [name, this.count(name)]));
  }

  /** The two accounting identities of memory/layout.ts; what is between two rep elements is still open. */
  identities(): { fetch: number; data: number } {
    const c = (name: CounterName) => this.count(name);
    const fetch = c('itlbHits') + c('itlbMisses') - c('fetches') - c('fetchSplits') - c('abortedFetches');
    const data =
      c('dtlbHits') +
      c('dtlbMisses') -
      c('loads') -
      c('stores') +
      c('modifies') -
      c('dataSplits') -
      c('probes') -
      c('abortedData');
    return { fetch: fetch - this.cpu.repeating, data };
  }

  /** RFLAGS bit. */
  flag(bit: number): number {
    return Number((this.cpu.rflags >> BigInt(bit)) & 1n);
  }
}

/** Starts a bench on one engine. */
export type Start = (lines: readonly string[], options?: BenchOptions) => CpuBench;

/** Every registered engine by its name: what one of them counts, all count. */
export const starts: readonly (readonly [string, Start])[] = [...new Set(engines.values())].map(
  ({ name, bytes, create }) => [
    name,
    (lines, options) =>
      new CpuBench(lines, {
        engine: (memory, mmu) => create(memory, mmu, new ReferenceCpu(memory, mmu)),
        engineBytes: bytes,
        ...options,
      }),
  ],
);
