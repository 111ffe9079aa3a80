import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anomalies, missCurve } from '../../../src/observe/replacement/miss-curve.js';
import { replayPolicies } from '../../../src/observe/replacement/policies.js';
import { formatPolicyReport } from '../../../src/observe/replacement/policy-report.js';
import { referenceString } from '../../../src/observe/replacement/reference-string.js';
import { type ReplayStep, replay } from '../../../src/observe/replacement/replay.js';

const string = (text: string) => referenceString(text.split(','));
const misses = (text: string, policy: string, frames: number) =>
  replay(string(text), replayPolicies.get(policy)!, frames).misses;

const OSTEP = '0,1,2,0,1,3,0,3,1,2,1';
const BELADY = '1,2,3,4,1,2,5,1,2,3,4,5';
const SILBERSCHATZ = '7,0,1,2,0,3,0,4,2,3,0,3,2,1,2,0,1,7,0,1';

describe('the textbooks', () => {
  it.each([
    ['OSTEP ch. 22', OSTEP, 'opt', 3, 5],
    ['OSTEP ch. 22', OSTEP, 'fifo', 3, 7],
    ['OSTEP ch. 22', OSTEP, 'lru', 3, 5],
    ['Belady', BELADY, 'fifo', 3, 9],
    ['Belady', BELADY, 'fifo', 4, 10],
    ['Belady', BELADY, 'lru', 3, 10],
    ['Belady', BELADY, 'lru', 4, 8],
    ['Belady', BELADY, 'opt', 3, 7],
    ['Belady', BELADY, 'opt', 4, 6],
    ['Silberschatz', SILBERSCHATZ, 'fifo', 3, 15],
    ['Silberschatz', SILBERSCHATZ, 'opt', 3, 9],
    ['Silberschatz', SILBERSCHATZ, 'lru', 3, 12],
  ])('%s, %s: %s with %i frames has %i misses', (_, text, policy, frames, expected) => {
    expect(misses(text, policy, frames)).toBe(expected);
    expect(missCurve(string(text), replayPolicies.get(policy)!, 5).misses[frames - 1]).toBe(expected);
  });

  it('a loop over 50 pages never hits in 49 frames, and always in 50 after the first pass (OSTEP ch. 22)', () => {
    const loop = Array.from({ length: 10_000 }, (_, index) => String(index % 50)).join(',');
    for (const policy of ['fifo', 'lru']) {
      expect(misses(loop, policy, 49)).toBe(10_000);
      expect(misses(loop, policy, 50)).toBe(50);
    }
  });

  it("finds Belady's anomaly where it is, and nowhere else", () => {
    const found = (policy: string) => anomalies(missCurve(string(BELADY), replayPolicies.get(policy)!, 5));
    expect(found('fifo')).toEqual([{ policy: 'fifo', frames: 3, misses: 9, missesWithMore: 10 }]);
    expect(found('lru')).toEqual([]);
    expect(found('opt')).toEqual([]);
  });
});

/** Plain lists, written apart from the product: the page that goes is looked for in what has been and what will be. */
function plainMisses(pages: readonly number[], frames: number, policy: 'fifo' | 'lru' | 'opt' | 'mru'): number {
  const held: number[] = [];
  const since: number[] = [];
  let count = 0;
  pages.forEach((page, now) => {
    if (held.includes(page)) return;
    count++;
    if (held.length === frames) {
      const last = (held_: number) => pages.slice(0, now).lastIndexOf(held_);
      const next = (held_: number) => {
        const at = pages.slice(now).indexOf(held_);
        return at < 0 ? 1e9 : at;
      };
      const score = held.map((candidate, index) => {
        if (policy === 'fifo') return -since[index]!;
        if (policy === 'lru') return -last(candidate);
        return policy === 'mru' ? last(candidate) : next(candidate);
      });
      const victim = score.indexOf(Math.max(...score));
      held.splice(victim, 1);
      since.splice(victim, 1);
    }
    held.push(page);
    since.push(now);
  });
  return count;
}

const strings = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 });
const runs = { seed: 22, numRuns: 400 };

describe('any reference string', () => {
  it('has the misses of a plain model under FIFO, LRU, MRU and OPT', () => {
    fc.assert(
      fc.property(
        strings,
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom('fifo', 'lru', 'mru', 'opt'),
        (pages, frames, policy) => {
          expect(misses(pages.join(','), policy, frames)).toBe(plainMisses(pages, frames, policy as 'fifo'));
        },
      ),
      runs,
    );
  });

  it('has one curve, whether it comes from one pass or from a replay for each number of frames', () => {
    fc.assert(
      fc.property(strings, fc.constantFrom('lru', 'opt'), (pages, policy) => {
        const { misses: curve, onePass } = missCurve(string(pages.join(',')), replayPolicies.get(policy)!, 12);
        expect(onePass).toBe(true);
        expect(curve).toEqual(Array.from({ length: 12 }, (_, index) => plainMisses(pages, index + 1, policy as 'lru')));
      }),
      runs,
    );
  });

  it('has no fewer misses under any policy than under OPT, none more than under its opposite, and adds up', () => {
    fc.assert(
      fc.property(strings, fc.integer({ min: 1, max: 8 }), (pages, frames) => {
        const text = pages.join(',');
        const [best, worst] = [misses(text, 'opt', frames), misses(text, 'unopt', frames)];
        for (const policy of replayPolicies.values()) {
          const result = replay(string(text), policy, frames, { seed: 5 });
          expect(result.misses).toBeGreaterThanOrEqual(best);
          expect(result.hits + result.misses).toBe(pages.length);
          expect(result.coldMisses).toBe(new Set(pages).size);
          expect(result.misses - result.evictions).toBe(Math.min(frames, result.coldMisses));
        }
        expect(worst).toBeGreaterThanOrEqual(best);
      }),
      runs,
    );
  });

  it('evicts in each step a page that was there, and holds the used page afterwards', () => {
    fc.assert(
      fc.property(strings, fc.constantFrom(...replayPolicies.values()), (pages, policy) => {
        let before: readonly number[] = [];
        replay(string(pages.join(',')), policy, 3, {
          onStep: (step: ReplayStep) => {
            expect(step.frames).toContain(step.page);
            expect(before.includes(step.page)).toBe(step.hit);
            if (step.evicted >= 0) expect(before).toContain(step.evicted);
            before = step.frames;
          },
        });
      }),
      runs,
    );
  });
});

describe('the report', () => {
  it('shows steps, totals, the curve and the anomaly', () => {
    const subject = string(BELADY);
    const fifo = replayPolicies.get('fifo')!;
    const steps: ReplayStep[] = [];
    const replays = [replay(subject, fifo, 3, { onStep: (step) => steps.push(step) })];
    const curves = [missCurve(subject, fifo, 5)];
    const text = formatPolicyReport({
      subject: 'a string',
      string: subject,
      replays,
      steps: [steps],
      curves,
      anomalies: curves.flatMap(anomalies),
    });
    expect(text).toContain('a string: 12 uses of 5 pages');
    expect(text).toMatch(/4 +4 +miss +1 +4 +2 +3\n/);
    expect(text).toMatch(/fifo +3 +3 +9 +5 +6 +25\.0 %\n/);
    expect(text).toContain("Belady's anomaly: fifo has 9 misses with 3 frames, and 10 with 4.");
  });
});
