import { createRequire } from 'node:module';
import { isatty } from 'node:tty';
import type { HostFiles } from '../kernel/host.js';
import type { MachineHost } from '../machine/machine.js';
import { readDescriptor } from './files.js';
import { HostRoot } from './host-root.js';
import { BrokenPipe, writeAll } from './output.js';

const require = createRequire(import.meta.url);

/** Where the input of a guest comes from. */
export type GuestInput = 'standard input' | 'nothing';

/**
 * The outside of the machine at the command line: the guest's standard streams are those of pagewalk, untouched. Input is kept, so that a
 * run can be repeated exactly.
 */
export class GuestIo implements MachineHost {
  /** Everything read so far, in the portions in which it was read. */
  readonly inputRead: Uint8Array[] = [];
  /** Called before the guest writes, so that a progress line can get out of the way. */
  beforeOutput: () => void = () => {};
  /** Called when Ctrl-C comes while the guest waits for input. */
  onInterrupt: () => void = () => {};
  /** Input that a terminal gave and the guest has not taken yet. */
  private pending: Uint8Array = new Uint8Array(0);
  /** The reader of the guest's output is gone. */
  outputBroken = false;
  private readonly source: GuestInput;
  readonly files: HostFiles | null;

  /** `root`: the directory that the guest sees as `/`; null: an empty one. */
  constructor(source: GuestInput, root: string | null) {
    this.source = source;
    this.files = root === null ? null : new HostRoot(root);
  }

  write(stream: 1 | 2, bytes: Uint8Array): void {
    if (this.outputBroken) return;
    this.beforeOutput();
    try {
      writeAll(stream, bytes);
    } catch (error) {
      if (!(error instanceof BrokenPipe)) throw error;
      this.outputBroken = true;
    }
  }

  read(_: 0, most: number): Uint8Array | null {
    if (this.source === 'nothing') return new Uint8Array(0);
    this.beforeOutput();
    const bytes = this.readSome(Math.min(most, 1 << 20));
    if (bytes !== null) this.inputRead.push(bytes.slice());
    return bytes;
  }

  private readSome(most: number): Uint8Array | null {
    if (this.pending.length === 0 && isatty(0)) {
      const line = readTerminal();
      if (line === 'interrupted') {
        this.onInterrupt();
        return null;
      }
      if (line?.length === 0) return line;
      this.pending = line ?? this.pending;
    }
    const bytes = this.pending.subarray(0, most);
    this.pending = this.pending.subarray(bytes.length);
    if (bytes.length > 0) return bytes;
    try {
      return readDescriptor(0, most);
    } catch {
      return null;
    }
  }
}

/** The same input once more and nothing else: for repeating a run. */
export class Replay {
  private readonly portions: Uint8Array[];
  readonly files: HostFiles | null;

  constructor(portions: readonly Uint8Array[], files: HostFiles | null) {
    this.portions = [...portions];
    this.files = files;
  }

  write(): void {}

  read(): Uint8Array | null {
    return this.portions.shift() ?? new Uint8Array(0);
  }
}

/**
 * One line from a terminal, read by a process of its own: this one would not notice Ctrl-C while it waits in a read. null: interrupted, or
 * there is no such program.
 */
function readTerminal(): Uint8Array | 'interrupted' | null {
  const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
  const result = spawnSync('dd', ['bs=65536', 'count=1', 'status=none'], { stdio: ['inherit', 'pipe', 'ignore'] });
  if (result.error !== undefined) return null;
  return result.signal === 'SIGINT' ? 'interrupted' : result.stdout;
}
