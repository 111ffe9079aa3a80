import { describe, expect, it } from 'vitest';
import { SIGNAL, signalName } from '../../../src/kernel/signals.js';
import { exitWith } from '../../support/program.js';
import { run } from '../../support/run.js';

const registers = ['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9'];
const call = (number: number, ...args: (string | number)[]) =>
  `${args.map((argument, i) => ` movq $${argument}, %${registers[i]}\n`).join('')} movl $${number}, %eax\n syscall\n`;

/** Runs calls, then writes the first bytes of `buffer`, which they fill. */
function filled(calls: string, bytes: number, options = {}): Buffer {
  const source = `.globl _start\n_start: ${calls}${call(1, 1, 'buffer', bytes)}${exitWith(0)}
        .data
iov:    .quad   buffer, 3, buffer + 8, 4
        .bss
buffer: .skip   8192\n`;
  return Buffer.from(run(source, options).stdout, 'latin1');
}
/** The value of rax after a call, to 63 bits. */
const result = (calls: string, options = {}) =>
  filled(`${calls} movq %rax, buffer(%rip)\n`, 8, options).readBigInt64LE();

describe('what the system says about itself', () => {
  it('uname has six strings of 65 bytes', () => {
    const names = filled(call(63, 'buffer'), 390);
    const strings = Array.from({ length: 6 }, (_, i) =>
      names.toString('latin1', 65 * i, 65 * (i + 1)).replace(/\0+$/, ''),
    );
    expect(strings).toEqual(['Linux', 'pagewalk', '6.1.0', '#1', 'x86_64', '(none)']);
  });

  it('numbers of user and process', () => {
    expect([39, 186, 218, 110, 102, 104, 107, 108].map((number) => Number(result(call(number))))).toEqual([
      1, 1, 1, 0, 1000, 1000, 1000, 1000,
    ]);
  });

  it('every signal has a name', () => {
    expect([11, 31, 34].map(signalName)).toEqual(['SIGSEGV', 'SIGSYS', 'SIG34']);
    expect(Object.keys(SIGNAL)).toHaveLength(31);
  });
});

describe('time', () => {
  it('is one nanosecond a step, from the epoch of the machine', () => {
    // Each move and the call itself is a step; the call is the fourth.
    const monotonic = filled(call(228, 1, 'buffer'), 16);
    expect([monotonic.readBigInt64LE(0), monotonic.readBigInt64LE(8)]).toEqual([0n, 4n]);
    const wall = filled(call(228, 0, 'buffer'), 16, { epoch: 1000 });
    expect([wall.readBigInt64LE(0), wall.readBigInt64LE(8)]).toEqual([1000n, 4n]);
  });

  it('is the same for gettimeofday and time, in their units', () => {
    const slept = `${call(35, 'nap', 0)}`;
    const nap = '\n.data\nnap: .quad 2, 5000000\n.text\n';
    const day = filled(`${nap}${slept}${call(96, 'buffer', 0)}`, 16, { epoch: 1000 });
    expect([day.readBigInt64LE(0), day.readBigInt64LE(8)]).toEqual([1002n, 5000n]);
    expect(result(`${nap}${slept}${call(201, 0)}`, { epoch: 1000 })).toBe(1002n);
    expect(filled(`${nap}${slept}${call(201, 'buffer')}`, 8, { epoch: 1000 }).readBigInt64LE()).toBe(1002n);
    expect([96, 201].map((number) => result(call(number, 16, 0)))).toEqual([-14n, -14n]);
  });
});

describe('random numbers', () => {
  it('follow from the seed', () => {
    const bytes = (seed: number) => filled(call(318, 'buffer', 32, 0), 32, { seed });
    expect(bytes(1)).toEqual(bytes(1));
    expect(bytes(1)).not.toEqual(bytes(2));
    expect(new Set(bytes(1)).size).toBeGreaterThan(16);
  });

  it('can be refused', () => {
    expect(result(call(318, 'buffer', 8, 8))).toBe(-22n);
    expect(result(call(318, 16, 8, 0))).toBe(-14n);
  });
});

describe('input and output', () => {
  it('readv fills one buffer after the other, and stops where the input does', () => {
    expect(filled(call(19, 0, 'iov', 2), 12, { stdin: 'abcdefghij' }).toString('latin1')).toBe('abc\0\0\0\0\0defg');
    expect(result(call(19, 0, 'iov', 2), { stdin: 'abcdefghij' })).toBe(7n);
    expect(result(call(19, 0, 'iov', 2), { stdin: 'abcd' })).toBe(4n);
    expect(result(call(19, 0, 'iov', 2))).toBe(0n);
    expect(result(call(19, 1, 'iov', 2))).toBe(-9n);
  });

  it('a descriptor can be closed and made again', () => {
    const duplicated = `${call(3, 0)}${call(32, 1)}`;
    expect(result(duplicated)).toBe(0n);
    expect(result(`${call(33, 1, 1024)}`)).toBe(-9n);
  });

  it('files are made in memory', () => {
    const path = '\n.data\npath: .asciz "x"\nempty: .byte 0\n.text\n';
    expect(result(`${path}${call(2, 'path', 0o101, 0o600)}`)).toBe(3n);
    expect(result(`${path}${call(257, -100, 'path', 0o101, 0o600)}`)).toBe(3n);
    expect(result(`${path}${call(2, 'empty', 0o101, 0o600)}`)).toBe(-2n);
    expect(result(`${path}${call(21, 'path', 0)}`)).toBe(-2n);
    const long = `\n.data\nlong: .fill 5000, 1, 'a'\n.byte 0\n.text\n`;
    expect(result(`${long}${call(2, 'long', 0)}`)).toBe(-36n);
  });

  it('an unknown call is -ENOSYS, and an event says which', () => {
    const { events } = run(`.globl _start\n_start: ${call(450, 1, 2, 3)}${exitWith(0)}`);
    const asked = events.find((event) => event.kind === 'syscall');
    expect(asked).toMatchObject({ number: 450, name: null, result: -38 });
    expect(asked).toHaveProperty('arguments', [1n, 2n, 3n, 0n, 0n, 0n]);
  });
});

describe('thread-local storage', () => {
  it('fs and gs have the base that arch_prctl gives them, each process its own', () => {
    const source = (value: number) => `.globl _start
_start: ${call(158, 0x1002, 'block')} ${call(158, 0x1001, 'block+8')}
        movq $${value}, %fs:0
        movq $3, %gs:0
        ${call(24)}
        movq %fs:8, %rdi
        addq %gs:-8, %rdi
        movl $60, %eax
        syscall
        .bss
block:  .skip 16`;
    const { result: both } = run([source(10), source(20)], { quantum: 3 });
    expect(both.processes.map(({ status }) => status)).toEqual([13, 23]);
  });
});

describe('sending signals', () => {
  it('kills another process, and only if it is there', () => {
    const victim = '.globl _start\n_start: jmp _start';
    const killer = (pid: number) =>
      `.globl _start\n_start: ${call(62, pid, 15)} negl %eax\n movl %eax, %edi\n movl $60, %eax\n syscall`;
    expect(run([victim, killer(1)], { quantum: 20 }).result.processes.map(({ status }) => status)).toEqual([143, 0]);
    expect(run([killer(9)]).status).toBe(3);
  });

  it('ignores what is ignored by default', () => {
    expect(run(`.globl _start\n_start: ${call(200, 1, 17)}${call(234, 1, 1, 28)}${exitWith(4)}`).status).toBe(4);
  });
});
