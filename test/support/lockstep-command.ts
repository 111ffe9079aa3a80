import { runProgram } from './lockstep-run.js';

/**
 * Runs many random programs in lock-step: `npx tsx test/support/lockstep-command.ts [programs] [steps of each] [first seed]`. By default 500
 * programs and 10^8 steps. Ends at the first difference with status 1.
 */
const [programs = 500, steps = 200_000, first = 1] = process.argv.slice(2).map(Number);
const total = { programs: 0, steps: 0, stops: 0, traps: 0 };
for (let seed = first; seed < first + programs; seed++) {
  const outcome = runProgram(seed, steps);
  total.programs++;
  total.steps += outcome.steps;
  total.stops += outcome.stops;
  total.traps += outcome.traps;
  if (outcome.differences.length > 0) {
    console.log(outcome.differences.join('\n'));
    process.exitCode = 1;
    break;
  }
  if (total.programs % 50 === 0) console.log(`${total.programs} programs, ${total.steps} steps`);
}
console.log(JSON.stringify(total));
