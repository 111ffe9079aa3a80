import type { Image } from '../asm/image.js';
import type { HostFiles } from '../kernel/host.js';
import type { MachineOptions } from '../machine/config.js';
import type { Machine } from '../machine/machine.js';
import { LastWriters } from '../observe/last-writers.js';
import { Replay } from './guest-io.js';
import { type Death, loadedMachine } from './session.js';

/** The last so many steps are watched. */
const WINDOW = 200_000;
/** A run is repeated only if that takes no more than a second or two: so many steps, on the interpreter and on the reference. */
const LONGEST = 300_000_000;
const LONGEST_ON_REFERENCE = 300_000;

/** A run as it was, for repeating it. */
export interface PastRun {
  readonly options: MachineOptions;
  readonly images: readonly Image[];
  readonly guestArguments: readonly string[];
  /** What the guest read. */
  readonly input: readonly Uint8Array[];
  /** The files that it saw, as it saw them. */
  readonly files: HostFiles | null;
}

/**
 * Repeats a run up to a death, which comes at the same step because nothing in the machine depends on the outside, and watches the last steps: who
 * wrote which register. null: the run was too long.
 */
export function historyBefore(death: Death, past: PastRun): LastWriters | null {
  if (death.steps > (past.options.engine === 'reference' ? LONGEST_ON_REFERENCE : LONGEST)) return null;
  const writers = new LastWriters();
  const { pid } = death.fault;
  const host = new Replay(past.input, past.files);
  const machine = loadedMachine(past.options, host, past.images, past.guestArguments, (machine) => {
    machine.onEvent = (event) => {
      if (event.kind === 'syscall' && event.pid === pid && event.result !== null && writers.last !== null)
        writers.last.systemCall = { name: event.name ?? `number ${event.number}`, result: event.result };
      if (event.kind === 'signal' && event.pid === pid) machine.interrupt();
    };
  });
  skipTo(machine, death.steps - WINDOW);
  machine.probe = {
    step: (step) => {
      if (machine.kernel.current?.pid === pid) writers.step(step);
    },
  };
  machine.run(WINDOW + 1);
  return writers;
}

/** Runs unobserved to a step. */
function skipTo(machine: Machine, step: number): void {
  if (step > 0) machine.run(step);
}
