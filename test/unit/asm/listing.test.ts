import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import { formatListing } from '../../../src/asm/listing.js';

const list = (source: string) => formatListing(assembleObject(source, 'prog.s').object!);

describe('a listing', () => {
  it('shows address and bytes beside each source line', () => {
    const source = [
      '# adds',
      'start:  movl 8(%rbp), %edi',
      '        addl $3, %edi; ret',
      '        .data',
      'x:      .long 1, 2, 3',
      '        .bss',
      '        .skip 100',
      '',
    ].join('\n');
    expect(list(source)).toBe(
      [
        '    1                                           # adds',
        '    2  .text 00000000  8b 7d 08                 start:  movl 8(%rbp), %edi',
        '    3  .text 00000003  83 c7 03 c3                      addl $3, %edi; ret',
        '    4                                                   .data',
        '    5  .data 00000000  01 00 00 00 02 00 00 00  x:      .long 1, 2, 3',
        '       .data 00000008  03 00 00 00',
        '    6                                                   .bss',
        '    7  .bss  00000000  (100 bytes)                      .skip 100',
        '',
      ].join('\n'),
    );
  });

  it('shortens long data', () => {
    const rows = list('.skip 5000, 0xcc\n').split('\n');
    expect(rows.length).toBe(9);
    expect(rows[7]).toContain('... 4944 bytes more');
  });

  it('shows the bytes of jumps as they came out', () => {
    expect(list('jmp x\n.skip 200\nx: nop\n')).toContain('e9 c8 00 00 00           jmp x');
  });

  it('follows a line that puts bytes into two sections, and lines that take turns', () => {
    const text = list('nop; .data; .byte 7; .text\nnop\n.text 1\nret\n.text\nnop\n');
    expect(text).toContain(
      '    1  .text 00000000  90                       nop; .data; .byte 7; .text\n       .data 00000000  07\n',
    );
    expect(text).toContain('    4  .text 00000003  c3');
    expect(text).toContain('    6  .text 00000002  90');
  });
});
