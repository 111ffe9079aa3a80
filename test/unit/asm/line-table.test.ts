import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';

function lines(source: string) {
  const object = assembleObject(source, 'prog.s').object!;
  return object.lines.map(({ section, offset, file, line }) => [object.sections[section]!.name, offset, file, line]);
}

describe('the line table', () => {
  it('has the source line of each instruction', () => {
    expect(lines('nop\nnop\n\nx: jmp y\n.skip 200\ny: ret; ret\n')).toEqual([
      ['.text', 0, 'prog.s', 1],
      ['.text', 1, 'prog.s', 2],
      ['.text', 2, 'prog.s', 4],
      ['.text', 7, 'prog.s', 5],
      ['.text', 207, 'prog.s', 6],
    ]);
  });

  it('counts lines inside comments and of every section with code', () => {
    expect(lines('/*\n\n*/ nop\n.data\n.byte 1\n.section .init,"ax"\nnop\n')).toEqual([
      ['.text', 0, 'prog.s', 3],
      ['.init', 0, 'prog.s', 7],
    ]);
  });

  it('follows .loc to the lines of another language', () => {
    const source = [
      '.file 1 "lib" "a.c"',
      '.loc 1 10 3',
      'nop',
      'nop',
      '.loc 1 11',
      'nop',
      '.file 2 "/b.c"',
      '.loc 2 5',
      'nop',
    ];
    expect(lines(`${source.join('\n')}\n`)).toEqual([
      ['.text', 0, 'lib/a.c', 10],
      ['.text', 1, 'lib/a.c', 10],
      ['.text', 2, 'lib/a.c', 11],
      ['.text', 3, '/b.c', 5],
    ]);
  });
});
