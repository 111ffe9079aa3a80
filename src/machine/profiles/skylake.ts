import { established, estimate, measured } from '../../mmu/cost.js';
import { common, KIB, MIB, sized } from './common.js';
import { profileOf } from './profile.js';

const MANUAL = 'Intel optimization reference manual, Skylake client';
const SEVEN = '7-cpu.com, i7-6700 at 4 GHz';
const PTC = 'page-table caches by timing: van Schaik et al., Reverse Engineering Hardware Page Table Caches, 2017';

export const skylake = profileOf({
  name: 'skylake',
  title: 'Intel Skylake client, 2015: 64-entry data TLB, 1,536-entry second level, 32 KiB / 256 KiB / 8 MiB',
  description: 'Intel Skylake client at 4 GHz, in order and without overlap',
  clockHz: established(4e9, 'i7-6700K, base frequency'),
  tlb: {
    instruction: [
      established({ sets: 16, ways: 8 }, `${MANUAL}: 128 entries, 8-way`),
      established({ sets: 1, ways: 8, pages: ['2M'] }, `${MANUAL}: 8 entries a thread`),
    ],
    data: [
      established({ sets: 16, ways: 4 }, `${MANUAL}: 64 entries, 4-way`),
      established({ sets: 8, ways: 4, pages: ['2M'] }, `${MANUAL}: 32 entries, 4-way`),
      established({ sets: 1, ways: 4, pages: ['1G'] }, `${MANUAL}: 4 entries`),
    ],
    second: {
      unified: true,
      instruction: [],
      data: [
        established({ sets: 128, ways: 12, pages: ['4K', '2M'] }, `${MANUAL}: 1,536 entries, 12-way, both sizes`),
        established({ sets: 4, ways: 4, pages: ['1G'] }, `${MANUAL}: 16 entries, 4-way`),
      ],
    },
    walkCaches: [
      measured({ sets: 8, ways: 4 }, `32 entries (${PTC}); the ways are an estimate`),
      measured({ sets: 1, ways: 4 }, PTC),
      measured({ sets: 1, ways: 2 }, PTC),
    ],
    policy: common.policy,
  },
  caches: {
    line: common.line(MANUAL),
    levels: {
      l1i: { size: established(sized(32 * KIB, 8), MANUAL), latency: common.fetchHit },
      l1d: { size: established(sized(32 * KIB, 8), MANUAL), latency: established(4, `${MANUAL}: fastest latency`) },
      l2: { size: established(sized(256 * KIB, 4), MANUAL), latency: established(12, `${MANUAL}: fastest latency`) },
      l3: {
        size: established(sized(8 * MIB, 16), `${MANUAL}: up to 2 MB a core, up to 16-way; four cores`),
        latency: established(44, `${MANUAL}: fastest latency`),
      },
    },
    policy: common.policy,
    inclusive: estimate(false, 'the third level is inclusive on silicon; each level replaces for itself here'),
    walks: common.walks,
  },
  prices: {
    instruction: common.instruction,
    memory: measured(246, `42 cycles and 51 ns: ${SEVEN}`),
    tlb: common.tlb,
    secondTlb: measured(9, `penalty of a first-level miss: ${SEVEN}`),
    walkStart: estimate(5, 'from the second-level miss to the first read'),
    pageSplit: established(5, `${MANUAL}: a load over two pages, 5 cycles since Skylake`),
    adWrite: common.adWrite,
    trapEntry: common.trapEntry,
    trapExit: common.trapExit,
    contextSwitch: common.contextSwitch,
    kernelWord: common.kernelWord,
    disk: estimate(400_000, 'a page from a flash drive in 100 us'),
  },
});
