import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readExecutable } from '../../src/asm/elf/read.js';
import { HostRoot } from '../../src/cli/host-root.js';
import { Machine } from '../../src/machine/machine.js';
import { readArchive } from '../support/oracle/archive.js';
import { recordStatic, type StaticProgram } from '../support/oracle/record-static.js';

/**
 * Static programs of musl and glibc (test/corpus/static: integer printf, malloc, qsort, string functions, scanf, file reading, libm), compiled at -O0 to
 * -O2, against what they print, write to stderr and return natively (test/support/oracle/record-static.ts). The ELF files of musl are
 * recorded too; those of glibc are built here where gcc can link statically.
 */
const programs = readArchive<StaticProgram>('static-programs');
/** What the programs see as `/`: the folder of their sources. */
const files = new HostRoot(fileURLToPath(new URL('../corpus/static/', import.meta.url)));
const PATIENCE = 60_000;

function run({ name, elf, args, stdin }: StaticProgram, engine: string) {
  const { image, diagnostics } = readExecutable(Buffer.from(elf, 'hex'), name);
  expect(diagnostics).toEqual([]);
  let input = Buffer.from(stdin);
  const written = { 1: '', 2: '' };
  const machine = new Machine(
    { engine, limit: 40_000_000, ram: '16M' },
    {
      write: (stream, bytes) => {
        written[stream] += Buffer.from(bytes).toString();
      },
      read: (_stream, most) => {
        const portion = input.subarray(0, most);
        input = input.subarray(portion.length);
        return portion;
      },
      files,
    },
  );
  machine.load(image!, [name.split('.')[0]!, ...args]);
  const { status } = machine.run();
  return { stdout: written[1], stderr: written[2], status };
}

const expected = ({ stdout, stderr, status }: StaticProgram) => ({ stdout, stderr, status });

/** null: this machine cannot build or run it. */
function withGlibc(name: string): StaticProgram | null {
  try {
    return recordStatic(name, 'glibc', 1);
  } catch {
    return null;
  }
}

describe('static programs', () => {
  it('are recorded: musl at three levels', () => {
    expect(programs.filter(({ name }) => name.includes('.musl-')).length).toBeGreaterThanOrEqual(24);
  });

  for (const name of ['hello', 'heap', 'sort', 'text', 'tree', 'file'])
    it(`${name} of glibc, built here, runs as it does natively`, { timeout: PATIENCE }, (context) => {
      const program = withGlibc(name);
      if (program === null) context.skip('no gcc that links with glibc statically: 1 program not compared');
      else expect(run(program, 'auto')).toEqual(expected(program));
    });

  it.each(programs.map((program) => [program.name, program] as const))(
    '%s runs as it does natively',
    (_, program) => {
      expect(run(program, 'auto')).toEqual(expected(program));
    },
    PATIENCE,
  );

  it.each(
    programs.filter(({ name }) => /^(hello|text|input|file)\.musl-O2/.test(name)).map((p) => [p.name, p] as const),
  )(
    '%s does so on the reference CPU',
    (_, program) => {
      expect(run(program, 'reference')).toEqual(expected(program));
    },
    PATIENCE,
  );
});
