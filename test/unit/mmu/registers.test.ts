import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTER, SEGMENT_FLAG } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import type { SegmentsDesign, UnpagedDesign } from '../../../src/mmu/design.js';
import { type Access, FETCH, READ, WRITE } from '../../../src/mmu/fault.js';
import { Mmu } from '../../../src/mmu/mmu.js';
import type { SegmentRegister } from '../../../src/mmu/schemes/registers.js';

const K = 1024;
const TLB = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 } as const;
const RWX = SEGMENT_FLAG.valid | SEGMENT_FLAG.read | SEGMENT_FLAG.write | SEGMENT_FLAG.execute;
const DOWN = SEGMENT_FLAG.growsDown;

function mmuOf(design: UnpagedDesign | SegmentsDesign, segments: readonly SegmentRegister[], ramBytes = 64 * K) {
  const memory = new PhysicalMemory(ramBytes, 0);
  const mmu = new Mmu(memory, { design, tlb: TLB });
  mmu.registers!.load(segments);
  return { memory, mmu, at: (address: number, access: Access = READ) => mmu.translate(address, 0, access, 0) };
}

describe('the textbook', () => {
  it('base and bounds: a space of 4 KB at 16 KB (OSTEP 15)', () => {
    const { at } = mmuOf({ kind: 'base-bounds', virtualBits: 12, physicalBits: 16 }, [
      { base: 16 * K, size: 4 * K, flags: RWX },
    ]);
    expect([0, K, 3000, 4400].map((address) => at(address))).toEqual([16 * K, 17 * K, 19384, -1]);
  });

  it('base 32 KB: the instruction at 128 is fetched from 32896 (OSTEP 15)', () => {
    const { at } = mmuOf({ kind: 'base', virtualBits: 14, physicalBits: 16 }, [
      { base: 32 * K, size: 16 * K, flags: RWX },
    ]);
    expect(at(128, FETCH)).toBe(32896);
  });

  it('segments: code 32K size 2K, heap 34K size 3K, stack 28K size 2K grows down (OSTEP 16)', () => {
    const none = { base: 0, size: 0, flags: 0 };
    const { at } = mmuOf({ kind: 'segments', selectorBits: 2, virtualBits: 14, physicalBits: 16 }, [
      { base: 32 * K, size: 2 * K, flags: RWX },
      { base: 34 * K, size: 3 * K, flags: RWX },
      none,
      { base: 28 * K, size: 2 * K, flags: RWX | DOWN },
    ]);
    expect([100, 4200, 15 * K, 7 * K, 8000].map((address) => at(address))).toEqual([32868, 34920, 27648, -1, -1]);
  });
});

/** Written apart from the product, in whole numbers of any size: the physical address, or why there is none. */
function model(
  design: UnpagedDesign | SegmentsDesign,
  registers: readonly SegmentRegister[],
  ramBytes: number,
  address: bigint,
  access: Access,
): bigint | 'bounds' | 'rights' {
  const ram = BigInt(ramBytes);
  const inRam = (physical: bigint) => (physical >= 0n && physical < ram ? physical : 'bounds');
  const needed = access === READ ? 2 : access === WRITE ? 4 : 8;
  if (design.kind !== 'segments') {
    const { base, size, flags } = registers[0]!;
    if (address >= 1n << 32n) return 'bounds';
    if ((flags & needed) === 0) return 'rights';
    if (design.kind === 'base-bounds' && address >= BigInt(size)) return 'bounds';
    const added = design.kind === 'base' || design.kind === 'base-bounds' ? BigInt(base) : 0n;
    return inRam(address + added);
  }
  if (address >> BigInt(design.virtualBits) !== 0n) return 'bounds';
  const offsetBits = BigInt(design.virtualBits - design.selectorBits);
  const register = registers[Number(address >> offsetBits)];
  if (register === undefined || (register.flags & 1) === 0) return 'bounds';
  if ((register.flags & needed) === 0) return 'rights';
  const offset = address & ((1n << offsetBits) - 1n);
  if ((register.flags & DOWN) === 0)
    return offset < BigInt(register.size) ? inRam(BigInt(register.base) + offset) : 'bounds';
  const below = (1n << offsetBits) - offset;
  return below <= BigInt(register.size) ? inRam(BigInt(register.base) - below) : 'bounds';
}

