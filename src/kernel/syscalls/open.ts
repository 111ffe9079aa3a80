import { ERRNO } from '../errno.js';
import type { Node } from '../files/node.js';
import { O, OpenFile } from '../files/open-file.js';
import { isPlainName, type Place } from '../files/paths.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { AT, locate } from './at.js';
import { install } from './descriptors.js';
import { type Syscall, syscall } from './syscall.js';

/** Flags that act at the opening only, and are not the open file's afterwards. */
const MOMENTARY = O.create | O.exclusive | O.truncate | O.closeOnExec;
/** Permission bits that an access mode needs: read, write, both, both. */
const NEEDED = [0o400, 0o200, 0o600, 0o600] as const;

/** open and openat: the lowest free descriptor, or an error. */
function open(kernel: Kernel, process: Process, at: number, path: number, flags: number, mode: number): number {
  if ((flags & O.unnamed) !== 0) return -ERRNO.EOPNOTSUPP;
  if ((flags & O.pathOnly) !== 0) return -ERRNO.EINVAL;
  if ((flags & O.create) !== 0 && (flags & O.directory) !== 0) return -ERRNO.EINVAL;
  const follow = (flags & O.noFollow) === 0 && (flags & (O.create | O.exclusive)) !== (O.create | O.exclusive);
  const place = locate(kernel, process, at, path, follow);
  if (typeof place === 'number') return place;
  if ((flags & O.create) !== 0 && (place.slash || !isPlainName(place.name))) return -ERRNO.EISDIR;
  const node = place.node === null ? create(kernel, process, place, flags, mode) : existing(kernel, place.node, flags);
  if (typeof node === 'number') return node;
  const file = new OpenFile(node, (flags & ~MOMENTARY) | O.largeFile);
  return install(process, file, (flags & O.closeOnExec) !== 0);
}

function create(kernel: Kernel, process: Process, place: Place, flags: number, mode: number): Node | number {
  if ((flags & O.create) === 0) return -ERRNO.ENOENT;
  return kernel.files.makeFile(place.directory, place.name, mode & 0o7777 & ~process.umask);
}

/** Checks what is there against what is wanted of it; empties it if asked to. */
function existing(kernel: Kernel, node: Node, flags: number): Node | number {
  if ((flags & O.create) !== 0 && (flags & O.exclusive) !== 0) return -ERRNO.EEXIST;
  if (node.kind === 'link') return (flags & O.directory) !== 0 ? -ERRNO.ENOTDIR : -ERRNO.ELOOP;
  const truncate = (flags & O.truncate) !== 0;
  const needed = NEEDED[flags & O.accessMask]! | (truncate ? 0o200 : 0);
  if (node.kind === 'directory' && ((flags & O.create) !== 0 || (needed & 0o200) !== 0)) return -ERRNO.EISDIR;
  if (node.kind !== 'directory' && (flags & O.directory) !== 0) return -ERRNO.ENOTDIR;
  if ((node.mode & needed) !== needed) return -ERRNO.EACCES;
  const emptied = truncate && node.kind === 'file' ? kernel.files.resize(node, 0) : 0;
  if (emptied < 0) return emptied;
  return node.kind === 'file' && node.bytes() === null ? -ERRNO.EIO : node;
}

/** Opening files. */
export const openCalls: readonly Syscall[] = [
  syscall(2, 'open', 3, (kernel, process, args) =>
    open(kernel, process, AT.workingDirectory, args.size(0), args.int(1), args.int(2)),
  ),
  syscall(85, 'creat', 2, (kernel, process, args) =>
    open(kernel, process, AT.workingDirectory, args.size(0), O.writeOnly | O.create | O.truncate, args.int(1)),
  ),
  syscall(257, 'openat', 4, (kernel, process, args) =>
    open(kernel, process, args.int(0), args.size(1), args.int(2), args.int(3)),
  ),
];
