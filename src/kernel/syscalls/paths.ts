import { ERRNO } from '../errno.js';
import { bytesOf } from '../files/names.js';
import { KIND, type Node } from '../files/node.js';
import { isPlainName } from '../files/paths.js';
import type { Kernel } from '../kernel.js';
import { USER_ID } from '../loader.js';
import type { Process } from '../process.js';
import { copyOut } from '../user-memory.js';
import { AT, locate, pathAt } from './at.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

const STAT_BYTES = 144;
const BLOCK = 4096;
/** Flags of newfstatat that only say how hard to look (AT_NO_AUTOMOUNT, AT_STATX_*). */
const STAT_HINTS = 0x800 | 0x6000;

/** struct stat (asm/stat.h). Everything is on one device and belongs to the user; the three times are one. */
function statBytes(node: Node): Uint8Array {
  const bytes = new Uint8Array(STAT_BYTES);
  const view = new DataView(bytes.buffer);
  const word = (offset: number, value: number) => view.setBigUint64(offset, BigInt(value), true);
  const size = node.kind === 'file' ? node.size : node.kind === 'link' ? node.target.length : 0;
  word(0, 1);
  word(8, node.id);
  word(16, 1);
  view.setUint32(24, KIND[node.kind].mode | node.mode, true);
  view.setUint32(28, USER_ID, true);
  view.setUint32(32, USER_ID, true);
  word(48, size);
  word(56, BLOCK);
  word(64, Math.ceil(size / 512));
  for (const offset of [72, 88, 104]) word(offset, node.modified);
  return bytes;
}

const storeStat = (process: Process, address: number, node: Node): number =>
  copyOut(process.space, address, statBytes(node)) === STAT_BYTES ? 0 : -ERRNO.EFAULT;

function stat(kernel: Kernel, process: Process, at: number, path: number, to: number, follow: boolean): number {
  const place = locate(kernel, process, at, path, follow);
  if (typeof place === 'number') return place;
  return place.node === null ? -ERRNO.ENOENT : storeStat(process, to, place.node);
}

function fstat(process: Process, descriptor: number, to: number): number {
  const node = process.descriptors.get(descriptor)?.file.node;
  return node === undefined ? -ERRNO.EBADF : storeStat(process, to, node);
}

/** newfstatat(fd, path, stat, flags). */
function newfstatat(kernel: Kernel, process: Process, args: Arguments): number {
  const flags = args.int(3);
  if ((flags & ~(AT.noFollow | AT.emptyPath | STAT_HINTS)) !== 0) return -ERRNO.EINVAL;
  if ((flags & AT.emptyPath) !== 0 && pathAt(process, args.size(1)) === '') {
    if (args.int(0) === AT.workingDirectory) return storeStat(process, args.size(2), process.workingDirectory);
    return fstat(process, args.int(0), args.size(2));
  }
  return stat(kernel, process, args.int(0), args.size(1), args.size(2), (flags & AT.noFollow) === 0);
}

/** access and its relatives: 1 execute, 2 write, 4 read, 0 only whether it is there. */
function access(kernel: Kernel, process: Process, at: number, path: number, mode: number): number {
  if ((mode & ~7) !== 0) return -ERRNO.EINVAL;
  const place = locate(kernel, process, at, path);
  if (typeof place === 'number') return place;
  if (place.node === null) return -ERRNO.ENOENT;
  return ((place.node.mode >>> 6) & mode) === mode ? 0 : -ERRNO.EACCES;
}

/** readlink(path, buffer, bytes): not terminated, cut if need be. */
function readlink(kernel: Kernel, process: Process, at: number, path: number, to: number, size: number): number {
  if (size <= 0) return -ERRNO.EINVAL;
  const place = locate(kernel, process, at, path, false);
  if (typeof place === 'number') return place;
  if (place.node === null) return -ERRNO.ENOENT;
  if (place.node.kind !== 'link') return -ERRNO.EINVAL;
  const bytes = bytesOf(place.node.target).subarray(0, size);
  return copyOut(process.space, to, bytes) === bytes.length ? bytes.length : -ERRNO.EFAULT;
}

/** unlink, rmdir, unlinkat. */
function unlink(kernel: Kernel, process: Process, at: number, path: number, directories: boolean): number {
  const place = locate(kernel, process, at, path, false);
  if (typeof place === 'number') return place;
  const { directory, name, node } = place;
  if (directories) {
    if (name === '') return -ERRNO.EBUSY;
    if (name === '.') return -ERRNO.EINVAL;
    if (name === '..') return -ERRNO.ENOTEMPTY;
  } else if (!isPlainName(name)) return -ERRNO.EISDIR;
  if (node === null) return -ERRNO.ENOENT;
  if (node.kind !== 'directory') return directories ? -ERRNO.ENOTDIR : kernel.files.remove(directory, name);
  if (!directories) return -ERRNO.EISDIR;
  if (!kernel.files.isEmpty(node)) return -ERRNO.ENOTEMPTY;
  const removed = kernel.files.remove(directory, name);
  node.removed = removed === 0;
  return removed;
}

