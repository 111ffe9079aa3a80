import { describe, expect, it } from 'vitest';
import { kernelPrograms, runFiles } from '../support/lockstep-programs.js';
import { designKinds, randomMachine } from '../support/random-machine.js';
import { SeededRandom } from '../support/seeded-random.js';

const RUNS = 8;
const MOST_STEPS = 5000;

describe('both engines under every memory design, with any TLB, caches, profile and policy', () => {
  it.each(designKinds)(
    `%s: agree after every slice, and the books add up (${RUNS} random machines)`,
    (kind) => {
      const random = new SeededRandom(19);
      let steps = 0;
      let ran = 0;
      while (ran < RUNS) {
        const count = random.chance(0.3) ? 2 : 1;
        const files = Array.from({ length: count }, () => random.pick(kernelPrograms));
        const outcome = runFiles(files, randomMachine(random, kind), random, MOST_STEPS);
        if (outcome === null) continue;
        expect(outcome.differences).toEqual([]);
        steps += outcome.steps;
        ran++;
      }
      expect(steps).toBeGreaterThan((RUNS * MOST_STEPS) / 4);
    },
    30_000,
  );
});
