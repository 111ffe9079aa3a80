import { definition, established, estimate } from '../../mmu/cost.js';
import { common } from './common.js';
import { profileOf } from './profile.js';

const FILE = "ChampSim's champsim_config.json";
const WALKER = "ChampSim's default page-table walker";

/** Its caches and TLBs, to compare hits and misses with; its core runs out of order and its cycles are others. */
export const champsim = profileOf({
  name: 'champsim',
  title: 'the default hierarchy of ChampSim, to compare hits and misses with: no prefetching, latencies added up',
  description: 'the default hierarchy of ChampSim at 4 GHz, in order and without overlap',
  clockHz: established(4e9, `${FILE}: cpu_clock_freq`),
  tlb: {
    instruction: [established({ sets: 16, ways: 4 }, FILE)],
    data: [established({ sets: 16, ways: 4 }, FILE)],
    second: { unified: true, instruction: [], data: [established({ sets: 128, ways: 12 }, FILE)] },
    walkCaches: [
      established({ sets: 4, ways: 8 }, `${WALKER}: level 2`),
      established({ sets: 2, ways: 4 }, `${WALKER}: level 3`),
      established({ sets: 1, ways: 4 }, `${WALKER}: level 4`),
      established({ sets: 1, ways: 2 }, `${WALKER}: level 5`),
    ],
    policy: established('lru', "ChampSim's default"),
  },
  caches: {
    line: established(64, `${FILE}: block_size`),
    levels: {
      l1i: { size: established({ sets: 64, ways: 8 }, FILE), latency: common.fetchHit },
      l1d: { size: established({ sets: 64, ways: 12 }, FILE), latency: established(5, FILE) },
      l2: { size: established({ sets: 1024, ways: 8 }, FILE), latency: established(15, `${FILE}: 10 after 5`) },
      l3: { size: established({ sets: 2048, ways: 16 }, FILE), latency: established(35, `${FILE}: 20 after 15`) },
    },
    policy: established('lru', "ChampSim's default; a line written back is no use of it"),
    inclusive: established(false, 'every level is filled on the way back and replaces for itself'),
    walks: established('l1d', 'the walker reads through the data cache'),
  },
  prices: {
    instruction: definition(1, 'ChampSim has a core that runs out of order; here one cycle an instruction'),
    memory: estimate(185, `35, and tRP + tRCD + tCAS of 12.5 ns each (${FILE}), without queues`),
    tlb: established(1, `${FILE}: latency of ITLB and DTLB`),
    secondTlb: established(8, `${FILE}: latency of STLB`),
    walkStart: null,
    pageSplit: null,
    adWrite: definition(0, 'ChampSim makes its own tables and sets no bits in them'),
    trapEntry: definition(0, 'ChampSim runs traces, without a kernel'),
    trapExit: definition(0, 'ChampSim runs traces, without a kernel'),
    contextSwitch: definition(0, 'ChampSim runs traces, without a kernel'),
    kernelWord: definition(0, 'ChampSim runs traces, without a kernel'),
    disk: definition(0, 'its page faults cost 200 cycles and no disk'),
  },
});
