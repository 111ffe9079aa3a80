/**
 * Builds the programs of test/corpus/static with musl, and records what they print natively:
 * `tsx test/support/oracle/record-static.ts` writes test/golden/static-programs.jsonl.br, so that the tests need no C library.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeArchive } from './archive.js';

/** One line of test/golden/static-programs.jsonl.br: a statically linked program, and how it ran. */
export interface StaticProgram {
  /** `sort.musl-O1`. */
  readonly name: string;
  /** The stripped ELF file, in hexadecimal: what repeats between programs then repeats in the archive. */
  readonly elf: string;
  /** Behind the program's name; relative paths start in test/corpus/static. */
  readonly args: readonly string[];
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** What each program is run with; floats and file read what others do not. */
const CASES: Readonly<Record<string, { args?: string[]; stdin?: string }>> = {
  hello: { args: ['reader'] },
  heap: {},
  sort: {},
  text: {},
  tree: { args: ['first', 'second argument'] },
  input: { stdin: '4\n10 20\n-5 7\nsome letters\nand lines\n' },
  floats: {},
  file: { args: ['text.txt'] },
};

const sources = fileURLToPath(new URL('../../corpus/static/', import.meta.url));

/** Builds and runs one program natively. Throws when the compiler or the library is missing. */
export function recordStatic(program: string, library: 'musl' | 'glibc', level: number): StaticProgram {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-static-'));
  try {
    const file = join(folder, 'program');
    const compiler = library === 'musl' ? 'musl-gcc' : 'gcc';
    const flags = ['-static', `-O${level}`, '-w', '-s', '-o', file, `${program}.c`, '-lm'];
    execFileSync(compiler, flags, { cwd: sources, stdio: 'pipe', timeout: 60_000 });
    const { args = [], stdin = '' } = CASES[program]!;
    const run = spawnSync(file, args, {
      argv0: program,
      cwd: sources,
      env: {},
      input: stdin,
      encoding: 'utf8',
      timeout: 10_000,
      killSignal: 'SIGKILL',
    });
    if (run.status === null) throw new Error(`${program} ended by ${run.signal}`);
    const elf = readFileSync(file).toString('hex');
    const { stdout, stderr, status } = run;
    return { name: `${program}.${library}-O${level}`, elf, args, stdin, stdout, stderr, status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('record-static.ts')) {
  const programs = Object.keys(CASES);
  writeArchive(
    'static-programs',
    programs.flatMap((program) => [0, 1, 2].map((level) => recordStatic(program, 'musl', level))),
  );
}
