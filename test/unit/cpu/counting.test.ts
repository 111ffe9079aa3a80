import { describe, expect, it } from 'vitest';
import { type CpuBench, DATA, starts } from '../../support/cpu-bench.js';

describe.each(starts)('the %s engine', (_, start) => {
  /** Loads, stores and modifies of one instruction, with rbx at a word of the data page. */
  function references(line: string): [number, number, number] {
    const bench = start([line])
      .set('rbx', DATA + 0x100n)
      .set('rsi', DATA + 0x200n)
      .set('rdi', DATA + 0x300n);
    bench.set('rbp', DATA + 0x400n).set('rax', 1n);
    bench.write(DATA + 0x100n, [1, 0, 0x40, 0, 0, 0, 0, 0]);
    expect(bench.run(1)).toBe('budget');
    expect(bench.counts('steps', 'instructions', 'fetches')).toEqual({ steps: 1, instructions: 1, fetches: 1 });
    expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    return [bench.count('loads'), bench.count('stores'), bench.count('modifies')];
  }

  describe('references of one instruction: loads, stores, modifies', () => {
    it.each<[string, [number, number, number]]>([
      ['movl (%rbx), %eax', [1, 0, 0]],
      ['movl %eax, (%rbx)', [0, 1, 0]],
      ['movl $5, %eax', [0, 0, 0]],
      ['addl $3, %eax', [0, 0, 0]],
      ['addl %eax, (%rbx)', [1, 1, 1]],
      ['addl (%rbx), %eax', [1, 0, 0]],
      ['incq (%rbx)', [1, 1, 1]],
      ['negb (%rbx)', [1, 1, 1]],
      ['shll $0, (%rbx)', [1, 1, 1]],
      ['cmpl %eax, (%rbx)', [1, 0, 0]],
      ['testb $1, (%rbx)', [1, 0, 0]],
      ['btl $3, (%rbx)', [1, 0, 0]],
      ['btl %eax, (%rbx)', [1, 0, 0]],
      ['btsl $3, (%rbx)', [1, 1, 1]],
      ['btsl %eax, (%rbx)', [1, 1, 1]],
      ['cmovel (%rbx), %eax', [1, 0, 0]],
      ['sete (%rbx)', [0, 1, 0]],
      ['xchgl %eax, (%rbx)', [1, 1, 1]],
      ['xaddl %eax, (%rbx)', [1, 1, 1]],
      ['cmpxchgl %ecx, (%rbx)', [1, 1, 1]],
      ['leaq 8(%rbx), %rax', [0, 0, 0]],
      ['nopl (%rbx)', [0, 0, 0]],
      ['prefetcht0 (%rbx)', [0, 0, 0]],
      ['pushq %rax', [0, 1, 0]],
      ['pushq (%rbx)', [1, 1, 0]],
      ['popq %rax', [1, 0, 0]],
      ['popq (%rbx)', [1, 1, 0]],
      ['pushfq', [0, 1, 0]],
      ['call *(%rbx)', [1, 1, 0]],
      ['call *%rbx', [0, 1, 0]],
      ['jmp *(%rbx)', [1, 0, 0]],
      ['ret', [1, 0, 0]],
      ['leave', [1, 0, 0]],
      ['enter $16, $0', [0, 1, 0]],
      ['movsb', [1, 1, 0]],
      ['cmpsb', [2, 0, 0]],
      ['scasb', [1, 0, 0]],
      ['stosb', [0, 1, 0]],
      ['lodsb', [1, 0, 0]],
      ['mull (%rbx)', [1, 0, 0]],
      ['divb (%rbx)', [1, 0, 0]],
    ])('%s: %j', (line, expected) => {
      expect(references(line)).toEqual(expected);
    });

    it('a read-modify-write is translated once', () => {
      const bench = start(['addl %eax, (%rbx)']).set('rbx', DATA);
      bench.run(1);
      expect(bench.count('dtlbHits') + bench.count('dtlbMisses')).toBe(1);
    });
  });

  describe('the three instructions of the lecture', () => {
    it('make five references: three fetches, a load and a store', () => {
      const bench = start(['movl (%rbx), %eax', 'addl $3, %eax', 'movl %eax, (%rbx)']);
      bench.set('rbx', DATA).write(DATA, [39, 0, 0, 0]);
      bench.run(3);
      expect(bench.counts('fetches', 'loads', 'stores')).toEqual({ fetches: 3, loads: 1, stores: 1 });
      expect(bench.read(DATA, 4)).toEqual([42, 0, 0, 0]);
    });
  });

  describe('references that cross a page', () => {
    it('a load asks for both pages and counts once, as a split', () => {
      const bench = start(['movl 0xffe(%rbx), %eax']).set('rbx', DATA);
      bench.write(DATA + 0xffen, [1, 2, 3, 4]);
      bench.run(1);
      expect(bench.get('rax')).toBe(0x0403_0201n);
      expect(bench.counts('loads', 'dataSplits', 'dtlbMisses')).toEqual({ loads: 1, dataSplits: 1, dtlbMisses: 2 });
    });

    it('a read-modify-write asks for both pages once', () => {
      const bench = start(['addl $1, 0xffe(%rbx)'])
        .set('rbx', DATA)
        .write(DATA + 0xffen, [0xff, 0xff, 0, 0]);
      bench.run(1);
      expect(bench.read(DATA + 0xffen, 4)).toEqual([0, 0, 1, 0]);
      expect(bench.counts('loads', 'stores', 'modifies', 'dataSplits', 'dtlbMisses')).toEqual({
        loads: 1,
        stores: 1,
        modifies: 1,
        dataSplits: 1,
        dtlbMisses: 2,
      });
    });

    it('an instruction is fetched from both pages and counts one fetch and one split', () => {
      const bench = start(['movl $7, %eax'], { offset: 0xffd });
      bench.run(1);
      expect(bench.get('rax')).toBe(7n);
      expect(bench.counts('fetches', 'fetchSplits', 'itlbMisses')).toEqual({
        fetches: 1,
        fetchSplits: 1,
        itlbMisses: 2,
      });
    });

    it('an instruction that ends with its page does not ask for the next one', () => {
      const bench = start(['movl $7, %eax'], { offset: 0x1ffb });
      expect(bench.run(1)).toBe('budget');
      expect(bench.counts('fetches', 'fetchSplits', 'itlbMisses')).toEqual({
        fetches: 1,
        fetchSplits: 0,
        itlbMisses: 1,
      });
    });
  });

  describe('a repeated string instruction', () => {
    const copy = () => {
      const bench = start(['rep movsb', 'nop']);
      return bench
        .set('rsi', DATA)
        .set('rdi', DATA + 0x40n)
        .set('rcx', 5n)
        .write(DATA, [1, 2, 3, 4, 5]);
    };

    it('is one instruction with one fetch; every element is a step', () => {
      const bench = copy();
      bench.run(5);
      expect(bench.read(DATA + 0x40n, 6)).toEqual([1, 2, 3, 4, 5, 0]);
      expect(bench.counts('steps', 'instructions', 'fetches', 'loads', 'stores')).toEqual({
        steps: 5,
        instructions: 1,
        fetches: 1,
        loads: 5,
        stores: 5,
      });
      expect(bench.count('itlbMisses') + bench.count('itlbHits')).toBe(1);
      expect(bench.get('rcx')).toBe(0n);
    });

    it('counts its fetch when it completes, wherever it is interrupted', () => {
      const bench = copy();
      for (const done of [1, 2, 3, 4]) {
        bench.run(1);
        expect(bench.counts('steps', 'instructions', 'fetches')).toEqual({ steps: done, instructions: 0, fetches: 0 });
        expect(bench.cpu.repeating).toBe(1);
        expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
      }
      bench.run(2);
      expect(bench.cpu.repeating).toBe(0);
      expect(bench.counts('steps', 'instructions', 'fetches')).toEqual({ steps: 6, instructions: 2, fetches: 2 });
    });

    it('with count zero is one step without references', () => {
      const bench = copy().set('rcx', 0n);
      bench.run(1);
      expect(bench.counts('steps', 'instructions', 'fetches', 'loads', 'stores')).toEqual({
        steps: 1,
        instructions: 1,
        fetches: 1,
        loads: 0,
        stores: 0,
      });
    });

    it('goes backward when DF is set', () => {
      const bench = start(['std', 'rep stosb'])
        .set('rdi', DATA + 3n)
        .set('rcx', 3n)
        .set('rax', 9n);
      bench.run(4);
      expect(bench.read(DATA, 5)).toEqual([0, 9, 9, 9, 0]);
      expect(bench.get('rdi')).toBe(DATA);
    });

    it('repne scasb stops behind the byte it looks for', () => {
      const bench = start(['repne scasb']).set('rdi', DATA).set('rcx', 10n).set('rax', 7n);
      bench.write(DATA, [1, 2, 7, 4]);
      bench.run(3);
      expect(bench.get('rdi')).toBe(DATA + 3n);
      expect(bench.get('rcx')).toBe(7n);
      expect(bench.counts('steps', 'instructions')).toEqual({ steps: 3, instructions: 1 });
    });

    it('that crosses a page makes two fetch lookups in all', () => {
      const bench = start(['rep movsb'], { offset: 0xfff });
      bench
        .set('rsi', DATA)
        .set('rdi', DATA + 0x40n)
        .set('rcx', 3n);
      bench.run(1);
      expect(bench.cpu.repeating).toBe(2);
      bench.run(2);
      expect(bench.counts('fetches', 'fetchSplits', 'itlbMisses', 'itlbHits')).toEqual({
        fetches: 1,
        fetchSplits: 1,
        itlbMisses: 2,
        itlbHits: 0,
      });
    });

    it('that another process interrupts is fetched again', () => {
      const bench = copy();
      bench.run(2);
      const saved = bench.cpu.save();
      expect(bench.counts('abortedFetches', 'fetches')).toEqual({ abortedFetches: 1, fetches: 0 });
      bench.cpu.restore(saved);
      bench.run(3);
      expect(bench.counts('abortedFetches', 'fetches', 'instructions')).toEqual({
        abortedFetches: 1,
        fetches: 1,
        instructions: 1,
      });
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });
  });

  describe('the moments of lookups', () => {
    /** Stamps of the valid entries of the data TLB, by page. */
    function stamps(bench: CpuBench, base: number): number[] {
      const { u32 } = bench.memory;
      const found: number[] = [];
      for (let entry = base; entry < base + 8 * 32; entry += 32) {
        if ((u32[(entry + 12) >>> 2]! & 1) === 1) found.push(u32[(entry + 24) >>> 2]!);
      }
      return found;
    }

    it('are eight times the steps before, 0 and 1 for the fetch, 2 to 5 for the accesses', async () => {
      const { ITLB_BASE, DTLB_BASE } = await import('../../../src/memory/layout.js');
      const bench = start(['nop', 'nop', 'movsq'], { offset: 0xffd });
      bench.set('rsi', DATA + 0xffcn).set('rdi', DATA + 0x10n);
      bench.run(3);
      expect(stamps(bench, ITLB_BASE)).toEqual([16, 17]);
      expect(stamps(bench, DTLB_BASE)).toEqual([16 + 4, 16 + 3]);
    });
  });
});
