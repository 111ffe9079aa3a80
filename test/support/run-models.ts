/**
 * TLBs and caches of random configurations against the model of trace-model.ts over whole programs: `tsx test/support/run-models.ts
 * [CONFIGURATIONS] [SEED] [STEPS]`. Each of the programs of trace-programs.ts runs on a machine of each configuration (default 200) for at most
 * STEPS steps (default 30,000), and its counters must be those of the model to the unit. Status 1 if one is not.
 */
import { SeededRandom } from './seeded-random.js';
import { MODELLED, randomTraced, Traces, tracedPrograms } from './trace-programs.js';

const [count = 200, seed = 1, steps = 30_000] = process.argv.slice(2).map(Number);
const random = new SeededRandom(seed);
const configs = Array.from({ length: count }, () => randomTraced(random));
const began = performance.now();
let runs = 0;
let wrong = 0;
let lookups = 0;
for (const program of tracedPrograms) {
  const traces = new Traces(program, steps);
  for (const config of configs) {
    const { differences } = traces.compare(config);
    runs++;
    lookups += traces.lookups;
    if (differences.length === 0) continue;
    wrong++;
    console.log(`${program.files.join(' ')} ${JSON.stringify(config)}\n  ${differences.join('\n  ')}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${program.files.join(' ')}: ${traces.lookups} lookups, ${count} configurations (${seconds} s)`);
}
console.log(
  `${count} configurations x ${tracedPrograms.length} programs: ${runs} runs, ${lookups} lookups, ${MODELLED.length} counters each, ${wrong} runs differ`,
);
process.exitCode = wrong === 0 ? 0 : 1;
