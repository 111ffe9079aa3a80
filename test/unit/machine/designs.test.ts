import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/machine/config.js';
import { DesignError, designOf, entryLayoutOf } from '../../../src/machine/designs.js';
import { geometryOf } from '../../../src/machine/geometry.js';
import { Machine } from '../../../src/machine/machine.js';
import { placementOf } from '../../../src/machine/placement.js';
import { ramLimits } from '../../../src/machine/ram.js';
import { type PagedDesign, pageShiftOf } from '../../../src/mmu/design.js';
import { layoutProblem } from '../../../src/mmu/design-check.js';
import { entryLayouts } from '../../../src/mmu/entry-layouts.js';

const paged = (text: string, numbers = {}): PagedDesign => designOf(text, numbers) as PagedDesign;
const refusal = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(DesignError);
    return (error as Error).message;
  }
  throw new Error('accepted');
};

describe('a design by name', () => {
  it('linear is 2^20 entries of four bytes for 32 bits and pages of 4 KiB', () => {
    expect(paged('linear')).toMatchObject({ virtualBits: 32, physicalBits: 32, indexBits: [20], entry: { bytes: 4 } });
  });

  it('radix takes its widths from the root down, and its address width from them', () => {
    expect(paged('radix:10,10')).toMatchObject({ virtualBits: 32, indexBits: [10, 10], entry: { bytes: 4 } });
    expect(paged('radix:9,9,9,9')).toMatchObject({ virtualBits: 48, entry: { bytes: 8 } });
    // The homework of Three Easy Pieces, chapter 20: 15-bit addresses, 12-bit RAM.
    const homework = paged('radix:5,5', { pageBytes: 32, entry: entryLayoutOf('ostep-multilevel') });
    expect(homework).toMatchObject({ virtualBits: 15, physicalBits: 12 });
    expect(pageShiftOf(homework)).toBe(5);
  });

  it('radix with an address width has the page size that is left', () => {
    expect(pageShiftOf(paged('radix:4,4', { virtualBits: 16 }))).toBe(8);
  });

  it('x86-64 has four levels or five, and MAXPHYADDR if it is said', () => {
    expect(designOf('x86-64')).toEqual({ kind: 'x86-64', levels: 4, physicalBits: null });
    expect(designOf('x86-64:5')).toEqual({ kind: 'x86-64', levels: 5, physicalBits: null });
    expect(designOf('x86-64', { virtualBits: 57, physicalBits: 46 })).toMatchObject({ levels: 5, physicalBits: 46 });
    expect(designOf('x86-64:4,upper-a', { virtualBits: 48 })).toMatchObject({ levels: 4, upperAccessed: true });
  });

  it.each([
    ['x86-64:3', {}, /has 4 or 5 levels, as in x86-64:5 .*not '3'/],
    ['x86-64:4,5', {}, /has 4 or 5 levels/],
    ['x86-64:5', { virtualBits: 48 }, /5 levels of 9 index bits and 12 bits of offset make 57-bit addresses, not 48/],
    ['x86-64', { virtualBits: 32 }, /have 48 bits, or 57 with five levels, not 32/],
    ['x86-64', { physicalBits: 53 }, /physical addresses have 32 to 52 bits, not 53/],
    ['x86-64', { physicalBits: 24 }, /physical addresses have 32 to 52 bits, not 24/],
    ['x86-64', { pageBytes: 1024 }, /page size and entries of 'x86-64' are those of the processor/],
    ['vax', {}, /there is no design 'vax'; known: x86-64, linear, radix:10,10/],
    ['radix', {}, /needs the width of each index/],
    ['radix:10,x', {}, /not '10,x'/],
    ['linear:3', {}, /one table/],
    ['radix:10,10', { pageBytes: 1024, virtualBits: 32 }, /20 index bits and 10 bits of offset .* make 30-bit addresses, not 32/],
    ['radix:10,10', { virtualBits: 36 }, /10 \+ 10 = 20 index bits leave 16 of 36 for the offset; pages have 16 to 4096 bytes: 4 to 12 bits/],
    ['radix:10,10', { virtualBits: 16 }, /leave none of 16/],
    ['linear', { pageBytes: 3000 }, /power of two, not 3000/],
    ['linear', { pageBytes: 8192 }, /16 to 4096 bytes, not 8192/],
    ['linear', { pageBytes: 512 }, /leave an index of 23 bits/],
    ['linear', { virtualBits: 16, pageBytes: 32, physicalBits: 16, entry: entryLayouts.get('plain-1')! }, /16-bit physical addresses have 11 bits of frame number, the entry of 1 byte has room for 7: at most 7 \+ 5 = 12 bits/],
    ['radix:9,9,9,9,9,9', {}, /virtual addresses have 5 to 57 bits, not 66/],
    ['radix:0,10', {}, /1 to 20 bits, not 0/],
  ])('%s with %j is refused with the arithmetic', (text, numbers, message) => {
    expect(refusal(() => designOf(text, numbers))).toMatch(message);
  }); // biome-ignore format: a table

  it('an unknown layout names the known ones', () => {
    expect(refusal(() => entryLayoutOf('pdp11'))).toMatch(/known: x86, ia32, ostep-linear/);
  });
});

