import { definition, textbookTariff } from '../../mmu/cost.js';
import { profileOf } from './profile.js';

/** 64 entries, 4 ways: 16 sets. */
const TLB_64X4 = definition({ sets: 16, ways: 4 }, 'a small TLB of the books and of many processors');

export const textbook = profileOf({
  name: textbookTariff.name,
  title: 'the machine of the lecture: split TLB, 64 entries 4-way LRU each side, flat memory of 100 cycles',
  description: textbookTariff.description,
  clockHz: definition(textbookTariff.clockHz, 'a cycle is a nanosecond'),
  tlb: {
    instruction: [TLB_64X4],
    data: [TLB_64X4],
    second: null,
    walkCaches: [],
    policy: definition('lru', 'the policy of the books'),
  },
  caches: null,
  prices: textbookTariff.prices,
});
