import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { explanation } from '../../src/cli/explanation.js';
import { Log } from '../../src/cli/log.js';
import { parseSize } from '../../src/cli/quantities.js';
import { type RunOptions, runOptions } from '../../src/cli/run-options.js';
import { type Death, loadedMachine, machineOptions, watch } from '../../src/cli/session.js';
import { readImage } from '../../src/cli/sources.js';
import { engines } from '../../src/machine/engines.js';
import type { Machine } from '../../src/machine/machine.js';
import { countTable, unbalanced } from '../../src/observe/count-table.js';
import type { Counters } from '../../src/observe/counters.js';
import { violations } from '../../src/observe/ledger.js';
import { Receipts } from '../../src/observe/receipts.js';
import { type Example, examples, examplesFolder, unknownFields } from '../support/examples.js';

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  readonly counters: Counters;
  readonly explanation: string;
  readonly machine: Machine;
}

const all = examples();
const engineNames = [...engines.keys()].filter((name) => name !== 'auto');

/** Options in the form of the command line: `--tlb none --ram 1M`. */
function optionsOf(example: Example, engine: string): RunOptions {
  const raw: Record<string, string> = { engine };
  for (let i = 0; i < example.options.length; i += 2)
    raw[example.options[i]!.slice(2).replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = example.options[i + 1]!;
  return runOptions(raw);
}

/** Runs an example as `pagewalk run` does, with its streams in strings. */
async function runExample(
  example: Example,
  engine: string,
  prepare: (machine: Machine) => void = () => {},
): Promise<Outcome> {
  const options = optionsOf(example, engine);
  const files = [example.path, ...(example.with === null ? [] : [`${examplesFolder}${example.with}`])];
  const images = await Promise.all(files.map(readImage));
  const written = { 1: '', 2: '' };
  let input = Buffer.from(example.stdin);
  const host = {
    write: (stream: 1 | 2, bytes: Uint8Array) => {
      written[stream] += Buffer.from(bytes).toString('latin1');
    },
    read: (_: 0, most: number) => {
      const portion = input.subarray(0, most);
      input = input.subarray(portion.length);
      return portion;
    },
  };
  const settings = machineOptions(options, options.swap === null ? null : parseSize(options.swap, '--swap'));
  const deaths = new Map<number, Death>();
  const machine = loadedMachine(settings, host, images, example.args, (machine) => {
    watch(machine, deaths, new Log('silent'));
    prepare(machine);
  });
  const result = machine.run();
  const past = { options: settings, images, guestArguments: example.args, input: [Buffer.from(example.stdin)] };
  const told = [...deaths.values()].map((death) => explanation(death, images[0]!, machine.config.stackLimit, past));
  return {
    stdout: written[1],
    stderr: written[2],
    status: result.status,
    counters: result.counters,
    explanation: told.join('').replace(/\s+/g, ' '),
    machine,
  };
}

describe('the examples', () => {
  test('there are enough of them, and their headers are understood', () => {
    expect(all.length).toBeGreaterThanOrEqual(14);
    expect(all.flatMap(unknownFields)).toEqual([]);
  });
});

describe.each(engineNames)('on the %s engine', (engine) => {
  test.each(all)('$file', async (example) => {
    const outcome = await runExample(example, engine);
    expect(outcome.stdout).toBe(example.prints);
    expect(outcome.stderr).toBe('');
    expect(outcome.status).toBe(example.status);
    expect(outcome.counters).toMatchObject(example.counts);
    for (const words of example.explains) expect(outcome.explanation).toContain(words);
    expect(violations(outcome.counters, outcome.machine.cpu.repeating)).toEqual([]);
  });
});

test.skipIf(engineNames.length < 2).each(all)('$file: equal counters on all engines', async (example) => {
  const outcomes = await Promise.all(engineNames.map((engine) => runExample(example, engine)));
  const [first, ...others] = outcomes.map(({ counters }) => counters);
  for (const other of others) expect(other).toEqual(first);
});

describe('the table of references', () => {
  test.each(all.filter((example) => example.with === null))('$file adds up', async (example) => {
    let receipts: Receipts | null = null;
    const outcome = await runExample(example, 'reference', (machine) => {
      receipts = new Receipts(machine.memory, machine.config.profile.costs);
      machine.probe = receipts;
    });
    const books = receipts as unknown as Receipts;
    expect(books.violations()).toEqual([]);
    const table = countTable(
      books.totals(),
      books.withoutInstruction(),
      outcome.counters,
      await readImage(example.path),
    );
    expect(unbalanced(table)).toEqual([]);
    expect(table.program).toMatchObject(example.references);
  });
});

describe('natively', () => {
  const has = (tool: string) => spawnSync(tool, ['--version']).status === 0;
  const native = process.platform === 'linux' && process.arch === 'x64' && has('as') && has('ld');
  const linux = all.filter((example) => example.linux === 'yes' || (example.linux === 'gcc' && has('gcc')));
  if (!native) console.warn(`skipped: ${linux.length} examples natively (needs x86-64 Linux, as, ld)`);
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-examples-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.skipIf(!native).each(linux)('$file', (example) => {
    const programs = [example.path, ...(example.with === null ? [] : [`${examplesFolder}${example.with}`])];
    const runs = programs.map((path, i) => {
      const program = join(folder, `${example.file}.${i}`);
      build(path, program, example.linux);
      return spawnSync(program, [...example.args], { input: example.stdin, argv0: 'program' });
    });
    const stdout = runs.map((one) => one.stdout.toString('latin1')).join('');
    if (runs.length === 1) expect(stdout).toBe(example.prints);
    else expect(stdout.split('\n').sort()).toEqual(example.prints.split('\n').sort());
    expect(statusOf(runs[0]!)).toBe(example.status);
  });

  function build(source: string, program: string, how: Example['linux']): void {
    const object = `${program}.o`;
    const commands =
      how === 'gcc'
        ? [['gcc', '-no-pie', '-o', program, source]]
        : [
            ['as', '-o', object, source],
            ['ld', '-o', program, object],
          ];
    for (const [tool, ...args] of commands) expect(spawnSync(tool!, args).status).toBe(0);
  }

  function statusOf({ status, signal }: { status: number | null; signal: NodeJS.Signals | null }): number {
    const numbers: Record<string, number> = { SIGILL: 4, SIGTRAP: 5, SIGBUS: 7, SIGFPE: 8, SIGSEGV: 11 };
    return signal === null ? status! : 128 + numbers[signal]!;
  }
});
