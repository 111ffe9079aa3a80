import { describe, expect, it } from 'vitest';
import { CODE, type CpuBench, DATA, starts } from '../../support/cpu-bench.js';

const KERNEL = { cpl: 0 } as const;
const word = (value: bigint, bytes = 8) =>
  Array.from({ length: bytes }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));

describe.each(starts)('segments on the %s engine', (_, start) => {
  const trap = ({ cpu }: CpuBench) => [cpu.trapVector, cpu.trapErrorCode, cpu.rip - CODE];

  it('has the selectors of Linux, and keeps those that a program loads', () => {
    const lines = ['mov %cs,%eax', 'mov %ss,%rbx', 'mov %ds,%ecx', 'mov %edx,%ds', 'mov %ds,%esi', 'mov %cs,(%rdi)'];
    const bench = start(lines).set('rdx', 0x1_0000_002bn).set('rdi', DATA).set('rcx', -1n);
    expect(bench.run(6)).toBe('budget');
    expect(['rax', 'rbx', 'rcx', 'rsi'].map((name) => bench.get(name))).toEqual([0x33n, 0x2bn, 0n, 0x2bn]);
    expect(bench.read(DATA, 3)).toEqual([0x33, 0, 0]);
    const kernel = start(['mov %cs,%eax', 'mov %ss,%ebx'], KERNEL);
    kernel.run(2);
    expect([kernel.get('rax'), kernel.get('rbx')]).toEqual([0x10n, 0x18n]);
  });

  it('makes the base of FS zero with a new selector', () => {
    const bench = start(['push %fs', 'pop %fs', 'mov %fs:0x600000,%eax']).write(DATA, word(7n, 4));
    bench.cpu.fsBase = 0x1000n;
    bench.run(2);
    expect([bench.cpu.fsBase, bench.get('rsp')]).toEqual([0n, DATA + 0x800n]);
  });

  it.each([
    ['mov %eax,%ds', 0x10n, 0x10],
    ['mov %eax,%es', 0x7cn, 0x7c],
    ['mov %eax,%ss', 0n, 0],
    ['mov %eax,%ss', 0x28n, 0x28],
    ['mov %eax,%gs', 0x40n, 0x40],
  ])('%s with %d is #GP(%d)', (line, selector, code) => {
    const bench = start([line]).set('rax', selector);
    expect(bench.run(1)).toBe('trap');
    expect(trap(bench)).toEqual([13, code, 0n]);
  });

  it('lar, lsl, verr and verw tell what a program may use', () => {
    const lines = ['lar %ax,%ebx', 'lsl %ax,%rcx', 'setz %dl', 'verw %ax', 'setz %dh', 'lar %si,%ebx', 'setz %al'];
    const bench = start(lines).set('rax', 0x33n).set('rsi', 0x10n).set('rdx', 0n);
    expect(bench.run(7)).toBe('budget');
    expect(['rax', 'rbx', 'rcx', 'rdx'].map((name) => bench.get(name))).toEqual([0n, 0xaffb00n, 0xffff_ffffn, 1n]);
  });

  it('far transfers stay in the 64-bit code of their level', () => {
    const bench = start(['lcall *(%rbx)', 'nop', 'lret']).set('rbx', DATA);
    bench.write(DATA, [...word(CODE + 3n, 4), 0x33, 0]);
    expect(bench.run(2)).toBe('budget');
    expect([bench.cpu.rip, bench.get('rsp')]).toEqual([CODE + 2n, DATA + 0x800n]);
    expect(bench.counts('loads', 'stores')).toEqual({ loads: 4, stores: 2 });
    for (const selector of [0, 0x23, 0x2b, 0x10]) {
      const refused = start(['ljmp *(%rbx)']).set('rbx', DATA);
      refused.write(DATA, [...word(CODE, 4), selector, 0]);
      expect(refused.run(1)).toBe('trap');
      expect(trap(refused)).toEqual([13, selector & 0xfc, 0n]);
    }
  });

  it('an operand-size prefix makes near branches 16 bits wide', () => {
    const bench = start(['call *%ax']).set('rax', 0x1234n);
    expect(bench.run(1)).toBe('budget');
    expect([bench.cpu.rip, bench.get('rsp')]).toEqual([0x1234n, DATA + 0x7fen]);
    expect(bench.read(DATA + 0x7fen, 2)).toEqual(word(CODE + 3n, 2));
    const back = start(['retw']).write(DATA + 0x800n, [0x45, 0x23, 0xff]);
    back.run(1);
    expect([back.cpu.rip, back.get('rsp')]).toEqual([0x2345n, DATA + 0x802n]);
  });

  it('int1 is the debug exception, behind itself', () => {
    const bench = start(['int1']);
    expect(bench.run(1)).toBe('trap');
    expect(trap(bench)).toEqual([1, 0, 1n]);
    expect(bench.counts('instructions', 'exceptions')).toEqual({ instructions: 1, exceptions: 1 });
  });
});

