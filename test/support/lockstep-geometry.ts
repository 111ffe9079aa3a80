import type { HierarchyConfig } from '../../src/mmu/caches/config.js';
import type { TlbConfig } from '../../src/mmu/config.js';
import { NoRoom } from './geometry-tables.js';
import { type LockstepOutcome, runProgram } from './lockstep-run.js';
import { World } from './lockstep-world.js';
import { randomDesign } from './random-design.js';
import { SeededRandom } from './seeded-random.js';

/** Random code on random pages, crossing and changing itself, under page tables of a random geometry. */
export function runGeometryCode(
  seed: number,
  steps: number,
  tlb?: TlbConfig,
  caches: HierarchyConfig | null = null,
): LockstepOutcome {
  const random = new SeededRandom(seed);
  for (;;) {
    // Its pages end below 2^23.
    const design = randomDesign(random, 23);
    try {
      const outcome = runProgram(seed, steps, tlb, caches, World, design);
      if (outcome.differences.length === 0) return outcome;
      return { ...outcome, differences: [JSON.stringify(design), ...outcome.differences] };
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error;
    }
  }
}
