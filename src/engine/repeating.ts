import { decode } from '../codec/decode.js';
import type { Decoded } from '../codec/decoded.js';
import { PAGE_BYTES, RAM_BASE, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { Mmu } from '../mmu/mmu.js';
import { HANDLER, PRIVATE, RECORD } from './layout.js';
import type { RecordWriter } from './records.js';

const LONGEST = 15;
const RIP = STATE.rip >>> 2;
const REPEATING = STATE.repeating >>> 2;
const TWO32 = 0x1_0000_0000;

/**
 * The string instruction between two elements. It goes on with a copy of its record, because the record may be overwritten or its table
 * used for something else, and without a lookup. What follows the copy falls off the page, that is, is found through its address.
 */
export class Repeating {
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;
  private readonly records: RecordWriter;
  /** The copy is that of the present state. */
  private known = false;

  constructor(memory: PhysicalMemory, mmu: Mmu, records: RecordWriter) {
    this.memory = memory;
    this.mmu = mmu;
    this.records = records;
  }

  /** The state has been changed from outside. */
  forget(): void {
    this.known = false;
  }

  /** Makes the copy; the answer is the record to go on with. */
  copy(record: number): number {
    const { memory } = this;
    if (record === PRIVATE.repeatRecord) return record;
    memory.u8.copyWithin(PRIVATE.repeatRecord, record, record + RECORD.bytes);
    memory.u16[PRIVATE.repeatRecord >>> 1] = memory.u16[PRIVATE.repeatHandler >>> 1]!;
    return this.finish();
  }

  private finish(): number {
    const { records } = this;
    const copy = PRIVATE.repeatRecord;
    records.writeMark(PRIVATE.repeatNext, HANDLER.fallOff, records.offsetOf(copy) + records.lengthOf(copy));
    this.known = true;
    return copy;
  }

  /** At the end of a run, which would have gone on at `record`. */
  keep(record: number): void {
    if (this.memory.u32[REPEATING] === 0 || record === 0) this.known = false;
    else this.copy(record);
  }

  /** Where a run between two elements begins. 0: there is no such instruction any more. */
  resume(): number {
    const { memory } = this;
    const { u32 } = memory;
    // A record counts from the start of its frame, which need not be that of a page.
    const offset = this.known ? this.records.offsetOf(PRIVATE.repeatRecord) : u32[RIP]! & (PAGE_BYTES - 1);
    u32[PRIVATE.pageBase >>> 2] = u32[RIP]! - offset;
    u32[(PRIVATE.pageBase >>> 2) + 1] = u32[RIP + 1]! - (u32[RIP]! < offset ? 1 : 0);
    if (this.known) return PRIVATE.repeatRecord;
    const decoded = this.decodeAgain();
    if (decoded === null) return 0;
    this.records.write(PRIVATE.repeatRecord, decoded, u32[RIP]! & (PAGE_BYTES - 1));
    memory.u16[PRIVATE.repeatHandler >>> 1] = memory.u16[PRIVATE.repeatRecord >>> 1]!;
    return this.finish();
  }

  /** Reads the instruction at rip without lookups; null: somebody has put another one there. */
  private decodeAgain(): Decoded | null {
    const { memory, mmu } = this;
    const [low, high] = [memory.u32[RIP]!, memory.u32[RIP + 1]!];
    const onPage = mmu.span(low);
    const bytes = new Uint8Array(LONGEST);
    for (let index = 0; index < LONGEST; index++) {
      const at = low + index;
      const physical = mmu.peek(at >>> 0, high + (at >= TWO32 ? 1 : 0));
      if (physical < 0 && index >= onPage) break;
      bytes[index] = memory.u8[RAM_BASE + physical]!;
    }
    const decoded = decode(bytes, 0, LONGEST);
    return typeof decoded === 'string' || decoded.repeat === 'none' || decoded.form.repeat === 'none' ? null : decoded;
  }
}
