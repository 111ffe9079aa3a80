import { describe, expect, it } from 'vitest';
import type { Image, Segment } from '../../../src/asm/image.js';
import { imageAreas, startContent } from '../../../src/kernel/loader.js';
import { rightsText, USER_END } from '../../../src/kernel/vm/area.js';
import { canRunNatively, runNatively } from '../../support/native.js';
import { exitWith } from '../../support/program.js';
import { run } from '../../support/run.js';

const image = (segments: Partial<Segment>[]): Image => ({
  name: 'image',
  entry: 0x40_1000n,
  segments: segments.map((segment) => ({
    name: '.text',
    address: 0x40_1000n,
    bytes: new Uint8Array(0),
    memoryBytes: segment.bytes?.length ?? 0,
    read: true,
    write: false,
    execute: false,
    ...segment,
  })),
  symbols: [],
  lines: [],
  sections: [],
});

const areasOf = (segments: Partial<Segment>[]) =>
  imageAreas(image(segments)).map(({ start, end, rights, kind }) => [start, end, rightsText(rights), kind]);

describe('areas of an image', () => {
  const bytes = (count: number) => new Uint8Array(count).fill(1);

  it('are its segments, to whole pages', () => {
    const text = { address: 0x40_1000n, bytes: bytes(5000), execute: true };
    const rodata = { address: 0x40_3000n, bytes: bytes(1) };
    expect(areasOf([rodata, text])).toEqual([
      [0x40_1000, 0x40_3000, 'r-x', 'text'],
      [0x40_3000, 0x40_4000, 'r--', 'rodata'],
    ]);
  });

  it('separate what is behind the bytes of a segment from the rest', () => {
    const data = { address: 0x40_3010n, bytes: bytes(16), memoryBytes: 0x3000, write: true };
    expect(areasOf([data])).toEqual([
      [0x40_3000, 0x40_4000, 'rw-', 'data'],
      [0x40_4000, 0x40_7000, 'rw-', 'bss'],
    ]);
  });

  it('give a page that two segments share to the first, with the rights of both', () => {
    const data = { address: 0x40_3000n, bytes: bytes(0x1010), write: true };
    const bss = { name: '.bss', address: 0x40_4010n, memoryBytes: 0x2000, write: true };
    expect(areasOf([data, bss])).toEqual([
      [0x40_3000, 0x40_5000, 'rw-', 'data'],
      [0x40_5000, 0x40_7000, 'rw-', 'bss'],
    ]);
    const text = { address: 0x40_1000n, bytes: bytes(0x1004), execute: true };
    const near = { address: 0x40_2008n, bytes: bytes(8), write: true };
    expect(areasOf([text, near])).toEqual([
      [0x40_1000, 0x40_2000, 'r-x', 'text'],
      [0x40_2000, 0x40_3000, 'rwx', 'text'],
    ]);
  });
});

describe('the first stack', () => {
  const random = new Uint8Array(16).fill(7);

  it.each([
    [['a'], []],
    [
      ['program', 'one', 'two'],
      ['HOME=/', 'EMPTY='],
    ],
    [[], []],
  ])('has argc, argv, envp and the auxiliary vector: %j %j', (argv: string[], envp: string[]) => {
    const { rsp, bytes } = startContent(image([{}]), argv, envp, random);
    const view = new DataView(bytes.buffer);
    const word = (i: number) => Number(view.getBigUint64(8 * i, true));
    const text = (address: number) => {
      const from = address - rsp;
      return new TextDecoder().decode(bytes.subarray(from, bytes.indexOf(0, from)));
    };
    expect(rsp % 16).toBe(0);
    expect(rsp + bytes.length).toBe(USER_END);
    expect(word(0)).toBe(argv.length);
    expect(argv.map((_, i) => text(word(1 + i)))).toEqual(argv);
    expect(word(1 + argv.length)).toBe(0);
    const environment = 2 + argv.length;
    expect(envp.map((_, i) => text(word(environment + i)))).toEqual(envp);
    let at = environment + envp.length + 1;
    const vector = new Map<number, number>();
    for (; word(at) !== 0; at += 2) vector.set(word(at), word(at + 1));
    expect([vector.get(6), vector.get(9), vector.get(23)]).toEqual([4096, 0x40_1000, 0]);
    expect(text(vector.get(15)!)).toBe('x86_64');
    expect(text(vector.get(31)!)).toBe(argv[0] ?? 'image');
    const randomAt = vector.get(25)! - rsp;
    expect(bytes.subarray(randomAt, randomAt + 16)).toEqual(random);
  });
});

/** Exits with a bit for everything that is not as it should be: a register, the flags, the alignment, argc. */
const inspector = `
        .globl  _start
        .text
_start: pushfq
        popq    check_flags(%rip)
        ${['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'].map((name) => `orq %${name}, zero(%rip)`).join('\n')}
        xorl    %edi, %edi
        cmpq    $0, zero(%rip)
        je      1f
        orl     $1, %edi
1:      cmpq    $0x202, check_flags(%rip)
        je      2f
        orl     $2, %edi
2:      testq   $15, %rsp
        jz      3f
        orl     $4, %edi
3:      cmpq    $1, (%rsp)
        je      4f
        orl     $8, %edi
4:      cmpq    $0, 16(%rsp)
        je      5f
        orl     $16, %edi
5:      movl    $60, %eax
        syscall
        .bss
zero:   .skip   8
check_flags: .skip 8
`;

describe('the first registers', () => {
  it('are zero but for rsp, flags 0x202, as Linux leaves them', () => {
    expect(run(inspector).status).toBe(0);
  });

  const native = canRunNatively();
  if (!native)
    console.warn('skipped: 1 start of a process is not compared with Linux (x86-64 Linux, as and ld needed)');
  it.skipIf(!native)('the same program finds the same on this Linux', () => {
    expect(runNatively(inspector).status).toBe(0);
  });

  it('arguments reach the program', () => {
    const source = `.globl _start\n_start: movq (%rsp), %rdi\n movq 16(%rsp), %rax\n movzbl (%rax), %eax\n addl %eax, %edi\n movl $60, %eax\n syscall`;
    expect(run(source, { argv: ['name', 'A', 'b'] }).status).toBe(3 + 65);
    expect(run(`.globl _start\n_start: ${exitWith(4)}`).status).toBe(4);
  });
});