function mkdir(kernel: Kernel, process: Process, at: number, path: number, mode: number): number {
  const place = locate(kernel, process, at, path, false);
  if (typeof place === 'number') return place;
  if (place.node !== null) return -ERRNO.EEXIST;
  const made = kernel.files.makeDirectory(place.directory, place.name, mode & 0o1777 & ~process.umask);
  return typeof made === 'number' ? made : 0;
}

/** symlink(target, path). */
function symlink(kernel: Kernel, process: Process, target: number, at: number, path: number): number {
  const text = pathAt(process, target);
  if (typeof text === 'number') return text;
  if (text === '') return -ERRNO.ENOENT;
  const place = locate(kernel, process, at, path, false);
  if (typeof place === 'number') return place;
  if (place.node !== null) return -ERRNO.EEXIST;
  if (place.slash) return -ERRNO.ENOENT;
  const made = kernel.files.makeLink(place.directory, place.name, text);
  return typeof made === 'number' ? made : 0;
}

/** getcwd(buffer, bytes): the length with the zero. */
function getcwd(_kernel: Kernel, process: Process, args: Arguments): number {
  if (process.workingDirectory.removed) return -ERRNO.ENOENT;
  const bytes = bytesOf(`${process.workingDirectory.path}\0`);
  if (bytes.length > args.size(1)) return -ERRNO.ERANGE;
  return copyOut(process.space, args.size(0), bytes) === bytes.length ? bytes.length : -ERRNO.EFAULT;
}

function enter(process: Process, node: Node | null | undefined): number {
  if (node?.kind !== 'directory') return node === null ? -ERRNO.ENOENT : -ERRNO.ENOTDIR;
  if ((node.mode & 0o100) === 0) return -ERRNO.EACCES;
  process.workingDirectory = node;
  return 0;
}

function chdir(kernel: Kernel, process: Process, args: Arguments): number {
  const place = locate(kernel, process, AT.workingDirectory, args.size(0));
  return typeof place === 'number' ? place : enter(process, place.node);
}

function fchdir(_kernel: Kernel, process: Process, args: Arguments): number {
  const open = process.descriptors.get(args.int(0));
  return open === undefined ? -ERRNO.EBADF : enter(process, open.file.node);
}

function umask(_kernel: Kernel, process: Process, args: Arguments): number {
  const old = process.umask;
  process.umask = args.int(0) & 0o777;
  return old;
}

const CWD = AT.workingDirectory;
const REMOVE = AT.removeDirectory;

/** Names, and what they mean. */
export const pathCalls: readonly Syscall[] = [
  syscall(4, 'stat', 2, (kernel, process, args) => stat(kernel, process, CWD, args.size(0), args.size(1), true)),
  syscall(5, 'fstat', 2, (_kernel, process, args) => fstat(process, args.int(0), args.size(1))),
  syscall(6, 'lstat', 2, (kernel, process, args) => stat(kernel, process, CWD, args.size(0), args.size(1), false)),
  syscall(21, 'access', 2, (kernel, process, args) => access(kernel, process, CWD, args.size(0), args.int(1))),
  syscall(79, 'getcwd', 2, getcwd),
  syscall(80, 'chdir', 1, chdir),
  syscall(81, 'fchdir', 1, fchdir),
  syscall(83, 'mkdir', 2, (kernel, process, args) => mkdir(kernel, process, CWD, args.size(0), args.int(1))),
  syscall(84, 'rmdir', 1, (kernel, process, args) => unlink(kernel, process, CWD, args.size(0), true)),
  syscall(87, 'unlink', 1, (kernel, process, args) => unlink(kernel, process, CWD, args.size(0), false)),
  syscall(88, 'symlink', 2, (kernel, process, args) => symlink(kernel, process, args.size(0), CWD, args.size(1))),
  syscall(89, 'readlink', 3, (kernel, process, args) =>
    readlink(kernel, process, CWD, args.size(0), args.size(1), args.int(2)),
  ),
  syscall(95, 'umask', 1, umask),
  syscall(258, 'mkdirat', 3, (kernel, process, args) => mkdir(kernel, process, args.int(0), args.size(1), args.int(2))),
  syscall(262, 'newfstatat', 4, newfstatat),
  syscall(263, 'unlinkat', 3, (kernel, process, args) => {
    if ((args.int(2) & ~REMOVE) !== 0) return -ERRNO.EINVAL;
    return unlink(kernel, process, args.int(0), args.size(1), args.int(2) === REMOVE);
  }),
  syscall(267, 'readlinkat', 4, (kernel, process, args) =>
    readlink(kernel, process, args.int(0), args.size(1), args.size(2), args.int(3)),
  ),
  syscall(269, 'faccessat', 3, (kernel, process, args) =>
    access(kernel, process, args.int(0), args.size(1), args.int(2)),
  ),
];
