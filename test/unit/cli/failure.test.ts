import { describe, expect, test } from 'vitest';
import { eventText } from '../../../src/cli/event-log.js';
import { CommandError, EXIT } from '../../../src/cli/exit-status.js';
import { failure } from '../../../src/cli/failure.js';
import { BrokenPipe } from '../../../src/cli/output.js';
import { progressLine } from '../../../src/cli/progress.js';

describe('what ends a command', () => {
  test('a refusal: its status, its message, a way out', () => {
    const { status, text } = failure(new CommandError(EXIT.noInput, 'there is no file x', 'Look again.'), true);
    expect(status).toBe(66);
    expect(text).toBe('pagewalk: there is no file x\n  Look again.\n');
  });

  test('a defect: status 70 and no stack trace', () => {
    const { status, text } = failure(new TypeError('x is not a function\n    at nowhere'), false);
    expect(status).toBe(70);
    expect(text).toContain('this is a defect of pagewalk, not of your program: x is not a function\n');
    expect(text).not.toMatch(/^\s+at /m);
  });

  test('a defect at log level debug: with the trace', () => {
    expect(failure(new Error('boom'), true).text).toMatch(/^\s+at .*failure\.test/m);
    expect(failure('a string', true)).toMatchObject({ status: 70 });
  });

  test('a reader that went away is nothing to talk about', () => {
    expect(failure(new BrokenPipe(), false)).toEqual({ status: 0, text: '' });
  });
});

describe('the progress line', () => {
  test('instructions, speed, faults, time', () => {
    expect(progressLine({ instructions: 2_500_000, pageFaults: 17 }, 2)).toBe(
      '2,500,000 instructions, 1.3 MIPS, 17 page faults, 2.0 s',
    );
  });
});

describe('kernel events in words', () => {
  test.each([
    [
      { kind: 'switch', from: 1, to: 2, reason: 'timer', lost: 9 } as const,
      'switch from process 1 to 2 (timer), 9 translations lost',
    ],
    [
      { kind: 'evict', pid: 1, page: 0x1000, frame: 3, slot: -1 } as const,
      'process 1: page 0x1000 leaves frame 3, clean',
    ],
    [
      { kind: 'syscall', pid: 1, number: 1, name: 'write', arguments: [1n, 0x402000n, 5n], result: 5 } as const,
      'process 1: write(0x1, 0x402000, 0x5) = 5',
    ],
    [
      { kind: 'syscall', pid: 2, number: 999, name: null, arguments: [], result: -38 } as const,
      'process 2: system call 999() = -38',
    ],
    [
      { kind: 'stackGrowth', pid: 1, from: 0x8000, to: 0x7000 } as const,
      'process 1: the stack grows from 0x8000 to 0x7000',
    ],
  ])('%#', (event, text) => {
    expect(eventText(event)).toBe(text);
  });
});
