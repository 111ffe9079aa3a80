import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../src/asm/assemble.js';
import type { Image } from '../../src/asm/image.js';
import { link } from '../../src/asm/link/link.js';
import { Machine } from '../../src/machine/machine.js';
import type { CorpusRun } from '../support/oracle/record-corpus-runs.js';

/**
 * What gcc makes of the C programs of test/corpus, assembled, linked and run here, against what the processor printed and
 * returned, how many steps ptrace counted, and how many loads and stores QEMU saw (test/support/oracle/record-corpus-runs.ts).
 */
const corpus = new URL('../corpus/', import.meta.url);
const recorded: Record<string, CorpusRun> = JSON.parse(
  readFileSync(new URL('../golden/corpus-runs.json', import.meta.url), 'utf8'),
);
const names = Object.keys(recorded);
/** The reference CPU runs those that are short enough for it. */
const REFERENCE_STEPS = 60_000;

function build(name: string): Image {
  const { object, diagnostics } = assembleObject(readFileSync(new URL(name, corpus), 'utf8'), name);
  expect(diagnostics).toEqual([]);
  const linked = link([object!]);
  expect(linked.diagnostics).toEqual([]);
  return linked.image!;
}

function run(name: string, engine: string): CorpusRun {
  const machine = new Machine({ engine, limit: 10_000_000 });
  machine.load(build(name));
  const { status, stdout, counters } = machine.run();
  return {
    stdout: new TextDecoder().decode(stdout),
    status,
    steps: counters.steps,
    loads: counters.loads,
    stores: counters.stores,
  };
}

describe('gcc output', () => {
  it('has a record of every program', () => {
    expect(names).toEqual(
      readdirSync(corpus)
        .filter((file) => /-O\d\.s$/.test(file))
        .sort(),
    );
    expect(names.length).toBeGreaterThanOrEqual(42);
  });

  it.each(names)('%s runs as it does natively, with the same steps, loads and stores', (name) => {
    expect(run(name, 'auto')).toEqual(recorded[name]);
  });

  it.each(names.filter((name) => recorded[name]!.steps < REFERENCE_STEPS))(
    '%s does so on the reference CPU',
    (name) => {
      expect(run(name, 'reference')).toEqual(recorded[name]);
    },
  );
});
