import { describe, expect, it } from 'vitest';
import { CODE, type CpuBench, DATA, starts } from '../../support/cpu-bench.js';

const KERNEL = { cpl: 0 } as const;
const GENERAL_PROTECTION = 13;

const PRIVILEGED = [
  'mov %cr0,%rax', 'mov %rax,%cr3', 'clts', 'rdmsr', 'wrmsr', 'swapgs', 'lgdt (%rbx)', 'lidt (%rbx)', 'invlpg (%rbx)',
  'invpcid (%rbx),%rax', 'invd', 'wbinvd', 'sysretq', 'in $5,%al', 'in %dx,%eax', 'out %al,$5', 'out %ax,%dx', 'hlt', 'cli', 'sti',
]; // biome-ignore format: a table

describe.each(starts)('system instructions on the %s engine', (_, start) => {
  function trap({ cpu }: CpuBench) {
    return { vector: cpu.trapVector, code: cpu.trapErrorCode, rip: cpu.rip };
  }

  function faults(line: string, set: Record<string, bigint>): void {
    const bench = start([line], KERNEL);
    for (const [name, value] of Object.entries(set)) bench.set(name, value);
    expect(bench.run(1), line).toBe('trap');
    expect(trap(bench), line).toEqual({ vector: GENERAL_PROTECTION, code: 0, rip: CODE });
    expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
  }

  it.each(PRIVILEGED)('%s is refused in user mode, before it touches memory', (line) => {
    const bench = start([line]).set('rbx', 0x10n);
    expect(bench.run(1)).toBe('trap');
    expect(trap(bench)).toEqual({ vector: GENERAL_PROTECTION, code: 0, rip: CODE });
    expect(bench.counts('loads', 'stores', 'abortedData')).toEqual({ loads: 0, stores: 0, abortedData: 0 });
  });

  describe('control registers', () => {
    it('are read and written', () => {
      const bench = start(['mov %cr0,%rax', 'mov %rcx,%cr2', 'mov %cr2,%rdx', 'mov %r9,%cr8', 'mov %cr8,%r10'], KERNEL);
      bench.set('rcx', 0xdead_beef_0000n).set('r9', 7n);
      expect(bench.run(5)).toBe('budget');
      expect([bench.get('rax'), bench.get('rdx'), bench.get('r10')]).toEqual([0x8001_0001n, 0xdead_beef_0000n, 7n]);
    });

    it('CR3 empties the TLB, CR4.PGE too; CR0.WP takes effect at once', () => {
      const bench = start(['mov %cr3,%rax', 'mov %rax,%cr3', 'mov %rcx,%cr4', 'mov %rdx,%cr0', 'nop'], KERNEL);
      bench.set('rcx', 0x20n).set('rdx', 0x8000_0001n);
      expect(bench.run(5)).toBe('budget');
      expect(bench.counts('tlbFlushes', 'tlbFlushed')).toEqual({ tlbFlushes: 2, tlbFlushed: 2 });
      expect([bench.cpu.cr4, bench.cpu.cr0]).toEqual([0x20n, 0x8000_0001n]);
    });

    it('clts clears CR0.TS', () => {
      const bench = start(['mov %rax,%cr0', 'clts'], KERNEL).set('rax', 0x8001_0009n);
      bench.run(1);
      expect(bench.cpu.cr0).toBe(0x8001_0009n);
      bench.run(1);
      expect(bench.cpu.cr0).toBe(0x8001_0001n);
    });

    it.each([
      ['mov %rax,%cr0', 0x1n],
      ['mov %rax,%cr0', 0x8000_0000n],
      ['mov %rax,%cr0', 0xa001_0001n],
      ['mov %rax,%cr0', 0x1_8001_0001n],
      ['mov %rax,%cr3', 1n << 52n],
      ['mov %rax,%cr4', 0n],
      ['mov %rax,%cr4', 0x1020n],
      ['mov %rax,%cr8', 16n],
    ])('%s with %d is refused', (line, value) => faults(line, { rax: value }));
  });

  describe('model-specific registers', () => {
    it.each([
      [0xc000_0081n, 0x1234_5678_9abcn],
      [0xc000_0082n, 0xffff_8000_0000_1000n],
      [0xc000_0084n, 0x4_7700n],
      [0xc000_0100n, 0x7fff_ffff_f000n],
      [0xc000_0101n, 0x1000n],
      [0xc000_0102n, 0xffff_ffff_8000_0000n],
    ])('%d keeps a value', (number, value) => {
      const bench = start(['wrmsr', 'xorl %eax,%eax', 'xorl %edx,%edx', 'rdmsr'], KERNEL);
      bench
        .set('rcx', number)
        .set('rax', (0x55n << 32n) | (value & 0xffff_ffffn))
        .set('rdx', value >> 32n);
      expect(bench.run(4)).toBe('budget');
      expect((bench.get('rdx') << 32n) | bench.get('rax')).toBe(value);
    });

    it('EFER.SCE and NXE may change, long mode may not', () => {
      const bench = start(['wrmsr'], KERNEL).set('rcx', 0xc000_0080n).set('rax', 0x500n).set('rdx', 0n);
      expect(bench.run(1)).toBe('budget');
      expect(bench.cpu.efer).toBe(0x500n);
      faults('wrmsr', { rcx: 0xc000_0080n, rax: 0x801n, rdx: 0n });
      faults('wrmsr', { rcx: 0xc000_0080n, rax: 0xf01n, rdx: 0n });
    });

    it('others do not exist; a base must be canonical', () => {
      faults('rdmsr', { rcx: 0x1bn });
      faults('wrmsr', { rcx: 0x10n, rax: 0n, rdx: 0n });
      faults('wrmsr', { rcx: 0xc000_0100n, rax: 0n, rdx: 0x8000n });
    });

    it('FS takes its base from them, swapgs exchanges those of GS', () => {
      const bench = start(['wrmsr', 'movq %fs:8,%rbx', 'swapgs', 'movq %gs:8,%rsi', 'swapgs'], KERNEL);
      bench.write(DATA + 8n, [1, 2, 3, 4, 5, 6, 7, 8]);
      bench.cpu.gsBase = 0x1000n;
      bench.memory.view.setBigUint64(0x308, DATA, true);
      bench.set('rcx', 0xc000_0100n).set('rax', DATA).set('rdx', 0n);
      expect(bench.run(4)).toBe('budget');
      expect([bench.get('rbx'), bench.get('rsi')]).toEqual([0x807060504030201n, 0x807060504030201n]);
      expect(bench.cpu.gsBase).toBe(DATA);
      bench.run(1);
      expect(bench.cpu.gsBase).toBe(0x1000n);
    });
  });

  it('rdtsc counts the steps of the machine', () => {
    const bench = start(['nop', 'nop', 'rdtsc', 'movl %eax,%ebx', 'rdtsc']).set('rdx', -1n);
    expect(bench.run(5)).toBe('budget');
    expect([bench.get('rbx'), bench.get('rax'), bench.get('rdx')]).toEqual([2n, 4n, 0n]);
  });

  describe('tables and translations', () => {
    it('lgdt and sgdt carry limit and base, two accesses each', () => {
      const bench = start(['lgdt (%rbx)', 'sgdt 16(%rbx)', 'sidt 32(%rbx)'], KERNEL).set('rbx', DATA + 0x0ffen);
      bench.write(DATA + 0x0ffen, [0x7f, 0, 1, 2, 3, 4, 5, 0x80, 0, 0]);
      expect(bench.run(3)).toBe('trap');
      bench.write(DATA + 0x0ffen, [0x7f, 0, 1, 2, 3, 4, 5, 0, 0, 0]);
      expect(bench.run(3)).toBe('budget');
      expect(bench.read(DATA + 0x100en, 10)).toEqual([0x7f, 0, 1, 2, 3, 4, 5, 0, 0, 0]);
      expect(bench.read(DATA + 0x101en, 10)).toEqual(new Array(10).fill(0));
      expect(bench.counts('loads', 'stores')).toEqual({ loads: 2, stores: 4 });
    });

    it('invlpg drops one page, invpcid as it is told', () => {
      const lines = [
        'movb (%rbx),%al',
        'invlpg (%rbx)',
        'movb (%rbx),%al',
        'invpcid (%rbx),%rcx',
        'invpcid (%rbx),%rdx',
      ];
      const bench = start(lines, KERNEL).set('rbx', DATA).set('rcx', 0n).set('rdx', 2n);
      bench.write(DATA + 8n, [0, 0, 0x60, 0, 0, 0, 0, 0]);
      expect(bench.run(3)).toBe('budget');
      expect(bench.counts('invalidations', 'dtlbMisses', 'tlbFlushes')).toEqual({
        invalidations: 1,
        dtlbMisses: 2,
        tlbFlushes: 0,
      });
      expect(bench.run(2)).toBe('budget');
      expect(bench.counts('invalidations', 'dtlbMisses', 'tlbFlushes')).toEqual({
        invalidations: 2,
        dtlbMisses: 3,
        tlbFlushes: 1,
      });
    });

    it('numbers address spaces with CR4.PCIDE: a write of CR3 keeps what it is told to keep', () => {
      const load = 'movb (%rbx),%dl';
      const moves = ['mov %rax,%cr4', load, 'mov %rcx,%cr3', load, 'mov %rsi,%cr3', load, 'mov %rdi,%cr3', load];
      const bench = start([...moves, 'invpcid (%rbx),%rbp', load], KERNEL).set('rbx', DATA);
      const { cr3, cr4 } = bench.cpu;
      bench
        .set('rax', cr4 | 0x2_0000n)
        .set('rcx', cr3 | 1n)
        .set('rsi', cr3 | (1n << 63n));
      bench.set('rdi', cr3 | 1n).set('rbp', 1n);
      bench.write(DATA, [1]);
      const misses = [0, 1, 1, 2, 2, 2, 2, 3, 3, 4].map((expected) => {
        expect(bench.run(1)).toBe('budget');
        return [bench.counts('dtlbMisses').dtlbMisses, expected];
      });
      expect(misses.map(([actual]) => actual)).toEqual(misses.map(([, expected]) => expected));
      expect(bench.cpu.cr3).toBe(cr3 | 1n);
    });

    it('PCIDE is refused in another space than 0, bit 63 of CR3 without it', () => {
      const { cr3, cr4 } = start(['nop'], KERNEL).cpu;
      faults('mov %rax,%cr3', { rax: cr3 | (1n << 63n) });
      const bench = start(['mov %rcx,%cr3', 'mov %rax,%cr4'], KERNEL)
        .set('rcx', cr3 | 5n)
        .set('rax', cr4 | 0x2_0000n);
      expect(bench.run(2)).toBe('trap');
      expect(trap(bench).vector).toBe(GENERAL_PROTECTION);
    });

    it('invpcid refuses types above 3, identifiers and addresses that are not canonical', () => {
      const refuse = (type: bigint, descriptor: readonly number[]) => {
        const bench = start(['invpcid (%rbx),%rcx'], KERNEL).set('rbx', DATA).set('rcx', type);
        bench.write(DATA, descriptor);
        expect(bench.run(1)).toBe('trap');
        expect(trap(bench)).toEqual({ vector: GENERAL_PROTECTION, code: 0, rip: CODE });
      };
      refuse(4n, []);
      refuse(0n, [1]);
      refuse(3n, [0, 0x10]);
      refuse(0n, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80]);
    });
  });

  describe('returns', () => {
    const frame = (bench: CpuBench, ...words: bigint[]) => {
      words.forEach((word, index) => {
        const bytes = Array.from({ length: 8 }, (_, i) => Number((word >> BigInt(8 * i)) & 0xffn));
        bench.write(DATA + 0x800n + BigInt(8 * index), bytes);
      });
    };

    it('iretq goes to user mode with its flags and stack', () => {
      const bench = start(['iretq', 'nop', 'mov %cr0,%rax'], KERNEL);
      frame(bench, CODE + 2n, 0x33n, 0xed7n, DATA + 0x100n, 0x2bn);
      expect(bench.run(2)).toBe('budget');
      expect([bench.cpu.cpl, bench.cpu.rip, bench.get('rsp')]).toEqual([3, CODE + 3n, DATA + 0x100n]);
      expect(bench.cpu.rflags & 0xed5n).toBe(0xcd5n | 0x200n);
      expect(bench.count('loads')).toBe(5);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench).vector).toBe(GENERAL_PROTECTION);
    });

    it('iretq of a program stays in user mode and keeps IF', () => {
      const bench = start(['iretq', 'nop']);
      frame(bench, CODE + 2n, 0x33n, 0x1n, DATA + 0x100n, 0x2bn);
      expect(bench.run(2)).toBe('budget');
      expect([bench.cpu.cpl, bench.cpu.rflags]).toEqual([3, 0x203n]);
    });

    it.each([
      [0x08n, 0x10n, 0x08],
      [0x33n, 0x28n, 0x28],
      [0x31n, 0x29n, 0x30],
    ])('iretq of a program to selectors %d and %d is refused', (code, stack, error) => {
      const bench = start(['iretq']);
      frame(bench, CODE, code, 2n, DATA, stack);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: GENERAL_PROTECTION, code: error, rip: CODE });
      expect(bench.get('rsp')).toBe(DATA + 0x800n);
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    });

    it('sysretq takes rip from rcx and the flags from r11', () => {
      const bench = start(['sysretq', 'nop'], KERNEL)
        .set('rcx', CODE + 3n)
        .set('r11', 0x246n);
      expect(bench.run(2)).toBe('budget');
      expect([bench.cpu.cpl, bench.cpu.rip, bench.cpu.rflags]).toEqual([3, CODE + 4n, 0x246n]);
      faults('sysretq', { rcx: 1n << 47n, r11: 2n });
    });
  });

  describe('ports and interrupts', () => {
    it('no device answers', () => {
      const bench = start(['in $5,%al', 'in %dx,%ax', 'out %eax,%dx'], KERNEL).set('rax', 0n);
      expect(bench.run(1)).toBe('budget');
      expect(bench.get('rax')).toBe(0xffn);
      expect(bench.run(2)).toBe('budget');
      expect(bench.get('rax')).toBe(0xffffn);
    });

    it('int 3 is the breakpoint, the other gates belong to the kernel', () => {
      const bench = start(['.byte cd 03']);
      expect(bench.run(1)).toBe('trap');
      expect(trap(bench)).toEqual({ vector: 3, code: 0, rip: CODE + 2n });
      const other = start(['int $0x80']);
      expect(other.run(1)).toBe('trap');
      expect(trap(other)).toEqual({ vector: GENERAL_PROTECTION, code: 0x402, rip: CODE });
    });
  });

  describe('exchanges', () => {
    it('cmpxchg16b needs an aligned operand, is one read-modify-write, and sets only ZF', () => {
      const bench = start(['lock cmpxchg16b (%rsi)', 'cmpxchg16b (%rsi)']).set('rsi', DATA);
      bench.write(DATA, [1, 0, 0, 0, 0, 0, 0, 0, 2]);
      bench.cpu.rflags = 0x8d7n;
      bench.set('rax', 1n).set('rdx', 2n).set('rbx', 3n).set('rcx', 4n);
      expect(bench.run(2)).toBe('budget');
      expect(bench.read(DATA, 16)).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]);
      expect([bench.get('rax'), bench.get('rdx'), bench.cpu.rflags]).toEqual([3n, 4n, 0x897n]);
      expect(bench.counts('loads', 'stores', 'modifies')).toEqual({ loads: 2, stores: 2, modifies: 2 });
      const crooked = start(['cmpxchg16b (%rsi)']).set('rsi', DATA + 8n);
      expect(crooked.run(1)).toBe('trap');
      expect(trap(crooked).vector).toBe(GENERAL_PROTECTION);
    });

    it('xlat reads the byte at rbx + al', () => {
      const bench = start(['xlat'])
        .set('rbx', DATA)
        .set('rax', 0x1105n)
        .write(DATA + 5n, [0x77]);
      expect(bench.run(1)).toBe('budget');
      expect(bench.get('rax')).toBe(0x1177n);
    });
  });
});
