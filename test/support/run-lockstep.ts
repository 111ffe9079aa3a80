/**
 * The reference CPU against the interpreter in lock-step, at length: `tsx test/support/run-lockstep.ts [STEPS] [SEED] [EACH]`.
 * First 500 random programs of EACH steps (default 20,000), then every example and every program of test/corpus, alone and in pairs, again and again with other
 * slices, TLBs, memories and policies, until STEPS steps (default 100,000,000) are done. Status 1 at the first difference.
 */
import { imageOf, kernelPrograms, runImages } from './lockstep-programs.js';
import { type LockstepOutcome, runProgram } from './lockstep-run.js';
import { SeededRandom } from './seeded-random.js';

const [goal = 100_000_000, seed = 1, each = 20_000] = process.argv.slice(2).map(Number);
const RANDOM_PROGRAMS = 500;
/** A step limit for programs that do not end. */
const MOST = 3_000_000;

const total = { steps: 0, stops: 0, traps: 0, runs: 0 };
const began = performance.now();

function tally(outcome: LockstepOutcome): void {
  total.steps += outcome.steps;
  total.stops += outcome.stops;
  total.traps += outcome.traps;
  total.runs++;
  if (outcome.differences.length === 0) return;
  console.log(outcome.differences.join('\n'));
  process.exit(1);
}

function report(what: string): void {
  const { steps, stops, traps, runs } = total;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `${what}: ${runs} runs, ${steps} steps, ${stops} stops compared, ${traps} exceptions, no difference (${seconds} s)`,
  );
}

for (let i = 0; i < RANDOM_PROGRAMS; i++) tally(runProgram(seed * 1000 + i, each));
report('random programs');
const images = kernelPrograms.map(imageOf);
const random = new SeededRandom(seed);
for (let round = 1; total.steps < goal; round++) {
  for (const image of images) {
    const processes = round % 2 === 1 ? [image] : [image, random.pick(images)];
    tally(runImages(processes, random, MOST));
    if (total.steps >= goal) break;
  }
  report(`round ${round} over ${images.length} programs`);
}
