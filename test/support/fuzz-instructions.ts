/**
 * Random byte strings, decoded and executed in a sandbox: `npx tsx test/support/fuzz-instructions.ts [STRINGS] [SEED] [ROUND]`.
 * By default 10,000,000 from seed 1: on the interpreter, every eighth round also on the reference CPU in lock-step. A child does the work; a
 * round that is silent for a minute is a hang. Status 1 at the first exception, hang or difference; ROUND repeats one, comparing all after
 * each string.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Sandbox } from './fuzz-sandbox.js';
import { writtenInstructions } from './fuzz-strings.js';
import { SeededRandom } from './seeded-random.js';

const BATCHES = 16;
const COMPARED_EVERY = 8;
/** Rounds between two lines of figures. */
const TOLD_EVERY = 40;
const PATIENCE = 60_000;
const [strings = 10_000_000, seed = 1, only = -1] = process.argv.slice(2).map(Number);

function work(): void {
  const written = [...writtenInstructions('../../asm-examples/'), ...writtenInstructions('../corpus/')];
  const total = { strings: 0, decoded: 0, steps: 0, traps: 0, compared: 0 };
  for (let round = Math.max(0, only); total.strings < strings; round++) {
    process.send?.(round);
    const exact = only >= 0;
    const sandbox = new Sandbox(
      new SeededRandom(seed * 1_000_003 + round),
      written,
      exact || round % COMPARED_EVERY === 0,
    );
    for (let batch = 0; batch < BATCHES; batch++) {
      const differences = sandbox.batch(exact);
      if (differences.length > 0) throw new Error([`round ${round} of seed ${seed}`, ...differences].join('\n'));
    }
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += sandbox.outcome[name];
    if (exact) break;
    if (round % TOLD_EVERY === TOLD_EVERY - 1) report(total);
  }
  report(total);
}

function report(total: object): void {
  console.log(JSON.stringify({ ...total, seconds: Math.round(performance.now() / 1000) }));
}

function watch(): void {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
  let round = -1;
  let timer = setTimeout(() => {}, 0);
  const hung = () => {
    console.log(`round ${round} of seed ${seed} hangs`);
    child.kill('SIGKILL');
  };
  child.on('message', (message) => {
    round = Number(message);
    clearTimeout(timer);
    timer = setTimeout(hung, PATIENCE);
  });
  child.on('exit', (code) => {
    clearTimeout(timer);
    if (code !== 0) console.log(`in round ${round} of seed ${seed}`);
    process.exitCode = code === 0 ? 0 : 1;
  });
}

if (process.send === undefined) watch();
else work();
