import { describe, expect, it } from 'vitest';
import { Machine } from '../../src/machine/machine.js';
import { RAM_BASE } from '../../src/memory/layout.js';
import { compareSides } from '../support/lockstep.js';
import { kernelPrograms, runFiles } from '../support/lockstep-programs.js';
import { runProgram } from '../support/lockstep-run.js';
import { randomMachine } from '../support/random-machine.js';
import { SeededRandom } from '../support/seeded-random.js';

describe('interpreter and reference, in lock-step', () => {
  it('agree at every stop of 25 random programs', { timeout: 60_000 }, () => {
    let traps = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const { differences, traps: taken } = runProgram(seed, 4000);
      expect(differences).toEqual([]);
      traps += taken;
    }
    // Faults and what follows them are part of it.
    expect(traps).toBeGreaterThan(200);
  });

  it.each(kernelPrograms)('agree on %s', { timeout: 30_000 }, (file) => {
    const random = new SeededRandom(7);
    expect(runFiles([file], randomMachine(random, 'x86-64'), random, 6000)?.differences).toEqual([]);
  });

  it('notice a difference', () => {
    const [left, right] = [new Machine({ ram: '1 MiB' }), new Machine({ ram: '1 MiB' })];
    expect(compareSides(left, right)).toEqual([]);
    right.cpu.setRegister(3, 5n);
    right.memory.count(0);
    right.memory.u8[RAM_BASE + right.memory.ramBytes - 8]! ^= 1;
    expect(compareSides(left, right)).toHaveLength(3);
  });
});
