import { readdirSync, readFileSync } from 'node:fs';
import type { Image } from '../../src/asm/image.js';
import { assemble } from '../../src/machine/assemble.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { Machine } from '../../src/machine/machine.js';
import { compareSides, sliceLength } from './lockstep.js';
import { type LockstepOutcome, randomTlb } from './lockstep-run.js';
import type { SeededRandom } from './seeded-random.js';

/** Programs that run under the kernel: the examples, and gcc's output for the corpus. */
export const kernelPrograms: readonly string[] = ['asm-examples', 'test/corpus'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.s'))
    .map((name) => `${folder}/${name}`),
);

export const imageOf = (file: string): Image => assemble(readFileSync(file, 'utf8'), file);

/** Whole programs under the kernel, in little memory, so that they swap and switch. */
function randomMachine(random: SeededRandom): MachineOptions {
  return {
    ...(random.chance(0.4) ? {} : { tlb: randomTlb(random) }),
    ram: random.pick(['160K', '512K', '2M']),
    swap: '16M',
    replacement: random.pick(['lru', 'fifo', 'clock']),
    quantum: random.pick([97, 1000, 10_000]),
  };
}

/**
 * Runs programs, each a process, on the reference CPU and on the interpreter with the same random configuration, in slices of
 * random length, and compares registers, flags, counters, TLB and RAM at each stop, and output and statuses at the end.
 */
export function runImages(images: readonly Image[], random: SeededRandom, most: number): LockstepOutcome {
  const options = randomMachine(random);
  const [left, right] = ['reference', 'interpreter'].map((engine) => {
    const machine = new Machine({ ...options, engine, limit: most });
    for (const image of images) machine.load(image);
    return machine;
  }) as [Machine, Machine];
  for (let stops = 1; ; stops++) {
    const slice = sliceLength(random, Math.max(1, most - left.steps));
    const [a, b] = [left.run(slice), right.run(slice)];
    const differences = compareSides(left, right);
    if (a.reason !== b.reason) differences.unshift(`stop: ${a.reason} against ${b.reason}`);
    if (a.reason !== 'paused' && differences.length === 0) {
      if (Buffer.compare(a.stdout, b.stdout) !== 0) differences.push('standard output');
      const statuses = [a, b].map(({ processes }) => processes.map(({ status }) => status).join(' '));
      if (statuses[0] !== statuses[1]) differences.push(`statuses: ${statuses.join(' against ')}`);
    }
    if (differences.length > 0) {
      const { replacement, ram, quantum, tlb } = options;
      differences.unshift(`${images.map(({ name }) => name)} ${JSON.stringify({ replacement, ram, quantum, tlb })}`);
    }
    if (a.reason !== 'paused' || differences.length > 0)
      return { steps: left.steps, traps: a.counters.exceptions, stops, differences };
  }
}
