import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/codec/decode.js';
import { entryBits } from '../../../src/mmu/entry-bits.js';
import { X86_LEVELS } from '../../../src/mmu/schemes/paging.js';
import type { WalkLevel } from '../../../src/mmu/schemes/scheme.js';
import { addressInWords, bytesInWords, isCanonical } from '../../../src/observe/address-words.js';
import { explainFault } from '../../../src/observe/explain-fault.js';
import type { AreaView, CodePlace, FaultReport } from '../../../src/observe/fault-report.js';
import { spaceOf, X86_SPACE } from '../../../src/observe/report-space.js';

const area = (start: bigint, end: bigint, rights: string, name: string): AreaView => ({
  start,
  end,
  read: rights[0] === 'r',
  write: rights[1] === 'w',
  execute: rights[2] === 'x',
  name,
});

const stackTop = 0x7fff_ffff_f000n;
const stack = { top: stackTop, limit: stackTop - 0x80_0000n };
const areas = [
  area(0x401000n, 0x402000n, 'r-x', '.text'),
  area(0x402000n, 0x404000n, 'rw-', '.data'),
  area(stackTop - 0x3000n, stackTop, 'rw-', '[stack]'),
];

const place = (address: bigint, bytes: number[], text: string | null, line = 0): CodePlace => ({
  address,
  bytes: Uint8Array.from(bytes),
  text,
  symbol: `_start+0x${(address - 0x401000n).toString(16)}`,
  source: line === 0 ? null : { address, file: 'prog.s', line, text: `        ${text}` },
});

/** A walk from entries given as numbers, root first. */
const walk = (...entries: bigint[]): WalkLevel[] =>
  entries.map((entry, i) => {
    const [low, high] = [Number(entry & 0xffff_ffffn) | 0, Number(entry >> 32n) | 0];
    const bits = entryBits(low, high);
    const stop = bits.present ? null : 'not-present';
    return {
      level: X86_LEVELS[i]!,
      index: i,
      table: 0x1000 * (i + 1),
      address: 0x1000 * (i + 1),
      low,
      high,
      bits,
      stop,
    };
  });

function report(changes: Partial<FaultReport>): FaultReport {
  const at = changes.at ?? place(0x401003n, [0x48, 0x8b, 0x43, 0x10], 'mov 0x10(%rbx),%rax', 7);
  const decoded = decode(at.bytes, 0, at.bytes.length);
  return {
    program: 'prog.s',
    signal: 'SIGSEGV',
    vector: 14,
    errorCode: 4,
    address: 0x10n,
    at,
    decoded: typeof decoded === 'string' ? null : decoded,
    registers: Array.from({ length: 16 }, (_, i) => (i === 4 ? stackTop - 0x100n : 0n)),
    mxcsr: 0x1f80,
    rflags: 0x202n,
    segmentBase: 0n,
    areas,
    stack,
    walk: null,
    divisor: null,
    cameFrom: null,
    fellThrough: false,
    lastWrites: [],
    symbolAt: () => null,
    note: null,
    ...changes,
  };
}

/** The explanation with every run of blanks as one, since lines are broken. */
const said = (changes: Partial<FaultReport>) => explainFault(report(changes)).replace(/\s+/g, ' ');

describe('an address in words', () => {
  const context = report({});
  test.each<[bigint, string]>([
    [0n, 'NULL'],
    [0x10n, 'NULL + 0x10'],
    [0xffff_ffff_ffff_fff8n, '8 bytes below NULL'],
    [0x404000n, 'the first byte past the end of .data'],
    [0x404008n, '8 bytes past the end of .data'],
    [0x400ff0n, '16 bytes below .text'],
    [0x402000n, 'the first byte of .data'],
    [0x402123n, '.data + 0x123'],
    [0x1234_5678_0000n, 'an address in the middle of nowhere'],
    [0xffff_8000_0000_0000n, 'an address of the upper half, which belongs to the kernel'],
    [0x1234_5678_90ab_cdefn, 'an address that cannot exist'],
    [stack.limit - 8n, '8 bytes below the lowest address that the stack may reach'],
  ])('%#x', (address, words) => {
    expect(addressInWords(address, context)).toBe(words);
  });

  test('a symbol names what a number cannot', () => {
    expect(addressInWords(0x402004n, { ...context, symbolAt: () => 'counter+0x4' })).toBe('counter+0x4 in .data');
  });

  test('canonical means bits 63 to 47 equal, with five levels 63 to 56', () => {
    const four = [0x7fff_ffff_ffffn, 0x8000_0000_0000n, 0xffff_8000_0000_0000n, 0xffff_7fff_ffff_ffffn];
    expect(four.map((address) => isCanonical(address, X86_SPACE))).toEqual([true, false, true, false]);
    const five = [0xff_ffff_ffff_ffffn, 0x100_0000_0000_0000n, 0xff00_0000_0000_0000n, 0xfeff_ffff_ffff_ffffn];
    const space = spaceOf({ kind: 'x86-64', levels: 5, physicalBits: null });
    expect(five.map((address) => isCanonical(address, space))).toEqual([true, false, true, false]);
  });

  test('byte counts are round where they can be', () => {
    expect([1n, 24n, 8192n, 8n << 20n].map(bytesInWords)).toEqual(['1 byte', '24 bytes', '8 KiB', '8 MiB']);
  });
});

