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

function write(kernel: Kernel, process: Process, args: Arguments): number {
  return writeFrom(kernel, process, args.int(0), args.size(1), args.size(2));
}

/**
 * As on a pipe: what is taken is taken in pieces of 4096 bytes from the start of the buffer, and a piece that cannot be read
 * whole is not written at all.
 */
function writeFrom(kernel: Kernel, process: Process, descriptor: number, address: number, length: number): number {
  const stream = process.descriptors.get(descriptor);
  if (stream !== 1 && stream !== 2) return -ERRNO.EBADF;
  if (!isUserRange(address, length)) return -ERRNO.EFAULT;
  const wanted = Math.min(length, MOST_BYTES);
  for (let done = 0; done < wanted; done += PAGE) {
    const size = Math.min(PAGE, wanted - done);
    const piece = copyIn(process.space, address + done, size);
    if (piece.length < size) return done === 0 ? -ERRNO.EFAULT : done;
    kernel.host.write(stream, piece);
  }
  return wanted;
}

type Transfer = (kernel: Kernel, process: Process, descriptor: number, address: number, length: number) => number;

/** readv, writev: one transfer after the other, until one is short. */
function vectored(transfer: Transfer): Syscall['call'] {
  return (kernel, process, args) => {
    const descriptor = args.int(0);
    const count = args.size(2);
    if (!process.descriptors.has(descriptor)) return -ERRNO.EBADF;
    if (count > MOST_VECTORS) return -ERRNO.EINVAL;
    const vectors = copyIn(process.space, args.size(1), 16 * count);
    if (vectors.length < 16 * count) return -ERRNO.EFAULT;
    const view = new DataView(vectors.buffer, vectors.byteOffset);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const length = Number(view.getBigInt64(16 * i + 8, true));
      if (length < 0) return total > 0 ? total : -ERRNO.EINVAL;
      if (length === 0) continue;
      const moved = transfer(kernel, process, descriptor, Number(view.getBigUint64(16 * i, true)), length);
      if (moved < 0) return total > 0 ? total : moved;
      total += moved;
      if (moved < length) break;
    }
    return total;
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
  syscall(0, 'read', read),
  syscall(1, 'write', write),
  syscall(2, 'open', (_kernel, process, args) => open(process, args.size(0), args.int(1))),
  syscall(3, 'close', close),
  syscall(4, 'stat', (_kernel, process, args) => open(process, args.size(0), 0)),
  syscall(8, 'lseek', refuse(ERRNO.ESPIPE)),
  syscall(16, 'ioctl', refuse(ERRNO.ENOTTY)),
  syscall(19, 'readv', vectored(readInto)),
  syscall(20, 'writev', vectored(writeFrom)),
  syscall(21, 'access', (_kernel, process, args) => open(process, args.size(0), 0)),
  syscall(32, 'dup', (_kernel, process, args) => duplicate(process, args.int(0), lowestFree(process))),
  syscall(33, 'dup2', (_kernel, process, args) => duplicate(process, args.int(0), args.int(1))),
  syscall(87, 'unlink', (_kernel, process, args) => open(process, args.size(0), 0)),
  syscall(257, 'openat', (_kernel, process, args) => open(process, args.size(1), args.int(2))),
];
