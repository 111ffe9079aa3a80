import { describe, expect, it } from 'vitest';
import { profiles } from '../../../src/machine/profiles/index.js';
import { COUNTER, COUNTER_NAMES, type CounterName } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { costTable, textbookCosts } from '../../../src/mmu/cost.js';
import { type Design, PHYSICAL, X86_64 } from '../../../src/mmu/design.js';
import type { TlbConfig } from '../../../src/mmu/mmu.js';
import { type Counters, difference, mapCounters, readCounters, references } from '../../../src/observe/counters.js';
import { ledger, seconds, unitCosts, violations } from '../../../src/observe/ledger.js';
import { formatStatistics, statistics } from '../../../src/observe/statistics.js';

const counters = (values: Partial<Record<CounterName, number>>): Counters => mapCounters((name) => values[name] ?? 0);

/** Three instructions of the lecture, cold, over one code and one data page whose tables differ from the third level on. */
const lecture = counters({
  steps: 3, instructions: 3, fetches: 3, loads: 1, stores: 1, itlbHits: 2, itlbMisses: 1, dtlbMisses: 2,
  walks: 3, walkReads: 12, walkReads1: 3, walkReads2: 3, walkReads3: 3, walkReads4: 3, adWrites: 7,
}); // biome-ignore format: a table

describe('counters', () => {
  it('are read beyond 32 bits, and subtracted', () => {
    const memory = new PhysicalMemory(4096, 0);
    memory.count(COUNTER.loads, 0xffff_ffff);
    const before = readCounters(memory);
    memory.count(COUNTER.loads, 0xffff_ffff);
    memory.count(COUNTER.stores);
    expect(readCounters(memory).loads).toBe(0x1_ffff_fffe);
    expect(difference(readCounters(memory), before)).toMatchObject({ loads: 0xffff_ffff, stores: 1, fetches: 0 });
    expect(Object.keys(before)).toEqual(COUNTER_NAMES);
  });

  it('give references by class, which add up', () => {
    const distinct = mapCounters((name) => 2 ** COUNTER[name]);
    const { fetch, load, store, walk, ad, kernel, program, total } = references(distinct);
    expect(fetch + load + store).toBe(program);
    expect(program + walk + ad + kernel).toBe(total);
    const named = ['fetches', 'fetchSplits', 'loads', 'stores', 'walkReads', 'adWrites', 'kernelReads', 'kernelWrites'];
    expect(total).toBe(named.reduce((sum, name) => sum + 2 ** COUNTER[name as CounterName], 0));
    expect(references(lecture)).toMatchObject({ program: 5, fetch: 3, load: 1, store: 1, total: 24 });
  });
});

describe('the ledger', () => {
  it('is counters x costs', () => {
    const account = ledger(lecture, textbookCosts);
    expect(account.cycles).toBe(3 * 1 + 5 * 100 + 12 * 100 + 7 * 100);
    expect(seconds(account)).toBeCloseTo(2.403e-6, 12);
    for (const { cost, count, cycles } of account.lines) expect(cycles).toBe(count * cost.cycles);
    const unit = unitCosts(textbookCosts);
    expect(COUNTER_NAMES.reduce((sum, name) => sum + lecture[name] * unit[name], 0)).toBe(account.cycles);
  });

  it('names a source and a label for every cost', () => {
    for (const profile of profiles.values())
      for (const cost of costTable(profile.tariff, profile.caches, profile.latencies).costs) {
        expect(cost.source, cost.name).not.toBe('');
        expect(cost.counters.length).toBeGreaterThan(0);
        for (const name of cost.counters) expect(COUNTER).toHaveProperty(name);
      }
  });
});

describe('the identities', () => {
  it('hold for counters that add up', () => {
    expect(violations(lecture)).toEqual([]);
    expect(violations(counters({}))).toEqual([]);
  });

  it('name what does not add up, each on its own', () => {
    const wrong = (values: Partial<Record<CounterName, number>>) =>
      violations({ ...lecture, ...values }).map(({ identity }) => identity);
    expect(wrong({ itlbHits: 3 })).toEqual(['itlbHits + itlbMisses = fetches + fetchSplits + abortedFetches']);
    expect(wrong({ abortedData: 1 })).toEqual([
      'dtlbHits + dtlbMisses = loads + stores - modifies + dataSplits + probes + abortedData',
    ]);
    expect(wrong({ instructions: 2 })).toEqual(['fetches = instructions']);
    expect(wrong({ steps: 2 })).toEqual(['instructions <= steps']);
    expect(wrong({ walks: 4 })).toEqual(['walks + stlbHits <= itlbMisses + dtlbMisses']);
    expect(wrong({ walkReads: 13, walkReads1: 4 })).toEqual(['walkReads <= 4 x walks']);
    expect(wrong({ walkReads4: 2 })).toEqual(['walkReads = walkReads1 + ... + walkReads5']);
    expect(wrong({ walks: 2, walkReads: 8, walkReads1: 0, walkReads2: 2, stlbHits: 1, stlbMisses: 3 })).toEqual([
      'stlbHits + stlbMisses <= itlbMisses + dtlbMisses',
    ]);
    expect(wrong({ stlbMisses: 2, stlbEvictions: 3 })).toEqual(['stlbEvictions <= stlbMisses']);
    expect(wrong({ pdeCacheHits: 3, pml5eCacheHits: 1 })).toEqual(['hits of the paging-structure caches <= walks']);
    expect(wrong({ tlbRefills: 4 })).toEqual(['tlbRefills <= itlbMisses + dtlbMisses']);
    expect(wrong({ adWrites: 13 })).toEqual(['adWrites <= walkReads']);
    expect(wrong({ pageFaults: 1 })).toEqual(['pageFaults <= exceptions']);
    expect(wrong({ dtlbEvictions: 4 })).toEqual(['itlbEvictions + dtlbEvictions <= itlbMisses + dtlbMisses']);
    expect(wrong({ loads: 0, stores: 2, modifies: 1, abortedData: 1 })).toEqual(['modifies <= loads']);
  });

  it('allow for the fetch of a repeating instruction', () => {
    const repeating = counters({
      steps: 1,
      itlbMisses: 2,
      loads: 1,
      stores: 1,
      dtlbMisses: 2,
      walks: 4,
      walkReads: 16,
      walkReads1: 4,
      walkReads2: 4,
      walkReads3: 4,
      walkReads4: 4,
    });
    expect(violations(repeating, 2)).toEqual([]);
    expect(violations(repeating, 1)).toHaveLength(1);
  });
});

