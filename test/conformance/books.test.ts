import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../src/asm/assemble.js';
import { link } from '../../src/asm/link/link.js';
import { engines } from '../../src/machine/engines.js';
import { Machine } from '../../src/machine/machine.js';
import { COUNTER_NAMES } from '../../src/memory/layout.js';
import { textbookCosts } from '../../src/mmu/cost.js';
import type { TlbConfig } from '../../src/mmu/mmu.js';
import { type Counters, difference, mapCounters, readCounters } from '../../src/observe/counters.js';
import { ledger, unitCosts, violations } from '../../src/observe/ledger.js';
import { Receipts } from '../../src/observe/receipts.js';
import { type Example, examples } from '../support/examples.js';

/** Steps of an example that are looked at. */
const STEPS = 15_000;

/** Geometries in turn, so that every kind of TLB meets several programs. */
const tlbs: readonly TlbConfig[] = [
  { itlb: { sets: 16, ways: 4 }, dtlb: { sets: 16, ways: 4 }, unified: false, policy: 'lru', seed: 1 },
  { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 },
  { itlb: { sets: 1, ways: 2 }, dtlb: null, unified: true, policy: 'fifo', seed: 1 },
  { itlb: { sets: 2, ways: 2 }, dtlb: { sets: 1, ways: 3 }, unified: false, policy: 'random', seed: 7 },
  { itlb: null, dtlb: { sets: 4, ways: 1 }, unified: false, policy: 'lru', seed: 1 },
];

function machineWith(example: Example, tlb: TlbConfig, engine: string): Machine {
  const { object } = assembleObject(example.source, example.file);
  const image = object && link([object]).image;
  if (!image) throw new Error(`${example.file} does not assemble`);
  const machine = new Machine({ engine, tlb, ram: '96 KiB', swap: '64 MiB', quantum: 1000 });
  machine.load(image);
  machine.load(image);
  return machine;
}

const otherEngines = [...engines.keys()].filter((name) => name !== 'auto' && name !== 'reference');

/** Cycles of counters by their unit costs: what the ledger's lines must come to. */
function priced(counters: Counters): number {
  const unit = unitCosts(textbookCosts);
  return COUNTER_NAMES.reduce((sum, name) => sum + counters[name] * unit[name], 0);
}

describe('the books of every example, run twice at once in 24 frames with a swap', () => {
  it.each(examples().map((example, index) => [example.file, example, tlbs[index % tlbs.length]!] as const))(
    '%s: identities hold, receipts add up to counters and cycles, engines agree',
    (_, example, tlb) => {
      const machine = machineWith(example, tlb, 'reference');
      const loaded = readCounters(machine.memory);
      const book = new Receipts(machine.memory, textbookCosts);
      machine.probe = book;
      machine.run(STEPS);
      const counters = readCounters(machine.memory);
      expect(counters.steps).toBeGreaterThan(1);
      expect(violations(counters, machine.cpu.repeating)).toEqual([]);
      expect(book.violations()).toEqual([]);
      const totals = book.totals();
      const account = ledger(difference(counters, loaded), textbookCosts);
      const outside = priced(book.withoutInstruction());
      expect(totals.reduce((sum, row) => sum + row.cycles, outside)).toBe(account.cycles);
      const sum = mapCounters((name) => totals.reduce((total, row) => total + row.counters[name], 0));
      expect([sum.fetches, sum.loads, sum.stores]).toEqual([counters.fetches, counters.loads, counters.stores]);
      for (const engine of otherEngines) {
        const other = machineWith(example, tlb, engine);
        other.run(STEPS);
        expect(readCounters(other.memory), engine).toEqual(counters);
      }
    },
  );
});
