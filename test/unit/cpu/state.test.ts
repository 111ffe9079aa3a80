import { describe, expect, it } from 'vitest';
import type { Lookup, Step } from '../../../src/cpu/probe.js';
import { ReferenceCpu } from '../../../src/cpu/reference.js';
import { CODE, CpuBench, DATA, UNMAPPED } from '../../support/cpu-bench.js';

describe('CpuState', () => {
  it('saves and restores what belongs to a process', () => {
    const bench = new CpuBench(['movl $5, %eax', 'stc']).set('r15', 7n);
    bench.cpu.fsBase = 0x1234n;
    const before = bench.cpu.save();
    bench.run(2);
    expect(bench.cpu.register(0)).toBe(5n);
    const after = bench.cpu.save();
    expect(after.rip).toBe(CODE + 6n);
    expect(after.rflags).toBe(0x203n);
    bench.cpu.fsBase = 0n;
    bench.cpu.restore(before);
    expect(bench.cpu.save()).toEqual(before);
    expect(bench.cpu.fsBase).toBe(0x1234n);
  });

  it('keeps bit 1 of the flags set', () => {
    const { cpu } = new CpuBench(['nop']);
    cpu.rflags = 0n;
    expect(cpu.rflags).toBe(2n);
  });

  it('abandons a repeating instruction when rip is written', () => {
    const bench = new CpuBench(['rep stosb']).set('rdi', DATA).set('rcx', 4n);
    bench.run(1);
    bench.cpu.rip = CODE;
    expect(bench.cpu.repeating).toBe(0);
    expect(bench.count('abortedFetches')).toBe(1);
  });
});

describe('a probe of the reference CPU', () => {
  function watched(lines: readonly string[]) {
    const bench = new CpuBench(lines);
    const lookups: Lookup[] = [];
    const steps: Step[] = [];
    const traps: [number, number, bigint][] = [];
    const engine = bench.engine as ReferenceCpu;
    engine.probe = {
      lookup: (lookup) => lookups.push(lookup),
      step: (step) => steps.push(step),
      trap: (...trap) => traps.push(trap),
    };
    return { bench, lookups, steps, traps };
  }

  it('sees every lookup with its walk, and every reference of a completed step', () => {
    const { bench, lookups, steps } = watched(['addl %eax, (%rbx)', 'movl (%rbx), %ecx']);
    bench.set('rbx', DATA);
    bench.run(2);
    expect(lookups.map(({ access, virtual, hit, entriesRead }) => [access, virtual, hit, entriesRead])).toEqual([
      ['fetch', CODE, false, 4],
      ['write', DATA, false, 4],
      ['fetch', CODE + 2n, true, 0],
      ['read', DATA, true, 0],
    ]);
    expect(steps.map(({ references }) => references.map(({ kind, size }) => [kind, size]))).toEqual([
      [
        ['fetch', 2],
        ['modify', 4],
      ],
      [
        ['fetch', 2],
        ['load', 4],
      ],
    ]);
  });

  it('sees a repeated instruction fetched in its last step', () => {
    const { bench, steps } = watched(['rep lodsb']);
    bench.set('rsi', DATA).set('rcx', 3n);
    bench.run(3);
    expect(steps.map(({ last, references }) => [last, references.map(({ kind }) => kind)])).toEqual([
      [false, ['load']],
      [false, ['load']],
      [true, ['fetch', 'load']],
    ]);
  });

  it('sees the lookups of a fault, and the trap, and no step', () => {
    const { bench, lookups, steps, traps } = watched(['movl (%rbx), %ecx']);
    bench.set('rbx', UNMAPPED);
    bench.run(1);
    expect(lookups.map(({ access, physical }) => [access, physical >= 0])).toEqual([
      ['fetch', true],
      ['read', false],
    ]);
    expect(steps).toEqual([]);
    expect(traps).toEqual([[14, 4, UNMAPPED]]);
  });

  it('changes no counter', () => {
    const lines = ['pushq %rax', 'popq %rbx', 'movl (%rsp), %eax', 'rep movsb'];
    const { bench } = watched(lines);
    const plain = new CpuBench(lines);
    for (const each of [bench, plain])
      each
        .set('rcx', 3n)
        .set('rsi', DATA)
        .set('rdi', DATA + 8n)
        .run(6);
    expect(bench.engine).toBeInstanceOf(ReferenceCpu);
    expect([...bench.memory.u8.subarray(0, 0x2000)]).toEqual([...plain.memory.u8.subarray(0, 0x2000)]);
  });
});

describe('a machine that somebody else has used between two elements', () => {
  it('finds the repeating instruction again without a lookup', () => {
    const bench = new CpuBench(['rep movsb'], { offset: 0xfff });
    bench
      .set('rsi', DATA)
      .set('rdi', DATA + 0x40n)
      .set('rcx', 3n)
      .write(DATA, [1, 2, 3]);
    bench.run(1);
    const fresh = new ReferenceCpu(bench.memory, bench.mmu);
    expect(fresh.run(2)).toBe('budget');
    expect(bench.read(DATA + 0x40n, 3)).toEqual([1, 2, 3]);
    expect(bench.counts('itlbMisses', 'itlbHits', 'fetches')).toEqual({ itlbMisses: 2, itlbHits: 0, fetches: 1 });
  });
});