describe('statistics', () => {
  const shape = { sets: 16, ways: 4 };
  const mmu = {
    design: X86_64,
    tlb: { itlb: shape, dtlb: shape, unified: false, policy: 'lru', seed: 1 },
  } as const;

  it('are plain numbers', () => {
    const report = statistics({ counters: lecture, profile: textbookCosts, mmu });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.tlb.instruction).toEqual({ lookups: 3, hits: 2, misses: 1, evictions: 0, hitRate: 2 / 3 });
    expect(report.tlb.data.hitRate).toBe(0);
    expect(report.cycles.total).toBe(2403);
    expect(report.cycles.perReference).toBe(2400 / 5);
    expect(report.cycles.lines.reduce((sum, line) => sum + line.count * line.cost, 0)).toBe(report.cycles.total);
    expect(report.violations).toEqual([]);
  });

  it('read as a report', () => {
    expect(formatStatistics({ counters: lecture, profile: textbookCosts, mmu })).toMatchInlineSnapshot(`
      "Program
        instructions                            3
      Memory references
        fetch                                   3   12.50 %
        load                                    1    4.17 %
        store                                   1    4.17 %
        program                                 5   20.83 %  fetch + load + store
        walk                                   12   50.00 %  page-table entries read
        A/D                                     7   29.17 %  entries written to set accessed or dirty
        kernel                                  0    0.00 %  words read and written by the kernel
        total                                  24  100.00 %  program + walk + A/D + kernel
      Translation (x86-64, TLBs of 64 entries, 4-way each, lru)
        fetch hits                              2   66.67 %
        fetch misses                            1
        data hits                               0    0.00 %
        data misses                             2
        walks                                   3  4.00 entries each
      Cycles (profile textbook)
        executing                               3  = 3 x 1
        fetches                               300  = 3 x 100
        loads                                 100  = 1 x 100
        stores                                100  = 1 x 100
        TLB hits                                0  = 2 x 0
        walk reads                          1,200  = 12 x 100
        A/D writes                            700  = 7 x 100
        total                               2,403  cycles, 2.403 us
        a program reference                480.00  cycles on average, translation included
      Averages (cycles)
        effective access time                 480  = 100 access + 0 TLB + 0.6000 misses x 633.33
      "
    `);
  });

  it('name the TLB that there is', () => {
    const line = (tlb: Partial<TlbConfig>, design: Design = X86_64) => {
      const config = { ...mmu.tlb, ...tlb };
      const text = formatStatistics({ counters: lecture, profile: textbookCosts, mmu: { design, tlb: config } });
      return /Translation \((.*)\)/.exec(text)![1];
    };
    expect(line({ itlb: null, dtlb: null })).toBe('x86-64, no TLB');
    expect(line({ unified: true, dtlb: null, policy: 'fifo' })).toBe('x86-64, one TLB of 64 entries, 4-way, fifo');
    expect(line({ unified: true, itlb: null, dtlb: null })).toBe('x86-64, no TLB');
    expect(line({ itlb: null, dtlb: { sets: 1, ways: 8 } })).toBe(
      'x86-64, instruction TLB: none; data TLB: 8 entries, fully associative, lru',
    );
    expect(line({}, PHYSICAL)).toBe('physical addresses of 32 bits');
    expect(line({}, { ...PHYSICAL, kind: 'base-bounds' })).toBe('base and bounds, 32-bit addresses');
  });

  it('show steps, second pages and work of the kernel where there is any', () => {
    const busy = counters({ ...lecture, steps: 9, fetchSplits: 1, itlbMisses: 2, walks: 4, walkReads: 16, swapIns: 2 });
    const text = formatStatistics({ counters: { ...busy, dtlbEvictions: 1 }, profile: textbookCosts, mmu });
    expect(text).toMatch(/steps +9 /);
    expect(text).toMatch(/fetch +4 .*1 of them second pages/);
    expect(text).toMatch(/data misses +2 {2}1 evictions/);
    expect(text).toMatch(/pages read from swap +2\n/);
    expect(text).toMatch(/disk transfers +20,000,000 {2}= 2 x 10,000,000\n/);
  });

  it('carry what does not add up', () => {
    const input = { counters: { ...lecture, itlbHits: 0 }, profile: textbookCosts, mmu };
    expect(statistics(input).violations).toHaveLength(1);
  });

  it('of nothing at all have no rates', () => {
    const report = statistics({ counters: counters({}), profile: textbookCosts, mmu });
    expect([report.tlb.data.hitRate, report.cycles.perReference, report.cycles.total]).toEqual([null, null, 0]);
    expect(formatStatistics({ counters: counters({}), profile: textbookCosts, mmu })).not.toContain('NaN');
  });
});
