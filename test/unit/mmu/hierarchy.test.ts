import { inspect as inspectValue } from 'node:util';
import { describe, expect, it } from 'vitest';
import { COUNTER, STATE, TLB_FLAG } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { X86_64 } from '../../../src/mmu/design.js';
import { Mmu } from '../../../src/mmu/mmu.js';
import type { TlbConfig } from '../../../src/mmu/tlb-config.js';
import { HierarchyModel } from '../../support/hierarchy-model.js';
import { halves } from '../../support/page-tables.js';
import { ACCESSES, Dice, FRAMES, INDICES, randomAddress, randomEntry, TABLES } from '../../support/random-paging.js';
import { randomHierarchy } from '../../support/random-tlb.js';
import { SeededRandom } from '../../support/seeded-random.js';

const COUNTED = [
  'itlbHits', 'dtlbHits', 'itlbMisses', 'dtlbMisses', 'itlbEvictions', 'dtlbEvictions', 'walks', 'walkReads', 'adWrites', 'tlbFlushed',
  'stlbHits', 'stlbMisses', 'stlbEvictions', 'pdeCacheHits', 'pdpteCacheHits', 'pml4eCacheHits', 'tlbRefills',
] as const; // biome-ignore format: a table

const mismatch = (actual: unknown, expected: unknown) =>
  new Error(`${inspectValue(actual)}, not ${inspectValue(expected)}`);

/** The MMU and the model side by side, through the same random life. */
class Pair {
  readonly memory = new PhysicalMemory(FRAMES * 4096, 0);
  readonly mmu: Mmu;
  readonly model: HierarchyModel;
  private readonly dice: Dice;
  private time = 0;
  private recent: bigint[] = [];

  constructor(seed: number, tlb: TlbConfig) {
    this.dice = new Dice(seed);
    this.mmu = new Mmu(this.memory, { design: X86_64, tlb });
    this.model = new HierarchyModel(FRAMES * 4096, tlb);
    TABLES.forEach((frames, level) => {
      for (const frame of frames) for (const index of INDICES[level]!) this.writeEntry(frame, index, level);
    });
    this.model.cr3 = 0x1000n;
    this.setMode();
  }

  private writeEntry(frame: number, index: number, level: number): void {
    const entry = randomEntry(this.dice, level);
    this.memory.writeEntry(frame * 4096 + 8 * index, ...halves(entry));
    this.model.words[frame * 512 + index] = entry;
  }

  private setMode(): void {
    const { model, memory } = this;
    memory.u32[STATE.cpl >>> 2] = model.cpl;
    memory.u32[STATE.rflags >>> 2] = model.ac ? 0x40002 : 2;
    memory.u32[STATE.cr0 >>> 2] = (model.paging ? 0x8000_0001 : 1) + (model.wp ? 0x1_0000 : 0);
    memory.u32[STATE.cr4 >>> 2] = this.cr4;
    memory.u32[STATE.efer >>> 2] = 0xd01;
    memory.view.setBigUint64(STATE.cr3, model.cr3 | BigInt(model.space), true);
  }

  private get cr4(): number {
    const { model } = this;
    const bits = [model.pge && 0x80, model.pcide && 0x2_0000, model.smep && 0x10_0000, model.smap && 0x20_0000];
    return bits.reduce<number>((sum, bit) => sum + (bit || 0), 0x20);
  }

  step(): void {
    const { dice, model, mmu } = this;
    const event = dice.roll(200);
    const space = dice.roll(3);
    if (event < 4) {
      model.cpl = dice.chance(60) ? 3 : 0;
      model.wp = dice.chance(70);
      model.smap = dice.chance(30);
      model.ac = dice.chance(50);
      this.setMode();
    } else if (event === 4) this.changeCr4();
    else if (event < 8) this.changeSpace(space);
    else if (event < 11) {
      const level = dice.roll(4);
      this.writeEntry(dice.of(TABLES[level]!), dice.of(INDICES[level]!), level);
    } else if (event < 14) {
      const address = this.address();
      mmu.invalidatePage(...halves(address));
      model.invalidate(address);
    } else if (event < 16) {
      const address = this.address();
      mmu.invalidatePageIn(space, ...halves(address));
      model.invalidateIn(space, address);
    } else if (event === 16) {
      mmu.flushSpace(space);
      model.flushSpace(space);
    } else if (event === 17 && dice.chance(30)) {
      mmu.flush();
      model.flush(false);
    } else this.translate();
  }

  /** MOV CR4: what it drops is the table of the manual. */
  private changeCr4(): void {
    const { model, dice, mmu } = this;
    const what = dice.roll(4);
    if (what === 0) model.pge = !model.pge;
    else if (what === 1 && !model.pcide) {
      // Numbers come into use in space 0.
      mmu.writeControlRegister(3, 0x1000, 0);
      model.flush(!model.pge);
      model.pcide = true;
    } else if (what === 1) {
      model.pcide = false;
      model.space = 0;
    } else model.smep = !model.smep;
    const toSmep = what > 1 && model.smep;
    mmu.writeControlRegister(4, this.cr4, 0);
    if (what === 0 || (what === 1 && !model.pcide)) model.flush(true);
    else if (toSmep) this.dropSpace();
    this.memory.view.setBigUint64(STATE.cr3, model.cr3 | BigInt(model.space), true);
  }

  /** SMEP 0 -> 1: everything of the current space, global entries too. */
  private dropSpace(): void {
    const { model } = this;
    model.dropSpace(model.space);
  }

