import type { Image } from '../asm/image.js';
import type { SavedState } from '../cpu/state.js';
import type { FatalFault } from './events.js';
import type { AddressSpace } from './vm/address-space.js';
import type { Area } from './vm/area.js';

export type ProcessState = 'ready' | 'running' | 'sleeping' | 'dead';

/** Which of the host's streams a file descriptor means: 0 input, 1 output, 2 errors. */
export type Stream = 0 | 1 | 2;

/** A program in execution: an address space, the registers while another one runs, and what the kernel remembers for it. */
export class Process {
  readonly pid: number;
  /** 0: started by the machine. */
  readonly parent: number;
  readonly image: Image;
  readonly space: AddressSpace;
  /** Registers; valid while the process is not running. */
  saved: SavedState;
  state: ProcessState = 'ready';
  /** Model time (ns) at which a sleeping process goes on. */
  wakeAt = 0;
  readonly descriptors: Map<number, Stream> = new Map([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  /** As a shell shows it: the exit code, or 128 + signal; null while it lives. */
  status: number | null = null;
  /** Why it was killed. */
  fault: FatalFault | null = null;
  /** Areas at its end, when the space itself is gone. */
  finalAreas: readonly Area[] = [];
  /** Completed instructions while it was running. */
  instructions = 0;

  constructor(pid: number, parent: number, image: Image, space: AddressSpace, saved: SavedState) {
    this.pid = pid;
    this.parent = parent;
    this.image = image;
    this.space = space;
    this.saved = saved;
  }

  get name(): string {
    return this.image.name;
  }

  get alive(): boolean {
    return this.status === null;
  }
}
