import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../src/asm/grammar.js';
import { parse } from '../../../src/asm/parse.js';
import { parsePlain } from '../../../src/asm/parse-plain.js';
import { Scanner } from '../../../src/asm/scanner.js';
import type { Statement } from '../../../src/asm/syntax.js';

/** Both readings of every statement of a source: by shape, and straight from the text (null where it does not parse). */
function readings(source: string): { byShape: Statement | null; plain: Statement | null }[] {
  const scanner = new Scanner(source);
  const list: { byShape: Statement | null; plain: Statement | null }[] = [];
  for (let lexemes = scanner.next(); lexemes !== null; lexemes = scanner.next()) {
    const byShape = parse(lexemes);
    list.push({ byShape: 'message' in byShape ? null : byShape, plain: parsePlain(lexemes) });
  }
  return list;
}

function expectSame(source: string): void {
  for (const { byShape, plain } of readings(source)) expect(byShape, source).toEqual(plain);
}

const corpus = new URL('../../corpus/', import.meta.url);
const filesIn = (folder: string, end: string) =>
  readdirSync(new URL(folder, corpus))
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(new URL(folder + name, corpus), 'utf8'));

describe('a statement read by its shape', () => {
  it('is what the grammar reads in the text itself: hand-written sources and probes', () => {
    const sources = [...filesIn('rules/', '.s'), ...filesIn('probes/', '.txt')];
    expect(sources.length).toBeGreaterThan(18);
    for (const source of sources) expectSame(source);
  });

  it('is so for compiled code', () => {
    for (const source of filesIn('./', '.s').slice(0, 6)) expectSame(source);
  });

  it('is so for random statements, right and wrong', () => {
    const name = fc.constantFrom('a', 'foo', '.L1', 'rep', 'rax', '_x$1', '"q n"', 'é');
    const number = fc.constantFrom(
      '0',
      '7',
      '0x1f',
      '0b101',
      '017',
      '1b',
      '2f',
      "'a'",
      "'\\n",
      '1.5',
      '0f2',
      '3e4',
      '9z',
    );
    const lexeme = fc.oneof(
      { weight: 4, arbitrary: name },
      { weight: 4, arbitrary: number },
      { weight: 3, arbitrary: fc.constantFrom('%rax', '%eax', '$', '%', '(', ')', ',', '+', '-', '*', ':') },
      { weight: 1, arbitrary: fc.constantFrom('~', '!', '<<', '>>', '==', '=', '&&', '||', '@', '<', '[', '"s\\"t"') },
      { weight: 1, arbitrary: fc.constantFrom(' ', '  ', '/* c */', '\t') },
    );
    const start = fc.constantFrom(
      'mov ',
      'jmp ',
      '.long ',
      '.ascii ',
      '.section ',
      '.type ',
      '.loc ',
      'x: ',
      'lock ',
      'x = ',
      '',
    );
    const statement = fc.tuple(start, fc.array(lexeme, { maxLength: 9 })).map(([head, rest]) => head + rest.join(''));
    fc.assert(fc.property(statement, expectSame), { seed: 20, numRuns: 3000 });
  });

  it('is so for statements that follow the grammar', () => {
    const leaf = fc.constantFrom('1', '0x10', 'foo', '.', '1b', "'x'", 'bar@PLT', '"q"');
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        leaf,
        fc.tuple(fc.constantFrom('-', '~', '!'), tie('expression')).map(([op, e]) => `${op}${e}`),
        tie('expression').map((e) => `(${e})`),
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom('+', '-', '*', '/', '<<', '>>', '&', '|', '^', ' - ', ' == '),
            tie('expression'),
          )
          .map((parts) => parts.join('')),
      ),
    }));
    const register = fc.constantFrom('%rax', '%r10d', '% ebx', '%st(1)', '%fs');
    const operand = fc.oneof(
      register,
      expression.map((e) => `$${e}`),
      expression,
      fc.tuple(fc.option(expression, { nil: '' }), register, register).map(([d, b, i]) => `${d}(${b},${i},4)`),
      fc.tuple(expression, register).map(([d, b]) => `*%fs:${d}(${b})`),
    );
    const operands = fc.array(operand, { maxLength: 3 }).map((list) => list.join(', '));
    const statement = fc.oneof(
      fc.tuple(fc.constantFrom('mov', 'rep movsb', 'l: lock addl', '1: jmp'), operands).map((parts) => parts.join(' ')),
      fc.tuple(fc.constantFrom('.quad', '.set x,', 'x =', '.if'), expression).map((parts) => parts.join(' ')),
    );
    fc.assert(fc.property(statement, expectSame), { seed: 21, numRuns: 1500 });
  });

  it('keeps the place of everything in the source', () => {
    const source = 'nop\n  foo: /* x\ny */ movl $bar+1 , 8( %rbp )  # end';
    const statement = readings(source)[1]!.byShape!;
    const text = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
    expect(statement.labels.map(text)).toEqual(['foo']);
    const body = statement.body!;
    if (body.kind !== 'instruction') throw new Error('not an instruction');
    expect(text(body.mnemonic!)).toBe('movl');
    expect(body.operands.map(text)).toEqual(['$bar+1', '8( %rbp )']);
  });

  it('cuts a long list into pieces without a trace', () => {
    const numbers = Array.from({ length: 2000 }, (_, i) => (i % 7 === 0 ? `(x,${i})`.replace('x,', '') : `${i}`));
    const items = readings(`l: .long ${numbers.join(',')}`).flatMap(({ byShape }) =>
      byShape?.body?.kind === 'directive' ? byShape.body.arguments : [],
    );
    expect(items.map((item) => (item.kind === 'number' ? Number(item.value) : item.kind))).toEqual(
      Array.from({ length: 2000 }, (_, i) => i),
    );
  });
});
