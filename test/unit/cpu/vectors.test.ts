import { describe, expect, it } from 'vitest';
import { CODE, type CpuBench, DATA, READ_ONLY, starts, UNMAPPED } from '../../support/cpu-bench.js';

const bytes = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** The sixteen bytes 1, 2, 3 ... as a number. */
const COUNTING = 0x100f_0e0d_0c0b_0a09_0807_0605_0403_0201n;

describe.each(starts)('vectors on the %s engine', (_, start) => {
  const trap = ({ cpu }: CpuBench) => ({ vector: cpu.trapVector, code: cpu.trapErrorCode, address: cpu.trapAddress });

  it('16 bytes are one load and one store', () => {
    const bench = start(['movaps (%rbx), %xmm9', 'movaps %xmm9, 0x20(%rbx)']).set('rbx', DATA).write(DATA, bytes(16));
    bench.run(2);
    expect(bench.cpu.xmm(9)).toBe(COUNTING);
    expect(bench.read(DATA + 0x20n, 16)).toEqual(bytes(16));
    expect(bench.counts('loads', 'stores', 'modifies', 'dataSplits')).toEqual({
      loads: 1,
      stores: 1,
      modifies: 0,
      dataSplits: 0,
    });
    expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
  });

  it('and across a page still one, with two translations', () => {
    const bench = start(['movdqu (%rbx), %xmm0', 'movups %xmm0, 1(%rbx)'])
      .set('rbx', DATA + 0xff8n)
      .write(DATA + 0xff8n, bytes(16));
    bench.run(2);
    expect(bench.cpu.xmm(0)).toBe(COUNTING);
    expect(bench.read(DATA + 0xff9n, 16)).toEqual(bytes(16));
    expect(bench.counts('loads', 'stores', 'dataSplits')).toEqual({ loads: 1, stores: 1, dataSplits: 2 });
    expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
  });

  it.each([
    'movaps 1(%rbx), %xmm0',
    'movdqa %xmm0, 8(%rbx)',
    'addps 4(%rbx), %xmm0',
    'pxor 4(%rbx), %xmm0',
    'movntdq %xmm0, 8(%rbx)',
    'cvtdq2ps 8(%rbx), %xmm0',
  ])('%s is not aligned: #GP(0), before any translation', (line) => {
    const bench = start([line]).set('rbx', UNMAPPED);
    expect(bench.run(1)).toBe('trap');
    expect(trap(bench)).toEqual({ vector: 13, code: 0, address: 0n });
    expect(bench.counts('abortedData', 'dtlbMisses')).toEqual({ abortedData: 0, dtlbMisses: 0 });
  });

  it.each(['movups 1(%rbx), %xmm0', 'cvtps2pd 4(%rbx), %xmm0', 'addsd 4(%rbx), %xmm0', 'movhps %xmm0, 1(%rbx)'])(
    '%s need not be aligned',
    (line) => {
      const bench = start([line]).set('rbx', DATA);
      expect(bench.run(1)).toBe('budget');
    },
  );

  it('a fault in the second page leaves memory and registers as they were', () => {
    const bench = start(['movups %xmm1, (%rbx)']).set('rbx', READ_ONLY - 8n);
    bench.cpu.setXmm(1, COUNTING);
    expect(bench.run(1)).toBe('trap');
    expect(trap(bench)).toEqual({ vector: 14, code: 7, address: READ_ONLY });
    expect(bench.read(READ_ONLY - 8n, 8)).toEqual(new Array(8).fill(0));
  });

  it('an unmasked exception changes nothing but its flag', () => {
    const bench = start(['divsd %xmm0, %xmm1']);
    bench.cpu.setXmm(1, 0x3ff0_0000_0000_0000n);
    bench.cpu.mxcsr = 0x1f80 & ~0x200;
    expect(bench.run(1)).toBe('trap');
    expect(trap(bench)).toEqual({ vector: 19, code: 0, address: 0n });
    expect(bench.cpu.rip).toBe(CODE);
    expect(bench.cpu.xmm(1)).toBe(0x3ff0_0000_0000_0000n);
    expect(bench.cpu.mxcsr).toBe(0x1d84);
    expect(bench.counts('steps', 'exceptions')).toEqual({ steps: 0, exceptions: 1 });
    bench.cpu.mxcsr = 0x1f80;
    expect(bench.run(1)).toBe('budget');
    expect(bench.cpu.xmm(1)).toBe(0x7ff0_0000_0000_0000n);
    expect(bench.cpu.mxcsr).toBe(0x1f84);
  });

  it('flags of exceptions are sticky, and rounding is what MXCSR says', () => {
    const third = (mode: number) => {
      const bench = start([
        'cvtsi2sd %rax, %xmm0',
        'cvtsi2sd %rbx, %xmm1',
        'divsd %xmm1, %xmm0',
        'ucomisd %xmm1, %xmm1',
      ])
        .set('rax', 1n)
        .set('rbx', 3n);
      bench.cpu.mxcsr = 0x1f80 | (mode << 13);
      bench.run(4);
      expect(bench.cpu.mxcsr & 0x3f).toBe(0x20);
      return bench.cpu.xmm(0) & 0xfn;
    };
    expect([0, 1, 2, 3].map(third)).toEqual([5n, 5n, 6n, 5n]);
  });

  it('ldmxcsr refuses reserved bits; stmxcsr gives back what was loaded', () => {
    const bench = start(['ldmxcsr (%rbx)', 'stmxcsr 4(%rbx)', 'ldmxcsr 8(%rbx)']).set('rbx', DATA);
    bench.write(DATA, [0xc0, 0x7f, 0, 0, 0, 0, 0, 0, 0x80, 0x1f, 1, 0]);
    expect(bench.run(10)).toBe('trap');
    expect(bench.read(DATA + 4n, 4)).toEqual([0xc0, 0x7f, 0, 0]);
    expect(trap(bench)).toEqual({ vector: 13, code: 0, address: 0n });
    expect(bench.cpu.mxcsr).toBe(0x7fc0);
  });

  it('maskmovdqu stores the chosen bytes', () => {
    const bench = start(['maskmovdqu %xmm1, %xmm2']).set('rdi', DATA);
    bench.cpu.setXmm(1, 0x80n | (0x80n << 120n));
    bench.cpu.setXmm(2, COUNTING);
    bench.run(1);
    expect(bench.read(DATA, 16)).toEqual([1, ...new Array(14).fill(0), 16]);
    expect(bench.counts('loads', 'stores', 'modifies')).toEqual({ loads: 1, stores: 1, modifies: 1 });
  });

  it('scalar moves clear the register when they load, and keep it when they move', () => {
    const bench = start(['movsd (%rbx), %xmm0', 'movsd %xmm0, %xmm1', 'movss (%rbx), %xmm2', 'movq %xmm1, %xmm3']);
    bench.set('rbx', DATA).write(DATA, bytes(8));
    const ones = (1n << 128n) - 1n;
    for (let number = 0; number < 4; number++) bench.cpu.setXmm(number, ones);
    bench.run(4);
    const low = 0x0807_0605_0403_0201n;
    expect([0, 1, 2, 3].map((number) => bench.cpu.xmm(number))).toEqual([
      low,
      ((ones >> 64n) << 64n) | low,
      0x0403_0201n,
      low,
    ]);
  });

  it('belong to the process: save and restore keep them', () => {
    const bench = start(['pcmpeqd %xmm15, %xmm15', 'ldmxcsr (%rbx)']).set('rbx', DATA);
    bench.write(DATA, [0x80, 0x3f, 0, 0]);
    const before = bench.cpu.save();
    bench.run(2);
    expect(bench.cpu.xmm(15)).toBe((1n << 128n) - 1n);
    const after = bench.cpu.save();
    bench.cpu.restore(before);
    expect([bench.cpu.xmm(15), bench.cpu.mxcsr]).toEqual([0n, 0x1f80]);
    bench.cpu.restore(after);
    expect([bench.cpu.xmm(15), bench.cpu.mxcsr]).toEqual([(1n << 128n) - 1n, 0x3f80]);
  });
});
