import type { Node } from './node.js';

/** Flags of open (asm-generic/fcntl.h). */
export const O = {
  readOnly: 0,
  writeOnly: 1,
  readWrite: 2,
  accessMask: 3,
  create: 0o100,
  exclusive: 0o200,
  truncate: 0o1000,
  append: 0o2000,
  nonBlocking: 0o4000,
  async: 0o20000,
  direct: 0o40000,
  largeFile: 0o100000,
  directory: 0o200000,
  noFollow: 0o400000,
  noAccessTime: 0o1000000,
  closeOnExec: 0o2000000,
  pathOnly: 0o10000000,
  unnamed: 0o20000000,
} as const;

/** An open file: what `dup` and `fork` share. */
export class OpenFile {
  readonly node: Node;
  /** Access mode and status flags, as F_GETFL gives them. */
  flags: number;
  /** Bytes from the start; in a directory the serial number of the entry read last. */
  offset = 0;

  constructor(node: Node, flags: number) {
    this.node = node;
    this.flags = flags;
  }

  get readable(): boolean {
    const access = this.flags & O.accessMask;
    return access === O.readOnly || access === O.readWrite;
  }

  get writable(): boolean {
    const access = this.flags & O.accessMask;
    return access === O.writeOnly || access === O.readWrite;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const { flags, offset } = this;
    return () => void Object.assign(this, { flags, offset });
  }
}

/** A file descriptor of one process. */
export interface Descriptor {
  readonly file: OpenFile;
  readonly closeOnExec: boolean;
}

/** The three descriptors that every program starts with. They are like pipes: no position, no size. */
export function standardStreams(): Map<number, Descriptor> {
  const open = (stream: 0 | 1 | 2): Descriptor => {
    const node: Node = { kind: 'stream', id: 1 + stream, mode: 0o600, modified: 0, stream };
    return { file: new OpenFile(node, stream === 0 ? O.readOnly : O.writeOnly), closeOnExec: false };
  };
  return new Map([
    [0, open(0)],
    [1, open(1)],
    [2, open(2)],
  ]);
}
