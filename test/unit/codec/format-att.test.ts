import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/codec/decode.js';
import { attText, formatAtt, formatObjdump } from '../../../src/codec/format-att.js';

function decoded(hex: string) {
  const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  const result = decode(bytes, 0, bytes.length);
  if (typeof result === 'string') throw new Error(`${hex}: ${result}`);
  return result;
}

/** Lines copied from `objdump -d` (binutils 2.40): bytes, text. */
const LINES: readonly (readonly [string, string])[] = [
  ['f3 c3', 'repz ret'],
  ['6a 01', 'push   $0x1'],
  ['66 6a 01', 'pushw  $0x1'],
  ['66 ff 30', 'pushw  (%rax)'],
  ['ff 10', 'call   *(%rax)'],
  ['3e ff e0', 'notrack jmp *%rax'],
  ['c8 08 00 01', 'enter  $0x8,$0x1'],
  ['66 9c', 'pushfw'],
  ['66 90', 'xchg   %ax,%ax'],
  ['48 90', 'rex.W nop'],
  ['49 90', 'xchg   %rax,%r8'],
  ['f3 a4', 'rep movsb %ds:(%rsi),%es:(%rdi)'],
  ['f2 ae', 'repnz scas %es:(%rdi),%al'],
  ['f3 48 ab', 'rep stos %rax,%es:(%rdi)'],
  ['64 aa', 'fs stos %al,%es:(%rdi)'],
  ['48 98', 'cltq'],
  ['66 0f b6 18', 'movzbw (%rax),%bx'],
  ['48 b8 90 78 56 34 12 00 00 00', 'movabs $0x1234567890,%rax'],
  ['67 a1 01 02 03 04', 'addr32 mov 0x4030201,%eax'],
  ['64 48 8b 04 25 00 00 00 00', 'mov    %fs:0x0,%rax'],
  ['8b 04 25 00 00 00 80', 'mov    0xffffffff80000000,%eax'],
  ['8b 04 20', 'mov    (%rax,%riz,1),%eax'],
  ['d1 20', 'shll   (%rax)'],
  ['d1 e0', 'shl    %eax'],
  ['0f ba 23 03', 'btl    $0x3,(%rbx)'],
  ['66 0f 1f 44 00 00', 'nopw   0x0(%rax,%rax,1)'],
  ['66 2e 0f 1f 84 00 00 00 00 00', 'cs nopw 0x0(%rax,%rax,1)'],
  ['66 66 2e 0f 1f 84 00 00 00 00 00', 'data16 cs nopw 0x0(%rax,%rax,1)'],
  ['67 e8 00 00 00 00', 'addr32 call 0x6'],
  ['66 48 8d 3d 00 00 00 00', 'data16 lea 0x0(%rip),%rdi        # 0x8'],
  ['4f 01 c0', 'rex.WRXB add %r8,%r8'],
  ['26 8b 00', 'es mov (%rax),%eax'],
  ['2e 74 fe', 'je,pn  0x1'],
  ['f2 74 fd', 'bnd je 0x0'],
  ['67 e3 fd', 'jecxz  0x0'],
  ['f0 01 c0', 'lock add %eax,%eax'],
];

describe('the disassembler', () => {
  it.each(LINES)('%s is %s', (hex, text) => {
    expect(formatObjdump(decoded(hex), 0n)).toBe(text);
  });

  it('names branch targets and rip-relative operands', () => {
    const symbolize = (address: bigint) => (address === 0x401020n ? 'x' : address === 0x401025n ? 'x+0x5' : null);
    expect(formatAtt(decoded('8b 05 10 00 00 00'), 0x40100an, symbolize)).toBe(
      'mov 0x10(%rip),%eax        # 401020 <x>',
    );
    expect(formatAtt(decoded('eb 03'), 0x401020n, symbolize)).toBe('jmp 401025 <x+0x5>');
    expect(formatAtt(decoded('eb 04'), 0x401020n, symbolize)).toBe('jmp 0x401026');
    expect(formatAtt(decoded('eb fe'), 0x401020n)).toBe('jmp 0x401020');
  });

  it('wraps addresses at 2^64', () => {
    expect(formatAtt(decoded('eb fd'), 0n)).toBe('jmp 0xffffffffffffffff');
  });

  it('gives the parts of a line', () => {
    expect(attText(decoded('f3 48 ab'), 0n)).toEqual({
      mnemonic: 'rep stos',
      operands: '%rax,%es:(%rdi)',
      comment: '',
    });
  });
});
