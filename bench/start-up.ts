import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * How long does the command take to start? Whole processes, from spawn to exit, against `node -e 0` in the same run, turn and turn
 * about, so that a busy machine slows both. Build first: `npm run build && npx tsx bench/start-up.ts [rounds]`.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const command = root + JSON.parse(readFileSync(`${root}package.json`, 'utf8')).bin.pagewalk;
const hello = `${root}asm-examples/02-hello.s`;
/** The goal for `run hello`, as a multiple of `node -e 0`. */
const GOAL = 2.5;

const subjects: readonly { name: string; args: readonly string[] }[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'pagewalk --version', args: [command, '--version'] },
  { name: 'pagewalk run 02-hello.s', args: [command, 'run', hello] },
  { name: 'pagewalk run 02-hello.s --stats', args: [command, 'run', hello, '--stats'] },
  { name: 'pagewalk count 01-lecture.s', args: [command, 'count', `${root}asm-examples/01-lecture.s`] },
];

/** Milliseconds of one process. */
function once(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

if (!existsSync(command)) throw new Error('dist/ is missing: run npm run build first');
const rounds = Number(process.argv[2] ?? 25);
const times = subjects.map(() => [] as number[]);
for (let round = 0; round < rounds; round++) {
  subjects.forEach(({ args }, i) => {
    times[i]!.push(once(args));
  });
}
const base = { median: median(times[0]!), least: Math.min(...times[0]!) };
console.log(`${'process'.padEnd(34)}   median     least   ratio of medians, of least times`);
subjects.forEach(({ name }, i) => {
  const middle = median(times[i]!);
  const least = Math.min(...times[i]!);
  const ratios = `${(middle / base.median).toFixed(2)}  ${(least / base.least).toFixed(2)}`;
  console.log(`${name.padEnd(34)} ${middle.toFixed(1).padStart(6)} ms ${least.toFixed(1).padStart(6)} ms   ${ratios}`);
});
const ratio = median(times[2]!) / base.median;
console.log(
  `run hello: ${ratio.toFixed(2)} times node -e 0; the goal is at most ${GOAL}: ${ratio <= GOAL ? 'met' : 'missed'}`,
);
