import { describe, expect, it } from 'vitest';
import { DesignError } from '../../../src/machine/designs.js';
import { exerciseState } from '../../../src/machine/state-file.js';
import { STATE } from '../../../src/memory/layout.js';
import { type Board, boardOf, type Refusal } from '../../../src/observe/board/board.js';
import { boardText, designInWords } from '../../../src/observe/board/board-text.js';
import { ENTRIES, TABLES } from '../../support/bochs/cases.js';

const KiB = 1024;
const READ = 0;

function ask(state: object, virtual: number | bigint, access: 0 | 1 | 2 = READ): Board {
  const { memory, design } = exerciseState(JSON.stringify(state), null);
  return boardOf(memory, design, { virtual: BigInt(virtual), access, user: true });
}

describe('the textbooks', () => {
  const relocated = { mmu: 'base-bounds', virtualBits: 16, physicalBits: 16, segments: [{ base: '16K', size: '4K' }] };
  const segments = {
    mmu: 'segments:2',
    virtualBits: 14,
    physicalBits: 16,
    segments: [
      { base: '32K', size: '2K' },
      { base: '34K', size: '3K' },
      null,
      { base: '28K', size: '2K', growsDown: true },
    ],
  };
  const sixBits = {
    virtualBits: 6,
    indexBits: [2],
    physicalBits: 7,
    entry: 'plain-1',
    pages: { 0: 3, 1: 7, 2: 5, 3: 2 },
  };

  it.each([
    ['OSTEP 15', relocated, 0, 16 * KiB, 'none'],
    ['OSTEP 15', relocated, 1 * KiB, 17 * KiB, 'none'],
    ['OSTEP 15', relocated, 3000, 19_384, 'none'],
    ['OSTEP 15', relocated, 4400, -1, 'bounds'],
    ['OSTEP 16', segments, 100, 32_868, 'none'],
    ['OSTEP 16', segments, 4200, 34_920, 'none'],
    ['OSTEP 16', segments, 15 * KiB, 27_648, 'none'],
    ['OSTEP 16', segments, 7 * KiB, -1, 'bounds'],
    ['OSTEP 16', segments, 8000, -1, 'bounds'],
    ['OSTEP 16', segments, 9000, -1, 'no-segment'],
    ['OSTEP 16', segments, 16 * KiB, -1, 'width'],
    ['OSTEP 18', sixBits, 21, 117, 'none'],
    ['4096-byte pages', { virtualBits: 16, indexBits: [4], pages: { 2: 5 } }, 9192, 21_480, 'none'],
  ] as const)('%s: %j, address %i is at %i (%s)', (_, state, virtual, physical, refusal: Refusal) => {
    expect(ask(state, virtual)).toMatchObject({ physical, refusal });
  });

  it('page 1, offset 0x10 of 0x0110 in pages of 256 bytes', () => {
    const { parts } = ask({ virtualBits: 16, indexBits: [8], pages: {} }, 0x110);
    expect(parts.map(({ name, value }) => [name, value])).toEqual([
      ['table', 1],
      ['offset', 0x10],
    ]);
  });

  it('CS:APP 9.6.4: page 0x0f of 0x03d4 is in frame 0x0d, at 0x354', () => {
    const board = ask(
      { virtualBits: 14, indexBits: [8], physicalBits: 12, entry: 'plain-2', pages: { 15: 0xd } },
      0x3d4,
    );
    expect(board).toMatchObject({ physical: 0x354, parts: [{ value: 0xf }, { value: 0x14 }] });
  });

  it('OSTEP 18.5: the table of 64 pages at 1024, an entry of 4 bytes for page 39 at 1180', () => {
    const board = ask(
      { virtualBits: 16, indexBits: [6], physicalBits: 16, entry: 'ostep-linear', root: 1024, pages: { 39: 7 } },
      40_000,
    );
    expect(board).toMatchObject({
      kind: 'walk',
      root: 1024,
      physical: 7 * KiB + 64,
      walk: { levels: [{ index: 39, address: 1180 }] },
    });
  });
});

