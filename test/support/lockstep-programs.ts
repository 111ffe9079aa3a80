import type { Image } from '../../src/asm/image.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { Machine } from '../../src/machine/machine.js';
import { compareSides } from './lockstep.js';
import { type LockstepOutcome, randomTlb } from './lockstep-run.js';
import type { SeededRandom } from './seeded-random.js';

/** Whole programs under the kernel, in little memory, so that they swap and switch. */
function randomMachine(random: SeededRandom): MachineOptions {
  return {
    tlb: randomTlb(random),
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
    const slice = 1 + random.below(random.pick([1, 50, 3000, 100_000, 1_000_000]));
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
