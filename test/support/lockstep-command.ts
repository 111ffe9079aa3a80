import { compareMachines, kernelPrograms } from './lockstep-machines.js';
import { runProgram } from './lockstep-run.js';

/**
 * The long form of the lock-step tests: `npx tsx test/support/lockstep-command.ts [programs] [steps of each] [first seed]` runs random
 * programs, by default 500 of 200,000 steps; `... kernel [steps of each] [first seed]` all examples and the corpus under the
 * kernel, by default 2,000,000 steps. Ends at the first difference with status 1.
 */
const total = { programs: 0, steps: 0 };

function account(outcome: { steps: number; differences: readonly string[] }): boolean {
  total.programs++;
  total.steps += outcome.steps;
  if (total.programs % 50 === 0) console.log(JSON.stringify(total));
  if (outcome.differences.length === 0) return true;
  console.log(outcome.differences.join('\n'));
  process.exitCode = 1;
  return false;
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'kernel') {
  const [steps = 2_000_000, seed = 1] = rest.map(Number);
  kernelPrograms.every((file, index) => account(compareMachines(file, seed + index, steps)));
} else {
  const [programs = 500, steps = 200_000, seed = 1] = process.argv.slice(2).map(Number);
  for (let index = 0; index < programs; index++) if (!account(runProgram(seed + index, steps))) break;
}
console.log(JSON.stringify(total));
