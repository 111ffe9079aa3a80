import { describe, expect, it } from 'vitest';
import { FileSystem, MOST_FILE_BYTES } from '../../../src/kernel/files/file-system.js';
import type { FileNode } from '../../../src/kernel/files/node.js';
import { resolve } from '../../../src/kernel/files/paths.js';
import { exitWith } from '../../support/program.js';
import { run } from '../../support/run.js';

const registers = ['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9'];
const call = (number: number, ...args: (string | number)[]) =>
  `${args
    .map((argument, i) => ` movq ${typeof argument === 'number' ? '$' : ''}${argument}, %${registers[i]}\n`)
    .join('')} movl $${number}, %eax\n syscall\n`;

const tree = () =>
  new FileSystem(
    null,
    () => [],
    () => 5,
  );
const text = (value: string) => Buffer.from(value);

describe('files in memory', () => {
  it('come back as they were when a snapshot is restored', () => {
    const files = tree();
    const kept = files.makeFile(files.root, 'kept', 0o644) as FileNode;
    files.write(kept, 0, text('before'));
    const restore = files.remember();
    for (let round = 0; round < 2; round++) {
      files.write(kept, 2, text('CHANGED'));
      files.makeFile(files.root, 'new', 0o644);
      files.remove(files.root, 'kept');
      expect(Buffer.from(kept.bytes()!).toString()).toBe('beCHANGED');
      restore();
      expect(Buffer.from(kept.bytes()!).toString()).toBe('before');
      expect(files.list(files.root).map(({ name }) => name)).toEqual(['tmp', 'kept']);
    }
  });

  it('are zero where nothing was written, also after having been cut', () => {
    const files = tree();
    const file = files.makeFile(files.root, 'f', 0o644) as FileNode;
    files.write(file, 0, text('abcdef'));
    files.resize(file, 2);
    files.write(file, 4, text('x'));
    expect([...file.bytes()!]).toEqual([97, 98, 0, 0, 120]);
  });

  it('are bounded: EFBIG for one, ENOSPC for all, and what is removed does not count', () => {
    const files = tree();
    const file = files.makeFile(files.root, 'f', 0o644) as FileNode;
    expect(files.write(file, MOST_FILE_BYTES, text('x'))).toBe(-27);
    expect(files.resize(file, MOST_FILE_BYTES + 1)).toBe(-27);
    const large = (name: string) => files.resize(files.makeFile(files.root, name, 0o644) as FileNode, 200 * 2 ** 20);
    expect([large('a'), large('b'), large('c')]).toEqual([0, 0, -28]);
    files.remove(files.root, 'a');
    expect(large('d')).toBe(0);
  });

  it('obey the permission bits of the owner', () => {
    const files = tree();
    const closed = files.makeDirectory(files.root, 'closed', 0o500);
    if (typeof closed === 'number') throw new Error('not made');
    expect(files.makeFile(closed, 'x', 0o644)).toBe(-13);
    closed.mode = 0o600;
    expect(resolve(files, files.root, 'closed/x', true)).toBe(-13);
  });
});

/** Fills 8 pages, moves them behind a neighbour to 24 pages, and adds up the first byte of each old one. */
const moved = `
        .globl _start
_start: ${call(9, 0, 0x1000, 1, 0x22, -1, 0)}
        ${call(9, 0, 0x8000, 3, 0x22, -1, 0)}
        movq    %rax, %r12
        movl    $8, %ecx
        movq    %r12, %rdi
1:      movb    %cl, (%rdi)
        addq    $4096, %rdi
        decl    %ecx
        jnz     1b
        ${call(25, '%r12', 0x8000, 0x18000, 1)}
        movq    %rax, %r13
        cmpq    %r12, %r13
        je      9f
        movb    $4, 0x17000(%r13)
        movl    $24, %ecx
        xorl    %edi, %edi
        movq    %r13, %rsi
2:      movzbl  (%rsi), %eax
        addl    %eax, %edi
        addq    $4096, %rsi
        decl    %ecx
        jnz     2b
        movl    $60, %eax
        syscall
9:      ${exitWith(1)}`;

describe('mremap', () => {
  it.each([
    ['in RAM', {}],
    ['with pages in swap', { ram: '96K', swap: '1M' }],
  ])('moves pages with what is in them, %s', (_title, options) => {
    expect(run(moved, options).status).toBe(36 + 4);
  });
});
