import { checksAlignment } from '../cpu/port.js';
import type { ReferenceCpu } from '../cpu/reference.js';
import { type Engine, type Stop, VECTOR } from '../cpu/trap.js';
import { FLAG_BIT } from '../isa/flags.js';
import { COUNTER, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { hasPagesOfRam } from '../mmu/design.js';
import type { Mmu } from '../mmu/mmu.js';
import { CodePages } from './code-pages.js';
import { Decoding } from './decoding.js';
import { divideWide } from './divide-wide.js';
import { FastTables } from './fast-tables.js';
import { FETCH_FALLBACK, FETCH_FAULT, FetchPath } from './fetch-path.js';
import { floatCalls } from './float-calls.js';
import { EXIT, PRIVATE, SLICE, STRAIGHT, TABLE_BYTES } from './layout.js';
import { MissPath } from './miss-path.js';
import { interpreterModule } from './module-cache.js';
import { RecordWriter } from './records.js';
import { Repeating } from './repeating.js';
import { Tally } from './tally.js';

const ZERO_AND_SIGN = (1 << FLAG_BIT.zf) | (1 << FLAG_BIT.sf);
const RFLAGS_AC = 0x4_0000;
const TRAP_FLAG = 1 << FLAG_BIT.tf;
const RFLAGS = STATE.rflags >>> 2;
const REPEATING = STATE.repeating >>> 2;
const RIP = STATE.rip >>> 2;
const TWO32 = 0x1_0000_0000;

/** Exceptions by the exit of the loop. */
const VECTORS: Readonly<Record<number, number>> = {
  [EXIT.divideError]: VECTOR.divideError,
  [EXIT.protection]: VECTOR.generalProtection,
  [EXIT.floatingPoint]: VECTOR.simdFloatingPoint,
};

const isFault = (exit: number): boolean =>
  ![EXIT.budget, EXIT.fetch, EXIT.decode, EXIT.fallback, EXIT.crossing].some((other) => other === (exit & 0xff));

interface Exports {
  run(record: number): number;
  runExact(record: number): number;
  adopt(): void;
}

/**
 * The default engine: a WebAssembly module, generated from the instruction table, executes decoded records; this class feeds it: lookups
 * that its fast tables do not have, decoding, faults, and the odd instruction, which the reference CPU executes on the same state. After
 * `run` everything in the buffer is as the reference CPU would have left it.
 */
export class Interpreter implements Engine {
  /** Room for decoded code behind the RAM: 128 pages. */
  static readonly engineBytes = 128 * TABLE_BYTES;
  readonly name = 'interpreter';
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;
  private readonly fallback: ReferenceCpu;
  private readonly wasm: Exports;
  private readonly tables: FastTables;
  private readonly misses: MissPath;
  private readonly tally: Tally;
  private readonly records: RecordWriter;
  private readonly fetches: FetchPath;
  private readonly repeating: Repeating;
  /** Every fetch is a lookup of its own, which only TypeScript makes. */
  private readonly hasNoTlb: boolean;
  /** So is every other reference. */
  private readonly hasCaches: boolean;
  /** With caches: the record at rip, 0: not known. */
  private next = 0;
  /** The mode in which the fast tables are valid. */
  private mode: readonly number[] = [];
  /** The string instruction between two elements is being executed by the reference CPU. */
  private fallbackRepeats = false;
  private stop: Stop | null = null;

  constructor(memory: PhysicalMemory, mmu: Mmu, fallback: ReferenceCpu) {
    this.memory = memory;
    this.mmu = mmu;
    this.fallback = fallback;
    const records = new RecordWriter(memory.memory.buffer as ArrayBuffer);
    const code = new CodePages(memory);
    const tables = new FastTables(memory, mmu);
    const decoding = new Decoding(memory, code, records);
    const misses = new MissPath(memory, mmu, tables, code);
    const tally = new Tally(memory, misses);
    this.hasNoTlb = mmu.everyHitCounts || mmu.config.tlb.itlb === null || !hasPagesOfRam(mmu.config.design);
    this.hasCaches = mmu.caches !== null;
    this.records = records;
    this.tables = tables;
    this.misses = misses;
    this.tally = tally;
    this.fetches = new FetchPath({ memory, mmu, code, decoding, tables, misses, tally, records });
    this.repeating = new Repeating(memory, mmu, records);
    code.onDropped = (table) => {
      tables.dropTable(table);
      decoding.forget(table);
    };
    memory.onCodeWritten = (frame) => code.drop(frame);
    mmu.onEntryDropped = (entry) => tables.dropEntry(entry);
    mmu.onFlushed = () => tables.clear();
    const { miss, commit } = misses;
    const env = { memory: memory.memory, miss, commit, divideWide: divideWide(memory), ...floatCalls(memory) };
    this.wasm = new WebAssembly.Instance(interpreterModule(), { env }).exports as unknown as Exports;
  }

  stateChanged(): void {
    this.tables.clear();
    this.repeating.forget();
    this.fallback.stateChanged();
  }

  run(steps: number): Stop {
    const { memory, tally } = this;
    const end = memory.counter(COUNTER.steps) + steps;
    this.stop = null;
    this.checkMode();
    this.fetches.reset();
    this.next = 0;
    tally.setClock();
    this.takeState();
    let record = this.firstRecord();
    while (this.stop === null) {
      const now = memory.counter(COUNTER.steps);
      if (now >= end) this.stop = 'budget';
      else if (this.isOdd()) record = this.fallbackStep();
      else if (record === 0 && this.hasCaches) record = this.fetched(this.fetches.fetchLines(this.next));
      else if (record === 0 && this.hasNoTlb) record = this.fetched(this.fetches.fetch());
      else record = this.enter(record, now, Math.min(end - now, SLICE));
    }
    this.misses.stamp(tally.lastFetch());
    tally.finish();
    this.repeating.keep(record);
    return this.stop;
  }

  private checkMode(): void {
    const { u32 } = this.memory;
    const mode = [STATE.cpl, STATE.cr0, STATE.cr4, STATE.efer].map((at) => u32[at >>> 2]!);
    mode.push(u32[RFLAGS]! & RFLAGS_AC);
    if (mode.every((value, index) => value === this.mode[index])) return;
    this.tables.clear();
    this.misses.configure();
    this.mode = mode;
  }

  /** rip and flags, as somebody else has left them. */
  private takeState(): void {
    this.aimAtRip();
    this.wasm.adopt();
  }

  private aimAtRip(): void {
    const { u32 } = this.memory;
    u32[PRIVATE.target >>> 2] = u32[RIP]!;
    u32[(PRIVATE.target >>> 2) + 1] = u32[RIP + 1]!;
  }

  private firstRecord(): number {
    if (this.memory.u32[REPEATING] === 0 || this.isOdd()) return 0;
    const record = this.repeating.resume();
    this.fallbackRepeats = record === 0;
    return record;
  }

  /** The flags have no lazy form, ask for single steps or for aligned accesses, or the reference CPU is between two elements of a string instruction. */
  private isOdd(): boolean {
    const { u32 } = this.memory;
    const flags = u32[RFLAGS]!;
    if ((flags & ZERO_AND_SIGN) === ZERO_AND_SIGN || (flags & TRAP_FLAG) !== 0) return true;
    if ((flags & RFLAGS_AC) !== 0 && checksAlignment(this.memory)) return true;
    return this.fallbackRepeats && u32[REPEATING] !== 0;
  }

  /** One step by the reference CPU. */
  private fallbackStep(): number {
    const { u32 } = this.memory;
    this.next = 0;
    this.misses.stamp(this.tally.lastFetch());
    this.fallback.resume(this.tally.takeLookups());
    if (u32[REPEATING] !== 0 && !this.fallbackRepeats) this.fallback.stateChanged();
    if (this.fallback.run(1) === 'trap') {
      this.fallbackRepeats = false;
      this.stop = 'trap';
      return 0;
    }
    // Where its fetch was made is not known here.
    this.tables.leavePage();
    this.checkMode();
    this.tally.setClock();
    this.takeState();
    this.fallbackRepeats = u32[REPEATING] !== 0;
    return 0;
  }

  /** Executes in the loop, then sees to what made it stop. The answer is where to go on: a record, or 0 for the target. */
  private enter(record: number, now: number, steps: number): number {
    const { memory, fetches } = this;
    const lost = (this.hasCaches || fetches.isLost) && record >= memory.engineBase;
    if (this.hasCaches) this.leave(record);
    const exact = lost || steps <= 2 * STRAIGHT;
    this.tally.setLimit(now + (lost ? Math.min(fetches.steps, steps) : exact ? steps : steps - STRAIGHT));
    this.fallbackRepeats = false;
    this.tally.begin();
    const exit = exact ? this.wasm.runExact(record) : this.wasm.run(record);
    this.tally.end();
    if (this.hasCaches) fetches.finishLines(memory.counter(COUNTER.steps) - now, isFault(exit));
    const at = memory.u32[PRIVATE.record >>> 2]!;
    this.writeRip(at);
    switch (exit & 0xff) {
      case EXIT.budget:
        return this.afterBudget(at);
      case EXIT.fetch:
        return this.hasCaches ? 0 : this.fetched(fetches.fetch());
      case EXIT.decode:
        return this.hasCaches ? 0 : this.fetched(fetches.decodeAt(at));
      case EXIT.crossing:
        return this.fetched(fetches.fetchSecond(at));
      case EXIT.fallback:
        return this.fallbackStep();
      default:
        this.fault(exit, at);
        return 0;
    }
  }

  /** With caches: the loop does not go on by itself behind the elements of a string instruction. */
  private leave(record: number): void {
    this.next = 0;
    if (record >= this.memory.engineBase) return;
    this.misses.stamp(this.tally.lastFetch());
    this.tables.leavePage();
  }

  /** A page that is no longer known is looked up again, except between two elements. */
  private afterBudget(record: number): number {
    if (this.memory.u32[REPEATING] !== 0) return this.repeating.copy(record);
    if (this.hasCaches) this.next = record;
    else if (!this.fetches.isLost) return record;
    this.aimAtRip();
    return 0;
  }

  private fetched(record: number): number {
    if (record === FETCH_FALLBACK) return this.fallbackStep();
    if (record !== FETCH_FAULT) return record;
    const { mmu } = this;
    this.tally.abort(this.fetches.lookups, 0, false);
    this.raise(mmu.faultVector, mmu.faultErrorCode, mmu.faultLow, mmu.faultHigh);
    return 0;
  }

  private writeRip(record: number): void {
    const { u32 } = this.memory;
    const base = (record === 0 ? PRIVATE.target : PRIVATE.pageBase) >>> 2;
    const low = u32[base]! + (record === 0 ? 0 : this.records.offsetOf(record));
    u32[RIP] = low;
    u32[RIP + 1] = u32[base + 1]! + (low >= TWO32 ? 1 : 0);
  }

  private fault(exit: number, record: number): void {
    const { mmu, misses, tally } = this;
    const crossed = this.fetches.isCrossing(record);
    const fetches = crossed ? 2 : 1;
    misses.stamp(this.memory.u32[REPEATING] === 0 ? tally.clock() : tally.repeatStart());
    switch (exit & 0xff) {
      case EXIT.dataFault:
        tally.abort(fetches, misses.stepLookups, crossed);
        this.raise(misses.faultVector, mmu.faultErrorCode, mmu.faultLow, mmu.faultHigh);
        return;
      case EXIT.divideError:
      case EXIT.protection:
      case EXIT.floatingPoint:
        tally.abort(fetches, (exit >>> 8) + misses.splitsOfStep(), crossed);
        this.raise(VECTORS[exit & 0xff]!, 0, 0, 0);
        return;
      default:
        tally.abort(fetches, 0, crossed);
        this.raise(VECTOR.invalidOpcode, 0, 0, 0);
    }
  }

  /** Takes an exception. */
  private raise(vector: number, error: number, low: number, high: number): void {
    const { memory } = this;
    const { u32 } = memory;
    this.stop = 'trap';
    u32[PRIVATE.pageEntry >>> 2] = PRIVATE.noEntry;
    memory.count(COUNTER.exceptions);
    if (vector === VECTOR.pageFault) {
      memory.count(COUNTER.pageFaults);
      u32[STATE.cr2 >>> 2] = low;
      u32[(STATE.cr2 >>> 2) + 1] = high;
    }
    u32[STATE.trapVector >>> 2] = vector;
    u32[STATE.trapErrorCode >>> 2] = error;
    u32[STATE.trapAddress >>> 2] = low;
    u32[(STATE.trapAddress >>> 2) + 1] = high;
  }
}
