import type { KernelHost } from '../kernel/host.js';
import type { BlockDevice } from '../kernel/vm/swap.js';
import { readDescriptor } from './files.js';
import { BrokenPipe, writeAll } from './output.js';

/** Where the input of a guest comes from. */
export type GuestInput = 'standard input' | 'nothing';

/**
 * The outside of the machine at the command line: the guest's standard streams are those of pagewalk, untouched. Input is kept, so that a
 * run can be repeated exactly.
 */
export class GuestIo implements KernelHost {
  readonly swap: BlockDevice | null;
  /** Everything read so far, in the portions in which it was read. */
  readonly inputRead: Uint8Array[] = [];
  /** Called before the guest writes, so that a progress line can get out of the way. */
  beforeOutput: () => void = () => {};
  /** The reader of the guest's output is gone. */
  outputBroken = false;
  private readonly source: GuestInput;

  constructor(swap: BlockDevice | null, source: GuestInput) {
    this.swap = swap;
    this.source = source;
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
    let bytes: Uint8Array;
    try {
      bytes = readDescriptor(0, Math.min(most, 1 << 20));
    } catch {
      return null;
    }
    this.inputRead.push(bytes.slice());
    return bytes;
  }
}

/** The same input once more and nothing else: for repeating a run. */
export class Replay implements KernelHost {
  readonly swap: BlockDevice | null;
  private readonly portions: Uint8Array[];

  constructor(swap: BlockDevice | null, portions: readonly Uint8Array[]) {
    this.swap = swap;
    this.portions = [...portions];
  }

  write(): void {}

  read(): Uint8Array | null {
    return this.portions.shift() ?? new Uint8Array(0);
  }
}
