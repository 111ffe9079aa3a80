import type { Image } from '../asm/image.js';
import type { SavedState } from '../cpu/state.js';
import type { FatalFault } from './events.js';
import type { AddressSpace } from './vm/address-space.js';
import type { Area } from './vm/area.js';

export type ProcessState = 'ready' | 'running' | 'sleeping' | 'waiting' | 'dead';

/** Which of the host's streams a file descriptor means: 0 input, 1 output, 2 errors. */
export type Stream = 0 | 1 | 2;

/** An unfinished wait4: which children count (a pid, or -1 for any), and where their status goes (0: nowhere). */
export interface Wait {
  readonly pid: number;
  readonly statusAddress: number;
}

/** A program in execution: an address space, the registers while another one runs, and what the kernel remembers for it. */
export class Process {
  readonly pid: number;
  /** Who forked it; 0: the machine started it, and its status is the run's. */
  readonly parent: number;
  readonly image: Image;
  readonly space: AddressSpace;
  /** Registers; valid while the process is not running. */
  saved: SavedState;
  state: ProcessState = 'ready';
  /** Model time (ns) at which a sleeping process goes on. */
  wakeAt = 0;
  /** What a waiting process waits for. */
  wait: Wait | null = null;
  descriptors: Map<number, Stream> = new Map([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  /** As a shell shows it: the exit code, or 128 + signal; null while it lives. */
  status: number | null = null;
  /** Why it was killed. */
  fault: FatalFault | null = null;
  /** The signal that killed it, 0 for none. */
  signal = 0;
  /** Its parent has been told of its end. */
  reaped = false;
  /** Areas at its end, when the space itself is gone. */
  finalAreas: readonly Area[] = [];

  constructor(pid: number, parent: number, image: Image, space: AddressSpace, saved: SavedState) {
    this.pid = pid;
    this.parent = parent;
    this.image = image;
    this.space = space;
    this.saved = saved;
  }

  /** Remembers the present state, address space included: the function given back restores it. */
  remember(): () => void {
    const space = this.space.remember();
    const { saved, state, wakeAt, wait, status, fault, signal, reaped, finalAreas } = this;
    const descriptors = new Map(this.descriptors);
    return () => {
      space();
      Object.assign(this, { saved, state, wakeAt, wait, status, fault, signal, reaped, finalAreas });
      this.descriptors = new Map(descriptors);
    };
  }

  get name(): string {
    return this.image.name;
  }

  get alive(): boolean {
    return this.status === null;
  }
}
