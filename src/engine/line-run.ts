import type { PhysicalMemory } from '../memory/physical.js';
import type { Mmu } from '../mmu/mmu.js';
import { keys } from './generated/interpreter.js';
import { HANDLER, RECORD } from './layout.js';

const names = keys.split(' ');
/** 1 for the handlers whose keys match. */
function handlersLike(pattern: RegExp): Uint8Array {
  const found = new Uint8Array(HANDLER.first + names.length);
  names.forEach((key, index) => {
    found[HANDLER.first + index] = pattern.test(key) ? 1 : 0;
  });
  return found;
}
/** Handlers behind which another instruction than the next one in memory may be executed; and those that may be several steps. */
const jumps = handlersLike(/^(j|call|ret|loop)/);
const repeats = handlersLike(/rep(n?e)?$/);

/**
 * Fetches from one line of the instruction cache, one after the other: the first is looked up, and those behind it hit the same line and the
 * same page, whatever the data accesses between them do, if data can evict neither. Nothing but their number is to be noted.
 */
export class LineRun {
  /** Data accesses leave the caches and TLBs of fetches alone. */
  readonly possible: boolean;
  private readonly lineBytes: number;
  private readonly u8: Uint8Array;
  private readonly u16: Uint16Array;
  private readonly u32: Uint32Array;

  constructor(memory: PhysicalMemory, mmu: Mmu, aligned: boolean) {
    const { caches, tlb } = mmu.config;
    this.u8 = memory.u8;
    this.u16 = memory.u16;
    this.u32 = memory.u32;
    this.lineBytes = caches?.lineBytes ?? 1;
    const ownCache = caches != null && caches.l1i !== null && !caches.unified && !caches.inclusive;
    this.possible = ownCache && aligned && !tlb.unified && tlb.itlb !== null && !mmu.everyHitCounts;
  }

  /** How many instructions from a record on, at least one, are fetched from the line of its first byte. */
  length(record: number): number {
    const { u8, u16, u32 } = this;
    const start = u16[(record + RECORD.nextOffset) >>> 1]! - u8[record + RECORD.length]!;
    const end = start - (start % this.lineBytes) + this.lineBytes;
    let count = 0;
    for (let at = record; ; ) {
      const handler = u16[(at + RECORD.handler) >>> 1]!;
      if (handler === HANDLER.link) {
        at = u32[(at + RECORD.displacement) >>> 2]!;
        continue;
      }
      if (handler < HANDLER.first || repeats[handler] === 1 || u16[(at + RECORD.nextOffset) >>> 1]! > end) break;
      count++;
      if (jumps[handler] === 1) break;
      at += RECORD.bytes;
    }
    return Math.max(count, 1);
  }
}
