import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import { formatDiagnostics } from '../../../src/asm/diagnostics.js';
import { SeededRandom } from '../../support/seeded-random.js';

/** Sizes in characters; time limits are a dozen times what it takes, against anything quadratic. */
const MEGA = 1 << 20;
const LIMIT = 8000;

function timed(source: string) {
  const start = performance.now();
  const { object, diagnostics } = assembleObject(source, 'g.s');
  const text = formatDiagnostics(diagnostics);
  expect(performance.now() - start).toBeLessThan(LIMIT);
  expect(text.length).toBeLessThan(50_000);
  return { object, diagnostics };
}

function garbage(length: number, alphabet: string, seed: number): string {
  const random = new SeededRandom(seed);
  const letters = [...alphabet];
  return Array.from({ length }, () => random.pick(letters)).join('');
}

const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const bytes = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('');

describe('sources that are none', () => {
  it.each([
    ['empty', ''],
    ['a newline', '\n'],
    ['blanks', '  \t '],
    ['a comment', '# nothing'],
    ['a byte order mark', '\ufeffnop\n'],
    ['CR LF and no last newline', 'nop\r\nret'],
    ['semicolons', ';'.repeat(MEGA)],
    ['newlines', '\n'.repeat(MEGA)],
    ['a long string', `.ascii "${'x'.repeat(4 * MEGA)}"`],
    ['a long list', `.byte ${'1,'.repeat(MEGA / 2)}1`],
  ])('%s: assembles', (_, source) => {
    expect(timed(source).object).not.toBeNull();
  });

  it.each([
    ['NUL bytes', '\0\0\0'],
    ['bytes in lines', garbage(MEGA / 2, bytes, 1)],
    ['text in lines', garbage(MEGA / 2, `${printable}\n\n`, 2)],
    ['text in one line', garbage(MEGA / 2, printable, 3)],
    ['words', garbage(MEGA / 2, 'abcdefgh  \n', 4)],
    ['one long word', 'a'.repeat(4 * MEGA)],
    ['parentheses', '('.repeat(4 * MEGA)],
    ['nested parentheses', `.long ${'('.repeat(2000)}1${')'.repeat(2000)}`],
    ['minus signs', `.long ${'-'.repeat(4 * MEGA)}1`],
    ['minus signs apart', `.long ${'- '.repeat(4000)}1`],
    ['a long sum', `.quad ${'1+'.repeat(2 * MEGA)}1`],
    ['quotes', '"'.repeat(4 * MEGA)],
    ['apostrophes', "'".repeat(4 * MEGA)],
    ['backslashes', '\\'.repeat(4 * MEGA)],
    ['an open string', `.ascii "${'x'.repeat(4 * MEGA)}`],
    ['an open comment', `/*${'x\n'.repeat(MEGA)}`],
    ['one mistake on many lines', 'mvol %eax,%ebx\n'.repeat(30_000)],
    [
      'a chain of equates',
      `${Array.from({ length: 2000 }, (_, i) => `x${i + 1} = x${i}\n`).join('')}x0 = 1\n.long x2000`,
    ],
    ['too much of nothing', '.skip 0x7fffffffffffffff'],
    ['too much in pieces', '.skip 0x3fffffff\n'.repeat(9)],
    ['too far', '.org 0x7fffffffffff'],
    ['too many', '.fill 0x7fffffff, 8, 1'],
  ])('%s: refused in words, in bounded time', (_, source) => {
    const { object, diagnostics } = timed(source);
    expect(object).toBeNull();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(1001);
  });
});
