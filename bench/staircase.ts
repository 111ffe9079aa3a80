import { Machine } from '../src/machine/machine.js';
import { profiles } from '../src/machine/profiles/index.js';
import { capacities, heights, type Step, stair } from '../test/support/staircase.js';

/**
 * Where are the knees of each profile? Cycles of a load when N pages, or N lines, are touched round and round; half of, as many as, a
 * quarter more and twice as many as each level holds. `npm run bench -- staircase [PROFILE]`. Counts are exact; nothing is timed.
 */

const RAM = '256M';
const WIDTH = 60;

/** One bar a height, on a scale of the largest. */
function plot(name: string, step: Step, counts: readonly number[]): void {
  const options = { profile: name, ram: RAM };
  const stairs = counts.map((count) => stair(options, step, count));
  const most = Math.max(...stairs.map(({ access, translation }) => access + translation), 1);
  console.log(`${name}: cycles of a load, ${step} touched (# the line, + its translation)`);
  for (const { count, access, translation } of stairs) {
    const bar = '#'.repeat(Math.round((access / most) * WIDTH)) + '+'.repeat(Math.round((translation / most) * WIDTH));
    const figures = `${access.toFixed(2).padStart(8)} + ${translation.toFixed(2).padStart(7)}`;
    console.log(`${String(count).padStart(9)}  ${figures}  ${bar}`);
  }
  console.log();
}

const chosen = process.argv[2];
for (const name of profiles.keys()) {
  if (chosen !== undefined && chosen !== name) continue;
  const { pages, lines } = capacities(new Machine({ profile: name }));
  plot(name, 'pages', heights(pages, 8));
  if (lines.length > 0) plot(name, 'lines', heights(lines, 64));
}
