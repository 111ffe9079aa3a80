import { ERRNO } from '../errno.js';
import type { HostFiles } from '../host.js';
import { DirectoryNode, FileNode, type LinkNode, type Node } from './node.js';
import type { OpenFile } from './open-file.js';

/** Bytes that one file, and all together, may have; what the host gave and nobody changed does not count. */
export const MOST_FILE_BYTES = 256 * 2 ** 20;
const MOST_BYTES = 512 * 2 ** 20;
/** What a name costs beyond its content. */
const NODE_BYTES = 512;
/** Ids of the three streams come first. */
const FIRST_ID = 4;

/**
 * A tree of files in memory: what the host shows as `/`, and what programs make of it. Nothing ever goes back to the host, so that all changes are
 * lost at the end of the run. Everything belongs to the one user there is. Errors are negated numbers, as system calls give them.
 */
export class FileSystem {
  readonly root: DirectoryNode;
  private readonly host: HostFiles | null;
  /** Paths of directories whose names the host has not yet been asked for. */
  private readonly unread = new Map<DirectoryNode, string>();
  private lastId = FIRST_ID - 1;
  /** Bytes given out since they were last counted. */
  private used = 0;
  private readonly openFiles: () => Iterable<OpenFile>;
  private readonly now: () => number;

  /** `openFiles`: all of all processes. `now`: seconds since 1970. */
  constructor(host: HostFiles | null, openFiles: () => Iterable<OpenFile>, now: () => number) {
    this.host = host;
    this.openFiles = openFiles;
    this.now = now;
    const top = host?.look('');
    this.root = new DirectoryNode(this.nextId(), top?.mode ?? 0o755, top?.modified ?? now(), null, '');
    if (host) this.unread.set(this.root, '');
    if (!this.namesOf(this.root).has('tmp')) this.makeDirectory(this.root, 'tmp', 0o777);
  }

  private nextId(): number {
    this.lastId++;
    return this.lastId;
  }

  /** The names in a directory, the host's included. */
  private namesOf(directory: DirectoryNode): DirectoryNode['entries'] {
    const path = this.unread.get(directory);
    if (path !== undefined) {
      this.unread.delete(directory);
      for (const name of [...(this.host!.list(path) ?? [])].sort()) directory.enter(name, null);
    }
    return directory.entries;
  }

  /** What a name in a directory means; null: nothing. */
  child(directory: DirectoryNode, name: string): Node | null {
    const entry = this.namesOf(directory).get(name);
    if (entry === undefined) return null;
    if (entry.node === null) {
      const made = this.fromHost(directory, name);
      if (made === null) directory.entries.delete(name);
      entry.node = made;
    }
    return entry.node;
  }

  private fromHost(directory: DirectoryNode, name: string): Node | null {
    const host = this.host!;
    const path = `${directory.path}/${name}`.replace(/^\/+/, '');
    const found = host.look(path);
    if (found === null) return null;
    const { mode, modified, size, target } = found;
    const id = this.nextId();
    if (found.kind === 'link') return { kind: 'link', id, mode: 0o777, modified, target };
    if (found.kind === 'file') return new FileNode(id, mode, modified, size, () => host.read(path));
    const node = new DirectoryNode(id, mode, modified, directory, name);
    this.unread.set(node, path);
    return node;
  }

  /** The names in a directory with what they mean, in the order of their serial numbers. */
  list(directory: DirectoryNode): { readonly name: string; readonly serial: number; readonly node: Node }[] {
    return [...this.namesOf(directory)].flatMap(([name, { serial }]) => {
      const node = this.child(directory, name);
      return node === null ? [] : [{ name, serial, node }];
    });
  }

  makeFile(directory: DirectoryNode, name: string, mode: number): FileNode | number {
    const error = this.mayEnter(directory);
    if (error !== 0) return error;
    return this.entered(directory, name, new FileNode(this.nextId(), mode, this.now()));
  }

  makeDirectory(directory: DirectoryNode, name: string, mode: number): DirectoryNode | number {
    const error = this.mayEnter(directory);
    if (error !== 0) return error;
    return this.entered(directory, name, new DirectoryNode(this.nextId(), mode, this.now(), directory, name));
  }

  makeLink(directory: DirectoryNode, name: string, target: string): LinkNode | number {
    const error = this.mayEnter(directory);
    if (error !== 0) return error;
    return this.entered(directory, name, {
      kind: 'link',
      id: this.nextId(),
      mode: 0o777,
      modified: this.now(),
      target,
    });
  }

  private mayEnter(directory: DirectoryNode): number {
    if (directory.removed) return -ERRNO.ENOENT;
    if ((directory.mode & 0o300) !== 0o300) return -ERRNO.EACCES;
    return this.take(NODE_BYTES) ? 0 : -ERRNO.ENOSPC;
  }

  private entered<T extends Node>(directory: DirectoryNode, name: string, node: T): T {
    directory.enter(name, node);
    directory.modified = this.now();
    return node;
  }

  /** Takes a name out. Open files keep what it meant. */
  remove(directory: DirectoryNode, name: string): number {
    if ((directory.mode & 0o300) !== 0o300) return -ERRNO.EACCES;
    directory.entries.delete(name);
    directory.modified = this.now();
    return 0;
  }

  isEmpty(directory: DirectoryNode): boolean {
    return this.list(directory).length === 0;
  }

  /** Puts bytes into a file; gives how many, or an error. */
  write(file: FileNode, offset: number, bytes: Uint8Array): number {
    const room = MOST_FILE_BYTES - offset;
    if (bytes.length === 0) return 0;
    if (room <= 0) return -ERRNO.EFBIG;
    const part = bytes.subarray(0, room);
    if (!this.take(Math.max(0, offset + part.length - file.size))) return -ERRNO.ENOSPC;
    if (!file.write(offset, part)) return -ERRNO.EIO;
    file.modified = this.now();
    return part.length;
  }

  resize(file: FileNode, size: number): number {
    if (size > MOST_FILE_BYTES) return -ERRNO.EFBIG;
    if (!this.take(Math.max(0, size - file.size))) return -ERRNO.ENOSPC;
    if (!file.resize(size)) return -ERRNO.EIO;
    file.modified = this.now();
    return 0;
  }

  /** Accounts for bytes. What is no longer reachable is found out only when it seems to be too much. */
  private take(bytes: number): boolean {
    if (this.used + bytes > MOST_BYTES) {
      this.used = 0;
      for (const node of this.reachable()) this.used += NODE_BYTES + (node.kind === 'file' ? node.size : 0);
    }
    if (this.used + bytes > MOST_BYTES) return false;
    this.used += bytes;
    return true;
  }

  /** Every node that has been looked at and that a name or a descriptor means. */
  private reachable(): Set<Node> {
    const found = new Set<Node>();
    const pending: Node[] = [this.root, ...[...this.openFiles()].map((file) => file.node)];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (found.has(node)) continue;
      found.add(node);
      if (node.kind === 'directory')
        for (const entry of node.entries.values()) if (entry.node) pending.push(entry.node);
    }
    return found;
  }

  /** Remembers the present state, open files included: the function given back restores it. */
  remember(): () => void {
    const parts = [...this.openFiles()].map((file) => file.remember());
    for (const node of this.reachable())
      if (node.kind === 'file' || node.kind === 'directory') parts.push(node.remember());
    const unread = new Map(this.unread);
    const { lastId, used } = this;
    return () => {
      for (const restore of parts) restore();
      this.unread.clear();
      for (const [node, path] of unread) this.unread.set(node, path);
      Object.assign(this, { lastId, used });
    };
  }
}
