import { readdirSync, readFileSync } from 'node:fs';
import type { SeededRandom } from './seeded-random.js';

const NUMBERS = ['0', '-1', '1', '127', '128', '-129', '0x80000000', '4294967296', '0xffffffffffffffff', '1e999', '08'];
const HUGE = [
  '9'.repeat(40),
  `0x${'f'.repeat(30)}`,
  '9'.repeat(1200),
  '18446744073709551616',
  '-9223372036854775809',
  '1<<62',
];
const PIECES = [
  ...[
    '(',
    ')',
    ',',
    '$',
    '%',
    '*',
    ':',
    ';',
    '#',
    '/*',
    '*/',
    '"',
    "'",
    '\\',
    '\\@',
    '\\()',
    '=',
    '==',
    '-',
    '~',
    '!',
    '<<',
  ],
  ...[
    '%rax',
    '%xmm17',
    '%fs:',
    '(%rip)',
    '(,%rax,8)',
    '@GOTPCREL',
    '@plt',
    '1b',
    '9f',
    '.',
    '\0',
    '\u00e9',
    '\ud800',
    '\r',
  ],
];
const LINES = [
  ...[
    '.rept 3',
    '.endr',
    '.macro m a, b=1, c:vararg',
    '.endm',
    'm 1, 2, 3',
    'm',
    '.irp x, 1, 2',
    '.irpc x, abc',
    '.if 1',
    '.else',
  ],
  ...[
    '.endif',
    '.ifdef main',
    '.exitm',
    '.purgem m',
    '.pushsection .data',
    '.popsection',
    '.previous',
    '.section .x,"aMS",@progbits,1',
  ],
  ...[
    '.org .+3',
    '.p2align 4',
    '.balign 3',
    '.skip a-b',
    '.fill 3, 9, 1',
    '.comm c, 8, 3',
    '.lcomm d, 4',
    '.set x, y',
    'y = x',
    'x = . - 1',
  ],
  ...[
    '.quad x - y',
    '.uleb128 1f - 1b',
    '.sleb128 -x',
    '.octa -1',
    '.double 1e400',
    '.float nan',
    '.include "no"',
    '.incbin "no"',
    '.size f, .-f',
  ],
  ...[
    '.type f, @function',
    '.weak f',
    '.hidden f',
    '.loc 1 2 3',
    '.file 1 "f"',
    '.err',
    '.error "e"',
    '.abort',
    '.end',
    '.intel_syntax',
    '1: jmp 1b',
  ],
  ...[
    '.zero 0x7fffffffffffffff',
    '.align 0x1000',
    '.text 3',
    '.data 8193',
    '.ident "x"',
    '.equiv x, 2',
    '.symver a, b@c',
    '.cfi_startproc',
  ],
  ...[
    '.cfi_startproc simple',
    '.cfi_endproc',
    '.cfi_def_cfa_offset x - y',
    '.cfi_offset %rbp, -16',
    '.cfi_restore_state',
    '.cfi_escape 1, f',
    '.cfi_lsda 0x1b, f',
    '.cfi_sections .eh_frame, .debug_frame',
    '.section .text.f,"axG",@progbits,f,comdat',
    '.section .eh_frame,"a"',
  ],
];
/** What explodes, and how it has to end: soon. */
export const bombs: Readonly<Record<string, { readonly text: string; readonly message: RegExp }>> = {
  repetitions: { text: '.rept 100000000\nnop\n.endr\n', message: /come to more text than can be read/ },
  'calls without text': { text: '.rept 100000\nz\n.endr\n', message: /no such instruction|unknown/ },
  'doubling macros': {
    text: `${Array.from({ length: 40 }, (_, i) => `.macro m${i}\nm${i + 1}\nm${i + 1}\n.endm\n`).join('')}.macro m40\n.endm\nm0\n`,
    message: /more than 64 MiB of text/,
  },
  'a macro that calls itself': { text: '.macro z\nz\nz\n.endm\nz\n', message: /nested too deeply/ },
  'doubling arguments': {
    text: `.macro z a\n.endm\nz ${'x'.repeat(2 ** 21)}\n`,
    message: /more than 1 MiB of arguments/,
  },
  'many short statements': { text: '.rept 1000000\nnop\n.endr\n', message: /half a million statements/ },
  'many jumps': { text: '.rept 400000\njmp 1f\n1:\n.endr\n', message: /half a million statements/ },
  'a large space': { text: '.skip 0x3fffffff\n', message: /more than a section can hold/ },
  'many large spaces': {
    text: Array.from({ length: 9 }, (_, i) => `.section .x${i},"a"\n.skip 0x3000000\n`).join(''),
    message: /the sections together are larger than 256 MiB/,
  },
  'a large alignment': { text: 'nop\n.balign 0x20000000\nnop\n', message: /larger than 256 MiB/ },
  brackets: { text: `.quad ${'('.repeat(5000)}1\n`, message: /./ },
  signs: { text: `.quad ${'-'.repeat(3000)}1\n`, message: /./ },
  'equates in circles': { text: 'p=q+q\nq=r+r\nr=p\n.quad p\n', message: /./ },
  'doubling equates': {
    text: `${Array.from({ length: 60 }, (_, i) => `e${60 - i}=e${61 - i}+e${61 - i}\n`).join('')}.quad e1\ne61=1\n`,
    message: /needed more than 10000 times/,
  },
  'many sections': {
    text: Array.from({ length: 20_000 }, (_, i) => `.section s${i}\n.byte 1\n`).join(''),
    message: /an object/,
  },
};

