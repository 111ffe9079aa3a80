import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/asm/dwarf/line-read.js';
import { readExecutable } from '../../../src/asm/elf/read.js';
import { ElfBytes } from '../../../src/asm/elf/reader.js';
import { fuzzLines } from '../../support/fuzz-lines.js';
import { readGolden } from '../../support/golden.js';
import type { LineRecord } from '../../support/line-oracle.js';

const none = new Uint8Array(0);
const read = (line: readonly number[]) => readLines({ line: Uint8Array.from(line), lineStrings: none, strings: none });
const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
const text = (value: string) => [...new TextEncoder().encode(value), 0];

/** A unit of version 2 with one file, `a.c`, around a program. */
function unit(program: readonly number[], names: readonly number[] = [0, ...text('a.c'), 0, 0, 0, 0]): number[] {
  const opcodes = [13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];
  const header = [1, 1, -5 & 255, 14, ...opcodes, ...names];
  const rest = [2, 0, ...u32(header.length), ...header, ...program];
  return [...u32(rest.length), ...rest];
}

const setAddress = (address: number) => [0, 9, 2, ...u32(address), 0, 0, 0, 0];
const end = [0, 1, 1];
const at = (address: number, line: number, file = line === 0 ? '' : 'a.c') => ({ section: -1, address, file, line });

describe('a line table', () => {
  it('is a list of positions with an end', () => {
    // Copy; advance pc 3 and line 4, copy; special opcode for 2 bytes and 1 line (13 + 6 + 28); advance 1, end.
    const program = [...setAddress(0x1000), 1, 2, 3, 3, 4, 1, 47, 2, 1, ...end];
    expect(read(unit(program))).toEqual({
      positions: [at(0x1000, 1), at(0x1003, 5), at(0x1005, 6), at(0x1006, 0)],
      problem: null,
    });
  });

  it('has the last row of an address, no row twice, nothing for line 0', () => {
    const program = [...setAddress(8), 1, 3, 1, 1, 2, 4, 1, 2, 4, 3, 0x7e, 1, 2, 4, 3, 7, 1, ...end];
    expect(read(unit(program)).positions).toEqual([at(8, 2), at(16, 0)]);
  });

  it('may define files on the way, and use opcodes that nobody knows', () => {
    const define = [0, 8, 3, ...text('b.c'), 0, 0, 0];
    const program = [...setAddress(0), ...define, 4, 2, 1, 0, 3, 0x80, 1, 2, 8, 2, 1, ...end];
    expect(read(unit(program)).positions).toEqual([at(0, 1, 'b.c'), at(18, 0)]);
  });

  it('without an end counts as far as its sequences end', () => {
    const program = [...setAddress(0), 1, 2, 1, ...end, ...setAddress(64), 1];
    expect(read(unit(program)).positions).toEqual([at(0, 1), at(1, 0)]);
  });

  it('that is damaged does not spoil the next one', () => {
    const damaged = unit([...setAddress(0), 1, 0, 200, 2]);
    const { positions, problem } = read([...damaged, ...unit([...setAddress(9), 1, 2, 1, ...end])]);
    expect(positions).toEqual([at(9, 1), at(10, 0)]);
    expect(problem).toMatch(/ends in the middle/);
  });

  it.each([
    ['an unknown version', [...u32(4), 6, 0, 0, 0], /version 6 of line tables is unknown/],
    ['a length behind the end', [...u32(400), 2, 0], /ends in the middle/],
    ['a name without an end', unit([], [65, 65, 65]), /name without an end/],
    ['nothing but a start', [1, 2], /ends in the middle/],
  ])('with %s is refused in words', (_, bytes, words) => {
    const { positions, problem } = read(bytes);
    expect(positions).toEqual([]);
    expect(problem).toMatch(words);
  });

  it('cannot have names without bytes', () => {
    const names = [0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
    const header = [1, 1, 1, -5 & 255, 14, 1, ...names];
    const rest = [5, 0, 8, 0, ...u32(header.length), ...header];
    expect(read([...u32(rest.length), ...rest]).problem).toMatch(/longer than the table/);
  });

  it('has so many names at most', () => {
    const folders = Buffer.alloc(9000 * 2001, `${'n'.repeat(2000)}\0`);
    const [before, behind] = [unit([], []), [0, 0]];
    const line = Buffer.concat([Uint8Array.from(before), folders, Uint8Array.from(behind)]);
    line.writeUInt32LE(line.length - 4, 0);
    line.writeUInt32LE(line.length - 10, 6);
    expect(readLines({ line, lineStrings: none, strings: none }).problem).toMatch(/16 MiB of names/);
  });
});

describe('damaged line tables', () => {
  it('give positions and words, soon and small', () => {
    const sums = fuzzLines(5000, 1);
    expect(sums.refused).toBeGreaterThan(1000);
    expect(sums.positions).toBeGreaterThan(10_000);
    expect(sums.longest).toBeLessThan(2000);
  });

  it('are no reason not to run a program: one warning', () => {
    const record = readGolden<LineRecord>('lines').find(({ kind }) => kind === 'program')!;
    if (record.kind !== 'program') throw new Error('no program');
    const bytes = Uint8Array.from(Buffer.from(record.program, 'base64'));
    expect(readExecutable(bytes, 'x')).toMatchObject({ diagnostics: [] });
    const file = new ElfBytes(bytes);
    const headers = file.sectionHeaders();
    const table = headers.find(({ nameOffset }) => file.text(headers[file.u16(62)], nameOffset) === '.debug_line')!;
    // The version of the first unit.
    bytes[table.offset + 4] = 77;
    const { image, diagnostics } = readExecutable(bytes, 'x');
    expect(image!.segments.length).toBeGreaterThan(1);
    expect(diagnostics).toMatchObject([{ severity: 'warning', file: 'x' }]);
    expect(diagnostics[0]!.message).toMatch(/^source lines may be missing: version 77/);
  });

  it('that are packed are left alone, with a hint', () => {
    const record = readGolden<LineRecord>('lines').find(({ kind }) => kind === 'program')!;
    if (record.kind !== 'program') throw new Error('no program');
    const bytes = Uint8Array.from(Buffer.from(record.program, 'base64'));
    const file = new ElfBytes(bytes);
    const headers = file.sectionHeaders();
    const index = headers.findIndex(({ nameOffset }) => file.text(headers[file.u16(62)], nameOffset) === '.debug_line');
    bytes[file.size(40) + 64 * index + 9]! |= 0x08;
    const { image, diagnostics } = readExecutable(bytes, 'x');
    expect(image!.lines).toEqual([]);
    expect(diagnostics[0]!.message).toMatch(/compressed; gcc -gz=none/);
  });
});
