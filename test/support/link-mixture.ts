import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeArchive, readArchive } from '../../src/asm/elf/archive.js';
import { readObject } from '../../src/asm/elf/read.js';
import type { LinkInput } from '../../src/asm/link/archives.js';
import { inTemporaryFolder } from './gnu-as.js';
import { SeededRandom } from './seeded-random.js';

/*
 * Random command lines for the linker: objects and archives in any order, some twice, with members that nobody needs, weak and common
 * symbols, COMDAT groups and names too long for a header. Some cannot be linked.
 */

/** What stands on a command line, in base64, and what ld made of it; null when it refused. */
export interface MixtureRecord {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly bytes: string }[];
  readonly program: string | null;
}

/** Sources, which of them an archive holds, and the order on the command line. */
interface Mixture {
  readonly sources: readonly string[];
  readonly archives: readonly (readonly number[])[];
  /** Index of a source, or -1 - index of an archive. */
  readonly order: readonly number[];
}

function randomMixture(seed: number): Mixture {
  const random = new SeededRandom(seed);
  const count = 4 + random.below(10);
  const sources = Array.from({ length: count }, (_, i) => moduleSource(random, i, count));
  const homes = sources.map((_, i) => (i === 0 ? 0 : random.below(3)));
  const archives = [1, 2].map((home) => shuffled(random, indices(homes, home))).filter((list) => list.length > 0);
  const libraries = archives.map((_, i) => -1 - i);
  const order = [0, ...shuffled(random, [...indices(homes, 0).slice(1), ...libraries])];
  // Mostly often enough that everything is found.
  if (random.below(5) > 0) for (let i = 0; i < 4; i++) order.push(...libraries);
  return { sources, archives, order };
}

const indices = (homes: readonly number[], home: number) =>
  homes.flatMap((own, index) => (own === home ? [index] : []));

function shuffled<T>(random: SeededRandom, list: readonly T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(random.below(rest.length), 1)[0]!);
}

/** A module with a function, data, sometimes a weak or common symbol, a copy of a group; it calls two others. */
function moduleSource(random: SeededRandom, index: number, count: number): string {
  const lines = [
    '.text',
    `.globl ${index === 0 ? '_start' : `f${index}`}`,
    `${index === 0 ? '_start' : `f${index}`}: nop`,
    ...frames(random, index),
  ];
  const other = () => 1 + random.below(count - 1);
  for (let i = random.below(3); i > 0; i--) lines.push(`call f${other()}`);
  if (random.below(3) === 0) lines.push(...weak(other()));
  if (random.below(4) === 0) lines.push(...common(random.below(3), random.below(3)));
  if (random.below(20) === 0) lines.push('.data', `.globl shared${index % 3}`, `shared${index % 3}: .quad ${index}`);
  if (random.below(5) === 0) lines.push(`.globl w${index}`, `.set w${index}, ${index}`);
  if (random.below(3) === 0) lines.push(...groupOf(random.below(3), index));
  if (random.below(2) === 0) lines.push('.section .rodata.str1.1,"aMS",@progbits,1', `.asciz "module ${index % 4}"`);
  if (random.below(6) === 0) lines.push('.section .tdata,"awT"', `.long ${index}`);
  return `${lines.join('\n')}\n`;
}

/** Unwinding information: none, what all others have too, some that is different, or only the end of the list. */
function frames(random: SeededRandom, index: number): string[] {
  const frame = (instruction: string) => ['.cfi_startproc', 'nop', instruction, 'nop', '.cfi_endproc'];
  const kinds = [
    [],
    [
      '.cfi_sections .eh_frame, .debug_frame',
      ...frame('.cfi_def_cfa_offset 16'),
      ...frame(`.cfi_offset ${index}, -16`),
    ],
    ['.cfi_startproc', `.cfi_undefined ${index % 3}`, 'ret', '.cfi_endproc', ...frame('.cfi_remember_state')],
    ['.cfi_startproc', `.cfi_personality 3, f${1 + (index % 2)}`, '.cfi_lsda 0x1b, .text', 'ret', '.cfi_endproc'],
    ['.cfi_startproc', '.cfi_personality 3, .text', 'ret', '.cfi_endproc'],
    ['.section .eh_frame,"a"', '.long 0', '.text'],
  ];
  return kinds[random.below(kinds.length)]!;
}

