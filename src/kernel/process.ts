import type { Image } from '../asm/image.js';
import type { SavedState } from '../cpu/state.js';
import type { FatalFault } from './events.js';
import type { DirectoryNode } from './files/node.js';
import { type Descriptor, standardStreams } from './files/open-file.js';
import { SignalState } from './signal-state.js';
import type { Area } from './vm/area.js';
import type { Space } from './vm/space.js';

export type ProcessState = 'ready' | 'running' | 'sleeping' | 'waiting' | 'dead';

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
  readonly space: Space;
  /** Registers; valid while the process is not running. */
  saved: SavedState;
  state: ProcessState = 'ready';
  /** Model time (ns) at which a sleeping process goes on. */
  wakeAt = 0;
  /** What a waiting process waits for. */
  wait: Wait | null = null;
  descriptors: Map<number, Descriptor> = standardStreams();
  workingDirectory: DirectoryNode;
  /** Permission bits that new files do not get. */
  umask = 0o022;
  readonly signals = new SignalState();
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

  constructor(pid: number, parent: number, image: Image, space: Space, saved: SavedState, directory: DirectoryNode) {
    this.pid = pid;
    this.parent = parent;
    this.image = image;
    this.space = space;
    this.saved = saved;
    this.workingDirectory = directory;
  }

  /** Remembers the present state, address space included: the function given back restores it. */
  remember(): () => void {
    const space = this.space.remember();
    const { saved, state, wakeAt, wait, status, fault, signal, reaped, finalAreas, workingDirectory, umask } = this;
    const signals = this.signals.remember();
    const descriptors = new Map(this.descriptors);
    return () => {
      space();
      signals();
      Object.assign(this, { saved, state, wakeAt, wait, status, fault, signal, reaped, finalAreas });
      Object.assign(this, { workingDirectory, umask });
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
