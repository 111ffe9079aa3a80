import { describe, expect, it } from 'vitest';
import { Machine } from '../../src/machine/machine.js';
import { type Profile, profiles } from '../../src/machine/profiles/index.js';
import { capacities, stair } from '../support/staircase.js';

const machines: readonly Profile[] = [...profiles.values()];
const cached = machines.filter(({ caches }) => caches !== null);
/** Larger caches take too long here; the benchmark has them. */
const MOST_LINES = 40_000;

describe('the latency staircase', () => {
  it.each(machines)('$name: pages fit the TLB up to its entries, and miss beyond', ({ name, tlb, tariff }) => {
    const [first, second] = capacities(new Machine({ profile: name })).pages;
    const misses = (count: number) => {
      const { counters, translation } = stair({ profile: name }, 'pages', count);
      return { first: counters.dtlbMisses, walks: counters.walks, translation };
    };
    // The loop itself needs one page of code, and nothing else.
    expect(misses(first!).first).toBe(0);
    const beyond = misses(first! + tlb.dtlb!.sets);
    expect(beyond.first).toBeGreaterThan(first! * 0.9 * (tlb.policy === 'lfu' ? 0.05 : 1));
    if (second === undefined) return;
    expect(beyond.walks).toBe(0);
    // Everything misses the first level and hits the second: the price of the second level, and of first-level lookups by nine fetches and the load.
    if (tlb.policy === 'lru')
      expect(beyond.translation).toBeCloseTo(tariff.prices.secondTlb!.value + 10 * tariff.prices.tlb.value, 0);
    // Half of the second level fits whatever the code takes of it; beyond it every load walks.
    expect(misses(second / 2).walks).toBe(0);
    if (tlb.policy === 'lru') expect(misses(second * 1.25).walks).toBeGreaterThan(second);
  });

  it.each(cached)('$name: a load costs the latency of the cache that its lines fit', ({ name, caches, tariff }) => {
    const levels = [caches!.l1d!, caches!.l2!, ...(caches!.l3 ? [caches!.l3] : [])];
    levels.forEach(({ sets, ways, latency }, index) => {
      const lines = sets * ways;
      if (lines > MOST_LINES) return;
      const below = levels[index + 1]?.latency ?? tariff.prices.memory.value;
      expect(stair({ profile: name }, 'lines', lines * 0.75).access, `${lines} lines fit`).toBeCloseTo(latency, 0);
      expect(stair({ profile: name }, 'lines', lines * 1.5).access, `${lines} lines are full`).toBeCloseTo(below, 0);
    });
  });
});