const weak = (name: number) => [`.weak w${name}`, `.quad w${name}`];
const common = (name: number, size: number) => [`movl shared${name}, %eax`, `.comm shared${name}, ${4 << size}, 4`];

/** An inline function as a C++ compiler emits it: everybody who calls it has a copy, which may differ in length. */
function groupOf(number: number, index: number): string[] {
  const name = `inline${number}`;
  return [
    `call ${name}`,
    `.section .text.${name},"axG",@progbits,${name},comdat`,
    `.weak ${name}`,
    `${name}:`,
    '.cfi_startproc',
    `.skip ${1 + (index % 3)}, 0x90`,
    '.cfi_def_cfa_offset 16',
    `leaq .Ltable${number}(%rip), %rax`,
    'ret',
    '.cfi_endproc',
    `.section .rodata.${name},"aG",@progbits,${name},comdat`,
    `.Ltable${number}: .quad ${index}, ${name}`,
  ];
}

const memberName = (index: number) =>
  index % 3 === 0 ? `a_name_longer_than_fifteen_characters_${index}.o` : `m${index}.o`;

/** Assembles, archives and links with the GNU tools. */
export function recordMixture(seed: number): MixtureRecord {
  const { sources, archives, order } = randomMixture(seed);
  return inTemporaryFolder((folder) => {
    const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };
    sources.forEach((source, i) => {
      writeFileSync(join(folder, 'source.s'), source);
      execFileSync('as', ['-o', memberName(i), 'source.s'], quiet);
    });
    archives.forEach((members, i) => {
      execFileSync('ar', ['rcD', `lib${i}.a`, ...members.map(memberName)], quiet);
    });
    const names = order.map((entry) => (entry < 0 ? `lib${-1 - entry}.a` : memberName(entry)));
    const linked = spawnSync('ld', ['-o', 'program', ...names], quiet).status === 0;
    const base64 = (name: string) => readFileSync(join(folder, name)).toString('base64');
    const files = names.map((name) => ({ name, bytes: base64(name) }));
    return { name: `mixture ${seed}`, files, program: linked ? base64('program') : null };
  });
}

const INLINE = `template<class T> inline T twice(T x) { static int n; n++; return x + x + n; }
struct A { int v; virtual int get() { return v; } };
inline const char *name() { return "shared"; }
int other(A *);
`;
const CXX = [
  `${INLINE}int all() { A a; a.v = 4; return twice(3) + other(&a) + name()[0]; }
extern "C" void _start() { asm volatile("syscall" :: "a"(60), "D"(all())); __builtin_unreachable(); }
`,
  `${INLINE}int other(A *a) { return twice(a->get()) + (int)twice(2L) + name()[1]; }
`,
];

/** Two C++ files with the same inline functions, templates, static variables and virtual tables, compiled and linked with ld. */
export function recordCxx(compiler: string, ...options: string[]): MixtureRecord {
  const plain = '-fno-exceptions -fno-rtti -ffreestanding -fno-stack-protector'.split(' ');
  return inTemporaryFolder((folder) => {
    const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };
    const names = CXX.map((source, i) => {
      writeFileSync(join(folder, `${i}.cc`), source);
      execFileSync(compiler, [...plain, ...options, '-c', `${i}.cc`], quiet);
      return `${i}.o`;
    });
    execFileSync('ld', ['-o', 'program', ...names], quiet);
    const base64 = (name: string) => readFileSync(join(folder, name)).toString('base64');
    const files = names.map((name) => ({ name, bytes: base64(name) }));
    return { name: [compiler, ...options].join(' '), files, program: base64('program') };
  });
}

/** The files of a record as the linker takes them; a file that stands twice is one archive. */
export function inputsOf(record: MixtureRecord): LinkInput[] {
  const known = new Map<string, LinkInput>();
  return record.files.map(({ name, bytes }) => {
    const input = known.get(name) ?? inputOf(new Uint8Array(Buffer.from(bytes, 'base64')), name);
    known.set(name, input);
    return input;
  });
}

/** One file as the linker takes it. Throws when it cannot be read. */
export function inputOf(bytes: Uint8Array, name: string): LinkInput {
  if (looksLikeArchive(bytes)) {
    const { archive, diagnostics } = readArchive(bytes, name);
    if (archive === null) throw new Error(diagnostics[0]!.message);
    return { kind: 'archive', archive };
  }
  const { object, diagnostics } = readObject(bytes, name);
  if (object === null) throw new Error(diagnostics[0]!.message);
  return { kind: 'object', object };
}
