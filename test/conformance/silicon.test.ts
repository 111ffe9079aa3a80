import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forms } from '../../src/isa/table.js';
import { generateBatch, shapes } from '../support/silicon/cases.js';
import { differences, differsByVendor } from '../support/silicon/compare.js';
import { engines } from '../support/silicon/engines.js';
import type { Batch, Outcome } from '../support/silicon/layout.js';
import { buildHarness, isAmd, runNative } from '../support/silicon/native.js';
import { unpack } from '../support/silicon/recording.js';

/** Live cases a run; `npx tsx test/support/silicon/run.ts 1000000` does more. */
const LIVE_CASES = 8_000;
/** Milliseconds: the machine may be busy with other tests. */
const PATIENCE = 60_000;

const recording = unpack(readFileSync(new URL('../golden/silicon.jsonl.gz', import.meta.url)));
const harness = buildHarness();
if ('reason' in harness) console.warn(`skipped ${LIVE_CASES} cases on this processor: ${harness.reason}`);

/** The same cases on this processor for every engine, or null without a harness. */
const live = 'path' in harness ? once(() => runLive(harness.path)) : null;

function runLive(path: string): { batch: Batch; outcomes: readonly Outcome[] } {
  const made = generateBatch(4711, 0, LIVE_CASES);
  const batch = { memory: made.memory, cases: made.cases.filter((test) => isAmd() || !differsByVendor(test)) };
  return { batch, outcomes: runNative(path, batch) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function allDifferences(batch: Batch, expected: readonly Outcome[], actual: readonly Outcome[]): string[] {
  return batch.cases.flatMap((test, index) => {
    const found = differences(test, expected[index]!, actual[index]!);
    const form = forms[test.form]!;
    return found.map((text) => `${form.mnemonic} '${form.text}' ${Buffer.from(test.code).toString('hex')}: ${text}`);
  });
}

describe.each(Object.entries(engines))('the %s engine', (_, makeMachine) => {
  it(
    `does what the recorded processor did in ${recording.batch.cases.length} cases`,
    () => {
      const actual = makeMachine().run(recording.batch);
      expect(allDifferences(recording.batch, recording.outcomes, actual)).toEqual([]);
    },
    PATIENCE,
  );

  it.skipIf(live === null)(
    `does what this processor does in ${LIVE_CASES} cases`,
    () => {
      const { batch, outcomes } = live!();
      expect(allDifferences(batch, outcomes, makeMachine().run(batch))).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the recorded cases', () => {
  it('cover every form, width and operand shape that can be compared', () => {
    const seen = new Set(
      recording.batch.cases.map((test) => `${forms[test.form]!.mnemonic} ${forms[test.form]!.text}`),
    );
    const missing = shapes.filter(({ form }) => !seen.has(`${form.mnemonic} ${form.text}`));
    expect(missing.map(({ form }) => `${form.mnemonic} ${form.text}`)).toEqual([]);
  });

  it('contain completed instructions and every kind of fault', () => {
    const vectors = new Set(recording.outcomes.map((outcome) => outcome.vector));
    expect([...vectors].sort((a, b) => a - b)).toEqual([-1, 0, 6, 12, 13, 14, 19]);
  });

  it('are told apart from wrong results', () => {
    const test = recording.batch.cases[0]!;
    const outcome = recording.outcomes[0]!;
    const registers = outcome.registers.with(3, outcome.registers[3]! ^ 1n);
    expect(differences(test, outcome, { ...outcome, registers })).toHaveLength(1);
    expect(differences(test, outcome, { ...outcome, vector: 14 })).toHaveLength(1);
    expect(differences(test, outcome, { ...outcome, changes: [...outcome.changes, [8, 1n]] })).toHaveLength(1);
  });
});
