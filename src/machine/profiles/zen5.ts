import { established, estimate } from '../../mmu/cost.js';
import { anyPage, common, KIB, MIB, sized } from './common.js';
import { profileOf } from './profile.js';

const GUIDE = 'AMD software optimization guide for Zen 5, publication 58455';
const CHIPS = 'AMD at Hot Chips 2024';

export const zen5 = profileOf({
  name: 'zen5',
  title: 'AMD Zen 5, 2024: 96-entry data TLB, 4,096-entry second level, 48 KiB / 1 MiB / 32 MiB',
  description: 'AMD Zen 5 at 4.3 GHz, in order and without overlap',
  clockHz: established(4.3e9, 'Ryzen 9 9950X, base frequency'),
  tlb: {
    instruction: [established(anyPage(64), `${CHIPS}: 64 entries`)],
    data: [established(anyPage(96), `${CHIPS}: 96 entries`)],
    second: {
      unified: false,
      instruction: [
        established({ sets: 256, ways: 8, pages: ['4K', '2M'] }, `${CHIPS}: 2,048 entries; ${GUIDE}: 8-way`),
      ],
      data: [established({ sets: 256, ways: 16, pages: ['4K', '2M'] }, `${CHIPS}: 4,096 entries; ${GUIDE}: 16-way`)],
    },
    walkCaches: [estimate({ sets: 1, ways: 64 }, 'as Zen 4')],
    policy: common.policy,
  },
  caches: {
    line: common.line(GUIDE),
    levels: {
      l1i: { size: established(sized(32 * KIB, 8), CHIPS), latency: common.fetchHit },
      l1d: { size: established(sized(48 * KIB, 12), CHIPS), latency: established(4, `${GUIDE}: integer load to use`) },
      l2: { size: established(sized(MIB, 16), CHIPS), latency: established(14, `${GUIDE}: load to use, at least`) },
      l3: {
        size: established(sized(32 * MIB, 16), `${GUIDE}: 16-way, 32 MB for eight cores`),
        latency: estimate(48, 'about that of Zen 4'),
      },
    },
    policy: common.policy,
    inclusive: estimate(false, 'the third level is a victim cache on silicon; here it is filled with the others'),
    walks: common.walks,
  },
  prices: {
    instruction: common.instruction,
    memory: estimate(322, '75 ns of DDR5'),
    tlb: common.tlb,
    secondTlb: estimate(7, 'as Zen 4'),
    walkStart: estimate(5, 'from the second-level miss to the first read'),
    pageSplit: common.pageSplit,
    adWrite: common.adWrite,
    trapEntry: common.trapEntry,
    trapExit: common.trapExit,
    contextSwitch: common.contextSwitch,
    kernelWord: common.kernelWord,
    disk: estimate(430_000, 'a page from a flash drive in 100 us'),
  },
});
