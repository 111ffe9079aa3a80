import { describe, expect, test } from 'vitest';
import { parseMmu } from '../../src/cli/mmu-option.js';
import { readImage } from '../../src/cli/sources.js';
import { engines } from '../../src/machine/engines.js';
import type { Machine } from '../../src/machine/machine.js';
import { placementOf } from '../../src/machine/placement.js';
import { countTable, unbalanced } from '../../src/observe/count-table.js';
import { violations } from '../../src/observe/ledger.js';
import { Receipts } from '../../src/observe/receipts.js';
import { type Example, examples, examplesFolder, unknownFields } from '../support/examples.js';
import { type Outcome, runGuest } from '../support/guest.js';
import { canRunNatively, hasGcc, runNatively } from '../support/native-source.js';

const all = examples();
const engineNames = [...engines.keys()].filter((name) => name !== 'auto');

/** Options in the form of the command line, `--tlb none --ram 1M`, as commander names them. */
function optionsOf(example: Example): Record<string, string> {
  const raw: Record<string, string> = {};
  for (let i = 0; i < example.options.length; i += 2)
    raw[example.options[i]!.slice(2).replace(/-(\w)/g, (_, letter) => letter.toUpperCase())] = example.options[i + 1]!;
  return raw;
}

async function runExample(example: Example, engine: string, prepare?: (machine: Machine) => void): Promise<Outcome> {
  const files = [example.path, ...(example.with === null ? [] : [`${examplesFolder}${example.with}`])];
  const options = { ...optionsOf(example), engine };
  const place = placementOf(parseMmu(optionsOf(example)));
  const images = await Promise.all(files.map((path) => readImage(path, place)));
  return runGuest(images, { options, stdin: example.stdin, args: example.args, ...(prepare && { prepare }) });
}

describe('the examples', () => {
  test('there are enough of them, and their headers are understood', () => {
    expect(all.length).toBeGreaterThanOrEqual(14);
    expect(all.flatMap(unknownFields)).toEqual([]);
  });
});

/** Every example ran once on every engine; what the engines counted is compared at the end. */
const counted = new Map<string, Outcome['counters'][]>();

describe.each(engineNames)('on the %s engine', (engine) => {
  test.each(all)('$file', async (example) => {
    const outcome = await runExample(example, engine);
    counted.set(example.file, [...(counted.get(example.file) ?? []), outcome.counters]);
    expect(outcome.stdout).toBe(example.prints);
    expect(outcome.stderr).toBe('');
    expect(outcome.status).toBe(example.status);
    expect(outcome.counters).toMatchObject(example.counts);
    for (const words of example.explains) expect(outcome.explanation).toContain(words);
    expect(violations(outcome.counters, outcome.machine.cpu.repeating)).toEqual([]);
  });
});

test('all engines count the same', () => {
  expect(counted.size).toBe(all.length);
  for (const [file, [first, ...others]] of counted) {
    expect(others.length, file).toBe(engineNames.length - 1);
    for (const other of others) expect(other, file).toEqual(first);
  }
});

describe('the table of references', () => {
  test.each(all.filter((example) => example.with === null))('$file adds up', async (example) => {
    let receipts: Receipts | null = null;
    const outcome = await runExample(example, 'reference', (machine) => {
      receipts = new Receipts(machine.memory, machine.config.costs);
      machine.probe = receipts;
    });
    const books = receipts as unknown as Receipts;
    expect(books.violations()).toEqual([]);
    const image = await readImage(example.path);
    const table = countTable(books.totals(), books.withoutInstruction(), outcome.counters, image);
    expect(unbalanced(table)).toEqual([]);
    expect(table.program).toMatchObject(example.references);
  });
});

describe('natively', () => {
  const linux = all.filter(({ linux }) => linux === 'yes' || (linux === 'gcc' && hasGcc));
  if (!canRunNatively) console.warn(`skipped: ${linux.length} examples natively (needs x86-64 Linux, as, ld)`);

  test.skipIf(!canRunNatively).each(linux)('$file', ({ source, stdin, args, linux, with: second, prints, status }) => {
    const outcome = runNatively(source, { stdin, args, gcc: linux === 'gcc' });
    expect(outcome.status).toBe(status);
    // Of two programs that run at once, Linux chooses the order: here only what the first one prints.
    if (second === null) expect(outcome.stdout).toBe(prints);
    else expect(prints).toContain(outcome.stdout);
  });
});
