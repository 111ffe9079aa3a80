import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, MAX_LENGTH } from '../../../src/codec/decode.js';
import type { Decoded } from '../../../src/codec/decoded.js';

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

function decodeHex(hex: string): Decoded {
  const bytes = bytesOf(hex);
  const result = decode(bytes, 0, bytes.length);
  if (typeof result === 'string') throw new Error(`${hex}: ${result}`);
  return result;
}

/** Mnemonic and operand size, the two things that prefixes decide. */
const named = (hex: string) => `${decodeHex(hex).form.mnemonic} ${decodeHex(hex).width}`;

describe('decode: prefixes', () => {
  it('takes the operand size from 66 and REX.W, and REX.W wins', () => {
    expect(named('01 c8')).toBe('add 32');
    expect(named('66 01 c8')).toBe('add 16');
    expect(named('48 01 c8')).toBe('add 64');
    expect(named('66 48 01 c8')).toBe('add 64');
    expect(named('66 00 c8')).toBe('add 8');
  });

  it('makes push and pop 64 bits wide, 16 under 66', () => {
    expect(named('50')).toBe('push 64');
    expect(named('48 50')).toBe('push 64');
    expect(named('66 50')).toBe('push 16');
  });

  it('forgets a REX that does not stand right before the opcode', () => {
    expect(decodeHex('48 66 01 c8')).toMatchObject({ width: 16, rex: false });
    expect(decodeHex('66 41 01 c8')).toMatchObject({ width: 16, rex: true, rm: 8, reg: 1 });
  });

  it('extends reg, index, base and opcode registers', () => {
    expect(decodeHex('4f 01 44 e5 00')).toMatchObject({ reg: 8, memory: { base: 13, index: 12, scale: 3 } });
    expect(decodeHex('41 57')).toMatchObject({ reg: 15 });
    expect(decodeHex('4d 89 c8')).toMatchObject({ reg: 9, rm: 8 });
  });

  it('names ah..bh without REX and spl..dil with it', () => {
    expect(decodeHex('88 e0')).toMatchObject({ reg: 4, rex: false });
    expect(decodeHex('40 88 e0')).toMatchObject({ reg: 4, rex: true });
  });

  it('keeps the last of FS and GS, which CS, DS, ES and SS do not cancel', () => {
    expect(decodeHex('64 65 8b 00').memory!.segment).toBe('gs');
    expect(decodeHex('64 2e 8b 00').memory!.segment).toBe('fs');
    expect(decodeHex('3e 8b 00').memory!.segment).toBe('ds');
    expect(decodeHex('65 a4')).toMatchObject({ segment: 'gs', memory: null });
  });

  it('lets the last of F2 and F3 decide', () => {
    expect(decodeHex('f3 a4').repeat).toBe('rep');
    expect(decodeHex('f2 ae').repeat).toBe('repne');
    expect(decodeHex('f2 f3 a6').repeat).toBe('rep');
    expect(decodeHex('a6').repeat).toBe('none');
  });

  it('ignores prefixes without effect: rep ret, bnd jmp, notrack jmp, addr32 call', () => {
    expect(decodeHex('f3 c3').form.mnemonic).toBe('ret');
    expect(decodeHex('f2 eb 00').form.mnemonic).toBe('jmp');
    expect(decodeHex('3e ff e0')).toMatchObject({ form: { mnemonic: 'jmp' }, rm: 0 });
    expect(decodeHex('67 e8 01 00 00 00')).toMatchObject({ form: { mnemonic: 'call' }, immediate: 1n, length: 6 });
  });

  it('tells nop, pause, xchg and endbr64 apart', () => {
    expect(decodeHex('90').form.mnemonic).toBe('nop');
    expect(decodeHex('48 90').form.mnemonic).toBe('nop');
    expect(decodeHex('f3 90').form.mnemonic).toBe('pause');
    expect(decodeHex('49 90')).toMatchObject({ form: { mnemonic: 'xchg' }, reg: 8 });
    expect(decodeHex('91')).toMatchObject({ form: { mnemonic: 'xchg' }, reg: 1 });
    expect(decodeHex('f3 0f 1e fa').form.mnemonic).toBe('endbr64');
  });

  it('reads F3 0F BC as tzcnt at every operand size', () => {
    expect(named('f3 0f bc c1')).toBe('tzcnt 32');
    expect(named('66 f3 0f bc c1')).toBe('tzcnt 16');
    expect(named('f3 48 0f bc c1')).toBe('tzcnt 64');
    expect(named('0f bc c1')).toBe('bsf 32');
  });

  it('reports LOCK and leaves its legality to the processor', () => {
    expect(decodeHex('f0 01 08').lock).toBe(true);
    expect(decodeHex('f0 89 08').lock).toBe(true);
  });
});

