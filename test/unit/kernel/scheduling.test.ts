import { describe, expect, it } from 'vitest';
import type { KernelEvent } from '../../../src/kernel/events.js';
import { exitWith } from '../../support/program.js';
import { run } from '../../support/run.js';

/** `turns` turns of a loop of two instructions, then an exit: 1 + 2 * turns + 3 instructions. */
const loop = (turns: number, status = 0) => `
        .globl  _start
_start: movl    $${turns}, %ecx
1:      decl    %ecx
        jnz     1b
        ${exitWith(status)}`;

const switches = (events: readonly KernelEvent[]) =>
  events.flatMap((event) => (event.kind === 'switch' ? [[event.from, event.to, event.reason, event.time]] : []));

describe('round robin', () => {
  it('switches after exactly one quantum of steps, however many faults came between', () => {
    const { events, result } = run([loop(100), loop(100)], { quantum: 50 });
    expect(switches(events)).toEqual([
      [0, 1, 'start', 0],
      [1, 2, 'timer', 50],
      [2, 1, 'timer', 100],
      [1, 2, 'timer', 150],
      [2, 1, 'timer', 200],
      [1, 2, 'timer', 250],
      [2, 1, 'timer', 300],
      [1, 2, 'timer', 350],
      [2, 1, 'timer', 400],
      // 204 steps each: the first ends after 4 more, and the second goes on alone.
      [1, 2, 'exit', 404],
    ]);
    expect(result.counters.timerInterrupts).toBe(8);
    expect(result.counters.contextSwitches).toBe(9);
    // Every CR3 write empties the TLB: ten times a process is put on the CPU, and once nobody is left.
    expect(result.counters.tlbFlushes).toBe(11);
  });

  it('says how many translations each switch has cost', () => {
    const { events, result } = run([loop(100), loop(100)], { quantum: 50 });
    const lost = events.flatMap((event) => (event.kind === 'switch' ? [event.lost] : []));
    // The page of code is all that a loop without data uses.
    expect(lost).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(result.counters.tlbFlushed).toBe(10);
  });

  it('takes turns in the order of arrival', () => {
    const { events } = run([loop(10), loop(10), loop(10)], { quantum: 10 });
    expect(switches(events).map(([, to]) => to)).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
  });

  it('leaves a process that is alone in peace', () => {
    const { result } = run(loop(1000), { quantum: 10 });
    expect(result.counters.timerInterrupts).toBe(0);
    expect(result.counters.contextSwitches).toBe(0);
  });

  it('reports the first status that is not 0, and all of them', () => {
    const { status, result } = run([loop(5), loop(50, 7), loop(20, 3)], { quantum: 10 });
    expect(status).toBe(7);
    expect(result.processes.map((process) => process.status)).toEqual([0, 7, 3]);
  });

  it('keeps every register over a switch', () => {
    const names = [
      'rax',
      'rbx',
      'rcx',
      'rdx',
      'rsi',
      'rdi',
      'rbp',
      'r8',
      'r9',
      'r10',
      'r11',
      'r12',
      'r13',
      'r14',
      'r15',
    ];
    const source = (salt: number) => `
        .globl  _start
_start: ${names.map((name, i) => `movabsq $${0x1234_5678_9abc_0000n + BigInt(salt + i)}, %${name}`).join('\n')}
        movq    %rsp, saved(%rip)
        stc
        ${'nop\n'.repeat(40)}
        jnc     bad
        ${names.map((name, i) => `pushq %rax\n movabsq $${0x1234_5678_9abc_0000n + BigInt(salt + i)}, %rax\n`.concat(name === 'rax' ? 'cmpq (%rsp), %rax' : `cmpq %${name}, %rax`, '\n jne bad\n popq %rax')).join('\n')}
        cmpq    %rsp, saved(%rip)
        jne     bad
        ${exitWith(0)}
bad:    ${exitWith(1)}
        .bss
saved:  .skip   8`;
    const { result } = run([source(0), source(100), source(200)], { quantum: 3 });
    expect(result.processes.map((process) => process.status)).toEqual([0, 0, 0]);
    expect(result.counters.contextSwitches).toBeGreaterThan(60);
  });
});

/** Asks for a call without arguments. */
const call = (number: number) => `movl $${number}, %eax\n syscall\n`;
const SCHED_YIELD = 24;

describe('yield and sleep', () => {
  it('sched_yield lets the next one run at once', () => {
    const source = `.globl _start\n_start: ${call(SCHED_YIELD).repeat(3)}${exitWith(0)}`;
    const { events } = run([source, source], { quantum: 10_000 });
    expect(switches(events).map(([from, to, reason]) => [from, to, reason])).toEqual([
      [0, 1, 'start'],
      [1, 2, 'yield'],
      [2, 1, 'yield'],
      [1, 2, 'yield'],
      [2, 1, 'yield'],
      [1, 2, 'yield'],
      [2, 1, 'yield'],
      [1, 2, 'exit'],
    ]);
  });

  const sleeper = (nanoseconds: number, letter: string) => `
        .globl  _start
        .data
time:   .quad   0, ${nanoseconds}
letter: .ascii  "${letter}"
        .text
_start: leaq    time(%rip), %rdi
        xorl    %esi, %esi
        movl    $35, %eax
        syscall
        movl    $1, %edi
        leaq    letter(%rip), %rsi
        movl    $1, %edx
        movl    $1, %eax
        syscall
        ${exitWith(0)}`;

  it('sleepers wake in order of time; the clock jumps while all sleep', () => {
    const { stdout, result } = run([sleeper(3_000_000, 'c'), sleeper(1_000_000, 'a'), sleeper(2_000_000, 'b')]);
    expect(stdout).toBe('abc');
    expect(result.modelTime).toBeGreaterThanOrEqual(3_000_000);
    expect(result.modelTime).toBeLessThan(3_000_100);
    expect(result.counters.steps).toBeLessThan(100);
  });

  it('others compute meanwhile, and the sleeper gets the CPU when its time has come', () => {
    const { events, result } = run([sleeper(500, 'a'), loop(2000)], { quantum: 100 });
    const wake = switches(events).find(([from, to]) => from === 2 && to === 1);
    // Four steps up to the call; it sleeps 500 ns, that is steps, from there.
    expect(wake?.[3]).toBeGreaterThanOrEqual(504);
    expect(wake?.[3]).toBeLessThanOrEqual(604);
    expect(result.status).toBe(0);
  });
});
