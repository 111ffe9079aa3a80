import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readExecutable } from '../src/asm/elf/read.js';
import { Machine } from '../src/machine/machine.js';

/**
 * How many instructions a second does the interpreter execute, with all counting on and the default TLB? Against the native program and
 * `valgrind --tool=lackey --basic-counts=yes`, turn and turn about, by CPU time. `npm run bench -- interpreter 5` takes five rounds.
 * Needs gcc; without valgrind its column is empty.
 */

const FLAGS = '-static -nostdlib -ffreestanding -fno-stack-protector -fcf-protection=none -fno-pie -no-pie'.split(' ');

/** Programs that are summed up together, and gcc's flags for them. _start is a function of C: its stack is not aligned as it expects. */
interface Group {
  readonly title: string;
  readonly flags: readonly string[];
  readonly programs: readonly string[];
}
const GROUPS: readonly Group[] = [
  { title: 'integer', flags: ['-O1', '-mno-sse'], programs: ['sieve', 'sha256', 'quicksort', 'matmul'] },
  { title: 'SSE', flags: ['-O3', '-mstackrealign'], programs: ['nbody', 'dmatmul', 'saxpy'] },
];
const source = fileURLToPath(new URL('./programs/', import.meta.url));

interface Measurement {
  steps: number;
  readonly interpreter: number[];
  readonly native: number[];
  readonly lackey: number[];
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const geometricMean = (values: readonly number[]) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** Seconds of CPU time of a child process. */
function childTime(run: () => number | null, expected: number, what: string): number {
  const before = childCpu();
  const status = run();
  if (status !== expected) throw new Error(`${what} ended with ${status} and not with ${expected}`);
  return childCpu() - before;
}

/** CPU seconds of all children so far, from /proc/self/stat: cutime and cstime in clock ticks. */
function childCpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Runs the program once in a fresh machine: steps, CPU seconds, exit status. */
function interpret(name: string, bytes: Uint8Array) {
  const { image } = readExecutable(bytes, name);
  const machine = new Machine({ engine: 'interpreter' });
  machine.load(image!);
  const before = process.cpuUsage();
  const { status } = machine.run();
  const { user, system } = process.cpuUsage(before);
  return { steps: machine.steps, seconds: (user + system) / 1e6, status };
}

/** Repeats a native program until it has run long enough to be measured in ticks. */
function native(file: string, status: number): number {
  let runs = 0;
  let seconds = 0;
  while (seconds < 0.5) {
    seconds += childTime(() => spawnSync(file).status, status, file);
    runs++;
  }
  return seconds / runs;
}

const hasValgrind = spawnSync('valgrind', ['--version']).status === 0;

function measure(folder: string, rounds: number): Map<string, Measurement> {
  const results = new Map<string, Measurement>();
  for (let round = 0; round < rounds; round++) {
    for (const name of GROUPS.flatMap(({ programs }) => programs)) {
      const file = join(folder, name);
      const measurement = results.get(name) ?? { steps: 0, interpreter: [], native: [], lackey: [] };
      results.set(name, measurement);
      const { steps, seconds, status } = interpret(name, readFileSync(file));
      measurement.steps = steps;
      measurement.interpreter.push(seconds);
      measurement.native.push(native(file, status));
      if (!hasValgrind) continue;
      const lackey = () => spawnSync('valgrind', ['--tool=lackey', '--basic-counts=yes', file]).status;
      measurement.lackey.push(childTime(lackey, status, 'lackey'));
    }
  }
  return results;
}

function main(): void {
  if (spawnSync('gcc', ['--version']).status !== 0 || !existsSync('/proc/self/stat')) {
    console.error('this benchmark needs gcc and Linux');
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-bench-'));
  try {
    for (const { flags, programs } of GROUPS) for (const name of programs) compile(name, join(folder, name), flags);
    report(measure(folder, Number(process.argv[2] ?? 3)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(name: string, output: string, flags: readonly string[]): void {
  const { status, stderr } = spawnSync('gcc', [...flags, ...FLAGS, '-o', output, `${source}${name}.c`]);
  if (status !== 0) throw new Error(stderr.toString());
}

function report(results: ReadonlyMap<string, Measurement>): void {
  const columns = ['program', 'instructions', 'M/s', 'first run', 'native M/s', 'lackey M/s', 'x lackey', 'of native'];
  console.log(columns.map((title) => title.padStart(13)).join(''));
  for (const group of GROUPS) reportGroup(group, results);
}

function reportGroup({ title, programs }: Group, results: ReadonlyMap<string, Measurement>): void {
  const rates: number[][] = [[], [], []];
  for (const name of programs) {
    const { steps, interpreter, native: alone, lackey } = results.get(name)!;
    const rate = (seconds: number) => steps / seconds / 1e6;
    const [ours, theirs, other] = [rate(median(interpreter)), rate(median(alone)), rate(median(lackey))];
    [ours, theirs, other].forEach((value, index) => void rates[index]!.push(value));
    row(name, steps, ours, rate(interpreter[0]!), theirs, other);
  }
  const [ours, theirs, other] = rates.map(geometricMean) as [number, number, number];
  row(title, Number.NaN, ours, Number.NaN, theirs, other);
}

function row(name: string, steps: number, ours: number, first: number, theirs: number, other: number): void {
  const number = (value: number, digits = 0) => (Number.isNaN(value) ? '-' : value.toFixed(digits));
  const cells = [name, number(steps), number(ours), number(first), number(theirs), number(other)];
  cells.push(number(ours / other, 2), Number.isNaN(ours / theirs) ? '-' : `1/${number(theirs / ours, 1)}`);
  console.log(cells.map((cell) => cell.padStart(13)).join(''));
}

main();