describe('decode: operands', () => {
  it('reads the addressing modes of ModRM and SIB', () => {
    expect(decodeHex('8b 00').memory).toMatchObject({ base: 0, index: -1, displacement: 0n });
    expect(decodeHex('8b 45 f8').memory).toMatchObject({ base: 5, displacement: -8n });
    expect(decodeHex('8b 85 00 01 00 00').memory).toMatchObject({ base: 5, displacement: 256n });
    expect(decodeHex('8b 04 24').memory).toMatchObject({ base: 4, index: -1 });
    expect(decodeHex('8b 04 8d 10 00 00 00').memory).toMatchObject({ base: -1, index: 1, scale: 2, displacement: 16n });
    expect(decodeHex('8b 04 25 00 00 00 80').memory).toMatchObject({ base: -1, index: -1, displacement: -0x80000000n });
    expect(decodeHex('8b 05 10 00 00 00').memory).toMatchObject({ base: -1, ripRelative: true, displacement: 16n });
    expect(decodeHex('41 8b 04 24').memory).toMatchObject({ base: 12, index: -1 });
    expect(decodeHex('42 8b 04 20').memory).toMatchObject({ base: 0, index: 12 });
    expect(decodeHex('67 8b 00').memory).toMatchObject({ base: 0, address32: true });
  });

  it('reads 64-bit addresses and 32-bit ones under 67', () => {
    expect(decodeHex('a1 f0 de bc 9a 78 56 34 f2').memory!.displacement).toBe(0xf23456789abcdef0n);
    expect(decodeHex('67 a1 00 00 00 80')).toMatchObject({ length: 6, memory: { displacement: 0x80000000n } });
  });

  it('sign-extends immediates and branch displacements', () => {
    expect(decodeHex('48 83 c0 80').immediate).toBe(-128n);
    expect(decodeHex('48 81 c0 00 00 00 80').immediate).toBe(-0x80000000n);
    expect(decodeHex('66 81 c0 34 f2')).toMatchObject({ immediate: -0xdccn, length: 5 });
    expect(decodeHex('48 b8 00 00 00 00 00 00 00 80').immediate).toBe(-(2n ** 63n));
    expect(decodeHex('75 fe').immediate).toBe(-2n);
    expect(decodeHex('c2 ff ff').immediate).toBe(0xffffn);
    expect(decodeHex('c8 10 00 01')).toMatchObject({ immediate: 16n, immediate2: 1n });
  });

  it('has no lea, movzx from nowhere: a register where only memory fits is undefined', () => {
    expect(decode(bytesOf('8d c0'), 0, 2)).toBe('undefined');
  });

  it('decodes in the middle of a buffer, with bytes around it', () => {
    const bytes = bytesOf('ff ff 48 83 c0 10 ff');
    expect(decode(bytes, 2, 7)).toMatchObject({ length: 4, immediate: 16n });
    expect(decode(bytes, 2, 5)).toBe('truncated');
  });
});

describe('decode: errors', () => {
  it('knows what is undefined in 64-bit mode', () => {
    for (const hex of ['06', '27', '37', '60', '82 00 00', 'd6', '0f 0a', '0f 38 ff', 'ff f8', 'c6 c8 01']) {
      expect(decode(bytesOf(hex), 0, bytesOf(hex).length), hex).toBe('undefined');
    }
  });

  it('counts at most fifteen bytes', () => {
    const padded = bytesOf(`${'66'.repeat(13)} 01 c8`);
    expect(decode(padded, 0, padded.length)).toMatchObject({ length: MAX_LENGTH });
    const long = bytesOf(`${'66'.repeat(14)} 01 c8`);
    expect(decode(long, 0, long.length)).toBe('tooLong');
    expect(decode(long, 0, 14)).toBe('truncated');
  });

  it('is total, reads no further than it says, and calls every shorter piece truncated', () => {
    const anyBytes = fc.uint8Array({ minLength: 0, maxLength: 20 });
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const result = decode(bytes, 0, bytes.length);
        if (typeof result === 'string') {
          expect(['truncated', 'undefined', 'tooLong']).toContain(result);
          return;
        }
        expect(result.length).toBeGreaterThan(0);
        expect(result.length).toBeLessThanOrEqual(Math.min(bytes.length, MAX_LENGTH));
        expect(decode(bytes.slice(0, result.length), 0, result.length)).toEqual(result);
        for (let end = 0; end < result.length; end++) expect(decode(bytes, 0, end)).toBe('truncated');
      }),
      { seed: 2024, numRuns: 4000 },
    );
  });
});
