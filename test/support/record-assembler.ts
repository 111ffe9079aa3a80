import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Assembled, assembleWithGnu, corpusSources, jumpProgram, probes } from './assembler-oracle.js';

/** Records what GNU as makes of the corpus, the probes and the random programs: `npx tsx test/support/record-assembler.ts`. */

export interface AssemblerRecord {
  readonly corpus: Readonly<Record<string, Assembled>>;
  readonly probes: Readonly<Record<string, Assembled>>;
  readonly jumps: readonly Assembled[];
}

/** Random programs that are recorded. */
const JUMP_PROGRAMS = 100;

function record(): AssemblerRecord {
  const sources = corpusSources();
  const lines = probes().map(({ line }) => line);
  const named = (names: Iterable<string>, results: readonly Assembled[]) =>
    Object.fromEntries([...names].map((name, i) => [name, results[i]!]));
  return {
    corpus: named(sources.keys(), assembleWithGnu([...sources.values()])),
    probes: named(lines, assembleWithGnu(lines.map((line) => `${line}\n`))),
    jumps: assembleWithGnu(Array.from({ length: JUMP_PROGRAMS }, (_, seed) => jumpProgram(seed))),
  };
}

if (process.argv[1]?.endsWith('record-assembler.ts')) {
  const text = JSON.stringify(record());
  writeFileSync(new URL('../golden/assembler.json.gz', import.meta.url), gzipSync(text, { level: 9 }));
}
