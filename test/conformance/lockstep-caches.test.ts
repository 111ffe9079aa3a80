import { describe, expect, it } from 'vitest';
import { randomTlb, runProgram } from '../support/lockstep-run.js';
import { randomCaches } from '../support/random-caches.js';
import { SeededRandom } from '../support/seeded-random.js';

describe('both engines, with caches', () => {
  it('agree after every slice of 50 random programs, each with other TLBs and caches', () => {
    let traps = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const random = new SeededRandom(seed ^ 0xcac4e);
      const { differences, traps: taken } = runProgram(seed, 1000, randomTlb(random), randomCaches(random));
      expect(differences).toEqual([]);
      traps += taken;
    }
    expect(traps).toBeGreaterThan(300);
  });
});
