import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryProgram, memorySource } from '../../support/memory-program.js';
import { run } from '../../support/run.js';

const K = 1024;

describe('both engines', () => {
  const geometry = { sets: 2, ways: 2 };
  const none = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 } as const;
  const split = { ...none, itlb: geometry, dtlb: geometry };

  it.each([
    ['lru', 'an LRU TLB', split],
    ['lru', 'no TLB', none],
    ['lru', 'a unified TLB', { ...split, unified: true }],
    ['lru', 'a FIFO TLB', { ...split, policy: 'fifo' }],
    ['lru', 'a TLB with random replacement', { ...split, policy: 'random' }],
    ['clock', 'an LRU TLB', split],
    ['fifo', 'an LRU TLB', split],
  ] as const)(
    '%s, %s: the same faults, victims and counts',
    (replacement, _title, tlb) => {
      fc.assert(
        fc.property(
          memoryProgram(60),
          memoryProgram(60),
          fc.integer({ min: 20, max: 300 }),
          (first, second, quantum) => {
            const [reference, interpreter] = ['reference', 'interpreter'].map((engine) =>
              run([memorySource(first), memorySource(second)], {
                engine,
                replacement,
                quantum,
                tlb,
                ram: 112 * K,
                swap: '1M',
              }),
            );
            expect(interpreter!.events).toEqual(reference!.events);
            expect(interpreter!.result.counters).toEqual(reference!.result.counters);
            expect(interpreter!.stdout).toBe(reference!.stdout);
          },
        ),
        { seed: 47, numRuns: 2 },
      );
    },
    60_000,
  );
});
