import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { examples } from './examples.js';
import { recordCxx, recordMixture } from './link-mixture.js';
import { type LinkRecord, linkWithGnu } from './link-oracle.js';
import { randomLinkProgram } from './link-program.js';

/** Records what as and ld make of the examples, the corpus and random programs: `npx tsx test/support/record-link.ts`. */

const RANDOM_PROGRAMS = 120;
const MIXTURES = 150;
const corpus = new URL('../corpus/', import.meta.url);

const START = '.globl _start\n_start: ';

/** What neither examples nor random programs have. */
const BY_HAND: Readonly<Record<string, string>> = {
  'thread-local': `${START}movq x@gottpoff(%rip), %rax
    addq x@gottpoff(%rip), %r12
    addq x@gottpoff(%rip), %rbx
    movl %fs:x@tpoff, %eax
    .section .tdata,"awT",@progbits
    .long 1
x:  .long 2
    .section .tbss,"awT",@nobits
    .balign 16
    .zero 24`,
  'constructor priorities': `${START}movl $__init_array_start, %eax
    movl $__init_array_end, %eax
    .section .init_array,"aw",@init_array
    .quad 1
    .section .init_array.00500,"aw",@init_array
    .quad 2
    .section .init_array.00020,"aw",@init_array
    .quad 3
    .section .fini_array.7,"aw",@fini_array
    .quad 4`,
  'code around .text': `${START}call first
    .section .fini,"ax"
    ret
    .section .init,"ax"
first: ret
    .section .text.sorted.b,"ax"
    .byte 2
    .section .text.sorted.a,"ax"
    .byte 1`,
  'data only': `${START}movb $1, small
    .data
    .zero 4093
small: .byte 0`,
  'a page of .rodata': `${START}ret
    .section .rodata
    .zero 4095
    .data
    .byte 1`,
  'saves a page': `${START}ret
    .section .rodata
    .zero 0xf80
    .data
    .zero 0x180`,
  'offset table': `${START}leaq _GLOBAL_OFFSET_TABLE_(%rip), %rbx
    movabsq $x@GOTOFF, %rax
    movl $x@SIZE, %eax
    movq x@GOTPCREL(%rip), %rsi
    pushq x@GOTPCREL(%rip)
    .bss
    .type x, @object
    .size x, 12
x:  .zero 12`,
  'narrow fields': `${START}jrcxz near
    .section .text.near,"ax"
near: ret
    .data
    .byte tiny, tiny - 300
    .value tiny - 300, 65535 + tiny - 255
    .globl tiny
    .set tiny, 255`,
};

/** Programs with `_start`, so that ld has an entry. */
export function linkCases(): { name: string; sources: string[] }[] {
  const written = examples().map(({ file, source }) => ({ name: file, sources: [source] }));
  const compiled = readdirSync(corpus)
    .filter((file) => file.endsWith('.s'))
    .map((file) => ({ name: file, sources: [readFileSync(new URL(file, corpus), 'utf8')] }));
  const byHand = Object.entries(BY_HAND).map(([name, source]) => ({ name, sources: [`${source}\n`] }));
  return [...byHand, ...written, ...compiled].filter(({ sources }) => /^\s*\.globl\s+_start\b/m.test(sources[0]!));
}

export function randomCase(seed: number): { name: string; sources: string[] } {
  return { name: `random ${seed}`, sources: randomLinkProgram(seed) };
}

if (process.argv[1]?.endsWith('record-link.ts')) {
  const random = Array.from({ length: RANDOM_PROGRAMS }, (_, seed) => randomCase(seed));
  const records = [...linkCases(), ...random].map(({ name, sources }) => linkWithGnu(name, sources));
  const lines = records
    .filter((record): record is LinkRecord => record !== null)
    .map((record) => JSON.stringify(record));
  writeFileSync(new URL('../golden/link.jsonl.gz', import.meta.url), gzipSync(lines.join('\n'), { level: 9 }));
  const compilers = ['g++', 'clang++'].flatMap((compiler) =>
    ['-O0', '-O2'].flatMap((level) => [recordCxx(compiler, level, '-fno-pie'), recordCxx(compiler, level, '-fPIE')]),
  );
  const randomOnes = Array.from({ length: MIXTURES }, (_, seed) => recordMixture(seed));
  const mixtures = [...randomOnes, ...compilers].map((record) => JSON.stringify(record));
  const target = new URL('../golden/link-mixtures.jsonl.gz', import.meta.url);
  writeFileSync(target, gzipSync(mixtures.join('\n'), { level: 9 }));
  console.log(
    `${mixtures.length} mixtures and ${lines.length} programs recorded, ${records.length - lines.length} refused by ld`,
  );
}
