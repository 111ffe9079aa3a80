import { describe, expect, it } from 'vitest';
import { fuzzElf, MOST_UNFOLDED } from '../../support/fuzz-elf.js';

/** A fixed part of what `npx tsx test/support/fuzz-elf.ts 100000` does. */
describe('damaged executables, objects and archives', () => {
  it('give a diagnostic or a program, soon and small', () => {
    const sums = fuzzElf(2000, 1);
    expect(sums.refused).toBeGreaterThan(1000);
    expect(sums.accepted).toBeGreaterThan(200);
    expect(sums.longest).toBeLessThan(10_000);
    expect(sums.largest).toBeLessThanOrEqual(MOST_UNFOLDED);
  });
});
