import { describe, expect, it } from 'vitest';
import { runGeometryCode } from '../support/lockstep-geometry.js';

const SEEDS = 16;
const STEPS = 2000;

describe('page tables of any geometry', () => {
  it(`random code that crosses pages and changes itself runs alike on both engines (${SEEDS} seeds)`, () => {
    let traps = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const outcome = runGeometryCode(seed, STEPS);
      expect(outcome.differences).toEqual([]);
      traps += outcome.traps;
    }
    expect(traps).toBeGreaterThan(SEEDS);
  }, 60_000);
});
