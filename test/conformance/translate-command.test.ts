import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pagewalk } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-translate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const translate = (...args: string[]) => pagewalk(['translate', ...args], { cwd: folder });

// One page of code, one of data that is touched, one that is not.
const source =
  '.globl _start\n_start: movl $1, a\ndone: movl $60, %eax\n xorl %edi, %edi\n syscall\n.bss\n.balign 4096\na: .skip 8192\n';
writeFileSync(join(folder, 'touch.s'), source);
writeFileSync(join(folder, 'ever.s'), '.globl _start\n_start: jmp _start\nnever: ret\n');
const segments = [
  { base: '32K', size: '2K', rights: 'r-x' },
  { base: '34K', size: '3K' },
  null,
  { base: '28K', size: '2K', growsDown: true },
];
writeFileSync(
  join(folder, 'ostep16.json'),
  JSON.stringify({ mmu: 'segments:2', virtualBits: 14, physicalBits: 16, segments }),
);

describe('pagewalk translate', () => {
  it('walks the tables of a program for labels, registers and distances', async () => {
    const { status, stdout, stderr } = await translate('--program', 'touch.s', '_start', 'a+8', 'a+4096', '%rsp');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('touch.s before its last instruction (3 done)');
    expect(stdout).toMatch(/= _start: read by a program\n[\s\S]*PML4\[0\] at 0x1000 \+ 8 x 0 = 0x1000\n/);
    expect(stdout).toMatch(
      /= a\+8: read[\s\S]*PT\[\d\] at[^\n]*\n[^\n]*valid, write, user, no execute, accessed, dirty, frame \d+\n/,
    );
    expect(stdout).toMatch(/= a\+4096: read[\s\S]*not valid: the walk ends here\n[\s\S]*page fault, error code 0x4\n/);
    expect(stdout).toMatch(/= %rsp: read[\s\S]*allowed\n/);
  });

  it('sees the same memory as the program does, at the moment that is asked for', async () => {
    const physical = async (...when: string[]) =>
      JSON.parse((await translate('--program', 'touch.s', 'a', '--json', '-', ...when)).stdout).boards[0].physical;
    expect(await physical('--after', '0')).toBe(null);
    expect(await physical('--at', '_start')).toBe(null);
    expect(await physical('--at', 'done')).toMatch(/^0x[0-9a-f]+000$/);
    expect(await physical('--after', '1')).toBe(await physical('--at', 'done'));
  });

  it('judges the access: who, and for what', async () => {
    const judge = async (...how: string[]) =>
      JSON.parse((await translate('--program', 'touch.s', '_start', '--json', '-', ...how)).stdout).boards[0];
    expect(await judge('--access', 'fetch')).toMatchObject({ refusal: 'none', errorCode: null });
    expect(await judge('--access', 'write')).toMatchObject({ refusal: 'rights', errorCode: 7 });
    expect(await judge('--access', 'write', '--kernel')).toMatchObject({ refusal: 'rights', errorCode: 3 });
  });

  it('takes an exercise from a file, with the arithmetic', async () => {
    const { status, stdout } = await translate('--state', 'ostep16.json', '4200', '15360', '8000');
    expect(status).toBe(0);
    expect(stdout).toContain('physical address = 34816 + 104 = 0x8868 (34920)');
    expect(stdout).toContain('physical address = 28672 - 1024 = 0x6c00 (27648)');
    expect(stdout).toContain('3904 >= 3072: beyond the bounds');
  });

  it.each([
    [[], 64, "missing required argument 'address'"],
    [['0x1000'], 64, 'needs a place'],
    [['--program', 'missing.s', '1'], 66, 'missing.s'],
    [['--program', 'touch.s', 'nothing'], 65, "'nothing' is not an address"],
    [['--program', 'touch.s', 'a', '--after', '100'], 78, 'ended after 4 instructions'],
    [['--program', 'touch.s', 'a', '--at', 'nowhere'], 78, "no symbol 'nowhere'"],
    [['--program', 'touch.s', 'a', '--at', 'a'], 78, 'does not come to a: it ended after 4 instructions'],
    [
      ['--program', 'ever.s', '_start', '--at', 'never', '--max-instructions', '500k'],
      78,
      'it was stopped after 500000',
    ],
    [['--program', 'touch.s', 'a', '--access', 'look'], 78, "'look'"],
    [['--state', 'touch.s', '1'], 65, 'not JSON'],
    [['--state', 'ostep16.json', '--after', '1', '1'], 64, '--after belongs to a program'],
  ] as const)('%j ends with status %i and says why', async (args, status, words) => {
    const result = await translate(...args);
    expect(result.stderr).toContain(words);
    expect(result).toMatchObject({ status, stdout: '' });
  });
});