/** Texts of the examples, the corpus and the files of rules, none longer than `most` characters. */
export function sourceTexts(most = 20_000): string[] {
  return ['../../asm-examples/', '../corpus/', '../corpus/rules/'].flatMap((folder) => {
    const base = new URL(folder, import.meta.url);
    const names = readdirSync(base).filter((name) => name.endsWith('.s'));
    return names.map((name) => readFileSync(new URL(name, base), 'utf8').slice(0, most));
  });
}

/** A text with one to eight things changed, cut to `lines` lines first so that small programs come about. */
export function mutatedText(random: SeededRandom, texts: readonly string[], lines = 60): string {
  let rows = random.pick(texts).split('\n');
  const from = random.chance(0.5) ? 0 : random.below(rows.length);
  rows = rows.slice(from, from + 1 + random.below(lines));
  for (let changes = 1 + random.below(random.pick([1, 2, 8])); changes > 0; changes--) mutateRows(random, rows, texts);
  const text = rows.join('\n');
  return random.chance(0.1) ? text.slice(0, random.below(text.length + 1)) : text;
}

function mutateRows(random: SeededRandom, rows: string[], texts: readonly string[]): void {
  const at = random.below(rows.length + 1);
  const how = random.below(10);
  if (random.chance(0.0005)) rows.splice(at, 0, random.pick(Object.values(bombs)).text);
  else if (how === 0) rows.splice(at, 1 + random.below(4));
  else if (how === 1) rows.splice(at, 0, ...rows.slice(at, at + 1 + random.below(10)));
  else if (how < 4) rows.splice(at, 0, random.pick(LINES));
  else if (how === 4) rows.splice(at, 0, random.pick(random.pick(texts).split('\n')));
  else if (rows[at] !== undefined) rows[at] = mutatedRow(random, rows[at]);
}

/** Words of a line swapped, left out, said twice, or replaced by numbers, signs and characters. */
function mutatedRow(random: SeededRandom, row: string): string {
  const words = row.match(/[\w.$%\\@]+|\s+|[^\w\s]/g) ?? [''];
  const [a, b] = [random.below(words.length), random.below(words.length)];
  const how = random.below(8);
  if (how === 0) [words[a], words[b]] = [words[b]!, words[a]!];
  else if (how === 1) words.splice(a, 1);
  else if (how === 2) words.splice(a, 0, words[b]!);
  else if (how === 3) words[a] = random.pick(NUMBERS);
  else if (how === 4) words[a] = random.pick(HUGE);
  else if (how === 5) words[a] = random.pick(PIECES);
  else if (how === 6) words.splice(a, 0, random.pick(PIECES));
  else words[a] = String.fromCharCode(random.below(random.chance(0.8) ? 128 : 0x10000)).repeat(1 + random.below(3));
  return words.join('');
}
