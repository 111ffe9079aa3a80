import { inspect as inspectValue } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNTER,
  DTLB_BASE,
  ITLB_BASE,
  RAM_BASE,
  STATE,
  TLB_ENTRY_BYTES,
  TLB_FLAG,
} from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { X86_64 } from '../../../src/mmu/design.js';
import { Mmu, type TlbGeometry, type TlbPolicy } from '../../../src/mmu/mmu.js';
import { inspect } from '../../../src/mmu/walker.js';
import { MmuModel, type ModelResult, type ModelTlb } from '../../support/mmu-model.js';
import { halves } from '../../support/page-tables.js';
import { ACCESSES, Dice, FRAMES, INDICES, randomAddress, randomEntry, TABLES } from '../../support/random-paging.js';

interface Setup {
  seed: number;
  policy: Exclude<TlbPolicy, 'plru' | 'lfu'>;
  unified: boolean;
  fetch: TlbGeometry | null;
  data: TlbGeometry | null;
}

/** Thrown rather than expected at every step: an expectation costs more than the translation. */
const mismatch = (actual: unknown, expected: unknown) =>
  new Error(`${inspectValue(actual)}, not ${inspectValue(expected)}`);

class Pair {
  readonly memory = new PhysicalMemory(FRAMES * 4096, 0);
  readonly mmu: Mmu;
  readonly model: MmuModel;
  readonly dice: Dice;
  time = 0;
  faults = 0;
  /** Addresses that were translated lately: programs come back to their pages. */
  private recent: bigint[] = [];

  constructor(setup: Setup) {
    const { fetch, data, unified, policy, seed } = setup;
    this.dice = new Dice(seed);
    this.mmu = new Mmu(this.memory, { design: X86_64, tlb: { itlb: fetch, dtlb: data, unified, policy, seed } });
    this.model = new MmuModel(FRAMES * 4096, { fetch, data, unified }, policy, seed);
    TABLES.forEach((frames, level) => {
      for (const frame of frames) for (const index of INDICES[level]!) this.writeEntry(frame, index, level);
    });
    this.model.cr3 = 0x1000n;
    this.setMode(false);
  }

  writeEntry(frame: number, index: number, level: number): void {
    const entry = randomEntry(this.dice, level);
    this.memory.writeEntry(frame * 4096 + 8 * index, ...halves(entry));
    this.model.words[frame * 512 + index] = entry;
  }

  /** Control registers may change under a filled TLB; NXE only with a flush, as it must on silicon. */
  setMode(random: boolean): void {
    const { model, dice, memory } = this;
    if (random) {
      model.cpl = dice.chance(60) ? 3 : 0;
      model.wp = dice.chance(70);
      model.smep = dice.chance(30);
      model.smap = dice.chance(30);
      model.ac = dice.chance(50);
    }
    memory.u32[STATE.cpl >>> 2] = model.cpl;
    memory.u32[STATE.rflags >>> 2] = model.ac ? 0x40002 : 2;
    memory.u32[STATE.cr0 >>> 2] = (model.paging ? 0x8000_0001 : 1) + (model.wp ? 0x1_0000 : 0);
    const cr4 = 0x20 + (model.pge ? 0x80 : 0) + (model.smep ? 0x10_0000 : 0) + (model.smap ? 0x20_0000 : 0);
    memory.u32[STATE.cr4 >>> 2] = cr4;
    memory.u32[STATE.efer >>> 2] = model.nxe ? 0xd01 : 0x501;
    memory.view.setBigUint64(STATE.cr3, model.cr3, true);
  }