describe.each(starts)('saving and restoring vectors on the %s engine', (_, start) => {
  it('fxsave writes 416 bytes as after fninit, in 26 references; fxrstor takes MXCSR and the XMM registers back', () => {
    const bench = start(['fxsave64 (%rbx)', 'fxrstor (%rsi)'])
      .set('rbx', DATA)
      .set('rsi', DATA + 0x400n);
    bench.write(DATA, new Array(512).fill(0xee));
    for (let number = 0; number < 16; number++) bench.cpu.setXmm(number, (BigInt(number) << 64n) | 0x77n);
    bench.write(DATA + 0x400n, new Array(512).fill(1));
    bench.write(DATA + 0x418n, word(0x1fa0n, 4));
    expect(bench.run(2)).toBe('budget');
    // As the processor writes it, but for the bit of AMD in the mask of MXCSR.
    expect(bench.read(DATA, 32)).toEqual([...word(0x37fn, 24), ...word(0x1f80n, 4), 0xff, 0xff, 0, 0]);
    expect(bench.read(DATA + 32n, 128)).toEqual(new Array(128).fill(0));
    expect(bench.read(DATA + 160n + 48n, 16)).toEqual([...word(0x77n), ...word(3n)]);
    expect(bench.read(DATA + 416n, 96)).toEqual(new Array(96).fill(0xee));
    expect(bench.counts('loads', 'stores')).toEqual({ loads: 26, stores: 26 });
    expect([bench.cpu.mxcsr, bench.cpu.xmm(5)]).toEqual([0x1fa0, BigInt(`0x${'01'.repeat(16)}`)]);
  });

  it('wants 16-byte alignment and no reserved bits of MXCSR', () => {
    for (const [line, value] of [
      ['fxsave 8(%rbx)', 0n],
      ['fxrstor (%rbx)', 0x10000n],
    ] as const) {
      const bench = start([line])
        .set('rbx', DATA)
        .write(DATA + 24n, word(value, 4));
      expect(bench.run(1), line).toBe('trap');
      expect([bench.cpu.trapVector, bench.cpu.trapErrorCode]).toEqual([13, 0]);
      expect(bench.identities()).toEqual({ fetch: 0, data: 0 });
    }
  });
});

describe.each(starts)('more system instructions on the %s engine', (_, start) => {
  const privileged = [
    'mov %db0,%rax',
    'mov %rax,%db7',
    'lmsw %ax',
    'lldt %ax',
    'ltr %ax',
    'insb',
    'rep outsl',
    'wbnoinvd',
  ];

  it.each([...privileged, 'rdpmc', 'sysretl'])('%s is refused in user mode', (line) => {
    const bench = start([line]).set('rcx', 0n);
    expect(bench.run(1)).toBe('trap');
    expect([bench.cpu.trapVector, bench.cpu.trapErrorCode]).toEqual([13, 0]);
  });

  it('debug registers and selectors of the system keep their values; lmsw cannot clear protection', () => {
    const lines = ['mov %rax,%db3', 'mov %db3,%rbx', 'ltr %ax', 'str %ecx', 'lmsw %dx', 'smsw %esi'];
    const bench = start(lines, KERNEL).set('rax', 0x40n).set('rdx', 0x2n);
    expect(bench.run(6)).toBe('budget');
    expect(['rbx', 'rcx', 'rsi'].map((name) => bench.get(name))).toEqual([0x40n, 0x40n, 0x8001_0003n]);
  });

  it('ports fill strings with ones', () => {
    const bench = start(['rep insw'], KERNEL).set('rdi', DATA).set('rcx', 3n).write(DATA, [1, 2, 3, 4, 5, 6, 7]);
    expect(bench.run(3)).toBe('budget');
    expect(bench.read(DATA, 7)).toEqual([255, 255, 255, 255, 255, 255, 7]);
  });
});
