import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linkCorpus, ownTrace } from '../support/oracle/own-trace.js';
import type { RecordedTrace } from '../support/oracle/reference-trace.js';

/**
 * Every fetch, load and store of compiled programs, address by address, against what QEMU and valgrind's lackey saw of the same files
 * (test/support/oracle/record-traces.ts).
 */
const recorded: Record<string, RecordedTrace> = JSON.parse(
  readFileSync(new URL('../golden/traces.json', import.meta.url), 'utf8'),
);
/** The reference CPU runs those that are short enough for it. */
const MOST_FETCHES = 130_000;
const short = Object.entries(recorded).filter(([, { fetches }]) => fetches < MOST_FETCHES);

describe('the references of compiled programs', () => {
  it('are recorded from two tools that agree, but for what valgrind does in its own way', () => {
    const alone = Object.entries(recorded).filter(([, { sameInLackey }]) => !sameInLackey);
    expect(Object.keys(recorded).length).toBe(42);
    expect(alone.map(([name]) => name)).toEqual([
      ...['calculator-O1.s', 'calculator-O2.s', 'list-O0.s', 'list-O1.s', 'list-O2.s', 'strings-O2.s'],
    ]);
    expect(short.length).toBeGreaterThanOrEqual(24);
  });

  it.each(short)('%s: the same addresses and sizes in the same order', (name, { sameInLackey: _, ...expected }) => {
    expect(ownTrace(linkCorpus(name))).toEqual(expected);
  });
});
