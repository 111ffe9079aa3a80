import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { assembleHere, assembleWithGnu } from '../support/assembler-oracle.js';
import { hasTool } from '../support/gnu-as.js';
import { readArchive } from '../support/oracle/archive.js';
import {
  type CompiledObject,
  type CompiledSource,
  compilations,
  compile,
  programNames,
} from '../support/oracle/compile-corpus.js';

/**
 * What gcc and clang make of test/corpus/sse at all levels, with and without SSE, with and without position independence, debugging
 * information and other options: the bytes, relocations and symbols that GNU as made of each, and that the assembler here makes.
 * test/support/oracle/record-compiled.ts records; where the tools are installed, some are compiled and assembled again.
 */
const sources = readArchive<CompiledSource>('compiled-sources');
const objects = new Map(readArchive<CompiledObject>('compiled-objects').map(({ name, object }) => [name, object]));
const ofProgram = (program: string) => sources.filter(({ name }) => name.startsWith(`${program}.`));

describe('compiler output', () => {
  it('is recorded of every program, compiler and level', () => {
    expect(sources.map(({ name }) => name)).toEqual(compilations().map(({ name }) => name));
    expect([...objects.keys()]).toEqual(sources.map(({ name }) => name));
    expect(sources.length).toBeGreaterThanOrEqual(400);
    expect([...objects.values()].filter((object) => object === null)).toEqual([]);
  });

  it.each(programNames())('of %s assembles as GNU as assembled it', (program) => {
    const own = ofProgram(program);
    expect(own.length).toBeGreaterThanOrEqual(8);
    for (const { name, source } of own) expect(assembleHere(source), name).toEqual(objects.get(name));
  });
});

/** Every nth compilation is made again where the tools are. */
const SAMPLE = 24;

describe.skipIf(!hasTool('as') || !hasTool('gcc') || !hasTool('clang'))('the tools themselves', () => {
  const sample = compilations().filter((_, i) => i % SAMPLE === 5);

  it(`still make and assemble the same of ${sample.length} compilations`, () => {
    const versions = ['gcc', 'clang', 'as'].map((tool) => spawnSync(tool, ['--version'], { encoding: 'utf8' }).stdout);
    for (const one of sample) {
      const source = compile(one);
      expect(assembleHere(source), `${one.name}: ${versions.join()}`).toEqual(assembleWithGnu([source])[0]);
    }
  });
});
