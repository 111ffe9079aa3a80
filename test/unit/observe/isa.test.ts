import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/codec/decode.js';
import { exampleOf } from '../../../src/codec/example.js';
import { formatObjdump } from '../../../src/codec/format-att.js';
import { allMnemonics } from '../../../src/codec/mnemonics.js';
import { takeApart } from '../../../src/codec/take-apart.js';
import { forms, instructions } from '../../../src/isa/table.js';
import { EXECUTED_FORMS } from '../../../src/observe/executed-forms.js';
import { isaCoverage, isExecutable } from '../../../src/observe/isa-coverage.js';
import { isaList } from '../../../src/observe/isa-list.js';
import { isaPage, partsOf } from '../../../src/observe/isa-page.js';
import { dumpBytes, hasTool } from '../../support/gnu-as.js';

const examples = forms
  .filter((form) => !form.decodeOnly && !form.encodeOnly)
  .flatMap((form) => form.widths.map((width) => ({ form, width, bytes: exampleOf(form, width) })));

describe('the list of instructions', () => {
  const list = isaList();

  it('has every instruction with what it does, and a row for every form', () => {
    const lines = list.split('\n');
    for (const { summary } of instructions) expect(lines.some((line) => line.endsWith(`: ${summary}`))).toBe(true);
    expect(lines.filter((line) => /^ {2}(?!flags:)/.test(line))).toHaveLength(forms.length);
    expect(lines.at(-2)).toBe(
      `${instructions.length} instructions, ${forms.length} forms, ${forms.reduce((sum, form) => sum + form.widths.length, 0)} with their operand sizes`,
    );
  });

  it.each([
    ['adc: destination += source + CF', 'flags: reads CF; writes CF PF AF ZF SF OF'],
    ['inc: destination += 1', 'flags: writes PF AF ZF SF OF'],
    ['push: rsp -= size; top of stack = source', '50+r   r      16 64  1 store'],
  ])('%s', (head, row) => {
    const at = list.indexOf(`${head}\n`);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(list.slice(at, list.indexOf('\n\n', at)).replace(/ +/g, ' ')).toContain(row.replace(/ +/g, ' '));
  });
});

describe('the page of an instruction', () => {
  it('exists for every mnemonic, and for no other word', () => {
    for (const name of allMnemonics()) expect(isaPage(name), name).toContain(': ');
    expect(isaPage('vaddps')).toBeNull();
    expect(isaPage('')).toBeNull();
  });

  it('shows an encoding with its parts', () => {
    expect(partsOf(Uint8Array.of(0x42, 0x83, 0x44, 0xa3, 0xf0, 0x80)).text).toBe(
      [
        '  addl $0xffffff80,-0x10(%rbx,%r12,4)',
        '    42  REX           X: bit 3 of SIB.index',
        '    83  opcode        with /0 in ModRM.reg',
        '    44  ModRM         mod 01, reg 000 (/0, part of the opcode), rm 100 (memory: SIB follows, 8-bit displacement)',
        '    a3  SIB           scale 10 (x4), index 100 (r12), base 011 (rbx)',
        '    f0  displacement  -0x10',
        '    80  immediate     -0x80, sign-extended to 32 bits',
        '',
      ].join('\n'),
    );
    expect(partsOf(Uint8Array.of(0xf2, 0x44, 0x0f, 0x10, 0x0d, 4, 0, 0, 0)).text).toBe(
      [
        '  movsd 0x4(%rip),%xmm9        # 0xd',
        '    f2           prefix        mandatory prefix: part of the opcode',
        '    44           REX           R: bit 3 of ModRM.reg',
        '    0f 10        opcode        movsd',
        '    0d           ModRM         mod 00, reg 001 (xmm9), rm 101 (relative to rip, 32-bit displacement)',
        '    04 00 00 00  displacement  0x4 from the next instruction',
        '',
      ].join('\n'),
    );
    expect(partsOf(Uint8Array.of(0x0f, 0xff)).length).toBe(0);
  });

  it('takes every form apart without a byte left over', () => {
    for (const { form, width, bytes } of examples) {
      const decoded = decode(bytes, 0, bytes.length);
      if (typeof decoded === 'string') throw new Error(`${form.mnemonic} '${form.text}': ${decoded}`);
      expect([decoded.form.text, decoded.width], form.text).toEqual([form.text, width]);
      const parts = takeApart(decoded, bytes);
      expect(
        parts.flatMap((part) => [...part.bytes]),
        form.text,
      ).toEqual([...bytes]);
      for (const part of parts) expect(part.meaning, form.text).not.toMatch(/undefined|null|NaN/);
    }
  });

  it.skipIf(!hasTool('objdump'))('has examples that objdump reads alike', () => {
    const stride = 32;
    const image = new Uint8Array(examples.length * stride).fill(0x90);
    examples.forEach(({ bytes }, index) => {
      image.set(bytes, index * stride);
    });
    const dumped = new Map(dumpBytes(image).map((line) => [line.address, line.text]));
    examples.forEach(({ bytes }, index) => {
      const decoded = decode(bytes, 0, bytes.length);
      if (typeof decoded === 'string') throw new Error(decoded);
      expect(dumped.get(index * stride)).toBe(formatObjdump(decoded, BigInt(index * stride)));
    });
  });
});

describe('the coverage of what programs execute', () => {
  it('counts 424 forms, of which the integer and SSE ones are all there', () => {
    const { integer, sse, x87 } = EXECUTED_FORMS;
    expect([integer.length, sse.length, x87.length]).toEqual([247, 129, 48]);
    expect([...integer, ...sse].filter((code) => !isExecutable(code))).toEqual([]);
    expect(isaCoverage()).toContain('integer: 247 of 247 forms');
    expect(isaCoverage()).toContain('SSE and SSE2: 129 of 129 forms');
  });

  it('finds what is not there', () => {
    expect(isExecutable('66 0F D0 addsubpd')).toBe(false);
    expect(isExecutable('0F 01/0 mem sgdt')).toBe(true);
    expect(isExecutable('FF/7 nothing')).toBe(false);
    expect(() => isExecutable('add')).toThrow(/not an opcode form/);
  });
});
