import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Machine, type Result } from '../../../src/machine/machine.js';
import { memoryProgram, memorySource } from '../../support/memory-program.js';
import { exitWith, program } from '../../support/program.js';

const text = (result: Result) => new TextDecoder().decode(result.stdout);
const essence = (result: Result) => ({
  reason: result.reason,
  statuses: result.processes.map(({ status }) => status),
  counters: result.counters,
  stdout: text(result),
  time: result.modelTime,
});

describe('a snapshot', () => {
  it.each([
    ['interpreter', 'textbook'],
    ['reference', 'textbook'],
    ['interpreter', 'skylake'],
  ])(
    'is a place to come back to, again and again (%s, %s)',
    (engine, profile) => {
      fc.assert(
        fc.property(
          memoryProgram(60),
          memoryProgram(60),
          fc.integer({ min: 1, max: 900 }),
          fc.integer({ min: 1, max: 900 }),
          (first, second, at, further) => {
            const machine = new Machine({ engine, profile, ram: '112K', swap: '1M', quantum: 50, check: true });
            machine.load(program(memorySource(first), 'first.s'));
            machine.load(program(memorySource(second), 'second.s'));
            machine.run(at);
            const snapshot = machine.snapshot();
            const end = essence(machine.run());
            expect(end.reason).toBe('exit');
            expect(machine.restore(snapshot)).toBe(true);
            expect(machine.steps).toBe(at);
            machine.run(further);
            expect(machine.restore(snapshot)).toBe(true);
            expect(essence(machine.run())).toEqual(end);
          },
        ),
        { seed: 71, numRuns: 4 },
      );
    },
    60_000,
  );

  it('brings back processes that have ended, and takes away those that came later', () => {
    const machine = new Machine({ ram: '1M', check: true });
    machine.load(
      program(`.globl _start
_start: movl $57, %eax
        syscall
        movl %eax, %edi
        movl $60, %eax
        syscall`),
    );
    const snapshot = machine.snapshot();
    const first = essence(machine.run());
    expect(first.statuses).toHaveLength(2);
    machine.restore(snapshot);
    expect(machine.result('paused').processes.map(({ status }) => status)).toEqual([null]);
    expect(essence(machine.run())).toEqual(first);
  });

  it('does not forget code: what was overwritten runs again as it was', () => {
    const machine = new Machine({ ram: '1M', check: true });
    machine.load(
      program(`.globl _start
_start: movl $10, %eax                  # mprotect the page of code for writing
        leaq _start(%rip), %rdi
        andq $-4096, %rdi
        movl $4096, %esi
        movl $7, %edx
        syscall
        call number
        movl %eax, %ebx
        movb $9, number+1(%rip)
        call number
        leal (%rax,%rbx,8), %edi
        movl $60, %eax
        syscall
number: movl $3, %eax
        ret`),
    );
    machine.run(9);
    const snapshot = machine.snapshot();
    expect(machine.run().status).toBe(9 + 3 * 8);
    machine.restore(snapshot);
    expect(machine.run().status).toBe(9 + 3 * 8);
  });

  it('belongs to its machine', () => {
    const [one, other] = [new Machine({ ram: '1M' }), new Machine({ ram: '1M' })];
    one.load(program(`.globl _start\n_start: ${exitWith(0)}`));
    expect(() => other.restore(one.snapshot())).toThrow(/only be restored to the machine/);
  });
});