describe('the explanation of a page fault', () => {
  test('a null pointer: words, sum of the address, last writer, walk, error code, areas, registers', () => {
    const text = said({
      walk: walk(0x2027n, 0n),
      lastWrites: [
        {
          register: '%rbx',
          value: 0n,
          stepsAgo: 2,
          by: place(0x401000n, [0x31, 0xdb], 'xor %ebx,%ebx', 5),
          systemCall: null,
          from: null,
        },
      ],
    });
    expect(text).toContain('prog.s: SIGSEGV (segmentation fault): it tried to read from NULL + 0x10.');
    expect(text).toContain('prog.s:7:');
    expect(text).toContain('0x401003 <_start+0x3>: 48 8b 43 10 mov 0x10(%rbx),%rax');
    expect(text).toContain('The address: %rbx (0x0) + 0x10 = 0x10.');
    expect(text).toContain(
      '%rbx was last written 2 instructions before, at line 5, 0x401000 (_start+0x0): xor %ebx,%ebx',
    );
    expect(text).toMatch(/PML4 +0 +0x1000 +0x0000000000002027 +1 +1 +1 +0 +1 +- +-> table at 0x2000/);
    expect(text).toMatch(/PDPT +1 +0x2000 +0x0000000000000000 +0 +<- not present: the walk ends here/);
    expect(text).toContain(
      'error code 0x4: P=0 no entry maps that page, W=0 no write, U=1 from user mode, I=0 a data access',
    );
    expect(text).toContain('0x10 <- NULL + 0x10');
    expect(text).toMatch(/%rsp 0x7fffffffef00/);
    expect(explainFault(report({})).endsWith('\n')).toBe(true);
  });

  test('a store to code names the right that is missing, and the entry', () => {
    const at = place(0x401002n, [0xc6, 0x07, 0x90], 'movb $0x90,(%rdi)', 3);
    const registers = report({}).registers.map((value, i) => (i === 7 ? 0x401000n : value));
    const walked = walk(0x2027n, 0x3027n, 0x4027n, 0x9025n);
    const text = said({ at, registers, address: 0x401000n, errorCode: 7, walk: walked });
    expect(text).toContain('it tried to write to the first byte of .text, which is read-only code.');
    expect(text).toMatch(/PT +3 .*<- not writable/);
    expect(text).toContain('P=1 the page is there, the right is not, W=1 a write');
    expect(text).toContain('0x401000 is here');
  });

  test('a jump into data speaks of NX and of the jump', () => {
    const at = place(0x402000n, [0xc3], 'ret');
    const cameFrom = place(0x401007n, [0xff, 0xd0], 'call *%rax', 4);
    const walked = walk(0x2027n, 0x3027n, 0x4027n, 0x8000_0000_0000_9027n);
    const text = said({ at, address: 0x402000n, errorCode: 0x15, cameFrom, walk: walked });
    expect(text).toContain('it tried to execute the first byte of .data, which is read-write and no-execute (NX)');
    expect(text).toContain('It came here by the call at line 4');
    expect(text).toMatch(/PT +3 .*<- no-execute/);
    expect(text).toContain('I=1 an instruction fetch');
  });

  test('a ret to nowhere explains where the address came from', () => {
    const cameFrom = place(0x401000n, [0xc3], 'ret', 2);
    const text = said({ at: place(1n, [], null), address: 1n, errorCode: 0x14, cameFrom });
    expect(text).toContain('it jumped to NULL + 0x1, where nothing is mapped');
    expect(text).toContain('A ret jumps to the number on top of the stack. That was 0x1');
    expect(text).toContain('(cannot be read)');
  });

  test('recursion without end is called a stack overflow', () => {
    const registers = report({}).registers.map((value, i) => (i === 4 ? stack.limit : value));
    const at = place(0x401000n, [0x57], 'push %rdi', 9);
    const text = said({ at, registers, address: stack.limit - 8n, errorCode: 6 });
    expect(text).toContain('stack overflow.');
    expect(text).toContain('that is 8 MiB');
  });

  test('a guard page is named', () => {
    const guarded = [...areas, area(0x700000n, 0x701000n, '---', 'mmap')];
    const text = said({ areas: guarded, address: 0x700000n, errorCode: 6 });
    expect(text).toContain('which allows no access at all (PROT_NONE)');
  });

  test('zero bytes as an instruction hint at a missing exit', () => {
    const text = said({ at: place(0x401010n, [0, 0], 'add %al,(%rax)'), address: 0n, errorCode: 6 });
    expect(text).toContain('run past its last instruction');
  });

  test('the first byte of a second page is told from the start of the access', () => {
    const registers = report({}).registers.map((value, i) => (i === 3 ? 0x403fean : value));
    const text = said({ registers, address: 0x404000n });
    expect(text).toContain('The access starts at 0x403ffa and reaches over the border of its page');
  });

  test('the result of a system call used as a pointer', () => {
    const write = {
      register: '%rbx',
      value: 0xffff_ffff_ffff_fff4n,
      stepsAgo: 1,
      by: place(0x401000n, [0x0f, 0x05], 'syscall', 3),
      systemCall: 'mmap (error ENOMEM)',
      from: null,
    };
    expect(said({ lastWrites: [write] })).toContain(
      '%rbx = 0xfffffffffffffff4 is what the system call mmap (error ENOMEM) returned, directly before, at line 3',
    );
  });
});

