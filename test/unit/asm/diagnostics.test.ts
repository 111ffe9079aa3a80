import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import { formatDiagnostics } from '../../../src/asm/diagnostics.js';

const diagnose = (source: string) => assembleObject(source, 'prog.s').diagnostics;
const first = (source: string) => formatDiagnostics(diagnose(source)).split('\n')[0];

describe('diagnostics', () => {
  it('give place, words, a way out, and a caret under the culprit', () => {
    expect(formatDiagnostics(diagnose('nop\n        mvol %eax, %ebx   # a comment\n'))).toBe(
      [
        "prog.s:2:9: error: no such instruction: `mvol'; did you mean 'movl'?",
        '    2 |         mvol %eax, %ebx   # a comment',
        '      |         ^~~~',
        '',
      ].join('\n'),
    );
  });

  it('keep tabs under the caret, so that it points at its place', () => {
    expect(formatDiagnostics(diagnose('\tmov\t%foo, %eax\n')).split('\n')[2]).toBe('      | \t   \t^~~~');
  });

  it('report every error of a file, in order of the lines', () => {
    const wrong = ['mvol %eax,%ebx', '.foo', 'jmp 1f', '.quad a+b', 'mov (%rax, %ebx', 'a: nop', 'a: nop', 'x:'];
    const found = diagnose(`${wrong.join('\n')}\n.byte 1 2\n.globl\n`);
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 7, 9, 10]);
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('give warnings without refusing the source', () => {
    const { object, diagnostics } = assembleObject('.data\n.byte 256\n.popsection\n', 'prog.s');
    expect(object).not.toBeNull();
    expect(diagnostics.map(({ line, column, severity }) => [line, column, severity])).toEqual([
      [2, 7, 'warning'],
      [3, 1, 'warning'],
    ]);
  });

  it.each([
    ['mov eax, 5', /prog\.s:1:5: error: .*; a register is written %eax$/],
    ['call rax', /prog\.s:1:6: warning: 'rax' is a symbol here, and it is not defined; a register is written %rax/],
    ['mov [rax], %ebx', /Intel syntax.*AT&T syntax writes memory as offset\(%base,%index,scale\)/],
    ['mov dword ptr x, 5', /Intel syntax/],
    ['.intel_syntax noprefix', /Intel syntax is not supported.*destination last/],
    ['nop // comment', /comments begin with '#'/],
    ['mov 8(%rbp, %eax', /missing '\)'/],
    ['mov 8%rbp), %eax', /'\)' without '\('/],
    ['mov %eax %ebx', /is a ',' missing before it\?/],
    ['mov $, %eax', /a number or a name must follow the '\$'/],
    ['mov %, %eax', /a register name must follow the '%'/],
    ['mov %rax,', /nothing follows the ','/],
    ['.quad 1 +', /ends too early, after '\+'|unexpected '\+'/],
    ['movl %eaz, %ebx', /bad register name '%eaz'; did you mean '%eax'\?/],
    ['mov %ymm0, %rax', /register '%ymm0' is not supported/],
    ['.sectoin .text', /unknown directive '\.sectoin'; did you mean '\.section'\?/],
    ['jmp 1b', /no label '1:' before this line; '1f' refers to the next one/],
    ['.ascii "open', /the string is not closed before the end of the line/],
    ['/* open', /never closed with '\*\/'/],
    ['.byte 0x', /bad number '0x'/],
    ['.align 3', /alignment not a power of 2/],
    ['x: loop y; .skip 200; y:', /out of reach/],
    ['.long a-b', /can't resolve 'a' - 'b': 'b' is not defined in this file/],
    ['x = y; y = x; .long x', /leads back to itself/],
    ['.code32', /only 64-bit code is supported/],
    ['\u0001', /invalid character 0x01/],
  ])('explain %s', (source, words) => {
    expect(first(`${source}\n`)).toMatch(words);
  });

  it('name the line of the first definition', () => {
    expect(first('a: nop\n\na: nop\n')).toBe(
      "prog.s:3:1: error: symbol 'a' is already defined; the first is in line 1",
    );
  });

  it('find their line behind comments over lines', () => {
    expect(first('/* one\ntwo */ nop /* three\n*/; bad1 x\n')).toMatch(/^prog\.s:3:5: /);
  });

  it('print fifty and count the rest', () => {
    const text = formatDiagnostics(diagnose('bad_one x\n'.repeat(2500)));
    expect(text.match(/: error: /g)?.length).toBe(50);
    expect(text.endsWith('... and 2450 more\n')).toBe(true);
  });

  it('show a part of a long line, without control characters', () => {
    const source = `${'.byte 1; '.repeat(100)}bad_one \u0007x; ${'.byte 1; '.repeat(100)}\n`;
    const [, excerpt, caret] = formatDiagnostics(diagnose(source)).split('\n');
    expect(excerpt!.length).toBeLessThan(200);
    expect(excerpt).not.toContain('\u0007');
    const at = caret!.indexOf('^');
    expect(source).toContain(excerpt!.slice(at, caret!.length).replace('\ufffd', '\u0007'));
  });
});
