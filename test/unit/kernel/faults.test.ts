import { describe, expect, it } from 'vitest';
import { VECTOR } from '../../../src/cpu/trap.js';
import type { FatalFault } from '../../../src/kernel/events.js';
import { startContent } from '../../../src/kernel/loader.js';
import { exitWith } from '../../support/program.js';
import { run } from '../../support/run.js';

function die(lines: string): { status: number; fault: FatalFault } {
  const { status, result } = run(
    `.globl _start\n.text\n_start: nop\n${lines}\n${exitWith(0)}\n.data\ndatum: .quad 1\n.text\n`,
  );
  return { status, fault: result.processes[0]!.fault! };
}

/** An instruction under an MXCSR, with 0, 1e300 and -1 in the first registers. */
function simd(mxcsr: number, line: string): string {
  const numbers = 'movq $0x7e37e43c8800759c, %rax\n movq %rax, %xmm1\n movq $-1, %rax\n cvtsi2sd %rax, %xmm2';
  return `movl $${mxcsr}, -8(%rsp)\n ldmxcsr -8(%rsp)\n ${numbers}\n xorps %xmm0, %xmm0\n ${line}`;
}

describe('the end of a process by a signal, as Linux has it', () => {
  it.each<[string, string, number, string, string, number]>([
    ['nothing is mapped', 'movl 16, %eax', 139, 'SIGSEGV', 'SEGV_MAPERR', 4],
    ['a store to nothing', 'movl %eax, 16', 139, 'SIGSEGV', 'SEGV_MAPERR', 6],
    ['a store to code', 'movl %eax, _start', 139, 'SIGSEGV', 'SEGV_ACCERR', 7],
    ['code that is data', 'movl datum, %eax\n jmp datum', 139, 'SIGSEGV', 'SEGV_ACCERR', 0x15],
    ['the kernel half', 'movabsq $0xffff800000000000, %rax\n movl (%rax), %ebx', 139, 'SIGSEGV', 'SEGV_MAPERR', 4],
    ['a read-modify-write', 'addl $1, 16', 139, 'SIGSEGV', 'SEGV_MAPERR', 6],
  ])('%s', (_title, lines, status, signal, code, errorCode) => {
    const death = die(lines);
    expect(death.status).toBe(status);
    expect(death.fault).toMatchObject({ signal, code, errorCode, vector: VECTOR.pageFault });
  });

  it.each<[string, string, number, string, string, number]>([
    ['division by zero', 'xorl %ecx, %ecx\n divl %ecx', 136, 'SIGFPE', 'FPE_INTDIV', VECTOR.divideError],
    [
      'an SSE division by zero',
      simd(0x1d80, 'divsd %xmm0, %xmm1'),
      136,
      'SIGFPE',
      'FPE_FLTDIV',
      VECTOR.simdFloatingPoint,
    ],
    ['an SSE overflow', simd(0x1b80, 'mulsd %xmm1, %xmm1'), 136, 'SIGFPE', 'FPE_FLTOVF', VECTOR.simdFloatingPoint],
    [
      'an invalid SSE operation',
      simd(0x1f00, 'sqrtsd %xmm2, %xmm1'),
      136,
      'SIGFPE',
      'FPE_FLTINV',
      VECTOR.simdFloatingPoint,
    ],
    ['a misaligned vector', 'movaps 1(%rsp), %xmm0', 139, 'SIGSEGV', 'SI_KERNEL', VECTOR.generalProtection],
    ['ud2', 'ud2', 132, 'SIGILL', 'ILL_ILLOPN', VECTOR.invalidOpcode],
    ['int3', 'int3', 133, 'SIGTRAP', 'SI_KERNEL', VECTOR.breakpoint],
    ['a privileged instruction', 'hlt', 139, 'SIGSEGV', 'SI_KERNEL', VECTOR.generalProtection],
    [
      'a non-canonical address',
      'movabsq $0x800000000000, %rax\n movb (%rax), %al',
      139,
      'SIGSEGV',
      'SI_KERNEL',
      VECTOR.generalProtection,
    ],
    [
      'the same through the stack',
      'movabsq $0x800000001000, %rsp\n pushq %rax',
      135,
      'SIGBUS',
      'SI_KERNEL',
      VECTOR.stackFault,
    ],
  ])('%s', (_title, lines, status, signal, code, vector) => {
    const death = die(lines);
    expect(death.status).toBe(status);
    expect(death.fault).toMatchObject({ signal, code, vector });
  });

  it('says where, in which area or between which, and what the walk found', () => {
    const { fault } = die('movabsq $0x123456789abc, %rax\n movb %al, (%rax)');
    expect(fault).toMatchObject({ address: 0x1234_5678_9abcn, access: 'write', area: null });
    expect(fault.below).toMatchObject({ kind: 'data' });
    expect(fault.above).toMatchObject({ kind: 'stack' });
    expect(fault.walk?.levels).toHaveLength(1);
    expect(fault.walk?.levels[0]?.bits.present).toBe(false);
    expect(fault.registers.registers[0]).toBe(0x1234_5678_9abcn);
    expect(fault.rip).toBe(fault.registers.rip);
  });

  it('shows the entry that forbids a store', () => {
    const { fault } = die('movl %eax, _start');
    expect(fault.area).toMatchObject({ kind: 'text', rights: { read: true, write: false, execute: true } });
    expect(fault.walk?.levels.map(({ bits }) => [bits.present, bits.write])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [true, false],
    ]);
  });

  it('a signal that a process sends itself has no address', () => {
    const { status, fault } = die(
      'movl $39, %eax\n syscall\n movl %eax, %edi\n movl $6, %esi\n movl $62, %eax\n syscall',
    );
    expect(status).toBe(134);
    expect(fault).toMatchObject({ signal: 'SIGABRT', code: 'SI_USER', vector: -1, address: null, access: null });
  });
});

describe('lazy allocation', () => {
  const source = `
        .globl  _start
        .bss
        .balign 4096
big:    .skip   1000 * 4096
        .text
_start: movb    $1, big+5*4096(%rip)
        movb    big+9*4096(%rip), %al
        ${exitWith(0)}`;

  it('fills a page at its first touch and no other', () => {
    const { result, events } = run(source);
    const { counters } = result;
    // The page of code, two of .bss, and the stack, which the kernel itself writes at the start.
    expect([counters.imageFills, counters.zeroFills]).toEqual([1, 3]);
    expect(counters.pageFaults).toBe(3);
    const fills = events.flatMap((event) => (event.kind === 'fill' ? [event.content] : []));
    expect(fills).toEqual(['zero', 'image', 'zero', 'zero']);
  });

  it('counts what the kernel writes, to the word', () => {
    const { result, machine } = run(source);
    const { counters } = result;
    const tables = 1 + 6;
    const pages = counters.imageFills + counters.zeroFills;
    const { image } = machine.kernel.processes.get(1)!;
    const stack = startContent(image, [image.name], [], new Uint8Array(16)).bytes.length;
    // Pages and tables are cleared; every entry is written once to be made and once to be taken out at the end. One entry
    // more: the kernel's store to the stack sets accessed and dirty, as the processor would.
    const entries = 2 * (6 + pages) + 1;
    expect(counters.kernelWrites).toBe(512 * (tables + pages) + entries + stack / 8);
  });
});