describe('layouts of entries', () => {
  it.each([...entryLayouts])('%s can be built', (_name, layout) => expect(layoutProblem(layout)).toBeNull());

  const good = entryLayouts.get('ia32')!;
  it.each([
    [{ bytes: 3 }, /1, 2, 4 or 8 bytes, not 3/],
    [{ frame: { low: 13, bits: 20 } }, /bits 32:13 does not fit an entry of 32 bits/],
    [{ frame: { low: 0, bits: 0 } }, /1 to 48 bits, not 0/],
    [{ valid: 12 }, /bit 12 of an entry is both the frame number and valid/],
    [{ dirty: 5 }, /bit 5 of an entry is both accessed and dirty/],
    [{ write: 32 }, /write: an entry of 32 bits has no bit 32/],
    [{ execute: 7, noExecute: 8 }, /execute bit or a no-execute bit/],
  ])('%j is refused', (change, message) => {
    expect(layoutProblem({ ...good, ...change } as typeof good)).toMatch(message);
  });
});

describe('a geometry in a file', () => {
  it('says everything in JSON', () => {
    const text = '{ "virtualBits": 16, "indexBits": [6], "physicalBits": 16, "entry": "ostep-linear" }';
    expect(geometryOf(text)).toEqual(
      paged('linear', { virtualBits: 16, pageBytes: 1024, physicalBits: 16, entry: entryLayoutOf('ostep-linear') }),
    );
  });

  it('may lay out the entry itself', () => {
    const entry = '{ "bytes": 2, "frame": { "low": 4, "bits": 12 }, "valid": 0, "write": 1, "dirty": null }';
    const design = geometryOf(`{ "virtualBits": 20, "indexBits": [4, 6], "entry": ${entry} }`) as PagedDesign;
    expect(design.entry).toMatchObject({ bytes: 2, valid: 0, write: 1, dirty: null, accessed: null });
    expect(design.physicalBits).toBe(22);
  });

  it.each([
    ['{', /not JSON/],
    ['[]', /must be an object/],
    ['{ "virtualBits": 16, "indexBits": [6], "pages": 3 }', /the geometry cannot have 'pages'; known: virtualBits/],
    ['{ "indexBits": [6] }', /virtualBits must be a whole number, and is missing/],
    ['{ "virtualBits": "16", "indexBits": [6] }', /not "16"/],
    ['{ "virtualBits": 16, "indexBits": 6 }', /a list of widths/],
    ['{ "virtualBits": 16, "indexBits": [1.5] }', /indexBits\[0\] must be a whole number, not 1.5/],
    ['{ "virtualBits": 16, "indexBits": [6], "entry": { "bytes": 4, "frame": 3 } }', /entry.frame must be an object/],
    ['{ "virtualBits": 16, "indexBits": [6], "entry": { "bytes": 4, "frame": { "low": 0, "bits": 31 } } }', /entry.valid must be/],
  ])('%s is refused', (text, message) => expect(refusal(() => geometryOf(text))).toMatch(message)); // biome-ignore format: a table
});

describe('what follows from a design', () => {
  it('RAM ends with the physical addresses, and has 2^20 frames at most', () => {
    expect(
      ramLimits(paged('linear', { virtualBits: 6, pageBytes: 16, physicalBits: 7, entry: entryLayoutOf('1') })),
    ).toEqual({ least: 64, most: 128, unit: 16 });
    expect(ramLimits(paged('radix:9,9,9', { pageBytes: 16 })).most).toBe(2 ** 24);
    expect(
      () => new Machine({ mmu: paged('radix:5,5', { pageBytes: 32, entry: entryLayoutOf('1') }), ram: '8K' }),
    ).toThrow(ConfigError);
  });

  it('a library user cannot build what does not fit together either', () => {
    expect(() => new Machine({ mmu: { ...paged('linear'), indexBits: [10] } })).toThrow(/leave 22 of 32/);
  });

  it('programs stay where ld puts them if there is room, else they begin on page 1', () => {
    expect(placementOf(paged('linear'))).toMatchObject({ base: 0x40_0000, headers: true });
    expect(placementOf(paged('linear', { virtualBits: 16, pageBytes: 1024 }))).toEqual({
      base: 1024,
      unit: 1024,
      headers: false,
    });
  });
});
