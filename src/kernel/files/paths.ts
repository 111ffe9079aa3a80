import { ERRNO } from '../errno.js';
import type { FileSystem } from './file-system.js';
import type { DirectoryNode, Node } from './node.js';

const NAME_MAX = 255;
/** Links that one path may lead over (MAXSYMLINKS). */
const MOST_LINKS = 40;

/** Where a path leads. */
export interface Place {
  /** The directory that has, or would have, the last name. */
  readonly directory: DirectoryNode;
  /** Empty, `.` or `..` when the path ends in no name of its own. */
  readonly name: string;
  /** null: nothing there. */
  readonly node: Node | null;
  /** The path ends in a slash: only a directory will do. */
  readonly slash: boolean;
}

/** Errors of `resolve` are negated numbers. */
export type Resolved = Place | number;

/** A name that can be made or removed. */
export const isPlainName = (name: string): boolean => name !== '' && name !== '.' && name !== '..';

/**
 * Follows a path (namei): links in the middle always, the last one if `follow`. `/` is the root wherever it is met, also in links, and the root
 * has no outside: `..` of it is itself.
 */
export function resolve(files: FileSystem, start: DirectoryNode, path: string, follow: boolean): Resolved {
  if (path === '') return -ERRNO.ENOENT;
  return new Walk(files).along(start, path, follow);
}

class Walk {
  private readonly files: FileSystem;
  private links = 0;

  constructor(files: FileSystem) {
    this.files = files;
  }

  along(start: DirectoryNode, path: string, follow: boolean): Resolved {
    const names = path.split('/').filter((name) => name !== '');
    const slash = path.endsWith('/');
    let directory = path.startsWith('/') ? this.files.root : start;
    if (names.length === 0) return { directory, name: '', node: directory, slash: true };
    for (const name of names.slice(0, -1)) {
      const next = this.step(directory, name, true);
      if (typeof next === 'number') return next;
      if (next.node === null) return -ERRNO.ENOENT;
      if (next.node.kind !== 'directory') return -ERRNO.ENOTDIR;
      directory = next.node;
    }
    const last = this.step(directory, names.at(-1)!, follow || slash);
    if (typeof last === 'number' || !slash) return last;
    if (last.node !== null && last.node.kind !== 'directory') return -ERRNO.ENOTDIR;
    return { ...last, slash };
  }

  private step(directory: DirectoryNode, name: string, follow: boolean): Resolved {
    if ((directory.mode & 0o100) === 0) return -ERRNO.EACCES;
    if (name.length > NAME_MAX) return -ERRNO.ENAMETOOLONG;
    if (name === '.') return { directory, name, node: directory, slash: false };
    if (name === '..') return { directory, name, node: directory.parent, slash: false };
    const node = this.files.child(directory, name);
    if (node?.kind !== 'link' || !follow) return { directory, name, node, slash: false };
    this.links++;
    if (this.links > MOST_LINKS) return -ERRNO.ELOOP;
    if (node.target === '') return -ERRNO.ENOENT;
    return this.along(directory, node.target, true);
  }
}
