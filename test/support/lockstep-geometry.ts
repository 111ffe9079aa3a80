import { readFileSync } from 'node:fs';
import { assemble } from '../../src/machine/assemble.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { Machine } from '../../src/machine/machine.js';
import { pageShiftOf, tableLevels } from '../../src/mmu/design.js';
import { readCounters } from '../../src/observe/counters.js';
import { violations } from '../../src/observe/ledger.js';
import { compareSides, sliceLength } from './lockstep.js';
import type { LockstepOutcome } from './lockstep-run.js';
import { randomTlb } from './lockstep-run.js';
import { randomDesign } from './random-design.js';
import type { SeededRandom } from './seeded-random.js';

/** A machine of any geometry that programs of this many bits of address fit in, with little memory. */
function geometryMachine(random: SeededRandom, bits: number): MachineOptions {
  const mmu = randomDesign(random, bits);
  const unit = 2 ** pageShiftOf(mmu);
  const ram = Math.min(2 ** mmu.physicalBits, 2 ** 20 * unit, random.pick([2 ** 18, 2 ** 19, 2 ** 20]));
  return {
    mmu,
    tlb: randomTlb(random),
    ram,
    swap: 4 * 2 ** 20,
    replacement: random.pick(['lru', 'fifo', 'clock']),
    quantum: random.pick([97, 1000, 10_000]),
    // After every trap: only where there are few frames to look at.
    check: ram / unit <= 512 && random.chance(0.5),
  };
}

/** Runs programs under a random geometry on both engines, in slices, and compares everything at each stop and the books at the end. */
export function runGeometry(files: readonly string[], random: SeededRandom, most: number): LockstepOutcome {
  const options = geometryMachine(random, 22);
  const images = files.map((file) => assemble(readFileSync(file, 'utf8'), file, options.mmu));
  const where = `${files} ${JSON.stringify(options)}`;
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
    differences.push(...[a, b].flatMap((result) => result.violations.map(({ rule, detail }) => `${rule}: ${detail}`)));
    if (a.reason !== 'paused') {
      if (Buffer.compare(a.stdout, b.stdout) !== 0) differences.push('standard output');
      differences.push(
        ...violations(readCounters(left.memory), left.cpu.repeating, tableLevels(left.config.design)).map(
          ({ identity }) => identity,
        ),
      );
    }
    if (differences.length > 0) differences.unshift(where);
    if (a.reason !== 'paused' || differences.length > 0)
      return { steps: left.steps, traps: a.counters.exceptions, stops, differences };
  }
}
