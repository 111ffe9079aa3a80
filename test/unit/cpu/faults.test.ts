import { describe, expect, it } from 'vitest';
import { CODE, type CpuBench, DATA, READ_ONLY, starts, UNMAPPED } from '../../support/cpu-bench.js';

describe.each(starts)('the %s engine', (_, start) => {
  /** What the last trap was. */
  function trap({ cpu }: CpuBench) {
    return { vector: cpu.trapVector, code: cpu.trapErrorCode, address: cpu.trapAddress };
  }

  describe('a page fault', () => {
    it('leaves the instruction without effect and says what was wrong', () => {
      const bench = start(['addl (%rbx), %eax'])
        .set('rbx', UNMAPPED + 0x10n)
        .set('rax', 5n);
      expect(bench.run(10)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: 14, code: 4, address: UNMAPPED + 0x10n });
      expect(bench.cpu.cr2).toBe(UNMAPPED + 0x10n);
      expect(bench.cpu.rip).toBe(CODE);
      expect(bench.get('rax')).toBe(5n);
      expect(
        bench.counts('steps', 'fetches', 'loads', 'abortedFetches', 'abortedData', 'exceptions', 'pageFaults'),
      ).toEqual({
        steps: 0,
        fetches: 0,
        loads: 0,
        abortedFetches: 1,
        abortedData: 1,
        exceptions: 1,
        pageFaults: 1,
      });
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });

    it('goes away when the page is mapped and the instruction runs again', () => {
      const bench = start(['pushq %rbx'])
        .set('rsp', UNMAPPED + 8n)
        .set('rbx', 3n);
      expect(bench.run(1)).toBe('trap');
      bench.map(UNMAPPED);
      expect(bench.run(1)).toBe('budget');
      expect(bench.get('rsp')).toBe(UNMAPPED);
      expect(bench.counts('stores', 'abortedData', 'fetches')).toEqual({ stores: 1, abortedData: 1, fetches: 1 });
    });

    it.each([
      ['movl %eax, (%rbx)', 7],
      ['addl %eax, (%rbx)', 7],
      ['cmpxchgl %ecx, (%rbx)', 7],
      ['shll $0, (%rbx)', 7],
      ['xchgl %eax, (%rbx)', 7],
      ['btsl %eax, (%rbx)', 7],
    ])('on a read-only page: %s reports a write', (line, code) => {
      const bench = start([line]).set('rbx', READ_ONLY);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: 14, code, address: READ_ONLY });
      expect(bench.count('abortedData')).toBe(1);
    });

    it.each([
      ['cmpl %eax, (%rbx)'],
      ['btl %eax, (%rbx)'],
      ['cmovzl (%rbx), %eax'],
      ['movl (%rbx), %eax'],
      ['pushq (%rbx)'],
    ])('on a read-only page: %s is a read and does not fault', (line) => {
      expect(start([line]).set('rbx', READ_ONLY).run(1)).toBe('budget');
    });

    it('of a false cmov happens all the same', () => {
      const bench = start(['cmovzl (%rbx), %eax']).set('rbx', UNMAPPED);
      expect(bench.run(1)).toBe('trap');
      expect(bench.cpu.trapVector).toBe(14);
    });

    it('on the second page of a store writes nothing and reports the first byte of that page', () => {
      const bench = start(['movq %rax, (%rbx)'])
        .set('rbx', READ_ONLY - 3n)
        .set('rax', -1n);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: 14, code: 7, address: READ_ONLY });
      expect(bench.read(READ_ONLY - 3n, 3)).toEqual([0, 0, 0]);
      expect(bench.count('abortedData')).toBe(2);
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });

    it('on the store of a push m comes after its load', () => {
      const bench = start(['pushq (%rbx)'])
        .set('rbx', DATA)
        .set('rsp', READ_ONLY + 8n);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench).address).toBe(READ_ONLY);
      expect(bench.counts('loads', 'abortedData')).toEqual({ loads: 0, abortedData: 2 });
    });

    it('on the second page of an instruction reports that page and a fetch', () => {
      const bench = start(['.byte b8 01 00'], { offset: 0x1ffd });
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: 14, code: 0x14, address: CODE + 0x2000n });
      expect(bench.counts('abortedFetches', 'fetches')).toEqual({ abortedFetches: 2, fetches: 0 });
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });

    it('on a jump into data is raised by the fetch there, not by the jump', () => {
      const bench = start(['jmp *%rbx']).set('rbx', DATA);
      expect(bench.run(2)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: 14, code: 0x15, address: DATA });
      expect(bench.cpu.rip).toBe(DATA);
      expect(bench.counts('instructions', 'abortedFetches')).toEqual({ instructions: 1, abortedFetches: 1 });
    });
  });

  describe('a repeated instruction that faults', () => {
    const intoUnmapped = () =>
      start(['rep movsb'])
        .set('rsi', READ_ONLY + 0xffdn)
        .set('rdi', DATA)
        .set('rcx', 8n)
        .write(READ_ONLY + 0xffdn, [1, 2, 3]);

    it('keeps the completed elements', () => {
      const bench = intoUnmapped();
      expect(bench.run(100)).toBe('trap');
      expect(bench.read(DATA, 4)).toEqual([1, 2, 3, 0]);
      expect(bench.get('rcx')).toBe(5n);
      expect(bench.get('rsi')).toBe(UNMAPPED);
      expect(bench.cpu.rip).toBe(CODE);
      expect(bench.counts('steps', 'instructions', 'loads', 'abortedFetches', 'abortedData')).toEqual({
        steps: 3,
        instructions: 0,
        loads: 3,
        abortedFetches: 1,
        abortedData: 1,
      });
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });

    it('continues where it stopped, with a fetch of its own', () => {
      const bench = intoUnmapped();
      bench.run(100);
      bench.map(UNMAPPED);
      expect(bench.run(5)).toBe('budget');
      expect(bench.get('rcx')).toBe(0n);
      expect(bench.counts('steps', 'instructions', 'fetches', 'abortedFetches')).toEqual({
        steps: 8,
        instructions: 1,
        fetches: 1,
        abortedFetches: 1,
      });
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });
  });

  describe('exceptions', () => {
    it.each([
      ['ud2', 6],
      ['.byte 06', 6],
      ['.byte 0f ff', 6],
      ['.byte f0 90', 6],
      ['.byte f0 01 c0', 6],
      ['.byte f0 39 03', 6],
      ['hlt', 13],
      ['cli', 13],
      ['sti', 13],
      ['.byte 66 66 66 66 66 66 66 66 66 66 66 66 66 66 66 90', 13],
    ])('%s in user mode raises vector %i before any effect', (line, vector) => {
      const bench = start([line]).set('rbx', DATA);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench)).toEqual({ vector, code: 0, address: 0n });
      expect(bench.cpu.rip).toBe(CODE);
      expect(bench.counts('steps', 'exceptions', 'pageFaults', 'abortedFetches', 'abortedData')).toEqual({
        steps: 0,
        exceptions: 1,
        pageFaults: 0,
        abortedFetches: 1,
        abortedData: 0,
      });
    });

    it.each([
      ['divl %ecx', 0n, 0n, 0n],
      ['divl %ecx', 1n, 0n, 1n],
      ['divb %cl', 0n, 0x200n, 2n],
      ['idivl %ecx', 0xffff_ffffn, 0x8000_0000n, -1n],
      ['idivq %rcx', -1n, -0x8000_0000_0000_0000n, -1n],
    ])('%s of %i:%i by %i is a divide error', (line, high, low, divisor) => {
      const bench = start([line]).set('rdx', high).set('rax', low).set('rcx', divisor);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench).vector).toBe(0);
      expect(bench.get('rax')).toBe(BigInt.asUintN(64, low));
    });

    it('a division of memory by zero has made its load: the lookup is aborted', () => {
      const bench = start(['divl (%rbx)']).set('rbx', DATA);
      expect(bench.run(1)).toBe('trap');
      expect(bench.counts('loads', 'abortedData')).toEqual({ loads: 0, abortedData: 1 });
    });

    it.each([
      ['movl (%rbx), %eax', 13],
      ['movl (%rbp), %eax', 12],
      ['movl 8(%rsp), %eax', 12],
      ['pushq %rax', 12],
      ['popq %rax', 12],
      ['ret', 12],
      ['jmp *%rbx', 13],
      ['.byte 64 8b 04 24', 13],
    ])('%s at a non-canonical address raises vector %i without a walk', (line, vector) => {
      const bad = 0x8000_0000_0000_0000n;
      const bench = start([line]).set('rbx', bad).set('rbp', bad).set('rsp', bad);
      expect(bench.run(1)).toBe('trap');
      expect(bench.cpu.trapVector).toBe(vector);
      expect(bench.cpu.cr2).toBe(0n);
      expect(bench.cpu.rip).toBe(CODE);
      // One walk, of the fetch.
      expect(bench.counts('walks', 'steps')).toEqual({ walks: 1, steps: 0 });
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });

    it('LOCK on a read-modify-write of memory is legal', () => {
      const bench = start(['lock addl $1, (%rbx)']).set('rbx', DATA);
      expect(bench.run(1)).toBe('budget');
      expect(bench.read(DATA, 1)).toEqual([1]);
    });
  });

  describe('traps', () => {
    it('syscall completes: rcx and r11 keep the way back', () => {
      const bench = start(['syscall']);
      expect(bench.run(5)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: 256, code: 0, address: 0n });
      expect(bench.cpu.rip).toBe(CODE + 2n);
      expect(bench.get('rcx')).toBe(CODE + 2n);
      expect(bench.get('r11')).toBe(0x202n);
      expect(bench.counts('steps', 'instructions', 'exceptions')).toEqual({ steps: 1, instructions: 1, exceptions: 0 });
    });

    it('int3 completes and is an exception', () => {
      const bench = start(['int3']);
      expect(bench.run(5)).toBe('trap');
      expect(trap(bench).vector).toBe(3);
      expect(bench.cpu.rip).toBe(CODE + 1n);
      expect(bench.counts('steps', 'exceptions')).toEqual({ steps: 1, exceptions: 1 });
    });

    it('hlt in kernel mode stops behind itself', () => {
      const bench = start(['sti', 'cli', 'hlt'], { cpl: 0 });
      expect(bench.run(5)).toBe('trap');
      expect(trap(bench).vector).toBe(257);
      expect(bench.cpu.rip).toBe(CODE + 3n);
      expect(bench.flag(9)).toBe(0);
    });

    it('the budget ends a run after exactly as many steps', () => {
      const bench = start(['.byte eb fe']);
      expect(bench.run(1000)).toBe('budget');
      expect(bench.count('steps')).toBe(1000);
    });
  });

  describe('enter', () => {
    /** Measured on an AMD EPYC in user mode: bytes above the page border that rsp starts at, the line, and where it faults below the border. */
    const measured: readonly (readonly [number, string, number | null])[] = [
      [8, 'enter $0, $0', null],
      [16, 'enter $8, $0', null],
      [16, 'enter $9, $0', 1],
      [16, 'enter $12, $0', 4],
      [16, 'enter $16, $0', 8],
      [16, 'enter $17, $0', 9],
      [16, 'enter $4104, $0', 4096],
      [24, 'enter $16, $1', 8],
      [16, 'enter $8, $1', 8],
      [16, 'enterw $13, $0', null],
      [16, 'enterw $15, $0', 1],
      [16, 'enterw $16, $0', 2],
    ];

    it.each(measured)('from %i bytes above a page that is not there: %s', (above, line, below) => {
      const bench = start([line])
        .set('rsp', DATA + BigInt(above))
        .set('rbp', DATA + BigInt(above));
      const outcome = bench.run(1);
      if (below === null) expect(outcome).toBe('budget');
      else expect(trap(bench)).toEqual({ vector: 14, code: 6, address: DATA - BigInt(below) });
      if (below === null) expect([bench.count('probes'), bench.count('stores')]).toEqual([1, 1]);
      else expect([bench.get('rsp'), bench.cpu.rip]).toEqual([DATA + BigInt(above), CODE]);
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });

    it('probes for writing', () => {
      const bench = start(['enter $16, $0']).set('rsp', UNMAPPED + 16n);
      bench.map(UNMAPPED);
      bench.run(1);
      expect(trap(bench)).toEqual({ vector: 14, code: 7, address: UNMAPPED - 8n });
    });
  });

  describe('cpuid', () => {
    it('answers as an x86-64-v1 processor', () => {
      const bench = start(['cpuid']).set('rax', 1n);
      bench.run(1);
      const features = bench.get('rdx');
      const has = (bit: number) => ((features >> BigInt(bit)) & 1n) === 1n;
      // FPU TSC CX8 CMOV MMX FXSR SSE SSE2 (Intel SDM vol. 2, table 3-11), and none of ecx: SSE3, SSSE3, SSE4, AVX.
      expect([0, 4, 8, 15, 23, 24, 25, 26].every(has)).toBe(true);
      expect(bench.get('rcx')).toBe(0n);
    });

    it('says SYSCALL, NX and long mode in the extended leaf', () => {
      const bench = start(['cpuid']).set('rax', 0x8000_0001n);
      bench.run(1);
      expect(bench.get('rdx')).toBe((1n << 11n) | (1n << 20n) | (1n << 29n));
    });

    it('has zeros for leaves that it does not have', () => {
      const bench = start(['cpuid']).set('rax', 7n).set('rbx', 5n);
      bench.run(1);
      expect([bench.get('rax'), bench.get('rbx'), bench.get('rcx'), bench.get('rdx')]).toEqual([0n, 0n, 0n, 0n]);
    });
  });
});
