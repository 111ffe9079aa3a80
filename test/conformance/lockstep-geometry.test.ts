import { describe, expect, it } from 'vitest';
import { runGeometry } from '../support/lockstep-geometry.js';
import { kernelPrograms } from '../support/lockstep-programs.js';
import { SeededRandom } from '../support/seeded-random.js';

const RUNS = 24;
const MOST_STEPS = 6000;

describe('page tables of any geometry', () => {
  it(`both engines agree after every slice, and the books add up (${RUNS} random machines)`, () => {
    const random = new SeededRandom(19);
    let steps = 0;
    for (let run = 0; run < RUNS; run++) {
      const files = random.chance(0.3)
        ? [random.pick(kernelPrograms), random.pick(kernelPrograms)]
        : [random.pick(kernelPrograms)];
      const outcome = runGeometry(files, random, MOST_STEPS);
      expect(outcome.differences).toEqual([]);
      steps += outcome.steps;
    }
    expect(steps).toBeGreaterThan((RUNS * MOST_STEPS) / 3);
  }, 60_000);
});