  step(): void {
    const { dice, model, mmu } = this;
    const event = dice.roll(200);
    if (event < 4) this.setMode(true);
    else if (event === 4) this.flushWith(() => {});
    else if (event === 5)
      this.flushWith(() => {
        model.nxe = !model.nxe;
      }, true);
    else if (event === 6)
      this.flushWith(() => {
        model.pge = !model.pge;
      }, true);
    else if (event === 7 && dice.chance(20))
      this.flushWith(() => {
        model.paging = !model.paging;
      }, true);
    else if (event < 11) {
      const level = dice.roll(4);
      this.writeEntry(dice.of(TABLES[level]!), dice.of(INDICES[level]!), level);
    } else if (event < 14) {
      const address = randomAddress(dice);
      mmu.invalidatePage(...halves(address));
      model.invalidate(address);
    } else this.translate();
  }

  private flushWith(change: () => void, globalToo = false): void {
    change();
    this.model.flush(globalToo);
    this.mmu.flush(globalToo);
    this.setMode(false);
  }

  private translate(): void {
    const { dice, model, mmu } = this;
    const near = this.recent.length > 0 && dice.chance(65);
    const address = near ? dice.of(this.recent) ^ BigInt(dice.roll(4096)) : randomAddress(dice);
    const access = dice.roll(3) as 0 | 1 | 2;
    this.time += 1 + dice.roll(3) * dice.roll(0x4000_0000);
    const expected = model.translate(address, ACCESSES[access]!, this.time);
    const physical = mmu.translate(...halves(address), access, this.time);
    if (physical >= 0) {
      if (!('physical' in expected) || expected.physical !== BigInt(physical)) throw mismatch(physical, expected);
    } else {
      const { faultVector: vector, faultErrorCode: errorCode, faultHigh, faultLow } = mmu;
      const at = (BigInt(faultHigh) << 32n) | BigInt(faultLow);
      const { vector: wanted, errorCode: code, address: where } = expected as Extract<ModelResult, { vector: number }>;
      if (vector !== wanted || errorCode !== code || at !== where)
        throw mismatch({ vector, errorCode, address: at }, expected);
    }
    if (physical < 0) this.faults++;
    else if (!near) this.recent = [address, ...this.recent.slice(0, 5)];
  }

  counters(): number[] {
    return (
      [
        'itlbHits',
        'dtlbHits',
        'itlbMisses',
        'dtlbMisses',
        'itlbEvictions',
        'dtlbEvictions',
        'walks',
        'walkReads',
        'adWrites',
        'tlbFlushed',
      ] as const
    ).map((name) => this.memory.counter(COUNTER[name]));
  }

  modelCounters(): number[] {
    const { hits, misses, evictions, walks, walkReads, adWrites, flushed } = this.model;
    const lookups = [hits.fetch, hits.data, misses.fetch, misses.data, evictions.fetch, evictions.data];
    return [...lookups, walks, walkReads, adWrites, flushed];
  }
}

/** The entries of an array in the buffer, in the shape of the model's. */
function readTlb(memory: PhysicalMemory, base: number, model: ModelTlb) {
  return model.sets.map((set, index) =>
    set.map((_, way) => {
      const at = base + (index * set.length + way) * TLB_ENTRY_BYTES;
      const flags = memory.view.getUint32(at + 12, true);
      if ((flags & TLB_FLAG.valid) === 0) return null;
      return {
        page: memory.view.getBigInt64(at, true),
        frame: BigInt(memory.view.getUint32(at + 8, true)),
        write: (flags & TLB_FLAG.write) !== 0,
        user: (flags & TLB_FLAG.user) !== 0,
        noExecute: (flags & TLB_FLAG.noExecute) !== 0,
        dirty: (flags & TLB_FLAG.dirty) !== 0,
        global: (flags & TLB_FLAG.global) !== 0,
        size: (flags & TLB_FLAG.size1G) !== 0 ? 30n : (flags & TLB_FLAG.size2M) !== 0 ? 21n : 12n,
        stamp: Number(memory.view.getBigUint64(at + 24, true)),
      };
    }),
  );
}

