import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/lockstep-run.js';
import { TlbWorld } from '../support/lockstep-tlb-world.js';
import { randomHierarchy } from '../support/random-tlb.js';
import { SeededRandom } from '../support/seeded-random.js';

describe('both engines, with TLBs of any kind', () => {
  it('agree after every slice of 40 random programs, each with other arrays, levels, policies, structure caches and refill', () => {
    let traps = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const tlb = randomHierarchy(new SeededRandom(seed ^ 0x71b));
      const { differences, traps: taken } = runProgram(seed, 800, tlb, null, TlbWorld);
      expect(differences).toEqual([]);
      traps += taken;
    }
    expect(traps).toBeGreaterThan(300);
  });
});
