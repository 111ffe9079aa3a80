import type { PhysicalMemory } from '../memory/physical.js';
import { AHEAD_BYTES } from './dead-flags.js';
import { CROSSING, PRIVATE, RECORD, TABLE_BYTES } from './layout.js';
import type { RecordWriter } from './records.js';

/** Longest instruction in bytes. */
const LONGEST = 15;
/** A record depends on the bytes of its instruction and of those that tell whether its flags are seen. */
const REACH = LONGEST + AHEAD_BYTES;

/**
 * The records of code pages: a pool of tables behind the RAM, one for each frame that code was executed from lately. A frame with a table
 * is marked in `memory.hasCode`. Tables are given up first in, first out.
 */
export class CodePages {
  /** Called when a table is given up (its byte offset). */
  onDropped: (table: number) => void = () => {};
  private readonly memory: PhysicalMemory;
  private readonly records: RecordWriter;
  private readonly base: number;
  private readonly codeMap: number;
  private readonly count: number;
  private readonly tableOfFrame: Int32Array;
  private readonly frameOfTable: Int32Array;
  /** Of a table: records of crossing instructions in other tables whose second page is this one. */
  private readonly dependents: number[][];
  private readonly used: Uint8Array;
  private readonly lastFrame: Int32Array;
  private hand = 0;

  constructor(memory: PhysicalMemory, records: RecordWriter) {
    this.memory = memory;
    this.records = records;
    // A byte for each frame, as hasCode, where WebAssembly can read it; then the tables.
    this.codeMap = memory.engineBase;
    const mapBytes = Math.ceil(memory.frameCount / 64) * 64;
    this.base = memory.engineBase + mapBytes;
    this.count = Math.floor((memory.engineBytes - mapBytes) / TABLE_BYTES);
    memory.u32[PRIVATE.codeMap >>> 2] = this.codeMap;
    if (this.count < 4) throw new RangeError(`the interpreter needs room for 4 code pages: ${4 * TABLE_BYTES} bytes`);
    this.tableOfFrame = new Int32Array(memory.frameCount).fill(-1);
    this.frameOfTable = new Int32Array(this.count).fill(-1);
    this.dependents = Array.from({ length: this.count }, () => []);
    this.used = new Uint8Array(this.count);
    this.lastFrame = new Int32Array(this.count);
  }

  /** Byte offset of the table of a frame, or 0. */
  find(frame: number): number {
    const index = this.tableOfFrame[frame]!;
    return index < 0 ? 0 : this.base + index * TABLE_BYTES;
  }

  /** The frame of a table, also after it was given up. */
  frameOf(table: number): number {
    return this.lastFrame[(table - this.base) / TABLE_BYTES]!;
  }

  /** A new, empty table for a frame; `kept` (byte offsets) are not given up for it. */
  create(frame: number, kept: readonly number[]): number {
    let index = this.hand;
    while (kept.includes(this.base + index * TABLE_BYTES)) index = (index + 1) % this.count;
    this.hand = (index + 1) % this.count;
    const old = this.frameOfTable[index]!;
    if (old >= 0) this.drop(old);
    const table = this.base + index * TABLE_BYTES;
    if (this.used[index] === 1) this.memory.u8.fill(0, table, table + TABLE_BYTES);
    this.used[index] = 1;
    this.records.writeEnd(table);
    this.frameOfTable[index] = this.lastFrame[index] = frame;
    this.tableOfFrame[frame] = index;
    this.mark(frame, 1);
    return table;
  }

  /** Gives up the table of a frame. Its bytes stay until it is used again: a handler may still be reading its record. */
  drop(frame: number): void {
    const index = this.tableOfFrame[frame]!;
    if (index < 0) return;
    this.clearDependents(index);
    this.tableOfFrame[frame] = -1;
    this.frameOfTable[index] = -1;
    this.mark(frame, 0);
    this.onDropped(this.base + index * TABLE_BYTES);
  }

  private mark(frame: number, hasCode: 0 | 1): void {
    this.memory.hasCode[frame] = hasCode;
    this.memory.u8[this.codeMap + frame] = hasCode;
  }

  /** Bytes of a frame change: forgets the instructions that may contain them. */
  clear(frame: number, offset: number, bytes: number): void {
    const index = this.tableOfFrame[frame]!;
    if (index < 0) return;
    const table = this.base + index * TABLE_BYTES;
    const { u16 } = this.memory;
    const first = Math.max(0, offset - REACH + 1);
    for (let slot = first; slot < offset + bytes; slot++) u16[(table + slot * RECORD.bytes) >>> 1] = 0;
    if (offset < LONGEST) this.clearDependents(index);
  }

  private clearDependents(index: number): void {
    for (const record of this.dependents[index]!) this.memory.u16[record >>> 1] = 0;
    this.dependents[index] = [];
  }

  /** A crossing instruction's record depends on the second page's bytes. */
  depend(secondTable: number, record: number): void {
    this.dependents[(secondTable - this.base) / TABLE_BYTES]!.push(record);
  }

  /** Byte offset from the start of its page of the instruction that a record is for. */
  offsetOf(record: number): number {
    const slot = ((record - this.base) % TABLE_BYTES) / RECORD.bytes;
    return slot < CROSSING ? slot : 4096 - 16 + slot - CROSSING;
  }

  isCrossing(record: number): boolean {
    return record >= this.base && ((record - this.base) % TABLE_BYTES) / RECORD.bytes >= CROSSING;
  }

  /** The record for a crossing instruction at a byte offset of a table. */
  crossingRecord(table: number, offset: number): number {
    return table + (CROSSING + offset - (4096 - 16)) * RECORD.bytes;
  }
}
