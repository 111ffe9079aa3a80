import { expect, it } from 'vitest';
import type { Image, Segment } from '../../../src/asm/image.js';
import { Machine } from '../../../src/machine/machine.js';
import { areaUses, formatMaps } from '../../../src/observe/maps.js';

const segment = (name: string, address: bigint, bytes: number[], pages: number, rights: string): Segment => ({
  name,
  address,
  bytes: Uint8Array.from(bytes),
  memoryBytes: 4096 * pages,
  read: rights.includes('r'),
  write: rights.includes('w'),
  execute: rights.includes('x'),
});

/** movb $1,0x600000; movb 0x602000,%al; jmp to itself */
const code = [0xc6, 0x04, 0x25, 0, 0, 0x60, 0, 1, 0x8a, 0x04, 0x25, 0, 0x20, 0x60, 0, 0xeb, 0xfe];
const image: Image = {
  name: 'touch',
  entry: 0x40_0000n,
  segments: [segment('.text', 0x40_0000n, code, 1, 'rx'), segment('.data', 0x60_0000n, [7], 4, 'rw')],
  symbols: [],
  lines: [],
  sections: [],
};

it('says of each area what has become of its pages, without counting the look', () => {
  const machine = new Machine({ engine: 'reference' });
  const process = machine.load(image);
  machine.run(10);
  const before = machine.result('paused').counters;
  const uses = areaUses(process.space);
  expect(machine.result('paused').counters).toEqual(before);
  const shown = uses.map(({ area, pages, touched, resident, swapped, dirty }) => [
    area.start,
    pages,
    touched,
    resident,
    swapped,
    dirty,
  ]);
  expect(shown.slice(0, 2)).toEqual([
    [0x40_0000, 1, 1, 1, 0, 0],
    [0x60_0000, 1, 1, 1, 0, 1],
  ]);
  const all = uses.reduce((sum, use) => sum + use.resident, 0);
  expect(all).toBe(before.zeroFills + before.imageFills);
  expect(uses.map(({ area }) => area.kind)).toContain('stack');
  const text = formatMaps(uses);
  expect(text).toMatch(/^000000400000-000000401000 {2}r-xp +1 +1 +1 +0 +0 {2}100\.00 % {2}\.text$/m);
  expect(text.split('\n').at(-2)).toMatch(/^total/);
});
