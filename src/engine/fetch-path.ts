import { PAGE_BYTES, PAGE_SHIFT, RAM_BASE, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { hasPagesOfRam } from '../mmu/design.js';
import { FETCH } from '../mmu/fault.js';
import type { Mmu } from '../mmu/mmu.js';
import type { CodePages } from './code-pages.js';
import type { Decoding } from './decoding.js';
import type { FastTables } from './fast-tables.js';
import { HANDLER, NO_TAG, PRIVATE } from './layout.js';
import { LineRun } from './line-run.js';
import type { MissPath } from './miss-path.js';
import type { RecordWriter } from './records.js';
import type { Tally } from './tally.js';

const RIP = STATE.rip >>> 2;

/** What a fetch that needs TypeScript came to: a record to execute, or one of these. */
export const FETCH_FAULT = 0;
/** The reference CPU is to make the step, lookups included. */
export const FETCH_FALLBACK = -1;

/** Instruction fetches that the loop cannot make: the first lookup of a page, decoding, instructions in two pages. */
export class FetchPath {
  /** After FETCH_FAULT: lookups made by the step, the faulting one included. */
  lookups: 1 | 2 = 1;
  /** Physical addresses of the instruction fetched last, and of its part on a second page or -1. */
  private first = 0;
  /** With caches: instructions that the fetch made last stands for, since they lie in one line. */
  steps = 1;
  private second = -1;
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;
  private readonly code: CodePages;
  private readonly decoding: Decoding;
  private readonly tables: FastTables;
  private readonly misses: MissPath;
  private readonly tally: Tally;
  private readonly records: RecordWriter;
  private readonly run: LineRun;
  /** An address has the same place in its page as in the 4 KiB of RAM that records are kept for. */
  private readonly aligned: boolean;

  constructor(parts: {
    memory: PhysicalMemory;
    mmu: Mmu;
    code: CodePages;
    decoding: Decoding;
    tables: FastTables;
    misses: MissPath;
    tally: Tally;
    records: RecordWriter;
  }) {
    this.memory = parts.memory;
    this.mmu = parts.mmu;
    this.code = parts.code;
    this.decoding = parts.decoding;
    this.tables = parts.tables;
    this.misses = parts.misses;
    this.tally = parts.tally;
    this.records = parts.records;
    this.aligned = hasPagesOfRam(parts.mmu.config.design);
    this.run = new LineRun(parts.memory, parts.mmu, this.aligned);
  }

  /** No page is current. */
  reset(): void {
    const { u32 } = this.memory;
    u32[PRIVATE.pageTag >>> 2] = NO_TAG;
    u32[(PRIVATE.pageTag >>> 2) + 1] = 0;
    u32[PRIVATE.pageEntry >>> 2] = PRIVATE.noEntry;
    u32[PRIVATE.pageTable >>> 2] = 0;
  }

  /** The current page may have left the TLB. */
  get isLost(): boolean {
    return this.memory.u32[PRIVATE.pageTag >>> 2] === NO_TAG;
  }

  /** Looks up the page of rip, as the fetch of the next step, and makes it current. The answer is a record, or FETCH_FAULT, FETCH_FALLBACK. */
  fetch(): number {
    return this.aligned || this.isPlainPage() ? this.fetchPage() : this.fetchPiece();
  }

  /** Registers translate, and the whole page of rip as one, so that what is known of it holds until they are loaded. */
  private isPlainPage(): boolean {
    const { mmu, memory } = this;
    if (mmu.registers === null || mmu.caches !== null) return false;
    return mmu.registers.isWholePage(memory.u32[RIP]!, memory.u32[RIP + 1]!, FETCH);
  }

  /** Looks up rip (halves), as the fetch of the next step, and asks the caches for its line. Gives its physical address, or -1: a fault. */
  private lookUp(low: number, high: number): number {
    const { mmu, misses, tally } = this;
    misses.stamp(tally.lastFetch());
    tally.countLookup(1);
    mmu.caches?.beginStep();
    const physical = mmu.translate(low, high, FETCH, tally.clock());
    if (physical < 0) return -1;
    tally.keepLookup(physical);
    this.first = physical;
    this.second = -1;
    mmu.caches?.fetch(physical);
    return physical;
  }

  private fetchPage(): number {
    const { memory, mmu } = this;
    const [low, high] = [memory.u32[RIP]!, memory.u32[RIP + 1]!];
    const physical = this.lookUp(low, high);
    if (physical < 0) return this.fault(1);
    const entry = this.knownEntry();
    const table = this.tableOf(physical >>> PAGE_SHIFT, []);
    if (entry !== 0 && mmu.caches === null) this.tables.fillCode(low, high, entry, table);
    if (!this.aligned) this.tables.fillPlainCode(low, high, table);
    this.setPage(low, high, table, entry);
    return this.decoding.recordAt(table, low & (PAGE_BYTES - 1));
  }

  /**
   * Pages are not those of RAM: each step has a lookup of its own, and its record is that of the physical place. An instruction that may go on
   * elsewhere than behind itself is for the reference CPU.
   */
  private fetchPiece(): number {
    const { memory, mmu, records } = this;
    const [low, high] = [memory.u32[RIP]!, memory.u32[RIP + 1]!];
    const physical = this.lookUp(low, high);
    if (physical < 0) return this.fault(1);
    const record = this.pieceAt(physical, low, high);
    return record === 0 || records.lengthOf(record) > mmu.span(low) ? FETCH_FALLBACK : record;
  }

  /** The record of the instruction at a physical address, which is that of an address in halves; 0: it has none. */
  private pieceAt(physical: number, low: number, high: number): number {
    const { records, decoding, memory } = this;
    const { u32 } = memory;
    const offset = physical & (PAGE_BYTES - 1);
    const table = this.tableOf(physical >>> PAGE_SHIFT, []);
    this.reset();
    u32[PRIVATE.pageBase >>> 2] = low - offset;
    u32[(PRIVATE.pageBase >>> 2) + 1] = high - (low < offset ? 1 : 0);
    u32[PRIVATE.pageTable >>> 2] = table;
    let record = decoding.recordAt(table, offset);
    while (record !== 0) {
      const handler = records.handler(record);
      if (handler === HANDLER.link) record = records.target(record);
      else if (handler === HANDLER.empty) record = decoding.fill(record);
      else return handler === HANDLER.fallback || handler === HANDLER.crossing ? 0 : record;
    }
    return 0;
  }

  /**
   * The TLB entry that the last lookup found or filled, as long as fetches from its page are known to hit it. Not with caches, or a TLB that every
   * hit changes: then each reference is made here, or each line of its own.
   */
  private knownEntry(): number {
    const { mmu, run } = this;
    const known = mmu.caches === null ? !mmu.everyHitCounts : run.possible;
    return known ? mmu.entryAddress : 0;
  }

  /** With caches: the whole fetch of the next step, all its lines looked up. As `fetch`; `at` is the record at rip, or 0: not known. */
  fetchLines(at: number): number {
    const { records, mmu } = this;
    this.steps = 1;
    let record = this.fetchHere(at) || this.fetch();
    for (;;) {
      if (record === FETCH_FAULT || record === FETCH_FALLBACK) return record;
      const handler = records.handler(record);
      if (handler === HANDLER.fallback) return FETCH_FALLBACK;
      if (handler === HANDLER.link) record = records.target(record);
      else if (handler === HANDLER.empty) record = this.decodeAt(record);
      else if (handler === HANDLER.crossing) record = this.fetchSecond(record);
      else break;
    }
    const onFirst = mmu.span(this.memory.u32[RIP]!);
    mmu.caches!.fetchRest(this.first, records.lengthOf(record), this.second, onFirst);
    if (!this.run.possible) return record;
    if (this.second < 0) this.steps = this.run.length(record);
    // The second lookup may have driven the page out.
    else this.tables.leavePage();
    return record;
  }

  /** With caches: the first line of a fetch from the current page, which hits the TLB. 0: there is more to do. */
  private fetchHere(at: number): number {
    const { records, decoding, mmu } = this;
    const { u32 } = this.memory;
    const low = u32[RIP]!;
    const tag = PRIVATE.pageTag >>> 2;
    if ((low & ~(PAGE_BYTES - 1)) >>> 0 !== u32[tag] || u32[RIP + 1] !== u32[tag + 1]) return 0;
    const table = u32[PRIVATE.pageTable >>> 2]!;
    let record = at || decoding.recordAt(table, low & (PAGE_BYTES - 1));
    let handler = records.handler(record);
    while (handler === HANDLER.link || handler === HANDLER.empty) {
      record = handler === HANDLER.link ? records.target(record) : decoding.fill(record);
      if (record === 0) return 0;
      handler = records.handler(record);
    }
    if (handler < HANDLER.first) return 0;
    this.first = this.code.frameOf(table) * PAGE_BYTES + (low & (PAGE_BYTES - 1));
    this.second = -1;
    mmu.caches!.beginStep();
    mmu.caches!.fetch(this.first);
    return record;
  }

  /** Of the steps that begin with the fetch made last so many have been made, and perhaps one more, which has faulted. */
  finishLines(made: number, faulted: boolean): void {
    if (this.steps > 1) this.mmu.caches!.fetchAgain(this.first, made - (faulted ? 0 : 1));
    this.steps = 1;
  }

  private fault(lookups: 1 | 2): number {
    this.lookups = lookups;
    return FETCH_FAULT;
  }

  private setPage(low: number, high: number, table: number, entry: number): void {
    const { u32 } = this.memory;
    const page = low & ~(PAGE_BYTES - 1);
    u32[PRIVATE.pageBase >>> 2] = page;
    u32[(PRIVATE.pageBase >>> 2) + 1] = high;
    const unknown = this.aligned && entry === 0;
    u32[PRIVATE.pageTag >>> 2] = unknown ? NO_TAG : page;
    u32[(PRIVATE.pageTag >>> 2) + 1] = unknown ? 0 : high;
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

  /** Fills an empty record (0: the one at rip in the current page) whose instruction has been fetched. */
  decodeAt(record: number): number {
    const { u32 } = this.memory;
    if (!this.aligned && this.isLost) return FETCH_FALLBACK;
    if (record === 0) return this.decoding.recordAt(u32[PRIVATE.pageTable >>> 2]!, u32[RIP]! & (PAGE_BYTES - 1));
    return this.decoding.fill(record) || this.decodeSplit(record);
  }

  /**
   * The instruction goes on in the next page. Looks without a lookup whether it is one for the reference CPU, which makes both lookups
   * itself.
   */
  private decodeSplit(record: number): number {
    // Without pages it is one piece with one lookup.
    if (!this.aligned) return FETCH_FALLBACK;
    const { low, high } = this.secondPage();
    const physical = this.mmu.peek(low, high);
    if (physical < 0) return FETCH_FALLBACK;
    return this.decoding.decodeCrossing(record, RAM_BASE + physical, 0) === 0 ? record : this.fetchSecond(record);
  }

  /** Address of the page behind the current one. */
  private secondPage(): { low: number; high: number } {
    const { u32 } = this.memory;
    const low = (u32[PRIVATE.pageBase >>> 2]! + PAGE_BYTES) >>> 0;
    return { low, high: (u32[(PRIVATE.pageBase >>> 2) + 1]! + (low === 0 ? 1 : 0)) >>> 0 };
  }

  /** Looks up the second page of an instruction that crosses, and goes on with its own record. */
  fetchSecond(record: number): number {
    const { memory, mmu, tally, misses, decoding } = this;
    misses.stamp(tally.clock());
    const { low, high } = this.secondPage();
    tally.countLookup(2);
    const physical = mmu.translate(low, high, FETCH, tally.clock() + 1);
    if (physical < 0) return this.fault(2);
    tally.keepLookup(physical);
    this.second = physical;
    const entry = this.knownEntry();
    const second = this.tableOf(physical >>> PAGE_SHIFT, [this.code.tableOf(record)]);
    if (entry !== 0 && mmu.caches === null) this.tables.fillCode(low, high, entry, second);
    if (!decoding.isCrossingTo(record, second)) {
      const beyond = RAM_BASE + this.code.frameOf(second) * PAGE_BYTES;
      if (decoding.decodeCrossing(record, beyond, second) === 0) return record;
    }
    memory.u32[PRIVATE.crossings >>> 2]!++;
    return decoding.ownOf(record);
  }

  /** The record is the second part of an instruction in two pages: both lookups have been made. */
  isCrossing(record: number): boolean {
    return record !== 0 && this.records.isCrossing(record);
  }
}
