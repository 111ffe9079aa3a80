import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Extent, Extents, FITS, type Fit } from '../../../src/kernel/unpaged/extents.js';

const START = 16;
const END = 16 + 96;

/** RAM as a row of units with the names of who has them, written apart from the product. */
class Row {
  readonly units: (number | null)[] = Array(END - START).fill(null);
  hand = 0;

  /** Runs of free units. */
  runs(): { at: number; length: number }[] {
    const runs: { at: number; length: number }[] = [];
    this.units.forEach((owner, at) => {
      const last = runs.at(-1);
      if (owner !== null) return;
      if (last && last.at + last.length === at) last.length++;
      else runs.push({ at, length: 1 });
    });
    return runs;
  }

  place(length: number, fit: Fit): number | null {
    const fits = this.runs().filter((run) => run.length >= length);
    if (fits.length === 0) return null;
    if (fit === 'first') return fits[0]!.at;
    if (fit === 'best') return [...fits].sort((a, b) => a.length - b.length || a.at - b.at)[0]!.at;
    if (fit === 'worst') return [...fits].sort((a, b) => b.length - a.length || a.at - b.at)[0]!.at;
    for (let at = this.hand; at + length <= this.units.length; at++)
      if (this.units.slice(at, at + length).every((owner) => owner === null)) return at;
    return fits[0]!.at;
  }

  set(at: number, length: number, owner: number | null): void {
    this.units.fill(owner, at, at + length);
  }
}

const operation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('allocate' as const), size: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resize' as const),
      which: fc.nat(),
      size: fc.integer({ min: 1, max: 40 }),
      down: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('compact' as const) }) },
);

describe('pieces of RAM', () => {
  it('are where a row of units, searched one by one, says; for every fit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FITS), fc.array(operation, { maxLength: 40 }), (fit, operations) => {
        const extents = new Extents(START, END, 1, fit, null);
        const row = new Row();
        const all: { extent: Extent; name: number }[] = [];
        operations.forEach((step, name) => {
          const chosen = 'which' in step && all.length > 0 ? all[step.which % all.length]! : null;
          if (step.kind === 'allocate') {
            const at = row.place(step.size, fit);
            const extent = extents.allocate(step.size);
            expect(extent === null ? null : extent.base - START).toBe(at);
            if (extent === null || at === null) return;
            row.set(at, step.size, name);
            row.hand = at + step.size;
            all.push({ extent, name });
          } else if (step.kind === 'compact') {
            const moved: [number, number, number][] = [];
            extents.compact((from, to, size) => moved.push([from - START, to - START, size]));
            for (const [from, to, size] of moved) {
              const owners = row.units.slice(from, from + size);
              row.set(from, size, null);
              for (const [i, owner] of owners.entries()) row.set(to + i, 1, owner);
            }
            expect(row.runs().length).toBeLessThanOrEqual(1);
            row.hand = all.reduce((sum, { extent }) => sum + extent.size, 0);
          } else if (chosen !== null && step.kind === 'release') {
            extents.release(chosen.extent);
            row.set(chosen.extent.base - START, chosen.extent.size, null);
            all.splice(all.indexOf(chosen), 1);
          } else if (chosen !== null && step.kind === 'resize') {
            const { base, size } = chosen.extent;
            const from = step.down ? base - START + size - step.size : base - START;
            const inside = from >= 0 && from + step.size <= row.units.length;
            const free =
              inside && row.units.slice(from, from + step.size).every((o) => o === null || o === chosen.name);
            expect(extents.resize(chosen.extent, step.size, step.down)).toBe(free);
            if (!free) return;
            row.set(base - START, size, null);
            row.set(from, step.size, chosen.name);
          }
          const runs = row.runs();
          expect(extents.holes()).toEqual(runs.map(({ at, length }) => ({ base: START + at, size: length })));
          const free = runs.reduce((sum, { length }) => sum + length, 0);
          expect(extents.division()).toMatchObject({ free, holes: runs.length, used: row.units.length - free });
        });
      }),
      { numRuns: 400, seed: 15 },
    );
  });

  it('are one of eight partitions of the same size, and the ninth request fails although RAM is used to a tenth', () => {
    const extents = new Extents(START, START + 8 * 10, 1, 'first', 8);
    const all = Array.from({ length: 8 }, () => extents.allocate(1)!);
    expect(all.map(({ base, size }) => [base - START, size])).toEqual(all.map((_, i) => [10 * i, 10]));
    expect(extents.allocate(1)).toBeNull();
    extents.release(all[3]!);
    expect(extents.allocate(11)).toBeNull();
    expect(extents.allocate(10)!.base).toBe(START + 30);
  });

  it('count a request that fails although so much is free, in several holes', () => {
    const extents = new Extents(0, 12, 1, 'first', null);
    const [a, , c] = [extents.allocate(4)!, extents.allocate(4)!, extents.allocate(4)!];
    extents.release(a);
    extents.release(c);
    expect(extents.allocate(5)).toBeNull();
    expect([extents.refused, extents.division()]).toEqual([1, { used: 4, free: 8, holes: 2, largestHole: 4 }]);
    expect(extents.peak.used).toBe(12);
  });
});
