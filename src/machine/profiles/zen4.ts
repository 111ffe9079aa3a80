import { established, estimate, measured } from '../../mmu/cost.js';
import { anyPage, common, KIB, MIB, sized } from './common.js';
import { profileOf } from './profile.js';

const GUIDE = 'AMD software optimization guide for Zen 4, publication 57647';

export const zen4 = profileOf({
  name: 'zen4',
  title: 'AMD Zen 4, 2022: 72-entry data TLB, 3,072-entry second level, 32 KiB / 1 MiB / 32 MiB',
  description: 'AMD Zen 4 at 4.5 GHz, in order and without overlap',
  clockHz: established(4.5e9, 'Ryzen 9 7950X, base frequency'),
  tlb: {
    instruction: [established(anyPage(64), `${GUIDE}: 64 entries, fully associative`)],
    data: [established(anyPage(72), `${GUIDE}: 72 entries, fully associative`)],
    second: {
      unified: false,
      instruction: [established({ sets: 64, ways: 8, pages: ['4K', '2M'] }, `${GUIDE}: 512 entries, 8-way`)],
      data: [established({ sets: 128, ways: 24, pages: ['4K', '2M'] }, `${GUIDE}: 3,072 entries, 24-way`)],
    },
    walkCaches: [established({ sets: 1, ways: 64 }, `${GUIDE}: page directory cache of 64 entries`)],
    policy: common.policy,
  },
  caches: {
    line: common.line(GUIDE),
    levels: {
      l1i: { size: established(sized(32 * KIB, 8), GUIDE), latency: common.fetchHit },
      l1d: { size: established(sized(32 * KIB, 8), GUIDE), latency: established(4, `${GUIDE}: integer load to use`) },
      l2: { size: established(sized(MIB, 8), GUIDE), latency: established(14, `${GUIDE}: load to use, at least`) },
      l3: {
        size: established(sized(32 * MIB, 16), `${GUIDE}: 16-way, 32 MB for eight cores`),
        latency: established(50, `${GUIDE}: load to use, on average`),
      },
    },
    policy: common.policy,
    inclusive: estimate(false, 'the third level is a victim cache on silicon; here it is filled with the others'),
    walks: common.walks,
  },
  prices: {
    instruction: common.instruction,
    memory: estimate(338, '75 ns of DDR5'),
    tlb: common.tlb,
    secondTlb: measured(7, 'chipsandcheese.com, Zen 4 part 2: 7 to 8 cycles beyond a first-level hit'),
    walkStart: estimate(5, 'from the second-level miss to the first read'),
    pageSplit: common.pageSplit,
    adWrite: common.adWrite,
    trapEntry: common.trapEntry,
    trapExit: common.trapExit,
    contextSwitch: common.contextSwitch,
    kernelWord: common.kernelWord,
    disk: estimate(450_000, 'a page from a flash drive in 100 us'),
  },
});
