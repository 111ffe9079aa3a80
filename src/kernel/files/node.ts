/** Kinds in st_mode (linux/stat.h) and in a directory entry (d_type). */
export const KIND = {
  stream: { mode: 0o010000, entry: 1 },
  directory: { mode: 0o040000, entry: 4 },
  file: { mode: 0o100000, entry: 8 },
  link: { mode: 0o120000, entry: 10 },
} as const;

/** What a name or a descriptor means. `id` is the number of the inode; times are seconds since 1970. */
interface NodeBase {
  readonly id: number;
  /** Permission bits. */
  mode: number;
  modified: number;
}

export interface StreamNode extends NodeBase {
  readonly kind: 'stream';
  /** Which of the host's streams: 0 input, 1 output, 2 errors. */
  readonly stream: 0 | 1 | 2;
}

export interface LinkNode extends NodeBase {
  readonly kind: 'link';
  readonly target: string;
}

/** A file. Its bytes come from the host when they are first needed. */
export class FileNode implements NodeBase {
  readonly kind = 'file';
  readonly id: number;
  mode: number;
  modified: number;
  size: number;
  /** At least `size` bytes; zeros behind it. null: still with the host. */
  private data: Uint8Array | null;
  /** A snapshot has these bytes too: a change copies them first. */
  private kept = false;
  private readonly fetch: () => Uint8Array | null;

  constructor(id: number, mode: number, modified: number, size = 0, fetch?: () => Uint8Array | null) {
    this.id = id;
    this.mode = mode;
    this.modified = modified;
    this.size = size;
    this.data = fetch ? null : new Uint8Array(0);
    this.fetch = fetch ?? (() => new Uint8Array(0));
  }

  /** The content; null: the host cannot give it. Not to be changed. */
  bytes(): Uint8Array | null {
    if (this.data === null) {
      this.data = this.fetch();
      if (this.data === null) return null;
      this.size = this.data.length;
      this.kept = true;
    }
    return this.data.subarray(0, this.size);
  }

  /** Puts bytes at an offset; what lies between the end and it becomes zeros. False: the host cannot give the rest. */
  write(offset: number, bytes: Uint8Array): boolean {
    if (this.bytes() === null) return false;
    this.reserve(Math.max(this.size, offset + bytes.length));
    this.data!.set(bytes, offset);
    this.size = Math.max(this.size, offset + bytes.length);
    return true;
  }

  /** Cuts or extends with zeros. False: the host cannot give the content. */
  resize(size: number): boolean {
    if (size === 0) {
      this.data = new Uint8Array(0);
      this.kept = false;
    } else if (this.bytes() === null) return false;
    this.reserve(size);
    this.data!.fill(0, Math.min(size, this.size));
    this.size = size;
    return true;
  }

  private reserve(size: number): void {
    const data = this.data!;
    if (!this.kept && data.length >= size) return;
    const larger = new Uint8Array(size > data.length ? Math.max(size, 2 * data.length) : data.length);
    larger.set(data.subarray(0, this.size));
    this.data = larger;
    this.kept = false;
  }

  /** Remembers the present content: the function given back restores it. */
  remember(): () => void {
    const { mode, modified, size, data } = this;
    this.kept = true;
    return () => Object.assign(this, { mode, modified, size, data, kept: true });
  }
}

/** A name in a directory. `serial` rises in the order of entering, so that a reader of the directory finds its place again. */
export interface DirectoryEntry {
  readonly serial: number;
  /** null: the host has it, and has not been asked what it is. */
  node: Node | null;
}

export class DirectoryNode implements NodeBase {
  readonly kind = 'directory';
  readonly id: number;
  mode: number;
  modified: number;
  /** The root is its own parent. */
  readonly parent: DirectoryNode;
  name: string;
  /** It has been removed: nothing can be made in it. */
  removed = false;
  entries = new Map<string, DirectoryEntry>();
  /** 1 and 2 are `.` and `..`. */
  private serial = 2;

  constructor(id: number, mode: number, modified: number, parent: DirectoryNode | null, name: string) {
    this.id = id;
    this.mode = mode;
    this.modified = modified;
    this.parent = parent ?? this;
    this.name = name;
  }

  enter(name: string, node: Node | null): void {
    this.serial++;
    this.entries.set(name, { serial: this.serial, node });
  }

  /** From the root, with a slash in front. */
  get path(): string {
    if (this.parent === this) return '/';
    return `${this.parent.path === '/' ? '' : this.parent.path}/${this.name}`;
  }

  /** Remembers the present names: the function given back restores them. */
  remember(): () => void {
    const { mode, modified, removed, serial } = this;
    const entries = [...this.entries].map(([name, entry]) => [name, { ...entry }] as const);
    return () => {
      Object.assign(this, { mode, modified, removed, serial });
      this.entries = new Map(entries.map(([name, entry]) => [name, { ...entry }]));
    };
  }
}

export type Node = StreamNode | LinkNode | FileNode | DirectoryNode;
