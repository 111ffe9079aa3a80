import { definition, estimate } from '../../mmu/cost.js';

/** Sets and ways of a cache of so many bytes, with lines of 64. */
export const sized = (bytes: number, ways: number) => ({ sets: bytes / 64 / ways, ways });

export const KIB = 2 ** 10;
export const MIB = 2 ** 20;
const WHOLE = ['4K', '2M', '1G'] as const;
/** One array for pages of any size. */
export const anyPage = (entries: number) => ({ sets: 1, ways: entries, pages: WHOLE });

/** What the models of processors have in common: numbers that no vendor gives and that nobody can, since the model does not overlap. */
export const common = {
  instruction: estimate(1, 'in order, one at a time; a real one retires up to eight in a cycle'),
  fetchHit: definition(0, 'fetched ahead while earlier instructions execute'),
  tlb: definition(0, 'looked up beside the first-level cache'),
  line: (source: string) => ({ value: 64, label: 'established', source }) as const,
  policy: estimate('lru' as const, 'vendors do not publish replacement; LRU stands for tree pseudo-LRU and its kin'),
  inclusive: estimate(false, 'each level replaces for itself'),
  walks: estimate('l1d' as const, 'walks read through the data cache'),
  pageSplit: estimate(5, 'tens of cycles once, single digits on processors since 2015'),
  adWrite: estimate(100, 'a locked update by microcode, order of magnitude'),
  trapEntry: estimate(150, 'order of magnitude, without what the kernel then does'),
  trapExit: estimate(150, 'order of magnitude'),
  contextSwitch: estimate(1500, 'order of magnitude of saving, choosing and restoring'),
  kernelWord: estimate(2, 'pages copied or cleared at about 16 GB/s'),
} as const;
