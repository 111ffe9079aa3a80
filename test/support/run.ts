import type { KernelEvent } from '../../src/kernel/events.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { Machine, type Result } from '../../src/machine/machine.js';
import { program } from './program.js';

export interface RunOptions extends MachineOptions {
  readonly stdin?: string;
  readonly argv?: readonly string[];
  /** Steps after which the test is given up. */
  readonly steps?: number;
}

/** What a run left behind, in the terms of a test. */
export interface Outcome {
  readonly machine: Machine;
  readonly result: Result;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly KernelEvent[];
}

/** Assembles sources, one process each, and runs them with the kernel's invariants checked after every trap. */
export function run(sources: string | readonly string[], options: RunOptions = {}): Outcome {
  const { stdin = '', argv, steps = 20_000_000, ...machineOptions } = options;
  const written = { 1: '', 2: '' };
  let input = Buffer.from(stdin, 'latin1');
  const machine = new Machine(
    { ram: '1M', check: true, ...machineOptions },
    {
      write: (stream, bytes) => {
        written[stream] += Buffer.from(bytes).toString('latin1');
      },
      read: (_stream, most) => {
        const portion = input.subarray(0, most);
        input = input.subarray(portion.length);
        return portion;
      },
    },
  );
  const events: KernelEvent[] = [];
  machine.onEvent = (event) => events.push(event);
  for (const [i, source] of [sources].flat().entries()) {
    const image = program(source, `test${i}.s`);
    machine.load(image, argv ?? [image.name]);
  }
  const result = machine.run(steps);
  if (result.violations.length > 0) throw new Error(JSON.stringify(result.violations, null, 2));
  return { machine, result, status: result.status, stdout: written[1], stderr: written[2], events };
}