describe('other exceptions', () => {
  test('an address that is not canonical, and text in a pointer', () => {
    const letters = 0x2164_6c72_6f77_206fn;
    const text = said({ vector: 13, errorCode: 0, address: letters });
    expect(text).toContain(`it used 0x${letters.toString(16)}, which is not a canonical address`);
    expect(text).toContain('the text "o world!"');
    expect(text).not.toContain('error code');
  });

  test('a privileged instruction', () => {
    const text = said({ vector: 13, errorCode: 0, address: null, at: place(0x401000n, [0xf4], 'hlt', 1) });
    expect(text).toContain('hlt is a privileged instruction');
    expect(text).not.toContain('walk of');
  });

  test.each([
    [0n, 'division by zero'],
    [3n, 'the quotient of a division does not fit'],
  ])('a division by %d', (divisor, words) => {
    const at = place(0x401000n, [0xf7, 0xf9], 'idiv %ecx', 1);
    expect(said({ signal: 'SIGFPE', vector: 0, errorCode: 0, address: null, at, divisor })).toContain(words);
  });

  test('ud2, LOCK, old and unsupported instructions', () => {
    const illegal = (bytes: number[]) =>
      said({ signal: 'SIGILL', vector: 6, errorCode: 0, address: null, at: place(0x401000n, bytes, null) });
    expect(illegal([0x0f, 0x0b])).toContain('ud2 (0f 0b)');
    expect(illegal([0x0f, 0xb9, 0xc1])).toContain('ud1');
    expect(illegal([0x06])).toContain('push %es');
    expect(illegal([0xf0, 0x01, 0xc8])).toContain('LOCK prefix');
    expect(illegal([0xf2, 0x0f, 0x7c, 0xc1])).toContain('haddps');
    expect(illegal([0xf2, 0x0f, 0x7c, 0xc1])).toContain('-mno-sse3');
    expect(illegal([0xff, 0xff])).toContain('no instruction');
  });

  test('a vector in memory that is not aligned', () => {
    const registers = report({}).registers.map((value, i) => (i === 3 ? 0x402001n : value));
    const at = place(0x401000n, [0x0f, 0x28, 0x43, 0x10], 'movaps 0x10(%rbx),%xmm0', 1);
    const text = said({ vector: 13, errorCode: 0, address: null, at, registers });
    expect(text).toContain('movaps wants its operand at a multiple of 16; this one is at 0x402011');
    expect(text).toContain('movups');
  });

  test.each([
    [0x1d84, 'a division by zero'],
    [0x1f01, 'an invalid operation'],
    [0x1b88, 'an overflow'],
  ])('an exception of SSE with MXCSR %i', (mxcsr, words) => {
    const at = place(0x401000n, [0xf2, 0x0f, 0x5e, 0xc8], 'divsd %xmm0,%xmm1', 1);
    const text = said({ signal: 'SIGFPE', vector: 19, errorCode: 0, address: null, at, mxcsr });
    expect(text).toContain(`${words} in divsd`);
    expect(text).toContain(`MXCSR is 0x${mxcsr.toString(16)}`);
  });

  test('a breakpoint', () => {
    const at = place(0x401000n, [0xcc], 'int3', 1);
    expect(said({ signal: 'SIGTRAP', vector: 3, errorCode: 0, address: null, at })).toContain('breakpoint');
  });
});
