import { describe, expect, it } from 'vitest';
import { assembleHere, assembleWithGnu } from '../assembler-oracle.js';
import { hasTool } from '../gnu-as.js';
import { readArchive } from './archive.js';
import {
  type Compilation,
  type CompiledObject,
  type CompiledSource,
  compilations,
  compile,
  programNames,
} from './compile-corpus.js';

/** Time of a test on a slow machine, in milliseconds. */
const PATIENCE = 60_000;
/** Every nth compilation is made again where the tools are. */
const SAMPLE = 24;

/** The tests of everything that one compiler made: at least `fewest` sources. */
export function describeOutput(compiler: Compilation['compiler'], fewest: number): void {
  const ofCompiler = ({ name }: { readonly name: string }) => name.includes(`.${compiler}-`);
  const sources = readArchive<CompiledSource>('compiled-sources').filter(ofCompiler);
  const objects = new Map(
    readArchive<CompiledObject>('compiled-objects')
      .filter(ofCompiler)
      .map(({ name, object }) => [name, object]),
  );
  const all = compilations().filter(ofCompiler);

  describe(`what ${compiler} writes`, () => {
    it('is recorded of every program and level', () => {
      expect(sources.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
      expect([...objects.keys()]).toEqual(sources.map(({ name }) => name));
      expect(sources.length).toBeGreaterThanOrEqual(fewest);
      expect([...objects.values()].filter((object) => object === null)).toEqual([]);
    });

    it.each(programNames())(
      'of %s assembles as GNU as assembled it',
      (program) => {
        const own = sources.filter(({ name }) => name.startsWith(`${program}.`));
        expect(own.length).toBeGreaterThanOrEqual(4);
        for (const { name, source } of own) expect(assembleHere(source), name).toEqual(objects.get(name));
      },
      PATIENCE,
    );
  });

  const sample = all.filter((_, i) => i % SAMPLE === 5);

  describe.skipIf(!hasTool('as') || !hasTool(compiler))(`${compiler} and GNU as of this machine`, () => {
    it(
      `agree with the assembler here about ${sample.length} compilations`,
      () => {
        for (const one of sample) {
          const source = compile(one);
          expect(assembleHere(source), one.name).toEqual(assembleWithGnu([source])[0]);
        }
      },
      PATIENCE,
    );
  });
}
