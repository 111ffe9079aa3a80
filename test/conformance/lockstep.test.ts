import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/machine/assemble.js';
import { Machine } from '../../src/machine/machine.js';
import { compareSides, sliceLength } from '../support/lockstep.js';
import { randomTlb, runProgram } from '../support/lockstep-run.js';
import { SeededRandom } from '../support/seeded-random.js';

const examples = readdirSync('asm-examples').filter((name) => name.endsWith('.s'));

/** Runs a program under the kernel on both engines, slice by slice; the first difference, or null. */
function compareMachines(name: string, seed: number, most: number): string[] | null {
  const random = new SeededRandom(seed);
  const tlb = random.chance(0.4) ? undefined : randomTlb(random);
  const image = assemble(readFileSync(`asm-examples/${name}`, 'utf8'), name);
  const machine = (engine: string) => {
    const made = new Machine({ engine, ram: '1 MiB', swap: '16 MiB', quantum: 500, ...(tlb ? { tlb } : {}) });
    made.load(image);
    return made;
  };
  const [left, right] = [machine('reference'), machine('interpreter')];
  while (left.steps < most) {
    const slice = sliceLength(random, most);
    const [a, b] = [left.run(slice), right.run(slice)];
    const differences = compareSides(left, right);
    if (a.reason !== b.reason) differences.unshift(`${a.reason} against ${b.reason}`);
    if (differences.length > 0) return [`${name}, seed ${seed}, after ${left.steps} steps`, ...differences];
    if (a.reason !== 'paused') return null;
  }
  return null;
}

describe('interpreter and reference, in lock-step', () => {
  it('agree at every stop of 25 random programs', () => {
    let traps = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const { differences, traps: taken } = runProgram(seed, 4000);
      expect(differences).toEqual([]);
      traps += taken;
    }
    // Faults and what follows them are part of it.
    expect(traps).toBeGreaterThan(200);
  }, 60_000);

  it.each(examples)('agree on %s', (name) => {
    expect(compareMachines(name, 7, 12_000)).toBeNull();
  }, 30_000);

  it('notice a difference', () => {
    const [left, right] = [new Machine({ ram: '1 MiB' }), new Machine({ ram: '1 MiB' })];
    expect(compareSides(left, right)).toEqual([]);
    right.cpu.setRegister(3, 5n);
    right.memory.count(0);
    right.memory.u8[right.memory.u8.length - right.memory.engineBytes - 8]! ^= 1;
    expect(compareSides(left, right)).toHaveLength(3);
  });
});
