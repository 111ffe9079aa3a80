import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assembled } from '../assembler-oracle.js';

/*
 * The C programs of test/corpus/sse in all the ways that they are compiled: gcc and clang, -O0 to -O3, with SSE2 and (those that need no
 * floating point) without, each with one of the other options that change what the compiler writes.
 */

/** One compilation of one program. */
export interface Compilation {
  /** `nbody.gcc-O2`: program, compiler, level; `-nosse` follows where SSE is off. */
  readonly name: string;
  readonly program: string;
  readonly compiler: 'gcc' | 'clang';
  readonly options: readonly string[];
}

/** One line of test/golden/compiled-sources.jsonl.br. */
export interface CompiledSource {
  readonly name: string;
  readonly options: string;
  readonly source: string;
}

/** One line of test/golden/compiled-objects.jsonl.br: what GNU as makes of the source. */
export interface CompiledObject {
  readonly name: string;
  readonly object: Assembled;
}

/** One line of test/golden/compiled-runs.jsonl.br: the native run, and single steps where they were counted. */
export interface CompiledRun {
  readonly name: string;
  readonly stdout: string;
  readonly status: number;
  readonly steps: number | null;
}

const folder = fileURLToPath(new URL('../../corpus/sse/', import.meta.url));
const ALWAYS = ['-ffreestanding', '-nostdlib', '-fno-math-errno', '-ffp-contract=off', '-fno-stack-protector', '-w'];

/** Integer programs: compiled with -mno-sse as well. */
const WITHOUT_FLOATS = new Set(
  'atomics base64 bigmul bitops bytes calendar chacha crc logic longs lz machine memory prng quads words'.split(' '),
);

/** Options taken in turn. Those of position independence replace -fno-pie. */
const TURNS: readonly (readonly string[])[] = [
  [],
  ['-fPIE'],
  ['-fcf-protection'],
  ['-fno-asynchronous-unwind-tables'],
  ['-ffunction-sections', '-fdata-sections'],
  ['-fPIC'],
  ['-funroll-loops'],
  ['-fno-omit-frame-pointer', '-fno-jump-tables'],
  [],
  ['-g'],
  ['-fPIE', '-fcf-protection', '-fno-plt'],
  ['-mno-red-zone', '-fcommon'],
  ['-fverbose-asm'],
  // Estimates of reciprocals differ from processor to processor.
  ['-ffast-math', '-fno-reciprocal-math', '-mno-recip'],
  ['-mcmodel=large'],
];

/** What clang 14 spells otherwise or has not. */
const CLANG: Readonly<Record<string, readonly string[]>> = {
  '-mno-recip': ['-mrecip=none'],
  '-fverbose-asm': ['-fno-integrated-as'],
};

function compilation(
  program: string,
  compiler: 'gcc' | 'clang',
  level: number,
  sse: boolean,
  turn: number,
): Compilation {
  const turned = TURNS[turn % TURNS.length]!.flatMap((option) => (compiler === 'clang' && CLANG[option]) || [option]);
  const position = turned.some((option) => /^-f(PIE|PIC)$/.test(option)) ? [] : ['-fno-pie'];
  const own = compiler === 'clang' ? ['-fno-addrsig'] : [];
  return {
    name: `${program}.${compiler}-O${level}${sse ? '' : '-nosse'}`,
    program,
    compiler,
    options: [`-O${level}`, ...ALWAYS, ...own, ...(sse ? [] : ['-mno-sse']), ...position, ...turned],
  };
}

/** The C programs of test/corpus/sse, without the ending. */
export function programNames(): string[] {
  return readdirSync(folder)
    .flatMap((file) => (file.endsWith('.c') ? [file.slice(0, -2)] : []))
    .sort();
}

/** All compilations, those of a program one after the other. */
export function compilations(): Compilation[] {
  let turn = 0;
  return programNames().flatMap((program, index) => {
    const levels = [0, 1, 2, 3];
    const full = (['gcc', 'clang'] as const).flatMap((compiler) =>
      levels.map((level) => compilation(program, compiler, level, true, turn++)),
    );
    if (!WITHOUT_FLOATS.has(program)) return full;
    const integer = (['gcc', 'clang'] as const).flatMap((compiler, i) =>
      [(index + i) % 4, (index + i + 2) % 4].map((level) => compilation(program, compiler, level, false, turn++)),
    );
    return [...full, ...integer];
  });
}

/** The assembly source that the compiler writes. */
export function compile({ name, program, compiler, options }: Compilation): string {
  const file = join(folder, `${program}.c`);
  const args = ['-S', '-o', '-', ...options, `${program}.c`];
  const run = spawnSync(compiler, args, { cwd: folder, encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`${name} (${file}): ${run.stderr}`);
  return run.stdout;
}
