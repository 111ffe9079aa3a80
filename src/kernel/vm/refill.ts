import { TLB_FLAG } from '../../memory/layout.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { AddressSpace } from './address-space.js';
import { isResident } from './entry.js';
import { type AccessKind, allows, pageWithin } from './page-fault.js';

/** Bytes of the larger ones of large pages. */
const LARGEST = 2 ** 30;
const ACCESS = { read: 0, write: 1, fetch: 2 } as const;

/** What a refill comes to; `absent` and `denied` are page faults. */
export type RefillOutcome = 'entered' | 'absent' | 'denied';

/**
 * The handler of a TLB that software refills: walks the tables, each entry a kernel reference, sets A, and D for a write, as the processor would, and
 * enters the translation.
 */
export function refill(space: AddressSpace, address: number, access: AccessKind): RefillOutcome {
  const { vm, table } = space;
  const { book, mmu, pageBytes } = vm;
  const entry = table.find(Math.floor(address / pageBytes));
  const low = entry === 0 ? 0 : table.low(entry);
  if (!isResident(low) || (low & ENTRY.present) === 0) return 'absent';
  const { write, noExecute } = book.hardware(entry);
  if (!allows({ read: true, write, execute: !noExecute }, access)) return 'denied';
  const used = ENTRY.accessed | (access === 'write' ? ENTRY.dirty : 0);
  if ((low & used) !== used) table.setLow(entry, (low | used) >>> 0);
  const bits = book.hardware(entry);
  let flags: number = TLB_FLAG.valid | TLB_FLAG.user;
  if (write) flags |= TLB_FLAG.write;
  if (noExecute) flags |= TLB_FLAG.noExecute;
  if (bits.dirty) flags |= TLB_FLAG.dirty;
  const within = pageWithin(space, address, low);
  if ((low & ENTRY.pageSize) !== 0)
    flags |= space.areaAt(address)!.pageBytes === LARGEST ? TLB_FLAG.size1G : TLB_FLAG.size2M;
  const translation = { frame: bits.address / pageBytes + within, flags, leaf: entry };
  mmu.insert(address >>> 0, Math.floor(address / 2 ** 32), ACCESS[access], translation, vm.time);
  return 'entered';
}
