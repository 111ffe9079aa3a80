import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/machine/assemble.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { designOf } from '../../src/machine/designs.js';
import { Machine } from '../../src/machine/machine.js';
import { compareSides } from '../support/lockstep.js';

/** mmap(address, 8192, rwx, private | anonymous | flags); the result in rbx. */
const map = (address: string, flags = 0) => `
        movl $9, %eax
        movabsq $${address}, %rdi
        movl $8192, %esi
        movl $7, %edx
        movl $${0x22 | flags}, %r10d
        movl $-1, %r8d
        xorl %r9d, %r9d
        syscall
        movq %rax, %rbx`;

const EXIT = `
        movl $60, %eax
        xorl %edi, %edi
        syscall`;

/** Runs a program on both engines, step by step alike, and gives the machine. */
function run(source: string, options: MachineOptions) {
  const image = assemble(`.globl _start\n_start:${source}\n`);
  const [left, right] = ['reference', 'interpreter'].map((engine) => {
    const machine = new Machine({ ...options, engine, check: true });
    machine.load(image);
    return machine;
  }) as [Machine, Machine];
  for (;;) {
    const [a, b] = [left.run(3), right.run(3)];
    expect(compareSides(left, right)).toEqual([]);
    expect(b.reason).toBe(a.reason);
    if (a.reason !== 'paused') return { ...b, machine: right };
  }
}

const five: MachineOptions = { mmu: designOf('x86-64:5'), ram: '1M' };
const four: MachineOptions = { mmu: designOf('x86-64'), ram: '1M' };
const rbx = (machine: Machine) => machine.memory.u64[3]!;

describe('programs with 57-bit addresses', () => {
  it('get memory above 2^47 where they ask for it, and can use, execute and pass it', () => {
    const high = `${map('0x0001000000000000')}
        movq $7, 4092(%rbx)             # over the border of the pages
        movl $0xc3, 16(%rbx)
        leaq 16(%rbx), %rax
        call *%rax
        movl $0x6968, 4500(%rbx)
        movl $1, %eax
        movl $1, %edi
        leaq 4500(%rbx), %rsi
        movl $2, %edx
        syscall${EXIT}`;
    const { stdout, machine } = run(high, five);
    expect(Buffer.from(stdout).toString()).toBe('hi');
    expect(rbx(machine)).toBe(0x0001_0000_0000_0000n);
    expect(machine.kernel.processes.get(1)!.status).toBe(0);
  });

  it('get it below 2^47 unless they ask, and as high as there is when the place is taken', () => {
    const twice = map('0x0001000000000000') + map('0x0001000000000000');
    expect(rbx(run(map('0') + EXIT, five).machine)).toBe(0x7fff_f7ff_d000n);
    expect(rbx(run(twice + EXIT, five).machine)).toBeGreaterThan(0x0001_0000_0000_0000n);
    // With four levels the wish cannot be granted.
    expect(rbx(run(map('0x0001000000000000') + EXIT, four).machine)).toBe(0x7fff_f7ff_d000n);
  });

  it('fault with #PF up to 2^56 and with #GP above; with four levels from 2^47 on', () => {
    const at = (address: string) => `\n movabsq $${address}, %rax\n movb (%rax), %cl\n`;
    const vector = (source: string, options: MachineOptions) => run(source, options).machine.cpu.trapVector;
    expect(vector(at('0x00fffffffffff000'), five)).toBe(14);
    expect(vector(at('0x0100000000000000'), five)).toBe(13);
    expect(vector(at('0x00007ffffffff000'), four)).toBe(14);
    expect(vector(at('0x0000800000000000'), four)).toBe(13);
    expect(vector('\n movabsq $0x0100000000000000, %rax\n jmp *%rax\n', five)).toBe(13);
    expect(vector('\n movabsq $0x00f0000000000000, %rax\n jmp *%rax\n', five)).toBe(14);
    expect(vector('\n movabsq $0x00f0000000000000, %rax\n jmp *%rax\n', four)).toBe(13);
  });
});

describe('an access over the end of the canonical addresses', () => {
  const straddle = (instruction: string) => `\n movabsq $0x00007ffffffffffc, %rbp\n movq %rbp, %rax\n ${instruction}\n`;
  const outcome = (instruction: string, options: MachineOptions) => {
    const { machine } = run(straddle(instruction), options);
    const { walks, dtlbMisses, dtlbHits, abortedData } = machine.run(0).counters;
    return { vector: machine.cpu.trapVector, walks, data: dtlbMisses + dtlbHits, abortedData };
  };

  it('is #GP, or #SS through the stack, before the first page is walked', () => {
    const fetchWalks = 2;
    for (const [instruction, vector] of [
      ['movq (%rax), %rcx', 13],
      ['movq %rcx, (%rax)', 13],
      ['addq %rcx, (%rax)', 13],
      ['movups (%rax), %xmm0', 13],
      ['movq (%rbp), %rcx', 12],
    ] as const)
      expect(outcome(instruction, four)).toEqual({ vector, walks: fetchWalks, data: 1, abortedData: 1 });
    // With five levels the next page is an address like any other.
    expect(outcome('movq (%rax), %rcx', five).vector).toBe(14);
  });
});
