/**
 * Mutated sources, assembled, linked, and some of them run: `npx tsx test/support/fuzz-sources.ts [TEXTS] [SEED] [FIRST]`. By default
 * 100,000 from seed 1. A child with a heap of 1 GiB does the work; a text that takes a minute is a hang. Each failure, and
 * each text that takes more than two seconds, is printed with its number; status 1 if there is any. FIRST shows that text.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { assembleAnything } from './fuzz-assembly.js';
import { mutatedText, sourceTexts } from './fuzz-texts.js';
import { SeededRandom } from './seeded-random.js';

const PATIENCE = 60_000;
const TOLD_EVERY = 2000;
/** Milliseconds from which a text is worth a line. */
const SLOW = 2000;
const [texts = 100_000, seed = 1, only = -1] = process.argv.slice(2).map(Number);

function attempt(number: number, pool: readonly string[], tally: Record<string, number>): void {
  const random = new SeededRandom(seed * 10_000_019 + number);
  const text = mutatedText(random, pool);
  if (only >= 0) console.log(text);
  const began = performance.now();
  try {
    const outcome = assembleAnything(text, random.chance(0.3));
    tally[outcome] = (tally[outcome] ?? 0) + 1;
  } catch (thrown) {
    tally.failed = (tally.failed ?? 0) + 1;
    console.log(`text ${number} of seed ${seed}: ${thrown instanceof Error ? thrown.stack : thrown}`);
    process.exitCode = 1;
  }
  const took = performance.now() - began;
  if (took > SLOW) console.log(`text ${number} of seed ${seed}: ${took.toFixed(0)} ms`);
}

function work(): void {
  const pool = sourceTexts();
  const tally: Record<string, number> = {};
  const first = Math.max(only, 0);
  for (let number = first; number < (only >= 0 ? only + 1 : texts); number++) {
    if (number % TOLD_EVERY === 0) process.send?.(number);
    attempt(number, pool, tally);
    if (number % TOLD_EVERY === TOLD_EVERY - 1) report(tally);
  }
  report(tally);
}

function report(tally: Record<string, number>): void {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...tally, seconds: Math.round(performance.now() / 1000), mostMemoryMiB: memory }));
}

function watch(): void {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
    execArgv: [...process.execArgv, '--max-old-space-size=1024'],
  });
  let number = 0;
  let timer = setTimeout(() => {}, 0);
  child.on('message', (message) => {
    number = Number(message);
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log(`one of the texts from ${number} of seed ${seed} hangs`);
      child.kill('SIGKILL');
    }, 10 * PATIENCE);
  });
  child.on('exit', (code) => {
    clearTimeout(timer);
    process.exitCode = code === 0 ? 0 : 1;
  });
}

if (process.send === undefined) watch();
else work();
