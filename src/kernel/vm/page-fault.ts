import { PF_ERROR } from '../../cpu/trap.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { AddressSpace } from './address-space.js';
import { entryKind, entryNumber, type Rights } from './entry.js';
import { firstTouch, swapIn } from './fill.js';
import { makeWritable } from './share.js';

export type AccessKind = 'read' | 'write' | 'fetch';

/** The access that a page fault's error code tells of. */
export function accessOf(errorCode: number): AccessKind {
  if ((errorCode & PF_ERROR.fetch) !== 0) return 'fetch';
  return (errorCode & PF_ERROR.write) !== 0 ? 'write' : 'read';
}

/** `shortage`: a frame or the disk is missing, see `VirtualMemory.shortage`. */
export type FaultOutcome = 'resolved' | 'SEGV_MAPERR' | 'SEGV_ACCERR' | 'shortage';

/** What an area allows. On x86 a page that is accessible at all can be read. */
export function allows(rights: Rights, access: AccessKind): boolean {
  if (access === 'write') return rights.write;
  if (access === 'fetch') return rights.execute;
  return rights.read || rights.write || rights.execute;
}

/** The fault handler: makes the page of an address usable for an access, or says why not. Nothing is changed then. */
export function resolveFault(space: AddressSpace, address: number, access: AccessKind): FaultOutcome {
  const area = space.areaAt(address) ?? space.growStack(address);
  if (area === null) return 'SEGV_MAPERR';
  if (!allows(area.rights, access)) return 'SEGV_ACCERR';
  const { vm, table } = space;
  if (area.pageBytes !== undefined) return vm.largePages.resolve(table, area, address, access);
  const page = Math.floor(address / vm.pageBytes);
  const entry = table.ensure(page);
  if (entry === 0) return 'shortage';
  const low = table.low(entry);
  switch (entryKind(low)) {
    case 'swapped':
      return swapIn(vm, area, table, page, entry) ? 'resolved' : 'shortage';
    case 'empty':
      return firstTouch(vm, area, table, page, entry) ? 'resolved' : 'shortage';
    default:
      if (access !== 'write' || (low & ENTRY.write) !== 0) return 'resolved';
      return makeWritable(vm, area, table, page, entry) ? 'resolved' : 'shortage';
  }
}

/** Number of the page of an address within the large page that its entry maps; 0 for others. */
export function pageWithin(space: AddressSpace, address: number, low: number): number {
  if ((low & ENTRY.pageSize) === 0) return 0;
  return Math.floor((address % space.areaAt(address)!.pageBytes!) / space.vm.pageBytes);
}

/**
 * Frame of a user page that the kernel is about to read or write on behalf of the program, as the processor would: through the
 * entry, setting its accessed and dirty bits. A fault is resolved on the way. -1 with the outcome in `space.lastOutcome`.
 */
export function userFrame(space: AddressSpace, address: number, access: 'read' | 'write'): number {
  const { vm, table } = space;
  const page = Math.floor(address / vm.pageBytes);
  for (;;) {
    const entry = table.find(page);
    const low = entry === 0 ? 0 : table.low(entry);
    if ((low & ENTRY.present) !== 0 && (access === 'read' || (low & ENTRY.write) !== 0)) {
      const flags = access === 'write' ? ENTRY.accessed | ENTRY.dirty : ENTRY.accessed;
      if ((low & flags) !== flags) table.setLow(entry, (low | flags) >>> 0);
      const frame = entryNumber(low) + pageWithin(space, address, low);
      vm.used(frame);
      return frame;
    }
    space.lastOutcome = resolveFault(space, address, access);
    if (space.lastOutcome !== 'resolved') return -1;
  }
}
