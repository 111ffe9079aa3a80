import { ERRNO } from '../errno.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { type Area, PAGE, pageDown, pageUp } from '../vm/area.js';
import type { Rights } from '../vm/entry.js';
import type { Space } from '../vm/space.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

const PROT = { read: 1, write: 2, execute: 4 } as const;
const MAP = {
  shared: 0x01,
  private: 0x02,
  typeMask: 0x0f,
  fixed: 0x10,
  anonymous: 0x20,
  growsDown: 0x100,
  hugeTlb: 0x4_0000,
  fixedNoReplace: 0x10_0000,
} as const;
/** Bits 31:26 of the flags of a mapping of large pages: binary logarithm of their size, 0 for the usual one. */
const HUGE_SHIFT = 26;
const LARGE_PAGES: ReadonlyMap<number, number> = new Map([
  [0, 2 ** 21],
  [21, 2 ** 21],
  [30, 2 ** 30],
]);
const MADV = { normal: 0, random: 1, sequential: 2, willNeed: 3, dontNeed: 4, free: 8 } as const;

const rightsOf = (protection: number): Rights => ({
  read: (protection & PROT.read) !== 0,
  write: (protection & PROT.write) !== 0,
  execute: (protection & PROT.execute) !== 0,
});

const aligned = (address: number): boolean => address % PAGE === 0;

/** mmap(address, length, protection, flags, fd, offset): anonymous memory, private or shared. */
function mmap(_kernel: Kernel, process: Process, args: Arguments): number {
  const flags = args.int(3);
  const pageBytes = pageBytesOf(process.space, flags);
  const length = Math.ceil(args.size(1) / pageBytes) * pageBytes;
  if (!aligned(args.size(5))) return -ERRNO.EINVAL;
  if ((flags & MAP.anonymous) === 0) return process.descriptors.has(args.int(4)) ? -ERRNO.ENODEV : -ERRNO.EBADF;
  if (length === 0 || Number.isNaN(length)) return -ERRNO.EINVAL;
  if (length > process.space.limit) return -ERRNO.ENOMEM;
  const type = flags & MAP.typeMask;
  if (type !== MAP.shared && type !== MAP.private) return -ERRNO.EINVAL;
  // Without pages relatives have copies of everything.
  if (type === MAP.shared && !process.space.sharesMappings) return -ERRNO.ENODEV;
  const start = placeMapping(process.space, args.size(0), length, pageBytes, flags);
  if (start < 0) return start;
  if (process.space.splitsLargePage(start, start + length)) return -ERRNO.ENOMEM;
  const mapped = process.space.map({
    start,
    end: start + length,
    rights: rightsOf(args.int(2)),
    kind: 'mmap',
    name: 'mmap',
    image: null,
    growsDown: (flags & MAP.growsDown) !== 0,
    shared: type === MAP.shared,
    ...(pageBytes === PAGE ? {} : { pageBytes }),
  });
  return mapped ? start : -ERRNO.ENOMEM;
}

/** Bytes of the pages of a mapping; NaN: there are none of that size. */
function pageBytesOf(space: Space, flags: number): number {
  if ((flags & MAP.hugeTlb) === 0) return PAGE;
  return space.hasLargePages ? (LARGE_PAGES.get((flags >>> HUGE_SHIFT) & 0x3f) ?? Number.NaN) : Number.NaN;
}

/** Where a mapping goes: the address itself if fixed, the hint if it is free, else the highest hole. Negative: an error. */
function placeMapping(space: Space, address: number, length: number, pageBytes: number, flags: number): number {
  if ((flags & (MAP.fixed | MAP.fixedNoReplace)) !== 0) {
    if (address % pageBytes !== 0) return -ERRNO.EINVAL;
    if (address + length > space.limit) return -ERRNO.ENOMEM;
    if (address < space.layout.lowest) return -ERRNO.EPERM;
    const replaces = (flags & MAP.fixedNoReplace) === 0;
    return replaces || space.isFree(address, address + length) ? address : -ERRNO.EEXIST;
  }
  const lowest = Math.ceil(space.layout.lowest / pageBytes) * pageBytes;
  const wished = pageBytes === PAGE ? pageDown(address) : Math.ceil(address / pageBytes) * pageBytes;
  const hint = Math.max(wished, lowest);
  // A mapping lies wholly below the end of what programs get unasked, or wholly above it.
  const high = hint >= space.layout.end;
  const fits = hint + length <= (high ? space.limit : space.layout.end);
  if (address >= PAGE && fits && space.isFree(hint, hint + length)) return hint;
  const hole = space.findHole(length, pageBytes === PAGE ? { high } : { high, alignment: pageBytes });
  return hole < 0 ? -ERRNO.ENOMEM : hole;
}

