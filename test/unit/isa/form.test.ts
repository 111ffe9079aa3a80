import { describe, expect, it } from 'vitest';
import { operandWidth, parseForm } from '../../../src/isa/form.js';
import { operandSlots } from '../../../src/isa/operands.js';

const parse = (text: string) => parseForm(0, 'test', text);

describe('a form string', () => {
  it('names operands, opcode, extension, immediate and attributes', () => {
    expect(parse('rm,s8 = 83 /0 ib ; lock')).toMatchObject({
      operands: ['rm', 's8'],
      prefix: 0,
      map: 0,
      opcode: 0x83,
      modrm: true,
      digit: 0,
      immediates: ['ib'],
      widths: [16, 32, 64],
      lockable: true,
    });
  });

  it('reads cb and cd as displacements, not as a fixed ModRM byte', () => {
    expect(parse('rel8 = 7c cb ; 64 d64')).toMatchObject({ modrm: false, fixedModrm: -1, immediates: ['cb'] });
    expect(parse('rel32 = 0f 8c cd ; 64 d64')).toMatchObject({ map: 1, opcode: 0x8c, immediates: ['cd'] });
  });

  it('tells a mandatory prefix from an opcode', () => {
    expect(parse('r,rm = f3 0f bc /r')).toMatchObject({ prefix: 0xf3, map: 1, opcode: 0xbc });
    expect(parse('rm8 = f6 /2')).toMatchObject({ prefix: 0, map: 0, opcode: 0xf6 });
  });

  it('takes a second opcode byte as a fixed ModRM byte', () => {
    expect(parse('= f3 0f 1e fa')).toMatchObject({ prefix: 0xf3, map: 1, opcode: 0x1e, fixedModrm: 0xfa, modrm: true });
  });

  it('knows the operand sizes of stack instructions, fixed registers and bytes', () => {
    expect(parse('r = 50+r ; d64').widths).toEqual([16, 64]);
    expect(parse('al,i8 = 04 ib').widths).toEqual([8]);
    expect(parse('r,i = b8+r iz ; 16 32').widths).toEqual([16, 32]);
    expect(parse('= c3 ; 64 d64').widths).toEqual([64]);
  });

  it.each(['rm,r 01 /r', 'rm,r = xy /r', 'rm,r = 01 /9', 'rm,r = 01 /r zz'])('%j is refused', (text) => {
    expect(() => parse(text)).toThrow();
  });
});

describe('a form of SSE', () => {
  it('has one size, whatever the widths of its operands, and no suffix', () => {
    expect(parse('x64,xm64 = f2 0f 58 /r')).toMatchObject({ widths: [32], sse: true, plain: true });
    expect(parse('m64,x64 = 0f 13 /r').widths).toEqual([32]);
    expect(parse('r32,xr = 66 0f d7 /r').widths).toEqual([32]);
  });

  it('has the sizes of its general register where there is one without a size', () => {
    expect(parse('x64,rm = f2 0f 2a /r ; 32 64')).toMatchObject({ widths: [32, 64], sse: true, plain: false });
  });

  it('may say so itself', () => {
    expect(parse('m32 = 0f ae /2 ; sse plain')).toMatchObject({ widths: [32], sse: true, plain: true });
    expect(parse('m32 = 0f ae /2')).toMatchObject({ sse: false, plain: false });
  });
});

describe('operands', () => {
  it('have a width of their own or that of the instruction', () => {
    expect(operandWidth('rm8', 64)).toBe(8);
    expect(operandWidth('rm', 16)).toBe(16);
    expect(operandWidth('s8', 32)).toBe(32);
    expect(operandWidth('rel8', 64)).toBe(64);
    expect((['x', 'xm', 'xr', 'm128'] as const).map((kind) => operandWidth(kind, 32))).toEqual([128, 128, 128, 128]);
    expect((['x32', 'xm64', 'xr32', 'rr32'] as const).map((kind) => operandWidth(kind, 64))).toEqual([32, 64, 32, 32]);
  });

  it('are found in ModRM, fixed registers and immediates in their order', () => {
    const places = (text: string) =>
      operandSlots(parseForm(9000 + text.length, 'test', text), 64).map(({ place }) => place);
    expect(places('rm,r,cl = 0f a5 /r')).toEqual(['rm', 'reg', 'rcx']);
    expect(places('i16,i8 = c8 iw ib ; 64 d64')).toEqual(['immediate', 'immediate2']);
    expect(places('rm,1 = d1 /4')).toEqual(['rm', 'one']);
    expect(places('acc,moffs = a1 mo')).toEqual(['rax', 'rm']);
  });

  it('are XMM registers or general ones', () => {
    const slots = operandSlots(parseForm(9999, 'test', 'x,rr32,i8 = 66 0f c4 /r ib'), 32);
    expect(slots.map(({ place, bank }) => [place, bank])).toEqual([
      ['reg', 'xmm'],
      ['rm', 'general'],
      ['immediate', 'general'],
    ]);
  });
});
