/**
 * The reference CPU against the interpreter in lock-step, at length: `tsx test/support/run-lockstep.ts [STEPS] [SEED] [MOST]`.
 * First 500 random programs in worlds of any design, TLB and caches, then every example and every program of test/corpus, alone and in pairs, again and again,
 * each time in a machine of another design, TLB, caches, profile, policy and memory and for at most MOST steps (default 300,000), until STEPS steps
 * (default 100,000,000) are done. Status 1 at the first difference.
 */
import { runRandomCode } from './lockstep-code.js';
import { kernelPrograms, runFiles } from './lockstep-programs.js';
import type { LockstepOutcome } from './lockstep-run.js';
import { randomMachine } from './random-machine.js';
import { SeededRandom } from './seeded-random.js';

const [goal = 100_000_000, seed = 1, most = 300_000] = process.argv.slice(2).map(Number);
const RANDOM_PROGRAMS = 500;
const RANDOM_STEPS = 20_000;

interface Total {
  runs: number;
  steps: number;
  traps: number;
  misfits: number;
  seconds: number;
}

const total = { steps: 0, stops: 0 };
const byKind = new Map<string, Total>();
const began = performance.now();

function tally(kind: string, outcome: LockstepOutcome | null, since: number): void {
  const row = byKind.get(kind) ?? { runs: 0, steps: 0, traps: 0, misfits: 0, seconds: 0 };
  byKind.set(kind, row);
  if (outcome === null) {
    row.misfits++;
    return;
  }
  row.runs++;
  row.steps += outcome.steps;
  row.traps += outcome.traps;
  row.seconds += (performance.now() - since) / 1000;
  total.steps += outcome.steps;
  total.stops += outcome.stops;
  if (outcome.differences.length === 0) return;
  console.log(outcome.differences.join('\n'));
  process.exit(1);
}

function report(what: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${what}: ${total.steps} steps, ${total.stops} stops compared, no difference (${seconds} s)`);
}

const random = new SeededRandom(seed);
for (let i = 0; i < RANDOM_PROGRAMS && total.steps < goal; i++) {
  const since = performance.now();
  tally('random code', runRandomCode(random, seed * 1000 + i, RANDOM_STEPS), since);
  if (i % 100 === 99) report(`${i + 1} random programs`);
}
for (let round = 1; total.steps < goal; round++) {
  for (const file of kernelPrograms) {
    const files = round % 3 === 0 ? [file, random.pick(kernelPrograms)] : [file];
    const options = randomMachine(random);
    const since = performance.now();
    const { kind } = options.mmu!;
    tally(kind, runFiles(files, options, random, most), since);
    if (total.steps >= goal) break;
  }
  report(`round ${round} over ${kernelPrograms.length} programs`);
}
for (const [kind, { runs, steps, traps, misfits, seconds }] of byKind)
  console.log(
    `${kind}: ${runs} runs, ${steps} steps, ${traps} exceptions, ${misfits} programs that did not fit, ${seconds.toFixed(0)} s`,
  );
