import { describe, expect, it } from 'vitest';
import { parseForm } from '../../../src/isa/form.js';
import { checkConflicts, isRegisterOnly, opcodeEntry, SELECT, select } from '../../../src/isa/opcode-map.js';
import { forms } from '../../../src/isa/table.js';

const form = (text: string, id = 0) => parseForm(id, 'test', text);

describe('the opcode map', () => {
  it('finds every form that can be decoded under its own prefixes', () => {
    for (const one of forms.filter((each) => !each.encodeOnly)) {
      const entry = opcodeEntry(one.map, one.opcode)!;
      for (const width of one.widths) {
        const rexW = width === 64 && !one.default64 ? SELECT.rexW : 0;
        const size = rexW | (width === 16 || one.prefix === 0x66 ? SELECT.operandSize : 0);
        const mandatory = one.prefix === 0xf3 ? SELECT.rep : one.prefix === 0xf2 ? SELECT.repne : 0;
        const range = one.registerInOpcode ? SELECT.rexB : 0;
        const mode = one.operands.some(isRegisterOnly) ? 0xc0 : 0;
        const modrm = one.fixedModrm >= 0 ? one.fixedModrm : mode | (Math.max(one.digit, 0) << 3);
        expect(select(entry, size | mandatory | range, modrm)?.form.text, one.text).toBe(one.text);
      }
    }
  });

  it('leaves an opcode of SSE undefined under a prefix that it does not have', () => {
    const chosen = (opcode: number, prefixes: number, modrm: number) =>
      select(opcodeEntry(1, opcode)!, prefixes, modrm)?.form.mnemonic ?? null;
    expect(chosen(0x58, 0, 0xc1)).toBe('addps');
    expect(chosen(0x58, SELECT.operandSize | SELECT.rep, 0xc1)).toBe('addss');
    expect(chosen(0x28, SELECT.rep, 0xc1)).toBeNull();
    expect(chosen(0x28, SELECT.repne, 0xc1)).toBeNull();
    expect(chosen(0xd4, 0, 0xc1)).toBeNull();
    expect(chosen(0xc3, SELECT.operandSize, 1)).toBeNull();
    // Memory and register are different instructions here, or undefined.
    expect(chosen(0x12, 0, 0x01)).toBe('movlps');
    expect(chosen(0x12, 0, 0xc1)).toBe('movhlps');
    expect(chosen(0x13, 0, 0xc1)).toBeNull();
    expect(chosen(0xaf, SELECT.repne, 0xc1)).toBe('imul');
  });

  it('refuses two forms that claim one opcode, digit, mode and size', () => {
    expect(() => checkConflicts([form('rm,r = 01 /r'), form('rm,r = 01 /r', 1)])).toThrow(/claim one opcode/);
    expect(() => checkConflicts([form('rm = ff /0'), form('m = ff /0', 1)])).toThrow(/claim one opcode/);
    expect(() => checkConflicts([form('rm = ff /0'), form('= ff', 1)])).toThrow(/claim one opcode/);
  });

  it('accepts forms that digit, prefix, mode, size or range tell apart', () => {
    checkConflicts([form('rm = ff /0'), form('rm = ff /1', 1)]);
    checkConflicts([form('r,rm = 0f bc /r'), form('r,rm = f3 0f bc /r', 1)]);
    checkConflicts([form('r,i = b8+r iz ; 16 32'), form('r,i64 = b8+r iq ; 64', 1)]);
    checkConflicts([form('= 90'), form('acc,r = 90+r', 1)]);
  });
});
