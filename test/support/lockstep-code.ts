import { runGeometryCode } from './lockstep-geometry.js';
import { RegisterWorld, SEGMENTS_OF_WORLD, SkewedRegisterWorld, unpagedDesign } from './lockstep-register-world.js';
import { type LockstepOutcome, randomTlb, runProgram } from './lockstep-run.js';
import { TlbWorld } from './lockstep-tlb-world.js';
import type { World } from './lockstep-world.js';
import { randomCaches } from './random-caches.js';
import { randomHierarchy } from './random-tlb.js';
import type { SeededRandom } from './seeded-random.js';

const UNPAGED = ['physical', 'relocation', 'base', 'base-bounds'] as const;

/** Random code on both engines, in a world without a kernel, of any design, TLB and caches. `seed`: of the code. */
export function runRandomCode(random: SeededRandom, seed: number, steps: number): LockstepOutcome {
  const caches = random.chance(0.3) ? randomCaches(random) : null;
  const kind = random.next();
  if (kind < 0.25) return runProgram(seed, steps, randomTlb(random), caches);
  if (kind < 0.5) return runProgram(seed, steps, randomHierarchy(random), caches, TlbWorld);
  if (kind < 0.75) {
    const tlb = { ...randomHierarchy(random), refill: 'hardware' } as const;
    return runGeometryCode(seed, steps, random.chance(0.5) ? tlb : randomTlb(random), caches);
  }
  const design = random.chance(0.4) ? SEGMENTS_OF_WORLD : unpagedDesign(random.pick(UNPAGED));
  const movable = design.kind !== 'physical' && design.kind !== 'relocation';
  const world: typeof World = movable && random.chance(0.4) ? SkewedRegisterWorld : RegisterWorld;
  return runProgram(seed, steps, randomTlb(random), caches, world, design);
}
