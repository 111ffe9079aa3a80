import { COUNTER } from '../../memory/layout.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { AddressSpace } from './address-space.js';
import type { Area } from './area.js';
import { entryKind, entryNumber, isResident } from './entry.js';
import { firstTouch } from './fill.js';
import { FRAME_USE } from './frames.js';
import type { PageTable } from './page-table.js';
import type { VirtualMemory } from './virtual-memory.js';

/**
 * A second space like the first (fork): the same areas; the same frames and slots, of which no private one is writable any more, on either
 * side; where the design has no write bit the child gets copies. Pages of shared areas that nobody has touched get their frames now, so that both spaces name the same. null: no memory.
 */
export function forkSpace(vm: VirtualMemory, parent: AddressSpace, pid: number): AddressSpace | null {
  const table = vm.newTable(pid);
  if (table === null) return null;
  const child = parent.likeness(table);
  const done = parent.areas.every((area) =>
    area.pageBytes !== undefined
      ? vm.largePages.share(area, parent.table, table)
      : (!area.shared || touchAll(parent, area)) && shareArea(vm, area, parent, child),
  );
  if (done) return child;
  child.destroy();
  return null;
}

function touchAll(space: AddressSpace, area: Area): boolean {
  const page = space.vm.pageBytes;
  for (let address = area.start; address < area.end; address += page) {
    const entry = space.table.ensure(address / page);
    if (entry === 0) return false;
    if (space.table.low(entry) === 0 && !firstTouch(space.vm, area, space.table, address / page, entry)) return false;
  }
  return true;
}

/** Enters in the child what the parent has of an area. */
function shareArea(vm: VirtualMemory, area: Area, parent: AddressSpace, child: AddressSpace): boolean {
  let complete = true;
  const rights = area.shared ? area.rights : { ...area.rights, write: false };
  parent.table.forEach(area.start / vm.pageBytes, area.end / vm.pageBytes, (page, entry) => {
    const own = complete ? child.table.ensure(page) : 0;
    complete = own !== 0;
    if (!complete) return;
    // Making a table may have evicted the very page, so its entry is read only now.
    const low = parent.table.low(entry);
    if (isResident(low) && !area.shared && !vm.book.protects) {
      complete = copyPage(vm, area, low, child.table, page, own);
    } else if (isResident(low)) {
      if ((low & ENTRY.write) !== 0 && !area.shared) vm.remap(parent.table, page, entry, low, rights);
      vm.map(child.table, page, own, entryNumber(low), rights, low & ENTRY.accessed);
    } else if (entryKind(low) === 'swapped') {
      child.table.set(own, low, 0);
      vm.swap.addOwner(entryNumber(low));
    }
  });
  return complete;
}

/** Gives the child a page of its own at once: a design without a write bit cannot tell the first store. */
function copyPage(vm: VirtualMemory, area: Area, low: number, table: PageTable, page: number, entry: number): boolean {
  const { frames } = vm;
  const from = entryNumber(low);
  const own = frames.pinned(from, () => vm.takeFrame(FRAME_USE.page));
  if (own < 0) return false;
  vm.copy(from, own);
  vm.memory.count(COUNTER.pageCopies);
  vm.map(table, page, entry, own, area.rights, low & ENTRY.accessed);
  frames.onlyCopy[own] = 1;
  frames.filled(own, vm.time);
  vm.emit({ kind: 'copy', pid: table.pid, page: page * vm.pageBytes, from, to: own });
  return true;
}

/**
 * Copy-on-write: the first store to a page whose frame, or whose copy in swap, others refer to as well. The writer gets a frame of
 * its own; the last one left just becomes the owner. False: no frame, see `vm.shortage`.
 */
export function makeWritable(vm: VirtualMemory, area: Area, table: PageTable, page: number, entry: number): boolean {
  const low = table.low(entry);
  const shared = entryNumber(low);
  const { frames } = vm;
  if (frames.mappings[shared]!.length === 1) {
    if (!vm.exclusive(shared)) {
      vm.releaseSlot(shared);
      frames.onlyCopy[shared] = 1;
    }
    vm.remap(table, page, entry, low, area.rights);
    return true;
  }
  const own = frames.pinned(shared, () => vm.takeFrame(FRAME_USE.page));
  if (own < 0) return false;
  vm.copy(shared, own);
  vm.memory.count(COUNTER.pageCopies);
  vm.drop(table, page, entry, low);
  vm.map(table, page, entry, own, area.rights, low & ENTRY.accessed);
  frames.onlyCopy[own] = 1;
  frames.filled(own, vm.time);
  vm.emit({ kind: 'copy', pid: table.pid, page: page * vm.pageBytes, from: shared, to: own });
  return true;
}
