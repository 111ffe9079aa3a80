import type { Image } from '../asm/image.js';
import type { Kernel } from './kernel.js';
import { outOfMemory } from './loader.js';
import { ContiguousSpace } from './unpaged/contiguous-space.js';
import type { PlainMemory } from './unpaged/plain-memory.js';
import { SegmentedSpace } from './unpaged/segmented-space.js';
import { AddressSpace } from './vm/address-space.js';
import type { LoadProblem } from './vm/load-problem.js';
import type { Space } from './vm/space.js';

/** A new, empty address space of the kind that the memory design has, or why there is none. */
export function newSpace({ vm, plain, options }: Kernel, pid: number, image: Image): Space | LoadProblem {
  if (plain !== null) {
    const kind = plain.design.kind === 'segments' ? SegmentedSpace : ContiguousSpace;
    return kind.create(plain, pid, options.stackLimit) ?? noRoom(plain, image);
  }
  const table = vm.newTable(pid);
  return table === null ? outOfMemory(image) : new AddressSpace(vm, table, options.stackLimit);
}

function noRoom(plain: PlainMemory, image: Image): LoadProblem {
  const { extents, design } = plain;
  const { free, holes, largestHole } = extents.division();
  const needed = Math.min(2 ** design.virtualBits, extents.partition ?? Number.POSITIVE_INFINITY);
  const hole = { needed, free, holes, largestHole, partition: extents.partition, wantsSwap: plain.place !== null };
  return { problem: 'noRoom', segment: null, address: image.entry, hole };
}
