import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  type ConfigProblem,
  completeConfig,
  type MachineOptions,
  parseSize,
} from '../../../src/machine/config.js';
import { engines } from '../../../src/machine/engines.js';
import { LoadError, Machine } from '../../../src/machine/machine.js';
import { COUNTER_NAMES } from '../../../src/memory/layout.js';
import { exitWith, program } from '../../support/program.js';
import { run } from '../../support/run.js';

const loop = (turns: number) => `
        .globl  _start
_start: movl    $${turns}, %ecx
1:      pushq   %rcx
        popq    %rax
        decl    %ecx
        jnz     1b
        ${exitWith(3)}`;
const endless = '.globl _start\n_start: jmp _start';

const problems = (options: MachineOptions): readonly ConfigProblem[] => {
  const result = completeConfig(options);
  return 'profile' in result ? [] : result;
};

describe('a configuration', () => {
  it('has the textbook machine as its default', () => {
    expect(completeConfig({})).toMatchObject({
      ramBytes: 64 * 2 ** 20,
      tlb: { itlb: { sets: 16, ways: 4 }, dtlb: { sets: 16, ways: 4 }, unified: false, policy: 'lru' },
      quantum: 10_000,
      replacement: 'lru',
      limit: null,
    });
  });

  it('names every problem at once, as data', () => {
    const found = problems({
      profile: 'abacus',
      ram: '1 elephant',
      quantum: 0,
      replacement: 'opt',
      limit: 1.5,
      swap: 17,
    });
    expect(found.map(({ option }) => option)).toEqual(['profile', 'ram', 'quantum', 'replacement', 'swap', 'limit']);
    expect(() => new Machine({ ram: 5, quantum: -1 })).toThrow(ConfigError);
    expect(() => new Machine({ engine: 'steam' })).toThrow(/engine steam: must be one of auto, interpreter, reference/);
  });

  it.each<[MachineOptions, keyof MachineOptions]>([
    [{ ram: 60 * 1024 }, 'ram'],
    [{ ram: '4G' }, 'ram'],
    [{ ram: 65536 + 1 }, 'ram'],
    [{ stackLimit: 4096 }, 'stackLimit'],
    [{ seed: -1 }, 'seed'],
    [{ tlb: { itlb: { sets: 3, ways: 1 }, dtlb: null, unified: false, policy: 'lru', seed: 1 } }, 'tlb'],
    [{ tlb: { itlb: null, dtlb: null, unified: true, policy: 'lru', seed: 1 } }, 'tlb'],
  ])('refuses %j', (options, option) => {
    expect(problems(options).map((problem) => problem.option)).toEqual([option]);
  });

  it.each([
    ['4096', 4096],
    ['64K', 65536],
    ['64 KiB', 65536],
    ['1.5M', 1.5 * 2 ** 20],
    ['2g', 2 ** 31],
    ['1 MB', 2 ** 20],
    ['', null],
    ['-1', null],
    ['1T', null],
    ['0.3', null],
    [-1, null],
    [0.5, null],
  ])('reads the size %j', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });
});

describe('the run loop', () => {
  it('stops at a limit with 124', () => {
    const machine = new Machine({ ram: '1M', limit: 1000 });
    machine.load(program(endless));
    const result = machine.run();
    expect(result).toMatchObject({ reason: 'limit', status: 124, counters: { steps: 1000 } });
    expect(machine.run()).toMatchObject({ reason: 'limit', counters: { steps: 1000 } });
  });

  it('does not reach a limit that the program does not reach', () => {
    // 1 + 3 turns of 4 + 3 for the exit.
    expect(run(loop(3), { limit: 17 }).result).toMatchObject({ reason: 'exit', status: 3, counters: { steps: 16 } });
    expect(run(loop(3), { limit: 15 }).result).toMatchObject({ reason: 'limit', status: 124, counters: { steps: 15 } });
  });

  it('can be paused anywhere, and goes on as if nothing had been', () => {
    const whole = run(loop(2000)).result;
    const machine = new Machine({ ram: '1M' });
    machine.load(program(loop(2000), 'test0.s'));
    let result = machine.run(1);
    for (let steps = 2; result.reason === 'paused'; steps = (steps * 7) % 1009) result = machine.run(steps);
    expect(result.counters).toEqual(whole.counters);
    expect(result.status).toBe(3);
  });

  it('can be interrupted by who watches, and continued', () => {
    const machine = new Machine({ ram: '1M', quantum: 100 });
    machine.load(program(loop(1000)));
    machine.load(program(loop(1000)));
    machine.onEvent = (event) => {
      if (event.kind === 'switch' && event.time === 300) machine.interrupt();
    };
    expect(machine.run()).toMatchObject({ reason: 'interrupted', status: 130, counters: { steps: 300 } });
    expect(machine.run()).toMatchObject({ reason: 'exit', status: 3 });
  });

  it.each([...engines.keys()])('gives the same counts every time (%s)', (engine) => {
    const counters = [1, 2].map(() => run([loop(500), loop(300)], { engine, quantum: 77 }).result.counters);
    expect(counters[0]).toEqual(counters[1]);
    expect(Object.keys(counters[0]!)).toEqual(COUNTER_NAMES);
  });

  it('has nothing to do without a program', () => {
    expect(new Machine({ ram: '1M' }).run()).toMatchObject({ reason: 'exit', status: 0, processes: [] });
  });
});

describe('loading', () => {
  it('collects output when the host does not want it', () => {
    const machine = new Machine({ ram: '1M' });
    machine.load(
      program(`.globl _start
_start: movl $1, %edi
        leaq text(%rip), %rsi
        movl $6, %edx
        movl $1, %eax
        syscall
        movl $2, %edi
        movl $1, %eax
        syscall
        ${exitWith(0)}
        .data
text:   .ascii "hello\\n"`),
    );
    const { stdout, stderr } = machine.run();
    expect([stdout, stderr].map((bytes) => new TextDecoder().decode(bytes))).toEqual(['hello\n', 'hello\n']);
  });

  it('refuses what cannot be loaded, and leaves nothing behind', () => {
    const machine = new Machine({ ram: '64K' });
    const free = machine.kernel.vm.frames.free;
    const image = program(endless);
    const high = { ...image, segments: image.segments.map((segment) => ({ ...segment, address: 2n ** 47n - 4096n })) };
    const empty = { ...image, segments: [] };
    for (const [bad, problem] of [
      [high, 'segmentOutsideUserSpace'],
      [empty, 'noSegments'],
    ] as const) {
      try {
        machine.load(bad);
        expect.unreachable();
      } catch (error) {
        expect((error as LoadError).problem.problem).toBe(problem);
      }
    }
    expect(() => machine.load(image, ['x'.repeat(3 * 2 ** 20)])).toThrow(/argumentsTooLong/);
    expect(machine.kernel.vm.frames.free).toBe(free);
    // Root, three tables and a page for the stack: 15 frames are enough for three.
    for (let i = 0; i < 3; i++) machine.load(image);
    expect(() => machine.load(image)).toThrow(LoadError);
    expect(() => machine.load(image)).toThrow(/outOfMemory/);
  });
});
