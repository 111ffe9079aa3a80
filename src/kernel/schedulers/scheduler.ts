import type { Process } from '../process.js';

/** The queue of processes that could run, and who is next. Deterministic. */
export interface Scheduler {
  /** A process has become ready: new, woken, or taken off the CPU. */
  add(process: Process): void;
  /** A ready process will not run after all. */
  remove(process: Process): void;
  /** Takes the process that runs next out of the queue; null when nobody is ready. */
  next(): Process | null;
  /** Remembers the present state: the function given back restores it. */
  remember(): () => void;
  /** Somebody is ready. */
  readonly waiting: boolean;
}

export interface SchedulingPolicy {
  readonly name: string;
  readonly title: string;
  create(): Scheduler;
}
