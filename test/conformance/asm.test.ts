import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assembleHere, assembleWithGnu, corpusSources, jumpProgram, probes } from '../support/assembler-oracle.js';
import { hasTool } from '../support/gnu-as.js';
import type { AssemblerRecord } from '../support/record-assembler.js';

/**
 * The assembler against GNU as (binutils 2.40): sections with their bytes and attributes, relocations, symbols and the number of
 * warnings. test/support/record-assembler.ts records the expectations; where `as` is installed it is asked again.
 */
const recorded: AssemblerRecord = JSON.parse(
  gunzipSync(readFileSync(new URL('../golden/assembler.json.gz', import.meta.url))).toString(),
);
const sources = corpusSources();
const lines = probes();

describe('the assembler makes what GNU as made', () => {
  it('has a record of every source and probe', () => {
    expect(Object.keys(recorded.corpus)).toEqual([...sources.keys()]);
    expect(lines.filter(({ line }) => !(line in recorded.probes))).toEqual([]);
    expect(lines.length).toBeGreaterThan(550);
  });

  it.each([...sources.keys()])('of %s', (name) => {
    expect(recorded.corpus[name]).not.toBeNull();
    expect(assembleHere(sources.get(name)!)).toEqual(recorded.corpus[name]);
  });

  it.each(['branches', 'constants', 'layout', 'macros', 'refused', 'values'])(
    'of each line of probes/%s.txt',
    (name) => {
      const own = lines.filter((probe) => probe.name === name);
      const here = own.map(({ line }) => ({ line, made: assembleHere(`${line}\n`) }));
      expect(here).toEqual(own.map(({ line }) => ({ line, made: recorded.probes[line] })));
    },
  );

  it('except that it refuses what GNU as reads as something surprising', () => {
    const own = lines.filter((probe) => probe.name === 'stricter');
    expect(own.filter(({ line }) => recorded.probes[line] === null)).toEqual([]);
    expect(own.filter(({ line }) => assembleHere(`${line}\n`) !== null)).toEqual([]);
  });

  it('of random programs of jumps and alignments', () => {
    expect(recorded.jumps.length).toBe(100);
    expect(recorded.jumps.map((_, seed) => assembleHere(jumpProgram(seed)))).toEqual(recorded.jumps);
  });
});

describe.skipIf(!hasTool('as'))('GNU as itself', () => {
  const rules = [...sources].filter(([name]) => name.startsWith('rules/'));

  it(`still makes the same of ${rules.length} sources`, () => {
    const made = assembleWithGnu(rules.map(([, source]) => source));
    expect(made).toEqual(rules.map(([name]) => recorded.corpus[name]));
  });

  it('agrees about 40 more random programs', () => {
    const programs = Array.from({ length: 40 }, (_, i) => jumpProgram(1000 + i));
    expect(programs.map(assembleHere)).toEqual(assembleWithGnu(programs));
  });
});