const register = fc.record({
  base: fc.integer({ min: 0, max: 80 * K }),
  size: fc.integer({ min: 0, max: 20 * K }),
  flags: fc.integer({ min: 0, max: 15 }).map((rights) => (rights << 1) | 1),
});
const design: fc.Arbitrary<UnpagedDesign | SegmentsDesign> = fc.oneof(
  fc.constantFrom('physical', 'relocation', 'base', 'base-bounds').map((kind) => {
    return { kind, virtualBits: 16, physicalBits: 16 } as UnpagedDesign;
  }),
  fc
    .record({ selectorBits: fc.integer({ min: 1, max: 3 }), virtualBits: fc.integer({ min: 12, max: 32 }) })
    .map((bits) => ({ kind: 'segments', physicalBits: 16, ...bits }) as SegmentsDesign),
);
const address = fc.oneof(
  fc.bigInt({ min: 0n, max: 90n * 1024n }),
  fc.bigInt({ min: 0n, max: 2n ** 33n }),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.tuple(fc.integer({ min: 0, max: 32 }), fc.integer({ min: -9, max: 9 })).map(([bits, by]) => {
    return BigInt.asUintN(64, 2n ** BigInt(bits) + BigInt(by));
  }),
);

describe('any registers', () => {
  it('translate, refuse and count as the model written apart does', () => {
    const access = fc.constantFrom(READ, WRITE, FETCH);
    const setup = fc.tuple(design, fc.array(register, { minLength: 8, maxLength: 8 }));
    fc.assert(
      fc.property(setup, fc.array(fc.tuple(address, access), { maxLength: 40 }), ([scheme, registers], accesses) => {
        const { mmu, memory } = mmuOf(scheme, registers);
        let strays = 0;
        for (const [virtual, kind] of accesses) {
          const got = mmu.translate(Number(virtual & 0xffff_ffffn), Number(virtual >> 32n), kind, 0);
          const expected = model(scheme, registers, 64 * K, virtual, kind);
          if (typeof expected === 'bigint') {
            expect(got).toBe(Number(expected));
            const { base, size } = registers[0]!;
            const free = scheme.kind === 'physical' || scheme.kind === 'relocation' || scheme.kind === 'base';
            if (free && (expected < BigInt(base) || expected >= BigInt(base + size))) strays++;
          } else {
            expect(got).toBe(-1);
            expect(mmu.faultVector).toBe(13);
            expect(mmu.faultErrorCode & 1).toBe(expected === 'rights' ? 1 : 0);
            expect((mmu.faultErrorCode & 2) !== 0).toBe(kind === WRITE);
            expect([mmu.faultLow, mmu.faultHigh]).toEqual([Number(virtual & 0xffff_ffffn), Number(virtual >> 32n)]);
          }
        }
        const counted = (name: keyof typeof COUNTER) => memory.counter(COUNTER[name]);
        expect(counted('itlbHits') + counted('dtlbHits')).toBe(accesses.length);
        expect(counted('itlbMisses') + counted('dtlbMisses') + counted('walks')).toBe(0);
        expect(counted('strayReads') + counted('strayWrites')).toBe(strays);
      }),
      { numRuns: 300, seed: 16 },
    );
  });

  it('say how far a translation holds: every byte up to there follows, and the next one does not', () => {
    fc.assert(
      fc.property(design, fc.array(register, { minLength: 8, maxLength: 8 }), address, (scheme, registers, virtual) => {
        const { mmu } = mmuOf(scheme, registers);
        const first = mmu.translate(Number(virtual & 0xffff_ffffn), Number(virtual >> 32n), READ, 0);
        if (first < 0) return;
        const span = mmu.span(Number(virtual & 0xffff_ffffn));
        const physical = (offset: number) => model(scheme, registers, 64 * K, virtual + BigInt(offset), READ);
        expect(physical(span - 1)).toBe(BigInt(first + span - 1));
        const { base, size } = registers[0]!;
        const atBorder = first + span === base || first + span === base + size;
        if (!atBorder || scheme.kind === 'segments' || scheme.kind === 'base-bounds')
          expect(physical(span)).not.toBe(BigInt(first + span));
      }),
      { numRuns: 500, seed: 17 },
    );
  });
});
