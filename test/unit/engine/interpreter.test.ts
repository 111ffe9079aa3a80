import { describe, expect, it } from 'vitest';
import { Machine } from '../../../src/machine/machine.js';
import { compareSides } from '../../support/lockstep.js';
import { exitWith, program } from '../../support/program.js';

const LRU = (sets: number, ways: number, unified = false) =>
  ({ itlb: { sets, ways }, dtlb: unified ? null : { sets, ways }, unified, policy: 'lru', seed: 1 }) as const;

/** Runs a program on both engines, `slice` steps at a time; expects no difference at any stop and gives the status. */
function both(source: string, slice = Number.POSITIVE_INFINITY, tlb = LRU(4, 2) as object): number {
  const image = program(source);
  const machines = ['reference', 'interpreter'].map((engine) => {
    const machine = new Machine({ engine, ram: '512 KiB', tlb: tlb as never, limit: 300_000 });
    machine.load(image);
    return machine;
  });
  const [left, right] = machines as [Machine, Machine];
  for (;;) {
    const [a, b] = [left.run(slice), right.run(slice)];
    expect(compareSides(left, right)).toEqual([]);
    expect(b.reason).toBe(a.reason);
    if (a.reason !== 'paused') {
      expect(a.reason).toBe('exit');
      return b.status;
    }
  }
}

/** A page that can be read, written and executed; its address in r15. */
const WRITABLE_CODE = `
  movl $9, %eax
  xorl %edi, %edi
  movl $8192, %esi
  movl $7, %edx
  movl $0x22, %r10d
  movl $-1, %r8d
  xorl %r9d, %r9d
  syscall
  movq %rax, %r15
`;

describe('self-modifying code', () => {
  it('sees a store into the very next instruction', () => {
    const source = `
      .globl _start
      _start: ${WRITABLE_CODE}
      leaq template(%rip), %rsi
      movq %r15, %rdi
      movl $(template_end - template), %ecx
      rep movsb
      xorl %ebx, %ebx
      movl $3, %r12d
      again: call *%r15
      decl %r12d
      jnz again
      movl %ebx, %edi
      movl $60, %eax
      syscall
      template:
      incb 0f+1-template(%r15)
      0: movl $4, %eax
      addl %eax, %ebx
      ret
      template_end:
    `;
    // 5, 6, 7: the immediate is stored into before each execution.
    for (const slice of [1, 3, 50, 1e6]) expect(both(source, slice)).toBe(18);
  });

  it('sees instructions become longer and shorter', () => {
    const source = `
      .globl _start
      _start: ${WRITABLE_CODE}
      movl $0xc3c0ff90, (%r15)      # nop; inc %eax; ret
      xorl %eax, %eax
      call *%r15
      call *%r15
      movl $0xc301c083, (%r15)      # add $1, %eax; ret
      call *%r15
      movl $0xc0ff9090, (%r15)      # nop; nop; inc %eax; ret
      movb $0xc3, 4(%r15)
      call *%r15
      movl %eax, %edi
      movl $60, %eax
      syscall
    `;
    for (const slice of [1, 1e6]) expect(both(source, slice)).toBe(4);
  });
});

describe('page boundaries in code', () => {
  const crossing = (pad: number) => `
    .globl _start
    .balign 4096
    _start: movl $300, %ecx
    jmp loop
    .skip ${pad}, 0x90
    loop: addl $0x01020304, %ebx
    decl %ecx
    jnz loop
    ${exitWith(5)}
  `;

  it.each([4078, 4079, 4080, 4081, 4082, 4083, 4084, 4085])(
    'executes an instruction at any place near the end (%i)',
    (pad) => {
      expect(both(crossing(pad), 100)).toBe(5);
      expect(both(crossing(pad), 1e6, LRU(1, 1))).toBe(5);
    },
  );

  it('walks through a page of one-byte instructions, again and again', () => {
    const source = `.globl _start
      .balign 4096
      _start: movl $4, %ecx
      loop: .skip 8000, 0x90
      decl %ecx
      jnz loop
      ${exitWith(6)}`;
    expect(both(source)).toBe(6);
    expect(both(source, 777, LRU(1, 1, true))).toBe(6);
  });
});

describe('budgets', () => {
  it('stops after exactly the steps asked for', () => {
    const source = `.globl _start\n_start: movl $100000, %ecx\n1: incl %eax\n decl %ecx\n jnz 1b\n${exitWith(0)}`;
    for (const steps of [1, 2, 3, 4096, 4097, 8194, 8195, 8196, 20_000]) {
      const machine = new Machine({ engine: 'interpreter' });
      machine.load(program(source));
      machine.run(5);
      const before = machine.steps;
      machine.run(steps);
      expect(machine.steps - before).toBe(steps);
    }
  });

  it('stops between two elements of a string instruction and goes on', () => {
    const source = `.globl _start
      _start: subq $4096, %rsp
      movq %rsp, %rdi
      movl $500, %ecx
      movb $7, %al
      rep stosb
      movq %rsp, %rsi
      leaq 600(%rsp), %rdi
      movl $500, %ecx
      repe cmpsb
      movl %ecx, %edi
      movl $60, %eax
      syscall`;
    for (const slice of [1, 2, 37, 499, 500, 501]) expect(both(source, slice)).toBe(243);
  });
});

describe('division', () => {
  it('divides 128 bits by 64', () => {
    const source = `.globl _start
      _start: movl $5, %edx
      movl $77, %eax
      movl $1000, %ecx
      divq %rcx
      movq %rax, %rbx
      movq $-2, %rdx
      movq $12345, %rax
      movq $-1000, %rcx
      idivq %rcx
      xorq %rbx, %rax
      movzbl %al, %edi
      andl $127, %edi
      movl $60, %eax
      syscall`;
    expect(both(source, 1)).toBe(both(source));
  });

  it('raises #DE for what does not fit, before any effect', () => {
    const source = (lines: string) => `.globl _start\n_start: ${lines}\n ${exitWith(0)}`;
    for (const lines of [
      'movl $5, %edx\n movl $5, %ecx\n divq %rcx',
      'xorl %ecx, %ecx\n idivl %ecx',
      'movl $0x80000000, %eax\n cltd\n movl $-1, %ecx\n idivl %ecx',
      'movw $0x7fff, %ax\n movb $1, %cl\n idivb %cl',
    ])
      expect(both(source(lines))).toBe(136);
  });
});
