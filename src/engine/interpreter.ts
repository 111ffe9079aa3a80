import { decode } from '../codec/decode.js';
import type { Decoded, DecodeError } from '../codec/decoded.js';
import type { ReferenceCpu } from '../cpu/reference.js';
import { type Engine, type Stop, VECTOR } from '../cpu/trap.js';
import { FLAG_BIT } from '../isa/flags.js';
import { COUNTER, PAGE_BYTES, PAGE_SHIFT, RAM_BASE, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { FETCH } from '../mmu/fault.js';
import type { Mmu } from '../mmu/mmu.js';
import { inspect } from '../mmu/walker.js';
import { CodePages } from './code-pages.js';
import { divideWide } from './divide-wide.js';
import { FastTables } from './fast-tables.js';
import { EXIT, HANDLER, NO_TAG, PRIVATE, RECORD, SLICE, STRAIGHT, TABLE_BYTES } from './layout.js';
import { MissPath } from './miss-path.js';
import { interpreterModule } from './module-cache.js';
import { RecordWriter } from './records.js';
import { Tally } from './tally.js';

const LONGEST = 15;
const ZERO_AND_SIGN = (1 << FLAG_BIT.zf) | (1 << FLAG_BIT.sf);
const RFLAGS_AC = 0x4_0000;
const RFLAGS = STATE.rflags >>> 2;
const REPEATING = STATE.repeating >>> 2;
const RIP = STATE.rip >>> 2;
const TWO32 = 0x1_0000_0000;

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
  private readonly code: CodePages;
  private readonly records: RecordWriter;
  private readonly misses: MissPath;
  private readonly tally: Tally;
  private readonly scratch = new Uint8Array(LONGEST);
  /** The mode in which the fast tables are valid. */
  private mode: readonly number[] = [];
  /** The copied record of a string instruction between two elements is that of the present state. */
  private repeatKnown = false;
  /** The string instruction between two elements is being executed by the reference CPU. */
  private fallbackRepeats = false;
  private stop: Stop | null = null;

  constructor(memory: PhysicalMemory, mmu: Mmu, fallback: ReferenceCpu) {
    this.memory = memory;
    this.mmu = mmu;
    this.fallback = fallback;
    this.records = new RecordWriter(memory.memory.buffer as ArrayBuffer);
    this.code = new CodePages(memory, this.records);
    this.tables = new FastTables(memory, mmu.config.tlb.policy === 'lru');
    this.misses = new MissPath(memory, mmu, this.tables, this.code);
    this.tally = new Tally(memory, this.misses);
    this.connect();
    const { miss, commit } = this.misses;
    const env = { memory: memory.memory, miss, commit, divideWide: divideWide(memory) };
    this.wasm = new WebAssembly.Instance(interpreterModule(), { env }).exports as unknown as Exports;
  }

  private connect(): void {
    this.code.onDropped = (table) => this.tables.dropTable(table);
    this.memory.onCodeWritten = (frame) => this.code.drop(frame);
    this.mmu.onEntryDropped = (entry) => this.tables.dropEntry(entry);
    this.mmu.onFlushed = () => this.tables.clear();
  }

  stateChanged(): void {
    this.tables.clear();
    this.repeatKnown = false;
    this.fallback.stateChanged();
  }

  run(steps: number): Stop {
    const { memory, tally } = this;
    const end = memory.counter(COUNTER.steps) + steps;
    this.stop = null;
    this.beginRun();
    let record = this.firstRecord();
    while (this.stop === null) {
      const now = memory.counter(COUNTER.steps);
      if (now >= end) this.stop = 'budget';
      else if (this.isOdd()) record = this.fallbackStep();
      else record = this.enter(record, now, Math.min(end - now, SLICE));
    }
    this.misses.stamp(tally.lastFetch());
    tally.finish();
    this.keepRepeating(record);
    return this.stop;
  }

  /** No page is current; what the last run left in the fast tables is valid if the mode is the same. */
  private beginRun(): void {
    const { u32 } = this.memory;
    this.checkMode();
    u32[PRIVATE.pageTag >>> 2] = NO_TAG;
    u32[(PRIVATE.pageTag >>> 2) + 1] = 0;
    u32[PRIVATE.pageEntry >>> 2] = PRIVATE.noEntry;
    u32[PRIVATE.pageTable >>> 2] = 0;
    this.tally.setClock();
    this.takeState();
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
    const { u32 } = this.memory;
    u32[PRIVATE.target >>> 2] = u32[RIP]!;
    u32[(PRIVATE.target >>> 2) + 1] = u32[RIP + 1]!;
    this.wasm.adopt();
  }

  /** The flags have no lazy form, or the reference CPU is between two elements of a string instruction. */
  private isOdd(): boolean {
    const { u32 } = this.memory;
    if ((u32[RFLAGS]! & ZERO_AND_SIGN) === ZERO_AND_SIGN) return true;
    return this.fallbackRepeats && u32[REPEATING] !== 0;
  }

  /** One step by the reference CPU. */
  private fallbackStep(): number {
    const { memory } = this;
    this.misses.stamp(this.tally.lastFetch());
    this.tally.undoLookups();
    if (memory.u32[REPEATING] !== 0 && !this.fallbackRepeats) this.fallback.stateChanged();
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
    this.fallbackRepeats = memory.u32[REPEATING] !== 0;
    return 0;
  }

  /** Executes in the loop, then sees to what made it stop. */
  private enter(record: number, now: number, steps: number): number {
    const { memory } = this;
    const { u32 } = memory;
    const lost = u32[PRIVATE.pageTag >>> 2] === NO_TAG && record >= memory.engineBase;
    const exact = lost || steps <= 2 * STRAIGHT;
    this.tally.setLimit(now + (lost ? 1 : exact ? steps : steps - STRAIGHT));
    this.fallbackRepeats = false;
    this.tally.begin();
    const exit = exact ? this.wasm.runExact(record) : this.wasm.run(record);
    this.tally.end();
    const at = u32[PRIVATE.record >>> 2]!;
    this.writeRip(at);
    switch (exit & 0xff) {
      case EXIT.budget:
        return this.afterBudget(at);
      case EXIT.fetch:
        return this.fetch();
      case EXIT.decode:
        return this.decodeAt(at);
      case EXIT.fallback:
        return this.fallbackStep();
      case EXIT.crossing:
        return this.fetchSecond(at);
      default:
        this.fault(exit, at);
        return 0;
    }
  }

  /** A page that is no longer known is looked up again, except between two elements. */
  private afterBudget(record: number): number {
    const { u32 } = this.memory;
    if (u32[REPEATING] !== 0) return this.copyRepeating(record);
    if (u32[PRIVATE.pageTag >>> 2] !== NO_TAG) return record;
    u32[PRIVATE.target >>> 2] = u32[RIP]!;
    u32[(PRIVATE.target >>> 2) + 1] = u32[RIP + 1]!;
    return 0;
  }

  private writeRip(record: number): void {
    const { u32 } = this.memory;
    const base = (record === 0 ? PRIVATE.target : PRIVATE.pageBase) >>> 2;
    const offset = record === 0 ? 0 : this.offsetOf(record);
    const low = u32[base]! + offset;
    u32[RIP] = low;
    u32[RIP + 1] = u32[base + 1]! + (low >= TWO32 ? 1 : 0);
  }

  private offsetOf(record: number): number {
    if (record >= this.memory.engineBase) return this.code.offsetOf(record);
    const { u8, u16 } = this.memory;
    return u16[(record + RECORD.nextOffset) >>> 1]! - u8[record + RECORD.length]!;
  }

  /** Looks up the page of rip, as the fetch of the next step, and makes it current. */
  private fetch(): number {
    const { memory, mmu, misses, tally } = this;
    const { u32 } = memory;
    misses.stamp(tally.lastFetch());
    const [low, high] = [u32[RIP]!, u32[RIP + 1]!];
    tally.countLookup(1);
    const physical = mmu.translate(low, high, FETCH, tally.clock());
    if (physical < 0) {
      this.fetchFault(1);
      return 0;
    }
    if (mmu.entryAddress !== 0) tally.keepLookups();
    const table = this.tableOf(physical >>> PAGE_SHIFT, []);
    if (mmu.entryAddress !== 0) this.tables.fillCode(low, high, mmu.entryAddress, table);
    this.setPage(low, high, table, mmu.entryAddress);
    return table + (low & (PAGE_BYTES - 1)) * RECORD.bytes;
  }

  private setPage(low: number, high: number, table: number, entry: number): void {
    const { u32 } = this.memory;
    const page = low & ~(PAGE_BYTES - 1);
    u32[PRIVATE.pageBase >>> 2] = page;
    u32[(PRIVATE.pageBase >>> 2) + 1] = high;
    u32[PRIVATE.pageTag >>> 2] = entry === 0 ? NO_TAG : page;
    u32[(PRIVATE.pageTag >>> 2) + 1] = entry === 0 ? 0 : high;
    u32[PRIVATE.pageTable >>> 2] = table;
    u32[PRIVATE.pageEntry >>> 2] = this.tables.stampPlace(entry);
  }

  /** The records of a frame, made if there are none. */
  private tableOf(frame: number, kept: readonly number[]): number {
    const table = this.code.find(frame);
    if (table !== 0) return table;
    this.tables.protectFrame(frame);
    return this.code.create(frame, kept);
  }

  /** Fills the record of an instruction that has been fetched. */
  private decodeAt(record: number): number {
    const table = this.memory.u32[PRIVATE.pageTable >>> 2]!;
    const offset = this.code.offsetOf(record);
    const start = this.physicalOf(table, offset);
    const decoded = decode(this.memory.u8, start, start + Math.min(PAGE_BYTES - offset, LONGEST));
    if (decoded === 'truncated') return this.decodeSplit(record, table, offset);
    if (this.writeRecord(record, decoded, offset, table)) {
      const { length } = decoded as Decoded;
      this.records.dropDeadFlags(record, this.memory.u8, start + length, start - offset + PAGE_BYTES);
    }
    return record;
  }

  /**
   * The instruction goes on in the next page. Looks without a lookup whether it is one for the reference CPU, which makes both lookups
   * itself.
   */
  private decodeSplit(record: number, table: number, offset: number): number {
    const { low, high } = this.secondPage();
    const physical = this.peek(low, high);
    if (physical < 0) return this.fallbackStep();
    const own = this.code.crossingRecord(table, offset);
    const decoded = this.decodePieces(this.physicalOf(table, offset), PAGE_BYTES - offset, RAM_BASE + physical);
    if (this.writeRecord(own, decoded, offset, table)) return this.fetchSecond(record);
    this.memory.u16[record >>> 1] = HANDLER.fallback;
    return record;
  }

  /** Address of the page behind the current one. */
  private secondPage(): { low: number; high: number } {
    const { u32 } = this.memory;
    const low = (u32[PRIVATE.pageBase >>> 2]! + PAGE_BYTES) >>> 0;
    return { low, high: (u32[(PRIVATE.pageBase >>> 2) + 1]! + (low === 0 ? 1 : 0)) >>> 0 };
  }

  private decodePieces(start: number, bytes: number, beyond: number): Decoded | DecodeError {
    const { u8 } = this.memory;
    this.scratch.set(u8.subarray(start, start + bytes));
    this.scratch.set(u8.subarray(beyond, beyond + LONGEST - bytes), bytes);
    return decode(this.scratch, 0, LONGEST);
  }

  private physicalOf(table: number, offset: number): number {
    return RAM_BASE + this.code.frameOf(table) * PAGE_BYTES + offset;
  }

  private writeRecord(record: number, decoded: Decoded | DecodeError, offset: number, table: number): boolean {
    if (typeof decoded !== 'string') return this.records.write(record, decoded, offset, table);
    this.memory.u16[record >>> 1] = HANDLER.fallback;
    return false;
  }

  /** Looks up the second page of an instruction that crosses, and makes the record that it goes on with. */
  private fetchSecond(record: number): number {
    const { memory, mmu, tally, misses } = this;
    const { u32 } = memory;
    misses.stamp(tally.clock());
    const table = u32[PRIVATE.pageTable >>> 2]!;
    const offset = this.code.offsetOf(record);
    const { low, high } = this.secondPage();
    tally.countLookup(2);
    const physical = mmu.translate(low, high, FETCH, tally.clock() + 1);
    if (physical < 0) {
      this.fetchFault(2);
      return 0;
    }
    const entry = mmu.entryAddress;
    const second = this.tableOf(physical >>> PAGE_SHIFT, [table]);
    if (entry !== 0) this.tables.fillCode(low, high, entry, second);
    const own = this.code.crossingRecord(table, offset);
    if (!this.isCrossingTo(record, second) && !this.decodeCrossing(record, own, table, offset, second)) return record;
    u32[PRIVATE.crossings >>> 2]!++;
    return own;
  }

  private isCrossingTo(record: number, second: number): boolean {
    const { u16, u32 } = this.memory;
    return u16[record >>> 1] === HANDLER.crossing && u32[(record + RECORD.displacement) >>> 2] === second;
  }

  /** False: the reference CPU executes the instruction, which makes both lookups again. */
  private decodeCrossing(record: number, own: number, table: number, offset: number, second: number): boolean {
    const decoded = this.decodePieces(this.physicalOf(table, offset), PAGE_BYTES - offset, this.physicalOf(second, 0));
    if (!this.writeRecord(own, decoded, offset, table)) {
      this.memory.u16[record >>> 1] = HANDLER.fallback;
      return false;
    }
    this.records.writeCrossing(record, second, own);
    this.code.depend(second, record);
    return true;
  }

  private fault(exit: number, record: number): void {
    const { mmu, misses } = this;
    const crossed = record !== 0 && this.code.isCrossing(record);
    const fetches = crossed ? 2 : 1;
    misses.stamp(this.memory.u32[REPEATING] === 0 ? this.tally.clock() : this.tally.repeatStart());
    switch (exit & 0xff) {
      case EXIT.dataFault:
        this.tally.abort(fetches, misses.stepLookups, crossed);
        this.raise(misses.faultVector, mmu.faultErrorCode, mmu.faultLow, mmu.faultHigh);
        return;
      case EXIT.divideError:
      case EXIT.target:
        this.tally.abort(fetches, (exit >>> 8) + misses.splitsOfStep(), crossed);
        this.raise((exit & 0xff) === EXIT.target ? VECTOR.generalProtection : VECTOR.divideError, 0, 0, 0);
        return;
      default:
        this.tally.abort(fetches, 0, crossed);
        this.raise(VECTOR.invalidOpcode, 0, 0, 0);
    }
  }

  /** A fetch lookup has faulted, the `number`th of its step. */
  private fetchFault(number: 1 | 2): void {
    const { mmu } = this;
    this.tally.abort(number, 0, false);
    this.raise(mmu.faultVector, mmu.faultErrorCode, mmu.faultLow, mmu.faultHigh);
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

  // String instructions between two elements

  /** Goes on with a copy: the record may be overwritten, or its table used for something else. */
  private copyRepeating(record: number): number {
    const { memory } = this;
    if (record === PRIVATE.repeatRecord) return record;
    memory.u8.copyWithin(PRIVATE.repeatRecord, record, record + RECORD.bytes);
    memory.u16[PRIVATE.repeatRecord >>> 1] = memory.u16[PRIVATE.repeatHandler >>> 1]!;
    this.finishCopy();
    return PRIVATE.repeatRecord;
  }

  /** What follows the copy is found through its address. */
  private finishCopy(): void {
    const { u16, u32 } = this.memory;
    const copy = PRIVATE.repeatRecord;
    u32[(copy + RECORD.next) >>> 2] = PRIVATE.repeatNext;
    u16[(PRIVATE.repeatNext + RECORD.handler) >>> 1] = HANDLER.fallOff;
    u16[(PRIVATE.repeatNext + RECORD.nextOffset) >>> 1] = u16[(copy + RECORD.nextOffset) >>> 1]!;
    this.memory.u8[PRIVATE.repeatNext + RECORD.length] = 0;
    this.repeatKnown = true;
  }

  private keepRepeating(record: number): void {
    if (this.memory.u32[REPEATING] === 0 || record === 0) this.repeatKnown = false;
    else this.copyRepeating(record);
  }

  /** Where a run begins: between two elements at the copied record, without a lookup. */
  private firstRecord(): number {
    const { memory } = this;
    const { u32 } = memory;
    if (u32[REPEATING] === 0 || this.isOdd()) return 0;
    u32[PRIVATE.pageBase >>> 2] = u32[RIP]! & ~(PAGE_BYTES - 1);
    u32[(PRIVATE.pageBase >>> 2) + 1] = u32[RIP + 1]!;
    if (this.repeatKnown) return PRIVATE.repeatRecord;
    const decoded = this.decodeAgain();
    if (decoded === null) {
      this.fallbackRepeats = true;
      return 0;
    }
    this.records.write(PRIVATE.repeatRecord, decoded, u32[RIP]! & (PAGE_BYTES - 1), 0);
    memory.u16[PRIVATE.repeatHandler >>> 1] = memory.u16[PRIVATE.repeatRecord >>> 1]!;
    this.finishCopy();
    return PRIVATE.repeatRecord;
  }

  /** Reads the instruction at rip without lookups; null: somebody has put another one there, which the reference CPU may judge. */
  private decodeAgain(): Decoded | null {
    const { memory } = this;
    const [low, high] = [memory.u32[RIP]!, memory.u32[RIP + 1]!];
    const onPage = PAGE_BYTES - (low & (PAGE_BYTES - 1));
    const bytes = this.scratch;
    for (let index = 0; index < LONGEST; index++) {
      const at = low + index;
      const physical = this.peek(at >>> 0, high + (at >= TWO32 ? 1 : 0));
      if (physical < 0 && index >= onPage) break;
      bytes[index] = memory.u8[RAM_BASE + physical]!;
    }
    const decoded = decode(bytes, 0, LONGEST);
    return typeof decoded === 'string' || decoded.repeat === 'none' || decoded.form.repeat === 'none' ? null : decoded;
  }

  private peek(low: number, high: number): number {
    const { memory, mmu } = this;
    const paging = mmu.config.kind !== 'physical' && (memory.u32[STATE.cr0 >>> 2]! & 0x8000_0000) !== 0;
    if (!paging) return low;
    const word = STATE.cr3 >>> 2;
    return inspect(memory, (memory.u32[word + 1]! & 0xfffff) * TWO32 + memory.u32[word]!, low, high).physical;
  }
}
