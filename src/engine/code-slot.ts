import { CODE_FAST_SLOT, CODE_FAST_SLOTS } from './layout.js';
import type { FunctionBody } from './wasm.js';

const CODE_SLOT_MASK = (CODE_FAST_SLOTS - 1) * CODE_FAST_SLOT.bytes;

/** Byte offset of the code-table slot of a page address. */
export function codeSlotOf(low: number): number {
  return ((low >>> 8) ^ (low >>> 16)) & CODE_SLOT_MASK;
}

/** Pushes the slot of the page whose address is in a local. */
export function pushCodeSlot(body: FunctionBody, page: number): void {
  body.get(page);
  body.op('i32.wrap_i64');
  body.i32(8);
  body.op('i32.shr_u');
  body.get(page);
  body.op('i32.wrap_i64');
  body.i32(16);
  body.op('i32.shr_u');
  body.op('i32.xor');
  body.i32(CODE_SLOT_MASK);
  body.op('i32.and');
}
