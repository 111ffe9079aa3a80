import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/machine/assemble.js';
import { Machine } from '../../src/machine/machine.js';
import { compareSides } from '../support/lockstep.js';

/** Runs a program on both engines, alike at each stop; `flag` is set before `line`, with %rdi at data + `offset`. */
function run(flag: number, offset: number | bigint, line: string) {
  const rdi = typeof offset === 'bigint' ? `movabsq $${offset}, %rdi` : `leaq data+${offset}(%rip), %rdi`;
  const source = `
        .globl _start
_start: ${rdi}
        movq %rdi, %rsi
        movl $1, %ecx
        pushfq
        orl $${flag}, (%rsp)
        popfq
line:   ${line}
after:  nop
        movl $60, %eax
        xorl %edi, %edi
        syscall
        .bss
        .balign 4096
data:   .skip 4096
`;
  const image = assemble(source);
  const [left, right] = ['reference', 'interpreter'].map((engine) => {
    const machine = new Machine({ ram: '1M', engine, check: true });
    machine.load(image);
    return machine;
  }) as [Machine, Machine];
  for (;;) {
    const reasons = [left, right].map((machine) => machine.run(4).reason);
    expect(compareSides(left, right)).toEqual([]);
    expect(reasons[1]).toBe(reasons[0]);
    if (reasons[0] !== 'paused') break;
  }
  const { fault, status } = right.kernel.processes.get(1)!;
  const at = (name: string) => image.symbols.find((symbol) => symbol.name === name)!.address;
  const place =
    fault === null ? null : fault.rip === at('line') ? 'line' : fault.rip === at('after') ? 'after' : 'elsewhere';
  return { status, vector: fault?.vector ?? -1, code: fault?.code ?? '', place };
}

const AC = 0x4_0000;
const TF = 0x100;
const done = { status: 0, vector: -1, code: '', place: null };
const misaligned = { status: 135, vector: 17, code: 'BUS_ADRALN', place: 'line' };
const refused = { status: 139, vector: 13, code: 'SI_KERNEL', place: 'line' };

/** Measured on Linux on an AMD EPYC: the signal handler's error code, trap number and si_code. */
describe('with RFLAGS.AC', () => {
  it.each<[number | bigint, string, object]>([
    [1, 'movb (%rdi), %al', done],
    [1, 'movw (%rdi), %ax', misaligned],
    [2, 'movw (%rdi), %ax', done],
    [2, 'movl (%rdi), %eax', misaligned],
    [4, 'movq (%rdi), %rax', misaligned],
    [4, 'movq %rax, (%rdi)', misaligned],
    [2, 'addl %eax, (%rdi)', misaligned],
    [8, 'movups (%rdi), %xmm0', misaligned],
    [8, 'movdqu %xmm0, (%rdi)', misaligned],
    [8, 'movaps (%rdi), %xmm0', refused],
    [4, 'movsd (%rdi), %xmm0', misaligned],
    [2, 'movss (%rdi), %xmm0', misaligned],
    [4, 'movhps (%rdi), %xmm0', misaligned],
    [1, 'lodsw', misaligned],
    [2, 'rep movsl', misaligned],
    [4, 'pushq (%rdi)', misaligned],
    [8, 'cmpxchg16b (%rdi)', refused],
    [4, 'cmpxchg8b (%rdi)', misaligned],
    [2, 'stmxcsr (%rdi)', misaligned],
    // Before any page is looked for, behind the canonical check.
    [0x5000_0002n, 'movl (%rdi), %eax', misaligned],
    [0x8000_0000_0001n, 'movl (%rdi), %eax', refused],
    [0x7fff_ffff_fffen, 'movl (%rdi), %eax', refused],
  ])('at %i: %s', (offset, line, outcome) => {
    expect(run(AC, offset, line)).toEqual(outcome);
  });

  it('without it nothing of that happens', () => {
    expect(run(0, 1, 'movw (%rdi), %ax')).toEqual(done);
    expect(run(0, 8, 'movups (%rdi), %xmm0')).toEqual(done);
  });
});

describe('with RFLAGS.TF', () => {
  const traced = { status: 133, vector: 1, code: 'TRAP_TRACE', place: 'after' };
  it.each(['nop', 'movl (%rdi), %eax', 'rep movsb', 'addl %eax, (%rdi)', 'pushfq'])('a trap follows %s', (line) => {
    expect(run(TF, 0, line)).toEqual(traced);
  });

  it('a fault of the instruction comes first', () => {
    expect(run(TF, 0x5000_0000n, 'movl (%rdi), %eax')).toMatchObject({ vector: 14, place: 'line' });
  });
});
