import { describe, expect, it } from 'vitest';
import { Machine } from '../../src/machine/machine.js';
import { profiles } from '../../src/machine/profiles/index.js';
import { COUNTER_NAMES } from '../../src/memory/layout.js';
import { type Counters, difference, readCounters } from '../../src/observe/counters.js';
import { ledger, unitCosts, violations } from '../../src/observe/ledger.js';
import { Receipts } from '../../src/observe/receipts.js';
import { imageOf, kernelPrograms } from '../support/lockstep-programs.js';
import { randomTlb } from '../support/lockstep-run.js';
import { randomCaches } from '../support/random-caches.js';
import { SeededRandom } from '../support/seeded-random.js';

const STEPS = 1500;
const PROGRAMS = 36;
const names = [...profiles.keys()];

describe('the books of programs with caches', () => {
  it(`add up for ${PROGRAMS} programs under every profile, or random TLBs and caches`, () => {
    const random = new SeededRandom(2024);
    for (let index = 0; index < PROGRAMS; index++) {
      const file = random.pick(kernelPrograms);
      const own = random.chance(0.5) ? {} : { tlb: randomTlb(random), caches: randomCaches(random) };
      const options = { profile: names[index % names.length]!, ram: '192 KiB', swap: '16 MiB', quantum: 300, ...own };
      const machine = new Machine({ ...options, engine: 'reference' });
      const image = imageOf(file);
      machine.load(image);
      machine.load(image);
      const loaded = readCounters(machine.memory);
      const { costs } = machine.config;
      const book = new Receipts(machine.memory, costs);
      machine.probe = book;
      machine.run(STEPS);
      const counters = readCounters(machine.memory);
      const where = `${file} ${JSON.stringify(options)}`;
      expect(violations(counters, machine.cpu.repeating), where).toEqual([]);
      expect(book.violations(), where).toEqual([]);
      const priced = (sums: Counters) =>
        COUNTER_NAMES.reduce((sum, name) => sum + sums[name] * unitCosts(costs)[name], 0);
      const receipts = book.totals().reduce((sum, { cycles }) => sum + cycles, priced(book.withoutInstruction()));
      expect(receipts, where).toBe(ledger(difference(counters, loaded), costs).cycles);
    }
  });
});
