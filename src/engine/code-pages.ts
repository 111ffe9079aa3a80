import type { PhysicalMemory } from '../memory/physical.js';
import { AHEAD_BYTES } from './dead-flags.js';
import { MAP_BYTES, PRIVATE, RECORD, TABLE_BYTES, TABLE_RECORDS } from './layout.js';

/** Longest instruction in bytes. */
const LONGEST = 15;
/** A record depends on the bytes of its instruction and of those that tell whether its flags are seen. */
const REACH = LONGEST + AHEAD_BYTES;

/**
 * The records of code pages: a pool of tables behind the RAM, one for each frame that code was executed from lately. A frame with a table
 * is marked in `memory.hasCode`. Tables are given up first in, first out.
 */
export class CodePages {
  /** Called when a table is given up or emptied (its byte offset). */
  onDropped: (table: number) => void = () => {};
  private readonly memory: PhysicalMemory;
  private readonly base: number;
  private readonly codeMap: number;
  private readonly count: number;
  private readonly tableOfFrame: Int32Array;
  private readonly frameOfTable: Int32Array;
  private readonly lastFrame: Int32Array;
  /** Records made so far. */
  private readonly made: Int32Array;
  /** Of a table: records of crossing instructions in other tables whose second page is this one. */
  private readonly dependents: number[][];
  private hand = 0;

  constructor(memory: PhysicalMemory) {
    this.memory = memory;
    // A byte for each frame, as hasCode, where WebAssembly can read it; then the tables.
    this.codeMap = memory.engineBase;
    const mapBytes = Math.ceil(memory.frameCount / 64) * 64;
    this.base = memory.engineBase + mapBytes;
    this.count = Math.floor((memory.engineBytes - mapBytes) / TABLE_BYTES);
    memory.u32[PRIVATE.codeMap >>> 2] = this.codeMap;
    if (this.count < 4) throw new RangeError(`the interpreter needs room for 4 code pages: ${4 * TABLE_BYTES} bytes`);
    this.tableOfFrame = new Int32Array(memory.frameCount).fill(-1);
    this.frameOfTable = new Int32Array(this.count).fill(-1);
    this.lastFrame = new Int32Array(this.count);
    this.made = new Int32Array(this.count);
    this.dependents = Array.from({ length: this.count }, () => []);
  }

  private indexOf(table: number): number {
    return (table - this.base) / TABLE_BYTES;
  }

  /** Byte offset of the table of a frame, or 0. */
  find(frame: number): number {
    const index = this.tableOfFrame[frame]!;
    return index < 0 ? 0 : this.base + index * TABLE_BYTES;
  }

  /** The table that a record is in. */
  tableOf(record: number): number {
    return record - ((record - this.base) % TABLE_BYTES);
  }

  /** The frame of a table, also after it was given up. */
  frameOf(table: number): number {
    return this.lastFrame[this.indexOf(table)]!;
  }

  /** A new, empty table for a frame; `kept` (byte offsets) are not given up for it. */
  create(frame: number, kept: readonly number[]): number {
    let index = this.hand;
    while (kept.includes(this.base + index * TABLE_BYTES)) index = (index + 1) % this.count;
    this.hand = (index + 1) % this.count;
    const old = this.frameOfTable[index]!;
    if (old >= 0) this.drop(old);
    const table = this.base + index * TABLE_BYTES;
    this.empty(table);
    this.frameOfTable[index] = this.lastFrame[index] = frame;
    this.tableOfFrame[frame] = index;
    this.mark(frame, 1);
    return table;
  }

  /** Forgets the records of a table. Nobody may be about to execute one. */
  empty(table: number): void {
    const index = this.indexOf(table);
    this.memory.u8.fill(0, table, table + MAP_BYTES);
    this.made[index] = 0;
    this.clearDependents(index);
    const outside = (record: number) => record < table || record >= table + TABLE_BYTES;
    this.dependents.forEach((records, other) => {
      if (records.length > 0) this.dependents[other] = records.filter(outside);
    });
    this.onDropped(table);
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

  /** The record of the instruction at a byte offset, or 0. */
  recordAt(table: number, offset: number): number {
    return this.memory.u32[(table >>> 2) + offset]!;
  }

  setRecord(table: number, offset: number, record: number): void {
    this.memory.u32[(table >>> 2) + offset] = record;
  }

  /** Records that can still be made. */
  room(table: number): number {
    return TABLE_RECORDS - this.made[this.indexOf(table)]!;
  }

  /** A new record, all zeros, behind the last one. There must be room. */
  make(table: number): number {
    const record = table + MAP_BYTES + this.made[this.indexOf(table)]!++ * RECORD.bytes;
    this.memory.u8.fill(0, record, record + RECORD.bytes);
    return record;
  }

  /** The record is the last one made, so that the next one will follow it. */
  isLast(record: number): boolean {
    const table = this.tableOf(record);
    return record === table + MAP_BYTES + (this.made[this.indexOf(table)]! - 1) * RECORD.bytes;
  }

  /** Bytes of a frame change: empties the records of instructions that may contain them. */
  clear(frame: number, offset: number, bytes: number): void {
    const index = this.tableOfFrame[frame]!;
    if (index < 0) return;
    const { u16 } = this.memory;
    const table = this.base + index * TABLE_BYTES;
    for (let at = Math.max(0, offset - REACH + 1); at < offset + bytes; at++) {
      const record = this.recordAt(table, at);
      if (record !== 0) u16[record >>> 1] = 0;
    }
    if (offset < LONGEST) this.clearDependents(index);
  }

  private clearDependents(index: number): void {
    for (const record of this.dependents[index]!) this.memory.u16[record >>> 1] = 0;
    this.dependents[index] = [];
  }

  /** A crossing instruction's record depends on the second page's bytes. */
  depend(secondTable: number, record: number): void {
    this.dependents[this.indexOf(secondTable)]!.push(record);
  }
}
