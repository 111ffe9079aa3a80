import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../support/seeded-random.js';
import { randomTraced, Traces, tracedPrograms } from '../support/trace-programs.js';

const CONFIGURATIONS = 12;
const STEPS = 2500;
/** By their places in the list: fork, swapping, small pages, three processes. */
const SAMPLE = [2, 3, 4, 8].map((index) => tracedPrograms[index]!);

// At length: tsx test/support/run-models.ts
describe('TLBs, structure caches and caches, against a model that looks up every reference of a program', () => {
  const random = new SeededRandom(4);
  const configs = Array.from({ length: CONFIGURATIONS }, () => randomTraced(random));

  it.each(SAMPLE.map((program) => [program.files.join(' '), program] as const))(
    `%s: every counter is the same in ${CONFIGURATIONS} configurations`,
    (_, program) => {
      const traces = new Traces(program, STEPS);
      for (const config of configs) {
        const { differences, compared } = traces.compare(config);
        expect(differences, JSON.stringify(config)).toEqual([]);
        expect(compared).toBeGreaterThan(8);
      }
      expect(traces.lookups).toBeGreaterThan(1000);
    },
    20_000,
  );

  it('notices a way less in an array, or none', () => {
    const traces = new Traces(SAMPLE[1]!, STEPS);
    const shape = (ways: number) => (ways === 0 ? null : { sets: 1, ways });
    const config = (instruction: number, data: number, second: number, walk: number) => ({
      tlb: {
        itlb: shape(instruction),
        dtlb: shape(data),
        unified: false,
        policy: 'lru' as const,
        seed: 1,
        second: { instruction: [], data: [shape(second)!], unified: true },
        walkCaches: [shape(walk)],
      },
      caches: null,
    });
    const built = config(1, 4, 8, 1);
    expect(traces.compare(built).differences).toEqual([]);
    for (const other of [config(0, 4, 8, 1), config(1, 3, 8, 1), config(1, 4, 7, 1), config(1, 4, 8, 0)])
      expect(traces.compare(built, other).differences, JSON.stringify(other)).not.toEqual([]);
  });
});