function munmap(_kernel: Kernel, process: Process, args: Arguments): number {
  const start = args.size(0);
  const length = pageUp(args.size(1));
  if (!aligned(start) || length === 0 || start + length > process.space.limit) return -ERRNO.EINVAL;
  if (process.space.splitsLargePage(start, start + length)) return -ERRNO.EINVAL;
  process.space.unmap(start, start + length);
  return 0;
}

function mprotect(_kernel: Kernel, process: Process, args: Arguments): number {
  const start = args.size(0);
  const length = pageUp(args.size(1));
  const protection = args.int(2);
  if (!aligned(start) || (protection & ~(PROT.read | PROT.write | PROT.execute)) !== 0) return -ERRNO.EINVAL;
  if (length === 0) return 0;
  if (start + length > process.space.limit) return -ERRNO.ENOMEM;
  if (process.space.splitsLargePage(start, start + length)) return -ERRNO.EINVAL;
  return process.space.protect(start, start + length, rightsOf(protection)) ? 0 : -ERRNO.ENOMEM;
}

const MREMAP = { mayMove: 1, fixed: 2 } as const;

/** mremap(address, old length, new length, flags): anonymous memory of one area. MREMAP_FIXED and MREMAP_DONTUNMAP are not offered. */
function mremap(_kernel: Kernel, process: Process, args: Arguments): number {
  const { space } = process;
  const start = args.size(0);
  const [oldLength, newLength] = [pageUp(args.size(1)), pageUp(args.size(2))];
  const flags = args.int(3);
  if ((flags & ~MREMAP.mayMove) !== 0 || !aligned(start) || newLength === 0) return -ERRNO.EINVAL;
  const area = space.areaAt(start);
  if (area === null) return -ERRNO.EFAULT;
  if (area.pageBytes !== undefined) return -ERRNO.EINVAL;
  // Length 0 makes a second mapping of shared memory, which is not offered.
  if (oldLength === 0) return -ERRNO.EINVAL;
  if (newLength <= oldLength) {
    if (newLength < oldLength) space.unmap(start + newLength, start + oldLength);
    return start;
  }
  if (start + oldLength > area.end) return -ERRNO.EFAULT;
  if (newLength > space.limit || area.image !== null) return -ERRNO.ENOMEM;
  const end = start + oldLength;
  if (end === area.end && start + newLength <= space.limit && space.isFree(end, start + newLength)) {
    return space.map({ ...area, start: end, end: start + newLength }) ? start : -ERRNO.ENOMEM;
  }
  return (flags & MREMAP.mayMove) === 0 ? -ERRNO.ENOMEM : moveLarger(space, start, oldLength, newLength);
}

function moveLarger(space: Space, start: number, oldLength: number, newLength: number): number {
  const to = space.findHole(newLength);
  if (to < 0) return -ERRNO.ENOMEM;
  const area = space.areaAt(start)!;
  if (!space.move(start, start + oldLength, to)) {
    space.lastOutcome = 'shortage';
    return -ERRNO.ENOMEM;
  }
  space.map({ ...area, start: to + oldLength, end: to + newLength });
  return to;
}

/** Hints cost nothing and change nothing; MADV_DONTNEED gives the pages back. */
function madvise(_kernel: Kernel, process: Process, args: Arguments): number {
  const start = args.size(0);
  const length = pageUp(args.size(1));
  const advice = args.int(2);
  if (!aligned(start) || !(Object.values(MADV) as number[]).includes(advice)) return -ERRNO.EINVAL;
  if (start + length > process.space.limit) return -ERRNO.ENOMEM;
  if (length === 0) return 0;
  const { space } = process;
  const large = ({ pageBytes, ...area }: Area) =>
    pageBytes !== undefined && area.start < start + length && area.end > start;
  if (advice === MADV.dontNeed && space.areas.some(large)) return -ERRNO.EINVAL;
  if (advice === MADV.dontNeed) space.forget(start, start + length);
  return space.firstHole(start, start + length) === null ? 0 : -ERRNO.ENOMEM;
}

/** The address space of the caller. */
export const memoryCalls: readonly Syscall[] = [
  syscall(9, 'mmap', 6, mmap),
  syscall(10, 'mprotect', 3, mprotect),
  syscall(11, 'munmap', 2, munmap),
  syscall(12, 'brk', 1, (_kernel, process, args) => process.space.setBreak(args.size(0))),
  syscall(25, 'mremap', 5, mremap),
  syscall(28, 'madvise', 3, madvise),
];