const geometry = fc.record({ sets: fc.constantFrom(1, 2, 4, 8), ways: fc.integer({ min: 1, max: 5 }) });
const setups: fc.Arbitrary<Setup> = fc.record({
  seed: fc.integer({ min: 1, max: 0x7fff_ffff }),
  policy: fc.constantFrom<Setup['policy']>('lru', 'fifo', 'random'),
  unified: fc.boolean(),
  fetch: fc.option(geometry, { freq: 6 }),
  data: fc.option(geometry, { freq: 6 }),
});

describe('the MMU against a second one written apart', () => {
  it('agrees in every result, counter, TLB entry with its stamp, and bit of RAM', () => {
    let translated = 0;
    let faults = 0;
    let hits = 0;
    fc.assert(
      fc.property(setups, (setup) => {
        const pair = new Pair(setup);
        for (let i = 0; i < 3000; i++) pair.step();
        expect(pair.counters()).toEqual(pair.modelCounters());
        const { memory, model } = pair;
        if (model.fetchTlb) expect(readTlb(memory, ITLB_BASE, model.fetchTlb)).toEqual(model.fetchTlb.sets);
        if (model.dataTlb && !setup.unified)
          expect(readTlb(memory, DTLB_BASE, model.dataTlb)).toEqual(model.dataTlb.sets);
        const ram = memory.u8.subarray(RAM_BASE, RAM_BASE + FRAMES * 4096);
        expect(Buffer.compare(ram, new Uint8Array(model.words.buffer))).toBe(0);
        const [itlbHits, dtlbHits, itlbMisses, dtlbMisses] = pair.counters() as [number, number, number, number];
        hits += itlbHits + dtlbHits;
        translated += itlbHits + dtlbHits + itlbMisses + dtlbMisses;
        faults += pair.faults;
      }),
      { seed: 20260, numRuns: 50 },
    );
    // The generator must reach what it is there for.
    expect(translated).toBeGreaterThan(120_000);
    expect(hits / translated).toBeGreaterThan(0.1);
    expect(faults / translated).toBeGreaterThan(0.2);
    expect(1 - (hits + faults) / translated).toBeGreaterThan(0.05);
  }, 60_000);
});

describe('an inspected walk', () => {
  it('ends where a counted one does, with the same rights, and leaves no trace', () => {
    const ends = { page: 0, 'not-present': 0, reserved: 0 };
    for (let seed = 1; seed <= 20; seed++) {
      const pair = new Pair({ seed, policy: 'lru', unified: false, fetch: null, data: null });
      const { memory, mmu, model, dice } = pair;
      model.cpl = 0;
      model.nxe = dice.chance(80);
      pair.setMode(false);
      for (let i = 0; i < 400; i++) {
        const [low, high] = halves(BigInt.asUintN(64, BigInt.asIntN(48, randomAddress(dice))));
        const before = pair.counters();
        const walk = inspect(memory, 0x1234, low, high, model.nxe);
        expect(pair.counters()).toEqual(before);
        const physical = mmu.translate(low, high, 0, 0);
        expect(walk.physical).toBe(physical);
        expect(walk.levels).toHaveLength(memory.counter(COUNTER.walkReads) - before[7]!);
        const stop = walk.levels.at(-1)!.stop;
        ends[stop ?? 'page']++;
        if (physical < 0) expect(stop).toBe((mmu.faultErrorCode & 8) !== 0 ? 'reserved' : 'not-present');
        else {
          model.cpl = 3;
          const rights = { write: walk.write, user: walk.user, noExecute: !walk.execute };
          pair.setMode(false);
          const fetched = mmu.translate(low, high, 2, 0) >= 0;
          const written = mmu.translate(low, high, 1, 0) >= 0;
          expect([fetched, written]).toEqual([model.mayAccess(rights, 'fetch'), model.mayAccess(rights, 'write')]);
          model.cpl = 0;
          pair.setMode(false);
        }
      }
    }
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(150);
  }, 60_000);
});
