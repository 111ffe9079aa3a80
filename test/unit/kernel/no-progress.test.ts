import { expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import { link } from '../../../src/asm/link/link.js';
import { Machine } from '../../../src/machine/machine.js';

/** Pushes for ever: every page of the stack is dirty, until neither a frame nor a slot is left. */
const greedy = '.globl _start\n_start: push %rax\n jmp _start\n';
/** Runs on one page of code. */
const modest = '.globl _start\n_start: movl $30000, %ecx\n1: loop 1b\n movl $60, %eax\n xorl %edi, %edi\n syscall\n';

function image(source: string, name: string) {
  const { object } = assembleObject(source, name);
  return link([object!]).image!;
}

it('a process whose pages drive each other out is killed, and nobody else for it', () => {
  const machine = new Machine({ engine: 'reference', ram: '96 KiB', swap: '1 MiB', quantum: 2_000_000, check: true });
  machine.load(image(greedy, 'greedy'));
  machine.load(image(modest, 'modest'));
  const result = machine.run(3_000_000);
  expect(result.reason).toBe('exit');
  expect(result.processes.map(({ name, status }) => [name, status])).toEqual([
    ['greedy', 128 + 7],
    ['modest', 0],
  ]);
});
