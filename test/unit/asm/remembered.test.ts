import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';

/**
 * A line that is one instruction and has been read before is not read again. The same program with ` ;` at the end of each line has no
 * such line: everything about it but the columns of messages must be equal.
 */
function described(source: string) {
  const { object, diagnostics } = assembleObject(source, 'prog.s');
  return {
    messages: diagnostics.map(({ line, message, severity }) => [line, severity, message]),
    sections: object?.sections,
    symbols: object?.symbols,
    relocations: object?.relocations,
    lines: object?.lines,
    origins: object?.origins,
  };
}

const lines = [
  '\tmovl $1, %eax', 'movl $1, %eax', '\tmovl $1, %eax # one', '\tmovl $1, %eax\r', '/ movl $1, %eax', '\tpushq %rbp',
  '\tpushq %rbp; popq %rbp', '\t/* pushq %rbp', '\tpushq %rbp */', '\trep movsb', '\tret', 'ret: ret', '\tjmp 1f', '1:\tret',
  '\tcall ret', '\tjne ret', '\tjmp 5', '\tcall 5', '\tjrcxz 5', '\tjmp (ret)', '\tleaq ret(%rip), %rax', '\tmovl $ret, %eax', '\tmovl $ret, ret+4(%rip)', '\tmovl %eax, ret',
  '.if 0', '.else', '.endif', '.macro pushq what', '.macro ret', '.endm', '.purgem pushq', '.rept 2', '.endr',
  '\t.data', '\t.text', '\t.bss', '\t.zero 8', '\t.loc 1 7', '\t.file 1 "a.c"', '\t.long ret - .', '\tmovl $1, %rax', '.end',
]; // biome-ignore format: several in a row

describe('lines that have been read before', () => {
  it('mean the same again', () => {
    const program = fc.array(fc.constantFrom(...lines), { minLength: 4, maxLength: 60 });
    const seen = { good: 0, bad: 0 };
    fc.assert(
      fc.property(program, (program) => {
        const whole = described(`${program.join('\n')}\n`);
        expect(whole).toEqual(described(`${program.map((line) => `${line} ;`).join('\n')}\n`));
        seen[whole.sections === undefined ? 'bad' : 'good']++;
      }),
      { seed: 20, numRuns: 1500 },
    );
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(20);
  });

  it('are a macro once there is one of the name', () => {
    const { object } = assembleObject('ret\nret\n.macro ret\nnop\n.endm\nret\n.purgem ret\nret\n', 'prog.s');
    expect([...object!.sections[0]!.bytes]).toEqual([0xc3, 0xc3, 0x90, 0xc3]);
  });

  // As readelf -r prints the relocations of GNU as 2.40.
  it('may lead to a number', () => {
    const { object } = assembleObject('jmp 5\njmp 5\ncall 6\ncall 6\n', 'prog.s');
    expect(object!.relocations.map(({ offset, symbol, addend }) => [offset, symbol, addend])).toEqual([
      [1, -1, 1n],
      [6, -1, 1n],
      [11, -1, 2n],
      [16, -1, 2n],
    ]);
  });

  it('count as lines', () => {
    const { object, diagnostics } = assembleObject('nop\nnop\nnop\nbad\nnop\n', 'prog.s');
    expect(object).toBeNull();
    expect(diagnostics.map(({ line }) => line)).toEqual([4]);
    expect(assembleObject('nop\nnop\n\nnop\n', 'prog.s').object!.lines.map(({ line }) => line)).toEqual([1, 2, 4]);
  });
});
