import { ERRNO } from '../errno.js';
import { MOST_FILE_BYTES } from '../files/file-system.js';
import { O, type OpenFile } from '../files/open-file.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { copyIn, copyOut, isUserRange } from '../user-memory.js';
import { PAGE } from '../vm/area.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

/** Linux transfers at most this many bytes in one call (MAX_RW_COUNT). */
const MOST_BYTES = 0x7fff_f000;
const MOST_VECTORS = 1024;
const SEEK = { set: 0, current: 1, end: 2 } as const;
/** Largest position (MAX_LFS_FILESIZE), less than which a double cannot hold anyway. */
const MOST_POSITION = Number.MAX_SAFE_INTEGER;

/** One piece of a buffer, as `struct iovec` gives it. */
interface Extent {
  readonly address: number;
  readonly length: number;
}

/** Moves bytes between an open file and buffers. `at`: the position; null: the file's own, which moves along. */
type Transfer = (
  kernel: Kernel,
  process: Process,
  file: OpenFile,
  extents: readonly Extent[],
  at: number | null,
) => number;

/** Fills the buffers one after the other, until one is not filled. */
function readAll(kernel: Kernel, process: Process, file: OpenFile, extents: readonly Extent[], at: number | null) {
  if (!file.readable) return -ERRNO.EBADF;
  let total = 0;
  for (const extent of extents) {
    const moved = readInto(kernel, process, file, extent, at === null ? null : at + total);
    if (moved < 0) return total > 0 ? total : moved;
    total += moved;
    if (moved < extent.length) break;
  }
  return total;
}

function readInto(kernel: Kernel, process: Process, file: OpenFile, extent: Extent, at: number | null): number {
  const { address, length } = extent;
  if (!isUserRange(process.space, address, length)) return -ERRNO.EFAULT;
  if (file.node.kind === 'directory') return -ERRNO.EISDIR;
  if (length === 0) return 0;
  const position = at ?? file.offset;
  const left = file.node.kind === 'file' ? leftOf(file, position) : length;
  if (left <= 0) return left;
  const room = process.space.writable(address, Math.min(length, left, MOST_BYTES));
  if (room === 0) return -ERRNO.EFAULT;
  const bytes =
    file.node.kind === 'file' ? file.node.bytes()!.subarray(position, position + room) : kernel.host.read(0, room);
  if (bytes === null) return -ERRNO.EIO;
  const copied = copyOut(process.space, address, bytes);
  if (at === null && file.node.kind === 'file') file.offset += copied;
  return copied === 0 && bytes.length > 0 ? -ERRNO.EFAULT : copied;
}

/** Bytes of a file from a position on; an error if the host cannot give them. */
function leftOf(file: OpenFile, position: number): number {
  const bytes = file.node.kind === 'file' ? file.node.bytes() : null;
  return bytes === null ? -ERRNO.EIO : Math.max(0, bytes.length - position);
}

/**
 * Both to a pipe and to a file: what is taken is taken in pieces of 4096 bytes from the start of the buffer, or buffers, and a piece that cannot be
 * read whole is not written at all.
 */
function writeAll(kernel: Kernel, process: Process, file: OpenFile, extents: readonly Extent[], at: number | null) {
  if (!file.writable) return -ERRNO.EBADF;
  if (extents.some(({ address, length }) => !isUserRange(process.space, address, length))) return -ERRNO.EFAULT;
  const total = extents.reduce((sum, { length }) => sum + length, 0);
  const wanted = Math.min(total, MOST_BYTES);
  if (file.node.kind === 'file' && at === null && (file.flags & O.append) !== 0) file.offset = file.node.size;
  for (let done = 0; done < wanted; ) {
    const piece = gather(process, extents, done, Math.min(PAGE, wanted - done));
    const moved = piece === null ? -ERRNO.EFAULT : put(kernel, file, piece, at === null ? null : at + done);
    if (moved < 0) return done === 0 ? moved : done;
    done += moved;
  }
  return wanted;
}

function put(kernel: Kernel, file: OpenFile, piece: Uint8Array, at: number | null): number {
  const { node } = file;
  if (node.kind === 'stream') {
    kernel.host.write(node.stream === 2 ? 2 : 1, piece);
    return piece.length;
  }
  if (node.kind !== 'file') return -ERRNO.EBADF;
  // pwrite to a file opened for appending appends, on Linux too.
  const position = (file.flags & O.append) !== 0 ? node.size : (at ?? file.offset);
  const moved = kernel.files.write(node, position, piece);
  if (at === null && moved > 0) file.offset = position + moved;
  return moved;
}

