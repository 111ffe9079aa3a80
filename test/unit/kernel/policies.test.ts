import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replacementPolicies } from '../../../src/kernel/vm/policies/index.js';
import type { EvictionView } from '../../../src/kernel/vm/policies/policy.js';

/** Memory of `frames` frames in front of a reference string, as textbooks draw it. */
function faults(policyName: string, references: readonly number[], frames: number): number {
  const policy = replacementPolicies.get(policyName)!;
  const pages: (number | null)[] = Array(frames).fill(null);
  const candidates = new Uint8Array(frames);
  const filledAt = new Float64Array(frames);
  const lastUse = new Float64Array(frames);
  const accessed: boolean[] = Array(frames).fill(false);
  const view: EvictionView = {
    frameCount: frames,
    hand: 0,
    candidates,
    filledAt,
    lastUse,
    accessed: (frame) => accessed[frame]!,
    clearAccessed: (frame) => {
      accessed[frame] = false;
    },
  };
  let count = 0;
  references.forEach((page, time) => {
    let frame = pages.indexOf(page);
    if (frame < 0) {
      count++;
      frame = pages.indexOf(null);
      if (frame < 0) frame = policy.victim(view);
      pages[frame] = page;
      candidates[frame] = 1;
      filledAt[frame] = time;
    }
    lastUse[frame] = time;
    accessed[frame] = true;
  });
  return count;
}

const OSTEP = [0, 1, 2, 0, 1, 3, 0, 3, 1, 2, 1];
const BELADY = [1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5];
const SILBERSCHATZ = [7, 0, 1, 2, 0, 3, 0, 4, 2, 3, 0, 3, 2, 1, 2, 0, 1, 7, 0, 1];
const LOOP = Array.from({ length: 500 }, (_, i) => i % 50);

describe('page replacement on the reference strings of the books', () => {
  it.each<[string, string, readonly number[], number, number]>([
    ['OSTEP 22', 'fifo', OSTEP, 3, 7],
    ['OSTEP 22', 'lru', OSTEP, 3, 5],
    ['Belady', 'fifo', BELADY, 3, 9],
    ['Belady: more frames, more faults', 'fifo', BELADY, 4, 10],
    ['Belady', 'lru', BELADY, 3, 10],
    ['Belady', 'lru', BELADY, 4, 8],
    ['Silberschatz', 'fifo', SILBERSCHATZ, 3, 15],
    ['Silberschatz', 'lru', SILBERSCHATZ, 3, 12],
    ['a loop one page too large', 'fifo', LOOP, 49, 500],
    ['a loop one page too large', 'lru', LOOP, 49, 500],
    ['a loop that fits', 'lru', LOOP, 50, 50],
  ])('%s, %s', (_source, policy, references, frames, expected) => {
    expect(faults(policy, references, frames)).toBe(expected);
  });

  it('LRU never does worse with more frames (it is a stack algorithm)', () => {
    const strings = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(strings, fc.integer({ min: 1, max: 9 }), (references, frames) => {
        expect(faults('lru', references, frames + 1)).toBeLessThanOrEqual(faults('lru', references, frames));
      }),
      { seed: 22, numRuns: 300 },
    );
  });
});

/** A view of frames that all hold pages, with the given accessed bits. */
function circle(accessed: boolean[], unevictable: readonly number[] = []): EvictionView {
  return {
    frameCount: accessed.length,
    hand: 0,
    candidates: Uint8Array.from(accessed, (_, frame) => (unevictable.includes(frame) ? 0 : 1)),
    filledAt: new Float64Array(accessed.length),
    lastUse: new Float64Array(accessed.length),
    accessed: (frame) => accessed[frame]!,
    clearAccessed: (frame) => {
      accessed[frame] = false;
    },
  };
}

describe('the clock', () => {
  const clock = replacementPolicies.get('clock')!;

  it('takes the first page behind the hand that was not used, and stops behind it', () => {
    const view = circle([true, false, true, false]);
    expect(clock.victim(view)).toBe(1);
    expect(view.hand).toBe(2);
    expect(clock.victim(view)).toBe(3);
  });

  it('gives every used page a second chance, then takes the first', () => {
    const accessed = [true, true, true];
    expect(clock.victim(circle(accessed))).toBe(0);
    expect(accessed).toEqual([false, false, false]);
  });

  it('passes over what cannot go, without taking its chance', () => {
    const accessed = [true, true, true];
    expect(clock.victim(circle(accessed, [0]))).toBe(1);
    expect(accessed).toEqual([true, false, false]);
  });

  it.each([...replacementPolicies.keys()])('%s finds no victim where nothing can go', (name) => {
    expect(replacementPolicies.get(name)!.victim(circle([true, false], [0, 1]))).toBe(-1);
  });
});
