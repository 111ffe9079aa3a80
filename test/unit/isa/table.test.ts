import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONDITIONS } from '../../../src/isa/conditions.js';
import { undefinedFlagsOf } from '../../../src/isa/instruction.js';
import { forms, instructionOf, instructions } from '../../../src/isa/table.js';

/** One line of executed-forms.txt, such as `REP F3 0F BC tzcnt` or `80/7 cmp`. */
function parse(line: string) {
  const [, prefix = '', map = '', opcode, digit] =
    /^(?:REPN?E? )?(?:(66|F2|F3) )?(?:(0F) )?([0-9A-F]{2})(?:\/(\d))?(?:\+r)? /.exec(line)!;
  return {
    prefix: prefix === '' ? 0 : Number.parseInt(prefix, 16),
    map: map === '' ? 0 : 1,
    opcode: Number.parseInt(opcode!, 16),
    digit: digit === undefined ? -1 : Number(digit),
  };
}

describe('the instruction table', () => {
  it.each([
    ['integer', 'executed-forms.txt', 247],
    ['SSE', 'executed-sse-forms.txt', 129],
  ])('has every %s form that real programs execute', (_, file, count) => {
    const executed = readFileSync(new URL(`../../golden/${file}`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const missing = executed.filter((line) => {
      const wanted = parse(line);
      return !forms.some(
        (form) =>
          form.prefix === wanted.prefix &&
          form.map === wanted.map &&
          (form.registerInOpcode ? wanted.opcode >> 3 === form.opcode >> 3 : wanted.opcode === form.opcode) &&
          (wanted.digit < 0 || form.digit < 0 || form.digit === wanted.digit),
      );
    });
    expect(executed).toHaveLength(count);
    expect(missing).toEqual([]);
  });

  it('numbers its forms without gaps and knows the owner of each', () => {
    expect(forms.map((form) => form.id)).toEqual([...forms.keys()]);
    for (const form of forms) expect(instructionOf[form.id]!.forms).toContain(form);
  });

  it('lists instructions in the order of declaration, whatever the module loader does with exports', () => {
    const first = instructions.map((entry) => entry.forms[0]!.id);
    expect(first).toEqual([...first].sort((a, b) => a - b));
  });

  it('has all sixteen conditions in jcc, setcc and cmovcc', () => {
    for (const family of ['j', 'set', 'cmov']) {
      const names = instructions.map(({ mnemonic }) => mnemonic);
      for (const condition of CONDITIONS) expect(names).toContain(family + condition);
    }
  });

  it('says of each instruction what it does, in one line', () => {
    for (const { summary } of instructions) expect(summary).toMatch(/^[^\n]{5,120}$/);
  });

  it('declares which flags a shift leaves undefined by its count', () => {
    const shl = instructions.find(({ mnemonic }) => mnemonic === 'shl')!;
    expect(undefinedFlagsOf(shl, 32, 0)).toEqual([]);
    expect(undefinedFlagsOf(shl, 32, 1)).toEqual(['af']);
    expect(undefinedFlagsOf(shl, 32, 2)).toEqual(['af', 'of']);
    expect(undefinedFlagsOf(shl, 8, 9)).toEqual(['af', 'of', 'cf']);
  });
});
