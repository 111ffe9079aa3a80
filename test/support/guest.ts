import type { Image } from '../../src/asm/image.js';
import { explanation } from '../../src/cli/explanation.js';
import { Log } from '../../src/cli/log.js';
import { parseSize } from '../../src/cli/quantities.js';
import { type RawRunOptions, runOptions } from '../../src/cli/run-options.js';
import { type Death, loadedMachine, machineOptions, watch } from '../../src/cli/session.js';
import type { Machine } from '../../src/machine/machine.js';
import type { Counters } from '../../src/observe/counters.js';

/** What came of a run. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  readonly counters: Counters;
  /** Explanations of fatal faults, every run of blanks as one. */
  readonly explanation: string;
  readonly machine: Machine;
}

export interface GuestSetting {
  readonly options?: RawRunOptions;
  readonly stdin?: string;
  readonly args?: readonly string[];
  readonly prepare?: (machine: Machine) => void;
}

/** Runs programs as `pagewalk run` does, in this process, with their streams in strings. Swap is in memory. */
export function runGuest(images: readonly Image[], setting: GuestSetting = {}): Outcome {
  const { options: raw = {}, stdin = '', args = [], prepare = () => {} } = setting;
  const options = runOptions(raw);
  const written = { 1: '', 2: '' };
  let input = Buffer.from(stdin);
  const host = {
    write: (stream: 1 | 2, bytes: Uint8Array) => {
      written[stream] += Buffer.from(bytes).toString('latin1');
    },
    read: (_: 0, most: number) => {
      const portion = input.subarray(0, most);
      input = input.subarray(portion.length);
      return portion;
    },
  };
  const settings = machineOptions(options, options.swap === null ? null : parseSize(options.swap, '--swap'));
  const deaths = new Map<number, Death>();
  const machine = loadedMachine(settings, host, images, args, (machine) => {
    watch(machine, deaths, new Log('silent'));
    prepare(machine);
  });
  const result = machine.run();
  const past = { options: settings, images, guestArguments: args, input: [Buffer.from(stdin)], files: null };
  const told = [...deaths.entries()].map(([pid, death]) =>
    explanation(death, images[pid - 1]!, machine.config.stackLimit, past),
  );
  return {
    stdout: written[1],
    stderr: written[2],
    status: result.status,
    counters: result.counters,
    explanation: told.join('').replace(/\s+/g, ' '),
    machine,
  };
}