describe('tables of several levels', () => {
  const tree = {
    virtualBits: 15,
    indexBits: [5, 5],
    physicalBits: 12,
    entry: 'ostep-multilevel',
    root: 0x220,
    pages: { 337: 0x33 },
  };

  it('are made behind the root, and walked', () => {
    const board = ask(tree, (0x151 << 5) | 7) as Extract<Board, { kind: 'walk' }>;
    expect(board.parts.map(({ value }) => value)).toEqual([0x151 >> 5, 0x151 & 31, 7]);
    expect(board.walk.levels.map(({ table, address }) => [table, address])).toEqual([
      [0x220, 0x220 + (0x151 >> 5)],
      [0x240, 0x240 + (0x151 & 31)],
    ]);
    expect(board.physical).toBe(0x33 * 32 + 7);
    expect(ask(tree, 0)).toMatchObject({ physical: -1, refusal: 'not-present', errorCode: 4 });
  });

  it('of x86-64 decide on rights over all levels, with the error code of the manual', () => {
    const flags = (bits: bigint) => `0x${bits.toString(16)}`;
    const entries = {
      [ENTRIES[0]]: flags(BigInt(TABLES[1]) | 7n),
      [ENTRIES[1]]: flags(BigInt(TABLES[2]) | 5n),
      [ENTRIES[2]]: flags(BigInt(TABLES[3]) | 7n),
      [ENTRIES[3]]: flags(0x75_007n | (1n << 63n)),
    };
    const at = (2n << 39n) | 0x75_123n;
    const state = { mmu: 'x86-64', root: TABLES[0], entries };
    expect(ask(state, at, 0)).toMatchObject({ physical: 0x75_123, refusal: 'none', errorCode: null });
    expect(ask(state, at, 1)).toMatchObject({ physical: 0x75_123, refusal: 'rights', errorCode: 7 });
    expect(ask(state, at, 2)).toMatchObject({ physical: 0x75_123, refusal: 'rights', errorCode: 0x15 });
    expect(ask(state, 1n << 47n)).toMatchObject({ physical: -1, refusal: 'width', errorCode: null });
  });

  it('with a large page end where it is mapped', () => {
    const entries = { 4096: '0x2007', 8200: '0x40000087' };
    const { memory, design } = exerciseState(JSON.stringify({ mmu: 'x86-64', root: 0x1000, entries }), null);
    expect(memory.u32[STATE.cr3 >>> 2]).toBe(0x1000);
    // 1 GiB page at 1 GiB: its frame lies beyond the 64 MiB of the exercise.
    expect(boardOf(memory, design, { virtual: 0x4000_0123n, access: 0, user: true })).toMatchObject({
      refusal: 'reserved',
    });
    memory.writeEntry(0x2008, 0x87, 0);
    const board = boardOf(memory, design, { virtual: 0x4000_0123n, access: 0, user: true });
    expect(board).toMatchObject({ physical: 0x123, refusal: 'none' });
    expect(board.parts.map(({ bits }) => bits)).toEqual([9, 9, 30]);
  });
});

describe('the text', () => {
  it('shows the bits, the entry, and the sum', () => {
    const board = ask({ virtualBits: 6, indexBits: [2], physicalBits: 7, entry: 'plain-1', pages: { 1: 7 } }, 21);
    const text = boardText(board);
    expect(designInWords(board.design)).toBe('6-bit addresses, one table, entries of 1 byte, pages of 16 bytes');
    expect(text).toContain('0x15 (21): read by a program');
    expect(text).toMatch(/table \| offset\n +01 \| +0101\n +1 \| +5\n/);
    expect(text).toMatch(/table\[1\] at 0x0 \+ 1 x 1 = 0x1\n +holds 0x87: valid, frame 7\n/);
    expect(text).toContain('physical address = frame 7 x 16 + 5 = 0x75 (117)');
  });

  it('shows the comparison with the bounds, up and down', () => {
    const state = {
      mmu: 'segments:1',
      virtualBits: 10,
      physicalBits: 16,
      segments: [
        { base: 0, size: 100, rights: 'r-x' },
        { base: 1000, size: 64, growsDown: true },
      ],
    };
    expect(boardText(ask(state, 100))).toContain('100 >= 100: beyond the bounds');
    expect(boardText(ask(state, 1000))).toContain('the offset counts from the end: 488 - 512 = -24; 24 <= 64: inside');
    expect(boardText(ask(state, 1000))).toContain('physical address = 1000 - 24 = 0x3d0 (976)');
    expect(boardText(ask(state, 50, 1))).toContain('the segment gives no right to write: a fault');
  });
});

describe('a state that is wrong', () => {
  it.each([
    ['{', 'not JSON'],
    ['[]', 'the state must be an object'],
    ['{"root": 0}', 'must say its design'],
    ['{"mmu": "segments:2", "pages": {}}', 'has no page tables'],
    ['{"mmu": "linear", "virtualBits": 16, "segments": []}', 'not to page tables'],
    ['{"mmu": "segments:1", "segments": [null, null, null]}', '3 segments are more than the 2'],
    ['{"mmu": "base", "segments": [{"base": -1}]}', 'segments[0].base must be a whole number'],
    ['{"mmu": "base", "segments": [{"base": 1, "rights": "w"}]}', 'must look like rwx'],
    ['{"virtualBits": 8, "indexBits": [4], "pages": {"16": 1}}', 'page 16 does not exist'],
    ['{"virtualBits": 8, "indexBits": [4], "physicalBits": 12, "pages": {"1": 300}}', 'frame 300 would end at'],
    ['{"virtualBits": 8, "indexBits": [4], "entries": {"1": 1}}', 'an entry of 4 bytes cannot be at 1'],
    ['{"virtualBits": 8, "indexBits": [4], "entries": {"0": "0x100000000"}}', 'does not fit an entry of 4 bytes'],
    ['{"virtualBits": 8, "indexBits": [4], "frames": {}}', "cannot have 'frames'"],
  ])('%s: %s', (text, words) => {
    const made = () => exerciseState(text, null);
    expect(made).toThrow(DesignError);
    expect(made).toThrow(words);
  });
});
