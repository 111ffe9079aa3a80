import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import { formatDiagnostics } from '../../../src/asm/diagnostics.js';

const diagnose = (source: string) => formatDiagnostics(assembleObject(source, 'prog.s').diagnostics);

/** What macros, repetitions and conditionals make is held to GNU as in test/conformance; here is what GNU as says differently. */
describe('an error in what a macro stands for', () => {
  it('is reported where the macro was called, with the line that it made', () => {
    const source = '.macro twice op\n        \\op %eax, %ebx\n        \\op %ecx, %edx\n.endm\n        twice mvol\n';
    expect(diagnose(source).split('\n').slice(0, 3)).toEqual([
      "prog.s:5:9: error: no such instruction: `mvol' (in what 'twice' stands for); did you mean 'movl'?",
      '    5 |         mvol %eax, %ebx',
      '      |         ^~~~',
    ]);
  });

  it('is reported at the outermost call', () => {
    const source = '.macro inner\nbad_one x\n.endm\n.macro outer\ninner\n.endm\nnop\n.rept 1\nouter\n.endr\n';
    expect(diagnose(source)).toMatch(
      /^prog\.s:8:1: error: no such instruction: `bad_one' \(in what 'inner' stands for\)/,
    );
  });

  it('ends the expansion that never ends', () => {
    const text = diagnose('.macro m\nnop\nm\nm\n.endm\nm\n.byte 1 2\n');
    expect(text).toMatch(/prog\.s:6:1: error: macros nested too deeply/);
    expect(text).toMatch(/prog\.s:7:9: error: unexpected '2'/);
    expect(text.match(/error/g)?.length).toBe(2);
  });

  it('ends the expansion that grows too large', () => {
    expect(diagnose('.rept 1000000000\nnop\n.endr\n')).toMatch(
      /1000000000 repetitions come to more text than can be read/,
    );
    const nested = '.rept 10000\n.rept 10000\nnop\nnop\nnop\nnop\n.endr\n.endr\n';
    expect(diagnose(nested)).toMatch(/more than 64 MiB of text/);
  }, 60_000);

  it('keeps the line of the call in the line table', () => {
    const { object } = assembleObject('.macro m\nnop\nret\n.endm\n\nm\nnop\n', 'prog.s');
    expect(object!.lines.map(({ offset, line }) => [offset, line])).toEqual([
      [0, 6],
      [2, 7],
    ]);
  });
});

describe('an included file', () => {
  const files: Record<string, string> = {
    'a.inc': 'nop\n.byte 1 2\n',
    'b.inc': 'ret\n',
    'c.inc': '.include "c.inc"\n',
  };
  const assemble = (source: string) => assembleObject(source, 'prog.s', { include: (name) => files[name] ?? null });

  it('is read in place, with lines of its own', () => {
    const { object } = assemble('nop\n.include "b.inc"\nnop\n');
    expect([...object!.sections[0]!.bytes]).toEqual([0x90, 0xc3, 0x90]);
    expect(object!.lines.map(({ file, line }) => `${file}:${line}`)).toEqual(['prog.s:1', 'b.inc:1', 'prog.s:3']);
    expect(object!.sources.get('b.inc')).toBe('ret\n');
  });

  it('has its own errors', () => {
    expect(formatDiagnostics(assemble('.include "a.inc"\n').diagnostics)).toMatch(/^a\.inc:2:9: error: unexpected '2'/);
  });

  it('may be missing, or include itself', () => {
    expect(formatDiagnostics(assemble('.include "x.inc"\n').diagnostics)).toMatch(/can't open x\.inc for reading/);
    expect(formatDiagnostics(assemble('.include "c.inc"\n').diagnostics)).toMatch(/nested too deeply/);
  });
});
