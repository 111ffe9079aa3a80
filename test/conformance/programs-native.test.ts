import { describe, expect, it } from 'vitest';
import { programNames } from '../support/oracle/compile-corpus.js';
import { recordedRuns, runHere } from '../support/oracle/run-compiled.js';

/**
 * The compilations of test/corpus/sse, assembled, linked and run here, against what the processor printed and returned when it ran what
 * as and ld make of them, and how many steps ptrace counted (test/support/oracle/record-compiled.ts).
 */

/** Of the compilations of a program gcc's -O2 runs, and every third, other ones with each program. */
const EVERY = 3;
/** The reference CPU runs what is this short. */
const REFERENCE_STEPS = 12_000;

/** Time of a test on a slow machine, in milliseconds. */
const PATIENCE = 60_000;

const programs = programNames();
const runsOf = (program: string) => recordedRuns.filter(({ name }) => name.startsWith(`${program}.`));

describe('compiled C', () => {
  it('has a native run of every program, which ended by itself', () => {
    expect(new Set(recordedRuns.map(({ name }) => name.split('.')[0]))).toEqual(new Set(programNames()));
    expect(recordedRuns.filter(({ status, stdout }) => status >= 128 || stdout === '')).toEqual([]);
  });

  it.each(programs)(
    '%s runs as it does natively',
    (program) => {
      const turn = programs.indexOf(program);
      const own = runsOf(program).filter(({ name }, i) => (i + turn) % EVERY === 0 || name.endsWith('gcc-O2'));
      expect(own.length).toBeGreaterThanOrEqual(2);
      for (const recorded of own) expect(runHere(recorded, 'auto')).toEqual(recorded);
    },
    PATIENCE,
  );

  const short = recordedRuns.filter(({ steps }) => steps !== null && steps < REFERENCE_STEPS);

  it(
    `does so on the reference CPU: ${short.length} short runs`,
    () => {
      expect(short.length).toBeGreaterThan(10);
      for (const recorded of short) expect(runHere(recorded, 'reference')).toEqual(recorded);
    },
    PATIENCE,
  );
});
