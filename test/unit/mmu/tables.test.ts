import { describe, expect, it } from 'vitest';
import { COUNTER, RAM_BASE, STATE } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { type PagedDesign, pageShiftOf } from '../../../src/mmu/design.js';
import { FETCH, READ, WRITE } from '../../../src/mmu/fault.js';
import { inspectWalk } from '../../../src/mmu/inspect.js';
import { Mmu } from '../../../src/mmu/mmu.js';
import { randomDesign } from '../../support/random-design.js';
import { SeededRandom } from '../../support/seeded-random.js';
import { modelTranslate } from '../../support/table-model.js';

const RAM = 1 << 16;
const NO_TLB = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 } as const;
const DESIGNS = 200;
const ACCESSES = 60;

/** Fills RAM with noise in which entries are mostly valid and name frames that exist. */
function fillTables(memory: PhysicalMemory, design: PagedDesign, random: SeededRandom): void {
  const { entry } = design;
  const frames = RAM >> pageShiftOf(design);
  const bits = 8 * entry.bytes;
  const frameMask = ((1n << BigInt(entry.frame.bits)) - 1n) << BigInt(entry.frame.low);
  for (let at = 0; at < RAM; at += entry.bytes) {
    const noise = BigInt(random.below(2 ** 32)) | (BigInt(random.below(2 ** 32)) << 32n);
    const frame = BigInt(random.chance(0.95) ? random.below(frames) : frames + random.below(4));
    let value = (BigInt.asUintN(bits, noise) & ~frameMask) | ((frame << BigInt(entry.frame.low)) & frameMask);
    const set = (bit: number | null, chance: number) => {
      if (bit === null) return;
      value = random.chance(chance) ? value | (1n << BigInt(bit)) : value & ~(1n << BigInt(bit));
    };
    set(entry.valid, 0.9);
    for (const bit of [entry.write, entry.user, entry.execute]) set(bit, 0.9);
    set(entry.noExecute, 0.1);
    for (let byte = 0; byte < entry.bytes; byte++)
      memory.u8[RAM_BASE + at + byte] = Number((value >> BigInt(8 * byte)) & 0xffn);
  }
}

describe('tables of any geometry', () => {
  it(`translate as a model written apart: results, error codes, counts, every bit of RAM (${DESIGNS} designs)`, () => {
    const random = new SeededRandom(7);
    const seen = { mapped: 0, faults: 0, reserved: 0, denied: 0 };
    for (let run = 0; run < DESIGNS; run++) {
      const design = randomDesign(random, 6);
      const memory = new PhysicalMemory(RAM, 0);
      fillTables(memory, design, random);
      const mmu = new Mmu(memory, { design, tlb: NO_TLB });
      const root = random.below(RAM >> 6) * 8;
      memory.view.setBigUint64(STATE.cr3, BigInt(root), true);
      memory.view.setUint32(STATE.cr0, 0x8000_0001, true);
      memory.u32[STATE.efer >>> 2] = 0x800;
      memory.u32[STATE.cpl >>> 2] = 3;
      const ram = new DataView(memory.u8.slice(RAM_BASE, RAM_BASE + RAM).buffer);
      for (let i = 0; i < ACCESSES; i++) {
        const wide = random.chance(0.03) ? 1 : 0;
        const address =
          BigInt.asUintN(64, (BigInt(random.below(2 ** 32)) << 28n) | BigInt(random.below(2 ** 28))) %
          (1n << BigInt(design.virtualBits + wide));
        const kind = random.pick([READ, WRITE, FETCH]);
        const [low, high] = [Number(address & 0xffff_ffffn), Number(address >> 32n)];
        const counted = [COUNTER.walkReads, COUNTER.adWrites].map((counter) => memory.counter(counter));
        const seenBefore = inspectWalk(memory, design, root, low, high);
        const physical = mmu.translate(low, high, kind, 0);
        const model = modelTranslate(ram, BigInt(root), design, {
          address,
          write: kind === WRITE,
          fetch: kind === FETCH,
        });
        const where = `${JSON.stringify(design)} root ${root} address ${address} kind ${kind}`;
        expect(physical, where).toBe(Number(model.physical ?? -1n));
        const reads = memory.counter(COUNTER.walkReads) - counted[0]!;
        const writes = memory.counter(COUNTER.adWrites) - counted[1]!;
        expect([reads, writes], where).toEqual([model.entriesRead, model.entriesWritten]);
        if (model.allowed) expect(seenBefore.physical, where).toBe(physical);
        if (physical >= 0) seen.mapped++;
        else {
          const code =
            (model.present ? 1 : 0) |
            (kind === WRITE ? 2 : 0) |
            4 |
            (model.reserved ? 8 : 0) |
            (kind === FETCH ? 16 : 0);
          expect([mmu.faultVector, mmu.faultErrorCode, mmu.faultLow, mmu.faultHigh], where).toEqual([
            14,
            code,
            low,
            high,
          ]);
          seen[model.reserved ? 'reserved' : model.present ? 'denied' : 'faults']++;
        }
      }
      const mine = memory.u8.subarray(RAM_BASE, RAM_BASE + RAM);
      expect(Buffer.compare(mine, new Uint8Array(ram.buffer)), JSON.stringify(design)).toBe(0);
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(DESIGNS);
  }, 30_000);
});
