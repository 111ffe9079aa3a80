import { type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import type { HostEntry, HostFiles } from '../kernel/host.js';
import { CommandError, EXIT } from './exit-status.js';

const slash = Buffer.from('/');

/**
 * A directory of the host as the guest's `/` (`--root`). It is only read. The kernel follows links, within the directory; here nothing is followed: a
 * path of which any part is a link is not opened, so that a link made while the program runs does not lead out either.
 * What was read is kept, so that a run can be repeated exactly.
 */
export class HostRoot implements HostFiles {
  private readonly root: Buffer;
  private readonly entries = new Map<string, HostEntry | null>();
  private readonly lists = new Map<string, readonly string[] | null>();
  private readonly contents = new Map<string, Uint8Array | null>();

  /** Refuses with status 66 what is no directory. */
  constructor(directory: string) {
    try {
      this.root = realpathSync(Buffer.from(directory), 'buffer') as unknown as Buffer;
      if (!lstatSync(this.root).isDirectory()) throw new Error('not a directory');
    } catch (error) {
      throw new CommandError(EXIT.noInput, `--root ${directory}: ${(error as Error).message}`);
    }
  }

  look(path: string): HostEntry | null {
    return remembered(this.entries, path, () => entryOf(lstatSync(this.inside(path, true)), () => this.target(path)));
  }

  list(path: string): readonly string[] | null {
    return remembered(this.lists, path, () => {
      const found = readdirSync(this.inside(path, false), {
        encoding: 'buffer',
        withFileTypes: true,
      }) as unknown as Dirent[];
      return found.filter(shown).map(({ name }) => Buffer.from(name as unknown as Buffer).toString('latin1'));
    });
  }

  read(path: string): Uint8Array | null {
    return remembered(this.contents, path, () => new Uint8Array(readFileSync(this.inside(path, false))));
  }

  private target(path: string): string {
    return (readlinkSync(this.inside(path, true), 'buffer') as unknown as Buffer).toString('latin1');
  }

  /** The host's path, or an error if a link is on the way. `mayBeLink`: only the last name may be one. */
  private inside(path: string, mayBeLink: boolean): Buffer {
    if (path === '') return this.root;
    const full = Buffer.concat([
      this.root,
      this.root.equals(slash) ? Buffer.alloc(0) : slash,
      Buffer.from(path, 'latin1'),
    ]);
    const certain = mayBeLink ? full.subarray(0, Math.max(1, full.lastIndexOf(slash))) : full;
    if (!(realpathSync(certain, 'buffer') as unknown as Buffer).equals(certain)) throw new Error('leads over a link');
    return full;
  }
}

const shown = (entry: Dirent): boolean => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink();

function entryOf(stats: Stats, target: () => string): HostEntry | null {
  const common = {
    mode: stats.mode & 0o7777,
    size: stats.size,
    modified: Math.floor(stats.mtimeMs / 1000),
    target: '',
  };
  if (stats.isFile()) return { ...common, kind: 'file' };
  if (stats.isDirectory()) return { ...common, kind: 'directory' };
  return stats.isSymbolicLink() ? { ...common, kind: 'link', target: target() } : null;
}

/** What was found the first time; null for what the host refuses. */
function remembered<T>(known: Map<string, T | null>, path: string, find: () => T | null): T | null {
  if (!known.has(path)) {
    let found: T | null = null;
    try {
      found = find();
    } catch {
      // Not there, not ours to read, or not what it was: the program sees nothing.
    }
    known.set(path, found);
  }
  return known.get(path) ?? null;
}
