import type { HierarchyConfig } from '../mmu/caches/config.js';
import { type CostProfile, costTable, definition, type PriceName, type Prices } from '../mmu/cost.js';
import type { Profile } from './profiles/index.js';

/** Prices that somebody sets, in cycles. */
export type PriceOptions = Readonly<Partial<Record<PriceName, number>>>;

/** Most that an event may cost: a thousand seconds at 4 GHz; sums of products stay whole. */
export const MOST_CYCLES = 4e12;

/** The cost table of a machine: the prices of its profile, or given ones, with its caches. */
export function costsOf(profile: Profile, caches: HierarchyConfig | null, given: PriceOptions): CostProfile {
  const { tariff, latencies } = profile;
  const prices: Prices = {
    ...tariff.prices,
    ...Object.fromEntries(Object.entries(given).map(([name, cycles]) => [name, definition(cycles, 'given')])),
  };
  return costTable({ ...tariff, prices }, caches, caches === profile.caches ? latencies : {});
}
