import { describe, expect, it } from 'vitest';
import { exitWith } from '../../support/program.js';
import { run } from '../../support/run.js';

/** Puts its number into registers and MXCSR, works for a while, and looks whether they are still there. */
const keeper = (number: number, rounding: number) => `
        .globl  _start
        .bss
        .balign 4
control: .zero  4
        .text
_start: movl    $${0x1f80 | (rounding << 13)}, control(%rip)
        ldmxcsr control(%rip)
        movl    $${number}, %ebx
        movd    %ebx, %xmm0
        pshufd  $0, %xmm0, %xmm0
        movdqa  %xmm0, %xmm15
        movl    $300, %ecx
1:      decl    %ecx
        jnz     1b
        pcmpeqd %xmm15, %xmm0
        pmovmskb %xmm0, %eax
        cmpl    $0xffff, %eax
        jne     bad
        pshufd  $0xff, %xmm15, %xmm1
        movd    %xmm1, %eax
        cmpl    %ebx, %eax
        jne     bad
        stmxcsr control(%rip)
        cmpl    $${0x1f80 | (rounding << 13)}, control(%rip)
        jne     bad
        ${exitWith(0)}
bad:    ${exitWith(1)}
`;

/** Both sides of a fork look at what the parent had; the child's status is the parent's. */
const heir = `
        .globl  _start
        .data
status: .long   0
        .text
_start: movl    $77, %eax
        cvtsi2sd %eax, %xmm7
        movl    $57, %eax
        syscall
        testl   %eax, %eax
        jnz     parent
        cvttsd2si %xmm7, %edi
        addsd   %xmm7, %xmm7
        movl    $60, %eax
        syscall
parent: movq    $-1, %rdi
        leaq    status(%rip), %rsi
        xorl    %edx, %edx
        xorl    %r10d, %r10d
        movl    $61, %eax
        syscall
        cvttsd2si %xmm7, %ebx
        movzbl  status+1(%rip), %edi
        addl    %ebx, %edi
        movl    $60, %eax
        syscall
`;

describe('vector registers and MXCSR', () => {
  it('stay with their process through hundreds of switches', () => {
    const { result } = run([keeper(1, 0), keeper(0x1234_5678, 1), keeper(-7, 3)], { quantum: 7 });
    expect(result.processes.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(result.counters.contextSwitches).toBeGreaterThan(200);
  });

  it('are zero and in their first state when a process starts', () => {
    const first = `
        .globl  _start
_start: por     %xmm1, %xmm0
        por     %xmm15, %xmm0
        movd    %xmm0, %edi
        stmxcsr -8(%rsp)
        subl    $0x1f80, -8(%rsp)
        orl     -8(%rsp), %edi
        movl    $60, %eax
        syscall
`;
    const { result } = run([keeper(5, 2), first], { quantum: 50 });
    expect(result.processes.map(({ status }) => status)).toEqual([0, 0]);
  });

  it('are inherited by a child, which has its own from then on', () => {
    expect(run(heir).status).toBe(154);
  });
});