  private changeSpace(space: number): void {
    const { model, dice, mmu } = this;
    if (!model.pcide) {
      mmu.writeControlRegister(3, 0x1000, 0);
      model.flush(!model.pge);
      return;
    }
    const keep = dice.chance(70);
    mmu.writeControlRegister(3, 0x1000 + space, keep ? 0x8000_0000 : 0);
    model.space = space;
    if (!keep) model.flushSpace(space);
  }

  private address(): bigint {
    const { dice } = this;
    const near = this.recent.length > 0 && dice.chance(70);
    return near ? dice.of(this.recent) ^ BigInt(dice.roll(4096)) : randomAddress(dice);
  }

  private translate(): void {
    const { dice, model, mmu } = this;
    const address = this.address();
    const access = dice.roll(3) as 0 | 1 | 2;
    this.time += 1 + dice.roll(3) * dice.roll(0x4000_0000);
    const expected = model.translate(address, ACCESSES[access]!, this.time);
    const physical = mmu.translate(...halves(address), access, this.time);
    const { faultVector: vector, faultErrorCode: errorCode } = mmu;
    const at = (BigInt(mmu.faultHigh) << 32n) | BigInt(mmu.faultLow);
    const actual = physical >= 0 ? { physical: BigInt(physical) } : { vector, errorCode, address: at };
    if (inspectValue(actual) !== inspectValue(expected)) throw mismatch(actual, expected);
    if ('physical' in expected) this.remember(address);
    else if (expected.vector === 258) this.refill(address, access);
  }

  private remember(address: bigint): void {
    this.recent = [address, ...this.recent].slice(0, 24);
  }

  /** A handler that does not walk: any translation will do. */
  private refill(address: bigint, access: 0 | 1 | 2): void {
    const { dice, mmu, model } = this;
    const size = dice.of([12n, 12n, 21n, 30n]);
    const frame = dice.roll(FRAMES);
    const [write, user, noExecute, dirty, global] = [80, 80, 10, 50, 20].map((percent) => dice.chance(percent));
    let flags: number = TLB_FLAG.valid;
    if (write) flags |= TLB_FLAG.write;
    if (user) flags |= TLB_FLAG.user;
    if (noExecute) flags |= TLB_FLAG.noExecute;
    if (dirty) flags |= TLB_FLAG.dirty;
    if (global) flags |= TLB_FLAG.global;
    if (size === 21n) flags |= TLB_FLAG.size2M;
    if (size === 30n) flags |= TLB_FLAG.size1G;
    mmu.insert(...halves(address), access, { frame, flags, leaf: 0 }, this.time);
    const rights = { write: write!, user: user!, noExecute: noExecute!, dirty: dirty!, global: global! };
    model.insert(address, ACCESSES[access]!, { size, frame: BigInt(frame), space: model.space, ...rights }, this.time);
    this.remember(address);
  }

  counters(): number[] {
    return COUNTED.map((name) => this.memory.counter(COUNTER[name]));
  }

  modelCounters(): number[] {
    const { hits, misses, evictions, walks, walkReads, adWrites, flushed, stlb, cacheHits, refills } = this.model;
    const lookups = [hits.fetch, hits.data, misses.fetch, misses.data, evictions.fetch, evictions.data];
    return [
      ...lookups,
      walks,
      walkReads,
      adWrites,
      flushed,
      stlb.hits,
      stlb.misses,
      stlb.evictions,
      ...cacheHits,
      refills,
    ];
  }

  /** Entries of the buffer in the words of the model. */
  describe(): string[] {
    const { u32, view } = this.memory;
    return this.mmu.arrays.flatMap(({ start, end }, index) => {
      const lines: string[] = [];
      for (let word = start; word < end; word += 8) {
        const flags = u32[word + 3]!;
        if ((flags & TLB_FLAG.valid) === 0) continue;
        const size = (flags & TLB_FLAG.size1G) !== 0 ? 30n : (flags & TLB_FLAG.size2M) !== 0 ? 21n : 12n;
        const reach = (flags & TLB_FLAG.whole) !== 0 ? size : 12n;
        const number = view.getBigInt64(word << 2, true) >> (reach - 12n);
        const letters = [['W', TLB_FLAG.write], ['U', TLB_FLAG.user], ['X', TLB_FLAG.noExecute], ['D', TLB_FLAG.dirty], ['G', TLB_FLAG.global]] as const;
        const rights = letters.map(([letter, flag]) => ((flags & flag) !== 0) === (letter !== 'X') ? letter : '-').join('');
        lines.push(`${index}.${(word - start) / 8} ${reach}/${size} ${number} -> ${u32[word + 2]} ${rights} ${u32[word + 4]}`);
      }
      return lines;
    });
  } // biome-ignore format: a table
}

describe('TLBs of any kind against a model written apart', () => {
  it('agree in every result, counter and entry, after every event', () => {
    const sums = COUNTED.map(() => 0);
    for (let seed = 1; seed <= 200; seed++) {
      const tlb = randomHierarchy(new SeededRandom(seed));
      const pair = new Pair(seed, tlb);
      try {
        for (let i = 0; i < 600; i++) {
          pair.step();
          if (i % 100 === 99) expect(pair.describe()).toEqual(pair.model.describe());
        }
        expect(pair.counters()).toEqual(pair.modelCounters());
      } catch (error) {
        throw new Error(`seed ${seed}, ${JSON.stringify(tlb)}: ${error instanceof Error ? error.message : error}`);
      }
      pair.counters().forEach((count, index) => {
        sums[index]! += count;
      });
    }
    // The generator must reach what it is there for.
    for (const [index, name] of COUNTED.entries()) expect(sums[index], name).toBeGreaterThan(200);
  }, 60_000);
});
