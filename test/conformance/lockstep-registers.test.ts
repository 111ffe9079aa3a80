import { describe, expect, it } from 'vitest';
import {
  RegisterWorld,
  SEGMENTS_OF_WORLD,
  SkewedRegisterWorld,
  unpagedDesign,
} from '../support/lockstep-register-world.js';
import { runProgram } from '../support/lockstep-run.js';

const KINDS = ['physical', 'relocation', 'base', 'base-bounds'] as const;
const DESIGNS = [SEGMENTS_OF_WORLD, SEGMENTS_OF_WORLD, ...KINDS.map(unpagedDesign)];

describe('designs without page tables', () => {
  it('both engines agree after every slice of random programs, with registers at any place and size', () => {
    let traps = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const design = DESIGNS[seed % DESIGNS.length]!;
      const skewed = (design.kind === 'segments' || design.kind.startsWith('base')) && seed % 3 === 0;
      const world = skewed ? SkewedRegisterWorld : RegisterWorld;
      const outcome = runProgram(seed, 500, undefined, null, world, design);
      expect(outcome.differences).toEqual([]);
      traps += outcome.traps;
    }
    expect(traps).toBeGreaterThan(300);
  }, 60_000);
});