/** `size` bytes from position `start` of the buffers put together; null when some of them cannot be read. */
function gather(process: Process, extents: readonly Extent[], start: number, size: number): Uint8Array | null {
  const piece = new Uint8Array(size);
  let filled = 0;
  let position = 0;
  for (const { address, length } of extents) {
    const skip = Math.max(0, start - position);
    position += length;
    const take = Math.min(length - skip, size - filled);
    if (take <= 0) continue;
    const bytes = copyIn(process.space, address + skip, take);
    if (bytes.length < take) return null;
    piece.set(bytes, filled);
    filled += take;
  }
  return piece;
}

/** read and write: (fd, buffer, length); at an offset: (fd, buffer, length, position). */
function single(transfer: Transfer, positioned: boolean): Syscall['call'] {
  return (kernel, process, args) => {
    const at = positioned ? args.long(3) : null;
    if (at !== null && at < 0) return -ERRNO.EINVAL;
    const file = process.descriptors.get(args.int(0))?.file;
    if (file === undefined) return -ERRNO.EBADF;
    if (positioned && file.node.kind === 'stream') return -ERRNO.ESPIPE;
    return transfer(kernel, process, file, [{ address: args.size(1), length: args.size(2) }], at);
  };
}

/** readv and writev: (fd, struct iovec *, count). */
function vectored(transfer: Transfer): Syscall['call'] {
  return (kernel, process, args) => {
    const file = process.descriptors.get(args.int(0))?.file;
    const count = args.size(2);
    if (file === undefined) return -ERRNO.EBADF;
    if (count > MOST_VECTORS) return -ERRNO.EINVAL;
    const vectors = copyIn(process.space, args.size(1), 16 * count);
    if (vectors.length < 16 * count) return -ERRNO.EFAULT;
    const view = new DataView(vectors.buffer, vectors.byteOffset);
    const extents: Extent[] = [];
    for (let i = 0; i < count; i++) {
      const length = Number(view.getBigInt64(16 * i + 8, true));
      if (length < 0) return -ERRNO.EINVAL;
      extents.push({ address: Number(view.getBigUint64(16 * i, true)), length });
    }
    return transfer(kernel, process, file, extents, null);
  };
}

/** lseek(fd, offset, whence). In a directory the position is a serial number. */
function lseek(_kernel: Kernel, process: Process, args: Arguments): number {
  const file = process.descriptors.get(args.int(0))?.file;
  if (file === undefined) return -ERRNO.EBADF;
  const { node } = file;
  if (node.kind === 'stream') return -ERRNO.ESPIPE;
  const whence = args.int(2);
  const end = node.kind === 'file' ? node.size : 0;
  const bases = new Map<number, number>([
    [SEEK.set, 0],
    [SEEK.current, file.offset],
    [SEEK.end, end],
  ]);
  const base = bases.get(whence);
  if (base === undefined) return -ERRNO.EINVAL;
  const position = base + args.long(1);
  if (position < 0 || position > MOST_POSITION) return -ERRNO.EINVAL;
  file.offset = position;
  return position;
}

/** ftruncate(fd, size). */
function ftruncate(kernel: Kernel, process: Process, args: Arguments): number {
  const size = args.long(1);
  if (size < 0) return -ERRNO.EINVAL;
  const file = process.descriptors.get(args.int(0))?.file;
  if (file === undefined) return -ERRNO.EBADF;
  if (file.node.kind !== 'file' || !file.writable) return -ERRNO.EINVAL;
  return size > MOST_FILE_BYTES ? -ERRNO.EFBIG : kernel.files.resize(file.node, size);
}

/** Bytes in and out. */
export const transferCalls: readonly Syscall[] = [
  syscall(0, 'read', 3, single(readAll, false)),
  syscall(1, 'write', 3, single(writeAll, false)),
  syscall(8, 'lseek', 3, lseek),
  syscall(17, 'pread64', 4, single(readAll, true)),
  syscall(18, 'pwrite64', 4, single(writeAll, true)),
  syscall(19, 'readv', 3, vectored(readAll)),
  syscall(20, 'writev', 3, vectored(writeAll)),
  syscall(77, 'ftruncate', 2, ftruncate),
];
