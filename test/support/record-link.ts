import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { examples } from './examples.js';
import { type LinkRecord, linkWithGnu } from './link-oracle.js';
import { randomLinkProgram } from './link-program.js';

/** Records what as and ld make of the examples, the corpus and random programs: `npx tsx test/support/record-link.ts`. */

const RANDOM_PROGRAMS = 120;
const corpus = new URL('../corpus/', import.meta.url);

/** Programs with `_start`, so that ld has an entry. */
export function linkCases(): { name: string; sources: string[] }[] {
  const written = examples().map(({ file, source }) => ({ name: file, sources: [source] }));
  const compiled = readdirSync(corpus)
    .filter((file) => file.endsWith('.s'))
    .map((file) => ({ name: file, sources: [withoutUnwinding(readFileSync(new URL(file, corpus), 'utf8'))] }));
  return [...written, ...compiled].filter(({ sources }) => /^\s*\.globl\s+_start\b/m.test(sources[0]!));
}

/** Without .eh_frame, which ld edits and the assembler here does not make. */
function withoutUnwinding(source: string): string {
  return source.replaceAll(/^\s*\.cfi_.*$/gm, '');
}

export function randomCase(seed: number): { name: string; sources: string[] } {
  return { name: `random ${seed}`, sources: randomLinkProgram(seed) };
}

if (process.argv[1]?.endsWith('record-link.ts')) {
  const random = Array.from({ length: RANDOM_PROGRAMS }, (_, seed) => randomCase(seed));
  const records = [...linkCases(), ...random].map(({ name, sources }) => linkWithGnu(name, sources));
  const lines = records
    .filter((record): record is LinkRecord => record !== null)
    .map((record) => JSON.stringify(record));
  writeFileSync(new URL('../golden/link.jsonl.gz', import.meta.url), gzipSync(lines.join('\n'), { level: 9 }));
  console.log(`${lines.length} programs recorded, ${records.length - lines.length} refused by ld`);
}
