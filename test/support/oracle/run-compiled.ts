import { expect } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import { link } from '../../../src/asm/link/link.js';
import { Machine } from '../../../src/machine/machine.js';
import { readArchive } from './archive.js';
import type { CompiledRun, CompiledSource } from './compile-corpus.js';

/** No recorded program takes more steps. */
const LIMIT = 3_000_000;
const sources = new Map(readArchive<CompiledSource>('compiled-sources').map(({ name, source }) => [name, source]));

/** The native runs that were recorded. */
export const recordedRuns = readArchive<CompiledRun>('compiled-runs');

/** Assembles, links and runs a compilation here; the steps are told where they were counted natively. */
export function runHere({ name, steps: counted }: CompiledRun, engine: string): CompiledRun {
  const { object } = assembleObject(sources.get(name)!, name);
  const { image, diagnostics } = link([object!]);
  expect(diagnostics, name).toEqual([]);
  const machine = new Machine({ engine, limit: LIMIT, ram: '2M' });
  machine.load(image!);
  const { status, stdout, counters } = machine.run();
  const steps = counted === null ? null : counters.steps;
  return { name, stdout: new TextDecoder().decode(stdout), status, steps };
}
