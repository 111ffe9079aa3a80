import { decode } from '../codec/decode.js';
import type { Decoded, DecodeError } from '../codec/decoded.js';
import { PAGE_BYTES, RAM_BASE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { CodePages } from './code-pages.js';
import { HANDLER, RECORD } from './layout.js';
import { nearTarget, type RecordWriter } from './records.js';

const LONGEST = 15;
/** Instructions decoded ahead at most, and records that this may take: with a mark behind, and a stub for each. */
const AHEAD = 48;
const NEEDED = 2 * AHEAD + 8;
/** After these nothing follows. */
const ENDS = /^(jmp|ret)$/;

interface Branch {
  readonly record: number;
  readonly target: number;
}

/** An empty record that stands for a target not decoded yet, and the branches that lead to it. */
interface Stub {
  readonly record: number;
  readonly branches: { readonly record: number; readonly handler: number }[];
}

/**
 * Turns the bytes of code pages into records. A chain of instructions that follow each other gets records that follow each other; where it
 * meets a known instruction it ends in a link, at the end of the page in a fall.
 */
export class Decoding {
  private readonly memory: PhysicalMemory;
  private readonly code: CodePages;
  private readonly records: RecordWriter;
  private readonly scratch = new Uint8Array(LONGEST);
  /** By table, then byte offset. */
  private readonly stubs = new Map<number, Map<number, Stub>>();

  constructor(memory: PhysicalMemory, code: CodePages, records: RecordWriter) {
    this.memory = memory;
    this.code = code;
    this.records = records;
  }

  /** A table was emptied or given up. */
  forget(table: number): void {
    this.stubs.delete(table);
  }

  /** The record to execute at a byte offset of a page. */
  recordAt(table: number, offset: number): number {
    return this.code.recordAt(table, offset) || this.decodeFrom(table, offset);
  }

  /**
   * An empty record was reached: fills it or finds another one, which is the answer. 0: the instruction lies in two pages, which is the
   * business of `decodeCrossing`.
   */
  fill(record: number): number {
    const { code, records } = this;
    const table = code.tableOf(record);
    const offset = records.offsetOf(record);
    if (code.room(table) < NEEDED) {
      code.empty(table);
      return this.decodeFrom(table, offset);
    }
    const known = code.recordAt(table, offset);
    if (known === record) return this.refill(record, table, offset);
    if (known === 0 && code.isLast(record)) return this.chain(table, offset, record);
    const found = known || this.decodeFrom(table, offset);
    this.resolve(table, offset, found);
    records.writeMark(record, HANDLER.link, offset, found);
    return found;
  }

  /** The bytes under a record have changed. What follows it stays only if the length does. */
  private refill(record: number, table: number, offset: number): number {
    const { code, records } = this;
    const start = this.physical(table, offset);
    const decoded = decode(this.memory.u8, start, start + Math.min(PAGE_BYTES - offset, LONGEST));
    if (decoded === 'truncated') {
      records.writeMark(record, HANDLER.empty, offset);
      return 0;
    }
    if (typeof decoded !== 'string' && records.lengthOf(record) === decoded.length) {
      const branches: Branch[] = [];
      this.writeOne(record, decoded, table, offset, branches);
      for (const branch of branches) this.lead(table, branch);
      return record;
    }
    code.setRecord(table, offset, 0);
    const found = this.decodeFrom(table, offset);
    records.writeMark(record, HANDLER.link, offset, found);
    return found;
  }

  private physical(table: number, offset: number): number {
    return RAM_BASE + this.code.frameOf(table) * PAGE_BYTES + offset;
  }

  /** A new chain. */
  private decodeFrom(table: number, offset: number): number {
    if (this.code.room(table) < NEEDED) this.code.empty(table);
    return this.chain(table, offset, this.code.make(table));
  }

  /** Decodes instructions from an offset on into `first`, the last record made, and those that follow. */
  private chain(table: number, first: number, start: number): number {
    const { code, records } = this;
    const branches: Branch[] = [];
    let record = start;
    let offset = first;
    for (let count = 0; offset < PAGE_BYTES && count < AHEAD && code.recordAt(table, offset) === 0; count++) {
      const decoded = this.decodeOne(record, table, offset, branches);
      if (decoded === null) break;
      offset += decoded.length;
      record = code.make(table);
      records.writeMark(record, HANDLER.empty, offset);
      if (ENDS.test(decoded.form.mnemonic)) break;
    }
    if (offset >= PAGE_BYTES) records.writeMark(record, HANDLER.fallOff, offset);
    else if (code.recordAt(table, offset) !== 0 && code.recordAt(table, offset) !== record)
      records.writeMark(record, HANDLER.link, offset, code.recordAt(table, offset));
    for (const branch of branches) this.lead(table, branch);
    this.resolve(table, first, start);
    return start;
  }

  /** The instruction, null if nothing follows it here: it crosses into the next page, or is for the reference CPU. */
  private decodeOne(record: number, table: number, offset: number, branches: Branch[]): Decoded | null {
    const start = this.physical(table, offset);
    const decoded = decode(this.memory.u8, start, start + Math.min(PAGE_BYTES - offset, LONGEST));
    this.code.setRecord(table, offset, record);
    if (decoded === 'truncated') {
      this.records.writeMark(record, HANDLER.empty, offset);
      return null;
    }
    return this.writeOne(record, decoded, table, offset, branches) ? (decoded as Decoded) : null;
  }

  /** Writes one record, and notes a branch; false: it is for the reference CPU. */
  private writeOne(
    record: number,
    decoded: Decoded | DecodeError,
    table: number,
    offset: number,
    branches: Branch[],
  ): boolean {
    const { records } = this;
    if (typeof decoded === 'string' || !records.write(record, decoded, offset)) {
      records.writeMark(record, HANDLER.fallback, offset);
      return false;
    }
    const next = offset + decoded.length;
    const target = nearTarget(decoded, next);
    if (target >= 0) branches.push({ record, target });
    else records.dropDeadFlags(record, this.memory.u8, this.physical(table, next), this.physical(table, PAGE_BYTES));
    return true;
  }

  /** Leads a branch to the record of its target, or to a stub for it. */
  private lead(table: number, { record, target }: Branch): void {
    const { code, records } = this;
    const known = code.recordAt(table, target);
    if (known !== 0) {
      records.setTarget(record, known);
      return;
    }
    const stub = this.stubs.get(table)?.get(target) ?? this.makeStub(table, target);
    stub.branches.push({ record, handler: records.handler(record) });
    records.setTarget(record, stub.record);
  }

  private makeStub(table: number, target: number): Stub {
    const stub: Stub = { record: this.code.make(table), branches: [] };
    this.records.writeMark(stub.record, HANDLER.empty, target);
    const stubs = this.stubs.get(table) ?? new Map<number, Stub>();
    this.stubs.set(table, stubs.set(target, stub));
    return stub;
  }

  /** The target of a stub is known: its branches go there directly. */
  private resolve(table: number, offset: number, found: number): void {
    const { records } = this;
    const stub = this.stubs.get(table)?.get(offset);
    if (stub === undefined) return;
    this.stubs.get(table)!.delete(offset);
    for (const { record, handler } of stub.branches) {
      const unchanged = records.handler(record) === handler && records.target(record) === stub.record;
      if (unchanged) records.setTarget(record, found);
    }
    if (stub.record !== found) records.writeMark(stub.record, HANDLER.link, offset, found);
  }

  /**
   * Makes the record of an instruction that goes on in another page, whose bytes start at `beyond` in the buffer: `record`, at its place,
   * checks that the records of the second page are `second`, and leads to a record of its own, which is the answer. 0: the instruction is
   * for the reference CPU.
   */
  decodeCrossing(record: number, beyond: number, second: number): number {
    const { code, records } = this;
    const { u8, u32 } = this.memory;
    const table = code.tableOf(record);
    const offset = records.offsetOf(record);
    const onPage = PAGE_BYTES - offset;
    const start = this.physical(table, offset);
    this.scratch.set(u8.subarray(start, start + onPage));
    this.scratch.set(u8.subarray(beyond, beyond + LONGEST - onPage), onPage);
    const decoded = decode(this.scratch, 0, LONGEST);
    const own = u32[(record + RECORD.own) >>> 2]! || this.makeOwn(table);
    u32[(record + RECORD.own) >>> 2] = own;
    if (typeof decoded === 'string' || !records.write(own, decoded, offset)) {
      records.writeMark(record, HANDLER.fallback, offset);
      return 0;
    }
    const next = offset + decoded.length;
    records.writeMark(own + RECORD.bytes, HANDLER.fallOff, next);
    const target = nearTarget(decoded, next);
    if (target >= 0) this.lead(table, { record: own, target });
    records.writeMark(record, HANDLER.crossing, offset, second);
    if (second !== 0) code.depend(second, record);
    return own;
  }

  /** Two records, for a crossing instruction and what follows it. */
  private makeOwn(table: number): number {
    const own = this.code.make(table);
    this.code.make(table);
    return own;
  }

  /** The record at its place of a crossing instruction is good for this second page. */
  isCrossingTo(record: number, second: number): boolean {
    return this.records.handler(record) === HANDLER.crossing && this.records.target(record) === second;
  }

  /** The instruction's own record, behind the check of its second page. */
  ownOf(record: number): number {
    return this.memory.u32[(record + RECORD.own) >>> 2]!;
  }
}
