import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assembleObject } from '../src/asm/assemble.js';
import { hasTool } from '../test/support/gnu-as.js';

/**
 * How fast does the assembler read what gcc writes? Whole sources of 10,000 and 100,000 lines, made of the corpus with fresh names,
 * in this process, against the process of GNU as in the same run. `npm run bench -- assembler [rounds]`.
 */

const corpus = fileURLToPath(new URL('../test/corpus/', import.meta.url));
const rounds = Number(process.argv[2] ?? 5);

/** At least `lines` lines of gcc's output: every copy of a file gets names of its own. */
function source(lines: number): string {
  const files = readdirSync(corpus)
    .filter((name) => name.endsWith('.s'))
    .map((name) => readFileSync(corpus + name, 'utf8'));
  const parts: string[] = [];
  for (let count = 0, copy = 0; count < lines; copy++) {
    const text = files[copy % files.length]!;
    parts.push(renamed(text, copy));
    count += text.split('\n').length;
  }
  return parts.join('');
}

/** The text with `_copy` behind every name that it defines. */
function renamed(text: string, copy: number): string {
  const labels = [...text.matchAll(/^([\w.$]+):/gm)].map((match) => match[1]!);
  const storage = [...text.matchAll(/\.(?:comm|local)\s+([\w.$]+)/g)].map((match) => match[1]!);
  const own = new Set([...labels, ...storage]);
  return text.replace(/[\w.$]+/g, (word) => (own.has(word) ? `${word}_${copy}` : word));
}

function milliseconds(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
const round = (number: number) => number.toFixed(number < 10 ? 1 : 0);

console.log('lines     first ms   median ms   GNU as ms   times GNU as   bytes');
for (const lines of [10_000, 100_000]) {
  const text = source(lines);
  let bytes = 0;
  const own: number[] = [];
  const gnu: number[] = [];
  for (let i = 0; i < rounds; i++) {
    own.push(
      milliseconds(() => {
        const { object, diagnostics } = assembleObject(text, 'bench.s');
        if (object === null) throw new Error(diagnostics[0]!.message);
        bytes = object.sections.reduce((sum, { size }) => sum + size, 0);
      }),
    );
    if (hasTool('as')) gnu.push(milliseconds(() => spawnSync('as', ['-o', '/dev/null'], { input: text })));
  }
  const first = own[0]!;
  const mine = median(own);
  const theirs = gnu.length > 0 ? median(gnu) : Number.NaN;
  const cells = [round(first), round(mine), round(theirs), round(mine / theirs), String(bytes)];
  const widths = [8, 11, 11, 14, 7];
  console.log(String(lines).padEnd(10) + cells.map((cell, i) => cell.padStart(widths[i]!)).join(' '));
}
