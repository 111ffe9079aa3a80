import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../support/seeded-random.js';
import { randomTraced, Traces, tracedPrograms } from '../support/trace-programs.js';

const CONFIGURATIONS = 10;
/** By their places in the list, with steps: fork, swapping, three processes, pages of 16 bytes, large pages. */
const SAMPLE = (
  [
    [2, 1000],
    [3, 2500],
    [4, 2500],
    [8, 2500],
    [9, 11_000],
  ] as const
).map(([index, steps]) => ({ program: tracedPrograms[index]!, steps }));

// At length: tsx test/support/run-models.ts
describe('TLBs, structure caches and caches, against a model that looks up every reference of a program', () => {
  const random = new SeededRandom(4);
  const configs = Array.from({ length: CONFIGURATIONS }, () => randomTraced(random));

  it.each(SAMPLE.map((sample) => [sample.program.files.join(' '), sample] as const))(
    `%s: every counter is the same in ${CONFIGURATIONS} configurations`,
    (_, { program, steps }) => {
      const traces = new Traces(program, steps);
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
    const traces = new Traces(SAMPLE[1]!.program, SAMPLE[1]!.steps);
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
