import { readdirSync, readFileSync } from 'node:fs';
import { assemble } from '../../src/machine/assemble.js';
import { Machine } from '../../src/machine/machine.js';
import { compareSides, sliceLength } from './lockstep.js';
import { randomTlb } from './lockstep-run.js';
import { SeededRandom } from './seeded-random.js';

/** Programs that run under the kernel: the examples, and gcc's output for the corpus. */
export const kernelPrograms: readonly string[] = ['asm-examples', 'test/corpus'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.s'))
    .map((name) => `${folder}/${name}`),
);

export interface MachinesOutcome {
  readonly steps: number;
  readonly differences: readonly string[];
}

/** Runs a program under the kernel on both engines, slice by slice, for at most so many steps. */
export function compareMachines(file: string, seed: number, most: number): MachinesOutcome {
  const random = new SeededRandom(seed);
  const tlb = random.chance(0.4) ? undefined : randomTlb(random);
  const image = assemble(readFileSync(file, 'utf8'), file);
  const machine = (engine: string) => {
    const made = new Machine({ engine, ram: '1 MiB', swap: '16 MiB', quantum: 500, ...(tlb ? { tlb } : {}) });
    made.load(image);
    return made;
  };
  const [left, right] = [machine('reference'), machine('interpreter')];
  while (left.steps < most) {
    const slice = sliceLength(random, most - left.steps);
    const [a, b] = [left.run(slice), right.run(slice)];
    const differences = compareSides(left, right);
    if (a.reason !== b.reason) differences.unshift(`${a.reason} against ${b.reason}`);
    if (differences.length > 0) {
      const where = `${file}, seed ${seed}, TLB ${JSON.stringify(tlb)}, after ${left.steps} steps`;
      return { steps: left.steps, differences: [where, ...differences] };
    }
    if (a.reason !== 'paused') break;
  }
  return { steps: left.steps, differences: [] };
}
