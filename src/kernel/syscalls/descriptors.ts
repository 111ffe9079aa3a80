import { ERRNO } from '../errno.js';
import type { Kernel } from '../kernel.js';
import type { Process, Stream } from '../process.js';
import { copyIn, copyInString, copyOut, isUserRange, writableBytes } from '../user-memory.js';
import { PAGE } from '../vm/area.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

/** Linux transfers at most this many bytes in one call (MAX_RW_COUNT). */
const MOST_BYTES = 0x7fff_f000;
const MOST_VECTORS = 1024;
const PATH_MAX = 4096;
const DESCRIPTOR_LIMIT = 1024;
const O_CREAT = 0o100;

function read(kernel: Kernel, process: Process, args: Arguments): number {
  return readInto(kernel, process, args.int(0), args.size(1), args.size(2));
}

function readInto(kernel: Kernel, process: Process, descriptor: number, address: number, length: number): number {
  const stream = process.descriptors.get(descriptor);
  if (stream !== 0) return -ERRNO.EBADF;
  if (!isUserRange(address, length)) return -ERRNO.EFAULT;
  if (length === 0) return 0;
  const room = writableBytes(process.space, address, Math.min(length, MOST_BYTES));
  if (room === 0) return -ERRNO.EFAULT;
  const bytes = kernel.host.read(stream, room);
  if (bytes === null) return -ERRNO.EIO;
  const copied = copyOut(process.space, address, bytes);
  return copied === 0 && bytes.length > 0 ? -ERRNO.EFAULT : copied;
}

/** One piece of a buffer, as `struct iovec` gives it. */
interface Extent {
  readonly address: number;
  readonly length: number;
}

/**
 * As on a pipe: what is taken is taken in pieces of 4096 bytes from the start of the buffer, or buffers, and a piece that cannot be read
 * whole is not written at all.
 */
function writeFrom(kernel: Kernel, process: Process, descriptor: number, extents: readonly Extent[]): number {
  const stream = process.descriptors.get(descriptor);
  if (stream !== 1 && stream !== 2) return -ERRNO.EBADF;
  if (extents.some(({ address, length }) => !isUserRange(address, length))) return -ERRNO.EFAULT;
  const total = extents.reduce((sum, { length }) => sum + length, 0);
  const wanted = Math.min(total, MOST_BYTES);
  for (let done = 0; done < wanted; done += PAGE) {
    const piece = gather(process, extents, done, Math.min(PAGE, wanted - done));
    if (piece === null) return done === 0 ? -ERRNO.EFAULT : done;
    kernel.host.write(stream, piece);
  }
  return wanted;
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

/** Fills the buffers one after the other, until one is not filled. */
function readAll(kernel: Kernel, process: Process, descriptor: number, extents: readonly Extent[]): number {
  let total = 0;
  for (const { address, length } of extents) {
    const moved = readInto(kernel, process, descriptor, address, length);
    if (moved < 0) return total > 0 ? total : moved;
    total += moved;
    if (moved < length) break;
  }
  return total;
}

/** readv and writev: (fd, struct iovec *, count). */
function vectored(transfer: typeof writeFrom): Syscall['call'] {
  return (kernel, process, args) => {
    const descriptor = args.int(0);
    const count = args.size(2);
    if (!process.descriptors.has(descriptor)) return -ERRNO.EBADF;
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
    return transfer(kernel, process, descriptor, extents);
  };
}

/** There are no files: nothing can be found, and nothing made. */
function open(process: Process, path: number, flags: number): number {
  const name = copyInString(process.space, path, PATH_MAX - 1);
  if (name === null) return -ERRNO.EFAULT;
  if (name === 'tooLong') return -ERRNO.ENAMETOOLONG;
  return name.length > 0 && (flags & O_CREAT) !== 0 ? -ERRNO.EROFS : -ERRNO.ENOENT;
}

function close(_kernel: Kernel, process: Process, args: Arguments): number {
  return process.descriptors.delete(args.int(0)) ? 0 : -ERRNO.EBADF;
}

function lowestFree(process: Process): number {
  let descriptor = 0;
  while (process.descriptors.has(descriptor)) descriptor++;
  return descriptor;
}

function duplicate(process: Process, from: number, to: number): number {
  const stream: Stream | undefined = process.descriptors.get(from);
  if (stream === undefined || to < 0 || to >= DESCRIPTOR_LIMIT) return -ERRNO.EBADF;
  process.descriptors.set(to, stream);
  return to;
}

/** An error for a descriptor that is open, EBADF for one that is not: the streams are neither terminals nor seekable. */
const refuse =
  (error: number): Syscall['call'] =>
  (_kernel, process, args) =>
    process.descriptors.has(args.int(0)) ? -error : -ERRNO.EBADF;

/** Input, output and what goes with file descriptors. */
export const descriptorCalls: readonly Syscall[] = [
  syscall(0, 'read', 3, read),
  syscall(1, 'write', 3, (kernel, process, args) =>
    writeFrom(kernel, process, args.int(0), [{ address: args.size(1), length: args.size(2) }]),
  ),
  syscall(2, 'open', 3, (_kernel, process, args) => open(process, args.size(0), args.int(1))),
  syscall(3, 'close', 1, close),
  syscall(4, 'stat', 2, (_kernel, process, args) => open(process, args.size(0), 0)),
  syscall(8, 'lseek', 3, refuse(ERRNO.ESPIPE)),
  syscall(16, 'ioctl', 3, refuse(ERRNO.ENOTTY)),
  syscall(19, 'readv', 3, vectored(readAll)),
  syscall(20, 'writev', 3, vectored(writeFrom)),
  syscall(21, 'access', 2, (_kernel, process, args) => open(process, args.size(0), 0)),
  syscall(32, 'dup', 1, (_kernel, process, args) => duplicate(process, args.int(0), lowestFree(process))),
  syscall(33, 'dup2', 2, (_kernel, process, args) => duplicate(process, args.int(0), args.int(1))),
  syscall(87, 'unlink', 1, (_kernel, process, args) => open(process, args.size(0), 0)),
  syscall(257, 'openat', 4, (_kernel, process, args) => open(process, args.size(1), args.int(2))),
];
