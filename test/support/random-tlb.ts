import {
  type PageSize,
  type SecondLevel,
  type TlbConfig,
  type TlbPolicy,
  type TlbShape,
  tlbProblem,
} from '../../src/mmu/tlb-config.js';
import type { SeededRandom } from './seeded-random.js';

const POLICIES: readonly TlbPolicy[] = ['lru', 'lru', 'fifo', 'random', 'plru', 'lfu'];
const PAGES: readonly (readonly PageSize[])[] = [['4K'], ['4K'], ['4K'], ['4K', '2M'], ['4K', '2M', '1G']];
const LARGE: readonly (readonly PageSize[])[] = [['2M'], ['1G'], ['2M', '1G']];

function shape(random: SeededRandom, pages: readonly PageSize[], most = 64): TlbShape {
  const ways = random.pick([1, 2, 3, 4, 4, 8, 12, 16, 32].filter((count) => count <= most));
  const sets = random.pick([1, 1, 2, 4, 16].filter((count) => count * ways <= most));
  const own = random.chance(0.3) ? { policy: random.pick(POLICIES) } : {};
  return { sets, ways, pages, ...own };
}

const some = (random: SeededRandom, make: () => TlbShape) => (random.chance(0.3) ? [make()] : []);

function secondLevel(random: SeededRandom): SecondLevel {
  const unified = random.chance(0.5);
  const make = () => [shape(random, random.pick(PAGES), 256), ...some(random, () => shape(random, random.pick(LARGE)))];
  return { instruction: unified || random.chance(0.2) ? [] : make(), data: random.chance(0.1) && !unified ? [] : make(), unified };
} // biome-ignore format: one line

function anyTlb(random: SeededRandom): TlbConfig {
  const unified = random.chance(0.3);
  const first = () => (random.chance(0.08) ? null : shape(random, random.pick(PAGES)));
  const walkCaches = random.chance(0.5) ? [0, 1, 2].map(() => (random.chance(0.25) ? null : shape(random, ['4K'], 16))) : [];
  return {
    itlb: first(),
    dtlb: unified ? null : first(),
    unified,
    policy: random.pick(POLICIES),
    seed: random.below(1000),
    itlbMore: some(random, () => shape(random, random.pick(LARGE))),
    dtlbMore: some(random, () => shape(random, random.pick(LARGE))),
    second: random.chance(0.5) ? secondLevel(random) : null,
    walkCaches,
    refill: random.chance(0.2) ? 'software' : 'hardware',
  };
} // biome-ignore format: one line

/** A TLB of any kind that can be built: two levels, arrays for each size of page, any policies, structure caches, either way to refill. */
export function randomHierarchy(random: SeededRandom): TlbConfig {
  for (;;) {
    const config = anyTlb(random);
    if (tlbProblem(config) === null) return config;
  }
}
