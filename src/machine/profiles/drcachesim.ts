import { definition, established } from '../../mmu/cost.js';
import { common, KIB, MIB, sized } from './common.js';
import { profileOf } from './profile.js';

const OPTIONS = "DynamoRIO's drcachesim, default of its options";
const NO_TIME = 'drcachesim counts and has no time';

/** Compare with `-data_prefetcher none -cores 1`; it looks up virtual addresses unless told otherwise. */
export const drcachesim = profileOf({
  name: 'drcachesim',
  title:
    "the defaults of DynamoRIO's drcachesim, to compare hits and misses with (its -data_prefetcher none, -cores 1)",
  description: 'the default caches and TLBs of drcachesim, cycles by the estimate of KCachegrind at 1 GHz',
  clockHz: definition(1e9, NO_TIME),
  tlb: {
    instruction: [established({ sets: 1, ways: 32 }, `${OPTIONS}: 32 entries, associativity 32`)],
    data: [established({ sets: 1, ways: 32 }, `${OPTIONS}: 32 entries, associativity 32`)],
    second: {
      unified: true,
      instruction: [],
      data: [established({ sets: 256, ways: 4 }, `${OPTIONS}: 1,024 entries, associativity 4`)],
    },
    walkCaches: [],
    policy: established('lfu', `${OPTIONS}: TLB_replace_policy`),
  },
  caches: {
    line: established(64, `${OPTIONS}: line_size`),
    levels: {
      l1i: { size: established(sized(32 * KIB, 8), OPTIONS), latency: common.fetchHit },
      l1d: { size: established(sized(32 * KIB, 8), OPTIONS), latency: definition(0, NO_TIME) },
      l2: {
        size: established(sized(8 * MIB, 16), `${OPTIONS}: the last level`),
        latency: definition(10, "KCachegrind's cycle estimation: 10 for a first-level miss"),
      },
      l3: null,
    },
    policy: established('lru', `${OPTIONS}: replace_policy`),
    inclusive: established(false, OPTIONS),
    walks: definition('memory', 'drcachesim makes no walks: they must not move its caches'),
  },
  prices: {
    instruction: definition(1, "KCachegrind's cycle estimation: 1 an instruction"),
    memory: definition(
      110,
      "KCachegrind's cycle estimation: 100 for a last-level miss, and 10 for the first-level miss before it",
    ),
    tlb: definition(0, NO_TIME),
    secondTlb: definition(0, NO_TIME),
    walkStart: null,
    pageSplit: null,
    adWrite: null,
    trapEntry: definition(0, NO_TIME),
    trapExit: definition(0, NO_TIME),
    contextSwitch: definition(0, NO_TIME),
    kernelWord: definition(0, NO_TIME),
    disk: definition(0, NO_TIME),
  },
});
