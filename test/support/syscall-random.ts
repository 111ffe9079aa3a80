import type { SeededRandom } from './seeded-random.js';
import type { ScriptCall } from './syscall-script.js';

const PAGE = 0x1000;
/** A region of 24 pages that neither Linux nor the model uses by itself. */
const BASE = 0x2000_0000;
const PAGES = 24;
const CALL = { mmap: 9, mprotect: 10, munmap: 11, madvise: 28, nanosleep: 35, clock_gettime: 228 } as const;
const ANONYMOUS = 0x20;
const FIXED = 0x10;
const NO_REPLACE = 0x10_0000;

/** A random script about areas: maps, unmaps, protects, forgets and probes pages of one region. Every answer is determined. */
export function randomScript(random: SeededRandom, length: number): ScriptCall[] {
  return Array.from({ length }, () => randomCall(random));
}

function randomCall(random: SeededRandom): ScriptCall {
  const at = BASE + random.below(PAGES) * PAGE;
  const odd = random.below(12) === 0 ? 1 + random.below(PAGE - 1) : 0;
  const bytes = random.below(10) === 0 ? random.below(PAGE) : (1 + random.below(6)) * PAGE;
  // Not 4: where the processor has protection keys, Linux makes what can only be executed unreadable.
  const protection = random.pick([0, 1, 1, 3, 3, 3, 3, 5, 7, 2]);
  const kind = random.pick([1, 2, 2, 2]);
  const extra = random.pick([FIXED, FIXED, FIXED, NO_REPLACE, NO_REPLACE, 0]);
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      // A hint that is taken may be refused, and then the answer is Linux's own choice: only its error counts.
      return call(extra === 0 ? 'error' : 'all', 'mmap', at + odd, bytes, protection, kind | ANONYMOUS | extra, 0, 0);
    case 3:
      return call('all', 'munmap', at + odd, bytes);
    case 4:
      return call('all', 'mprotect', at + odd, bytes, protection);
    case 5:
      return call('all', 'madvise', at + odd, bytes, random.pick([0, 3, 4, 4, 4]));
    case 6:
    case 7:
      return call('error', 'clock_gettime', 1, at + random.pick([64, PAGE - 8]));
    default:
      return call('error', 'nanosleep', at + random.pick([1024, 2048]), 0);
  }
}

function call(show: ScriptCall['show'], name: keyof typeof CALL, ...args: number[]): ScriptCall {
  const text = args.map((argument) => `0x${argument.toString(16)}`).join(', ');
  return { number: CALL[name], args, show, title: `${name}(${text})` };
}
