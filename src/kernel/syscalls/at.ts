import { ERRNO } from '../errno.js';
import { nameOf } from '../files/names.js';
import type { DirectoryNode } from '../files/node.js';
import { type Resolved, resolve } from '../files/paths.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { copyInString } from '../user-memory.js';

/** Flags of the calls that end in `at` (linux/fcntl.h). */
export const AT = { workingDirectory: -100, noFollow: 0x100, removeDirectory: 0x200, emptyPath: 0x1000 } as const;
const PATH_MAX = 4096;

/** A path from a program's memory, one character a byte; a negated error otherwise. */
export function pathAt(process: Process, address: number): string | number {
  const bytes = copyInString(process.space, address, PATH_MAX - 1);
  if (bytes === null) return -ERRNO.EFAULT;
  return bytes === 'tooLong' ? -ERRNO.ENAMETOOLONG : nameOf(bytes);
}

/** Where paths that do not start with a slash begin. */
function startOf(process: Process, descriptor: number): DirectoryNode | number {
  if (descriptor === AT.workingDirectory) return process.workingDirectory;
  const node = process.descriptors.get(descriptor)?.file.node;
  if (node === undefined) return -ERRNO.EBADF;
  return node.kind === 'directory' ? node : -ERRNO.ENOTDIR;
}

/** Follows the path at an address of the program. */
export function locate(kernel: Kernel, process: Process, descriptor: number, address: number, follow = true): Resolved {
  const path = pathAt(process, address);
  if (typeof path === 'number') return path;
  if (path === '') return -ERRNO.ENOENT;
  const start = path.startsWith('/') ? kernel.files.root : startOf(process, descriptor);
  return typeof start === 'number' ? start : resolve(kernel.files, start, path, follow);
}
