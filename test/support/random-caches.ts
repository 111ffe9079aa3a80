import { CACHE_POLICIES, type CacheShape, type HierarchyConfig } from '../../src/mmu/caches/config.js';
import type { SeededRandom } from './seeded-random.js';

/** Caches of any kind, small enough that everything happens soon. */
export function randomCaches(random: SeededRandom): HierarchyConfig {
  const shape = (most: number): CacheShape => {
    const sets = 2 ** random.below(most);
    const policy = random.pick(CACHE_POLICIES);
    const ways = policy === 'plru' ? random.pick([1, 2, 4, 8]) : random.pick([1, 2, 3, 4, 7, 24]);
    return { sets, ways, policy, write: random.chance(0.8) ? 'back' : 'through', latency: 1 + random.below(50) };
  };
  const maybe = (most: number) => (random.chance(0.2) ? null : shape(most));
  const caches = { l1i: maybe(4), l1d: maybe(4), l2: maybe(5), l3: maybe(6) };
  const starts = (['l1d', 'l2', 'l3'] as const).filter((name) => caches[name] !== null);
  return {
    ...caches,
    lineBytes: random.pick([4, 8, 16, 32, 64, 64, 64, 128, 4096]),
    unified: caches.l1d !== null && random.chance(0.25),
    inclusive: random.chance(0.35),
    walks: random.pick([...starts, ...starts, 'memory' as const]),
    seed: random.below(1000),
  };
}
