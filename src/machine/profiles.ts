import type { HierarchyConfig } from '../mmu/caches/config.js';
import type { TlbConfig } from '../mmu/config.js';
import { type CostProfile, textbookCosts } from '../mmu/cost.js';

/** A machine by name: what a configuration is where nobody says otherwise. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly ramBytes: number;
  readonly tlb: TlbConfig;
  readonly caches: HierarchyConfig | null;
  readonly costs: CostProfile;
}

/** 64 entries, 4 ways: 16 sets. */
const TLB_64X4 = { sets: 16, ways: 4 } as const;

const textbook: Profile = {
  name: 'textbook',
  title: 'the machine of the lecture: split TLB, 64 entries 4-way LRU each side, flat memory of 100 cycles',
  ramBytes: 64 * 2 ** 20,
  tlb: { itlb: TLB_64X4, dtlb: TLB_64X4, unified: false, policy: 'lru', seed: 1 },
  caches: null,
  costs: textbookCosts,
};

/** Every profile, by name. */
export const profiles: ReadonlyMap<string, Profile> = new Map([textbook].map((profile) => [profile.name, profile]));
