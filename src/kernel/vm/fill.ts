import type { Image } from '../../asm/image.js';
import { COUNTER } from '../../memory/layout.js';
import type { Area } from './area.js';
import { entryNumber } from './entry.js';
import { FRAME_USE } from './frames.js';
import type { PageTable } from './page-table.js';
import type { VirtualMemory } from './virtual-memory.js';

/** First touch of a page: its part of the image, or zeros. */
export function firstTouch(vm: VirtualMemory, area: Area, table: PageTable, page: number, entry: number): boolean {
  const frame = vm.takeFrame(FRAME_USE.page);
  if (frame < 0) return false;
  vm.zero(frame);
  const fromImage = area.image !== null && copyFromImage(vm, frame, area.image, page * vm.pageBytes);
  vm.memory.count(fromImage ? COUNTER.imageFills : COUNTER.zeroFills);
  vm.map(table, page, entry, frame, area.rights);
  vm.frames.filled(frame, vm.time);
  // What others may see too cannot be dropped and made again for each.
  if (area.shared) vm.frames.onlyCopy[frame] = 1;
  vm.frames.shared[frame] = area.shared ? 1 : 0;
  vm.emit({ kind: 'fill', pid: table.pid, page: page * vm.pageBytes, frame, content: fromImage ? 'image' : 'zero' });
  return true;
}

/** Copies the bytes of the image that lie in the page at `start` into its (zeroed) frame. False: there are none. */
function copyFromImage(vm: VirtualMemory, frame: number, image: Image, start: number): boolean {
  let any = false;
  for (const segment of image.segments) {
    const address = Number(segment.address);
    const from = Math.max(start, address);
    const to = Math.min(start + vm.pageBytes, address + segment.bytes.length);
    if (from >= to) continue;
    any = true;
    vm.bytesOf(frame).set(segment.bytes.subarray(from - address, to - address), from - start);
  }
  return any;
}

/** Brings a page back from its slot. The slot stays with the frame as its copy, until the page is changed. */
export function swapIn(vm: VirtualMemory, area: Area, table: PageTable, page: number, entry: number): boolean {
  const { frames, swap } = vm;
  const slot = entryNumber(table.low(entry));
  // Where stores cannot be caught, a page that others still have in this slot must not stay with it.
  const alone = area.shared || vm.book.protects || swap.owners[slot] === 1;
  let frame = swap.frameOf(slot);
  if (frame < 0) {
    frame = readSlot(vm, table, page, slot);
    if (frame < 0) return false;
    frames.filled(frame, vm.time);
    frames.shared[frame] = area.shared ? 1 : 0;
    if (alone) keepSlot(vm, frame, slot);
    else frames.onlyCopy[frame] = 1;
  }
  frames.addMapping(frame, table, page);
  swap.removeOwner(slot);
  const rights = area.shared || vm.exclusive(frame) ? area.rights : { ...area.rights, write: false };
  frames.removeMapping(frame, table, page);
  vm.map(table, page, entry, frame, rights);
  return true;
}

/** A new frame with the content of a slot; -1: no frame, or the disk fails. */
function readSlot(vm: VirtualMemory, table: PageTable, page: number, slot: number): number {
  const frame = vm.takeFrame(FRAME_USE.page);
  if (frame < 0) return -1;
  vm.written(frame);
  if (!vm.swap.read(slot, vm.bytesOf(frame))) {
    vm.frames.release(frame);
    vm.shortage = vm.swapReadFailed();
    return -1;
  }
  vm.countPage(COUNTER.kernelWrites);
  vm.memory.count(COUNTER.swapIns);
  vm.emit({ kind: 'swapIn', pid: table.pid, page: page * vm.pageBytes, frame, slot });
  return frame;
}

function keepSlot({ frames, swap }: VirtualMemory, frame: number, slot: number): void {
  frames.slot[frame] = slot;
  swap.addOwner(slot);
  swap.setFrame(slot, frame);
}
