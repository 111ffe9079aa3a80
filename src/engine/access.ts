import type { Writer } from './expression.js';
import { ACCESS, FAST, FAST_SLOT, FAST_SLOTS } from './layout.js';
import type { AccessPlan } from './plan.js';
import type { FunctionBody } from './wasm.js';

const SLOT_MASK = (FAST_SLOTS - 1) * FAST_SLOT.bytes;

/** Byte offset of the fast-table slot of an address, from the low half of the address. The code in `pushSlot` does the same. */
export function slotOf(low: number): number {
  return ((low >>> 7) ^ (low >>> 16)) & SLOT_MASK;
}

/**
 * Looks an access up in the data fast table. Pushes 1 if it is not there, and leaves the address and the slot in locals. A tag is
 * compared with the page of the last byte in the slot of the first: an access that crosses pages is never there.
 */
export function pushMismatch(body: FunctionBody, access: AccessPlan, address: number, slot: number): void {
  body.get(address);
  body.op('i32.wrap_i64');
  body.tee(access.place);
  body.i32(7);
  body.op('i32.shr_u');
  body.get(access.place);
  body.i32(16);
  body.op('i32.shr_u');
  body.op('i32.xor');
  body.i32(SLOT_MASK);
  body.op('i32.and');
  body.tee(slot);
  body.memory('i64.load', FAST + ((access.flags & ACCESS.write) !== 0 ? FAST_SLOT.write : FAST_SLOT.read));
  body.get(address);
  if (access.bytes > 1) {
    body.i64(BigInt(access.bytes - 1));
    body.op('i64.add');
  }
  body.i64(-4096n);
  body.op('i64.and');
  body.op('i64.ne');
}

/** After a match: stamps the TLB entry with the time that is on the stack of `pushTime`, and sets the place. */
export function stampAndPlace(body: FunctionBody, access: AccessPlan, slot: number, pushTime: () => void): void {
  body.get(slot);
  body.memory('i32.load', FAST + FAST_SLOT.entry);
  pushTime();
  body.memory('i64.store', 24);
  body.get(access.place);
  body.get(slot);
  body.memory('i32.load', FAST + FAST_SLOT.addend);
  body.op('i32.add');
  body.set(access.place);
}

/** Moment of an access within its step. */
export function momentOf(access: AccessPlan): bigint {
  return (access.flags & ACCESS.second) !== 0 ? 4n : 2n;
}

/** Puts the address of an access into a local. */
export function addressLocal(writer: Writer, access: AccessPlan): number {
  const local = writer.temporary('i64');
  writer.emit(access.address);
  writer.body.set(local);
  return local;
}
