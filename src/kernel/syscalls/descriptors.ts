import { ERRNO } from '../errno.js';
import { bytesOf } from '../files/names.js';
import { KIND, type Node } from '../files/node.js';
import { type Descriptor, O, type OpenFile } from '../files/open-file.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { copyOut } from '../user-memory.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

/** RLIMIT_NOFILE: descriptors are below it. */
export const DESCRIPTOR_LIMIT = 1024;

/** Enters an open file under the lowest free number from `from` on. */
export function install(process: Process, file: OpenFile, closeOnExec: boolean, from = 0): number {
  let descriptor = from;
  while (process.descriptors.has(descriptor)) descriptor++;
  if (descriptor >= DESCRIPTOR_LIMIT) return -ERRNO.EMFILE;
  process.descriptors.set(descriptor, { file, closeOnExec });
  return descriptor;
}

function close(_kernel: Kernel, process: Process, args: Arguments): number {
  return process.descriptors.delete(args.int(0)) ? 0 : -ERRNO.EBADF;
}

function duplicateTo(process: Process, from: number, to: number, closeOnExec: boolean): number {
  const source = process.descriptors.get(from);
  if (source === undefined || to < 0 || to >= DESCRIPTOR_LIMIT) return -ERRNO.EBADF;
  if (from !== to) process.descriptors.set(to, { file: source.file, closeOnExec });
  return to;
}

function dup3(_kernel: Kernel, process: Process, args: Arguments): number {
  const [from, to, flags] = [args.int(0), args.int(1), args.int(2)];
  if ((flags & ~O.closeOnExec) !== 0 || from === to) return -ERRNO.EINVAL;
  return duplicateTo(process, from, to, flags !== 0);
}

const F = { dup: 0, getFd: 1, setFd: 2, getFl: 3, setFl: 4, getLk: 5, setLk: 6, setLkw: 7, dupCloexec: 1030 } as const;
const FD_CLOEXEC = 1;
/** What F_SETFL can change. */
const CHANGEABLE = O.append | O.nonBlocking | O.async | O.direct | O.noAccessTime;

/** fcntl(fd, command, argument). Locks are always granted: nobody else could hold one that lasts. */
function fcntl(_kernel: Kernel, process: Process, args: Arguments): number {
  const number = args.int(0);
  const open = process.descriptors.get(number);
  if (open === undefined) return -ERRNO.EBADF;
  const argument = args.int(2);
  switch (args.int(1)) {
    case F.dup:
    case F.dupCloexec:
      if (argument < 0 || argument >= DESCRIPTOR_LIMIT) return -ERRNO.EINVAL;
      return install(process, open.file, args.int(1) === F.dupCloexec, argument);
    case F.getFd:
      return open.closeOnExec ? FD_CLOEXEC : 0;
    case F.setFd:
      process.descriptors.set(number, { ...open, closeOnExec: (argument & FD_CLOEXEC) !== 0 });
      return 0;
    case F.getFl:
      return open.file.flags;
    case F.setFl:
      open.file.flags = (open.file.flags & ~CHANGEABLE) | (argument & CHANGEABLE);
      return 0;
    case F.setLk:
    case F.setLkw:
      return 0;
    default:
      return -ERRNO.EINVAL;
  }
}

const ENTRY_HEADER = 19;

/** struct linux_dirent64: d_ino, d_off, d_reclen, d_type, the name, zeros up to a multiple of eight. */
function directoryEntry(name: string, serial: number, { id, kind }: Node): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((ENTRY_HEADER + name.length + 1) / 8) * 8);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(id), true);
  view.setBigInt64(8, BigInt(serial), true);
  view.setUint16(16, bytes.length, true);
  view.setUint8(18, KIND[kind].entry);
  bytes.set(bytesOf(name), ENTRY_HEADER);
  return bytes;
}

/** getdents64(fd, buffer, bytes): as many entries as fit. */
function getdents64(kernel: Kernel, process: Process, args: Arguments): number {
  const file = process.descriptors.get(args.int(0))?.file;
  if (file === undefined) return -ERRNO.EBADF;
  const { node } = file;
  if (node.kind !== 'directory') return -ERRNO.ENOTDIR;
  if (node.removed) return -ERRNO.ENOENT;
  const own = [
    { name: '.', serial: 1, node },
    { name: '..', serial: 2, node: node.parent },
  ];
  let done = 0;
  for (const entry of [...own, ...kernel.files.list(node)]) {
    if (entry.serial <= file.offset) continue;
    const bytes = directoryEntry(entry.name, entry.serial, entry.node);
    if (done + bytes.length > args.size(2)) return done === 0 ? -ERRNO.EINVAL : done;
    if (copyOut(process.space, args.size(1) + done, bytes) < bytes.length) return done === 0 ? -ERRNO.EFAULT : done;
    done += bytes.length;
    file.offset = entry.serial;
  }
  return done;
}

/** For an open descriptor this result, EBADF for one that is not. */
const answer =
  (result: (open: Descriptor) => number): Syscall['call'] =>
  (_kernel, process, args) => {
    const open = process.descriptors.get(args.int(0));
    return open === undefined ? -ERRNO.EBADF : result(open);
  };

/** There is nothing to wait for: a file is in memory. Streams cannot be synchronised. */
const sync = answer(({ file }) => (file.node.kind === 'stream' ? -ERRNO.EINVAL : 0));

/** What goes with file descriptors. */
export const descriptorCalls: readonly Syscall[] = [
  syscall(3, 'close', 1, close),
  // Nothing is a terminal.
  syscall(
    16,
    'ioctl',
    3,
    answer(() => -ERRNO.ENOTTY),
  ),
  syscall(32, 'dup', 1, (_kernel, process, args) => {
    const open = process.descriptors.get(args.int(0));
    return open === undefined ? -ERRNO.EBADF : install(process, open.file, false);
  }),
  syscall(33, 'dup2', 2, (_kernel, process, args) => duplicateTo(process, args.int(0), args.int(1), false)),
  syscall(72, 'fcntl', 3, fcntl),
  syscall(74, 'fsync', 1, sync),
  syscall(75, 'fdatasync', 1, sync),
  syscall(217, 'getdents64', 3, getdents64),
  syscall(292, 'dup3', 3, dup3),
];
