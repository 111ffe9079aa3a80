import { COUNTER } from '../../memory/layout.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { Area } from './area.js';
import { entryNumber } from './entry.js';
import { FRAME_USE } from './frames.js';
import type { PageTable } from './page-table.js';
import type { VirtualMemory } from './virtual-memory.js';

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
  vm.memory.copyFrame(shared, own);
  vm.memory.count(COUNTER.pageCopies);
  vm.countPage(COUNTER.kernelReads);
  vm.countPage(COUNTER.kernelWrites);
  vm.drop(table, page, entry, low);
  vm.map(table, page, entry, own, area.rights, low & ENTRY.accessed);
  frames.onlyCopy[own] = 1;
  frames.filled(own, vm.time);
  vm.emit({ kind: 'copy', pid: table.pid, page: page * 4096, from: shared, to: own });
  return true;
}
