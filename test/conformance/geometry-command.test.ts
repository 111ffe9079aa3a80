import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pagewalk } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-geometry-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const program = file('p.s', '.globl _start\n_start: movl $60, %eax\n movl $9, %edi\n syscall\n');
const SMALL = ['--mmu', 'linear', '--va-bits', '16', '--page-size', '1K'];

async function refused(args: readonly string[], status: number, ...words: RegExp[]): Promise<void> {
  const result = await pagewalk(['run', ...args, program]);
  expect(result).toMatchObject({ status, stdout: '' });
  for (const pattern of words) expect(result.stderr).toMatch(pattern);
  expect(result.stderr).not.toMatch(/^\s+at /m);
}

describe.concurrent('a memory design on the command line', () => {
  test.each([
    [['--mmu', 'linear']],
    [['--mmu', 'radix:10,10']],
    [['--mmu', 'radix:9,9,9,9,9']],
    [SMALL],
    [['--mmu', 'radix:5,5', '--page-size', '32', '--entry', '1']],
    [['--geometry', file('g.json', '{ "virtualBits": 14, "indexBits": [2, 4], "entry": "plain-2" }')]],
  ])('%j runs a program', async (options) => {
    expect(await pagewalk(['run', ...options, program])).toMatchObject({ status: 9, stderr: '' });
  });

  test.each([
    [['--mmu', 'radix:10,10', '--va-bits', '40'], /10 \+ 10 = 20 index bits leave 20 of 40/],
    [['--mmu', 'linear', '--page-size', '3K'], /power of two, not 3072/],
    [['--mmu', 'linear', '--entry', 'vax'], /no entry layout 'vax'; known: x86, ia32/],
    [['--mmu', 'radix:5,5', '--page-size', '32', '--entry', '1', '--ram', '8K'], /--ram '8K' must be between 128 and 4K/],
    [[...SMALL, '--ram', '16383'], /multiple of 1 KiB/],
    [['--geometry', file('bad.json', '{ "virtualBits": 14, }')], /bad\.json: it is not JSON/],
    [['--geometry', file('odd.json', '{ "virtualBits": 14, "indexBits": [2], "entry": { "bytes": 3 } }')], /entry\.frame must be/],
    [['--geometry', join(folder, 'g.json'), '--va-bits', '16'], /leave the other options/],
  ])('%j is refused', (options, pattern) => refused(options, 78, pattern)); // biome-ignore format: a table

  test('a program at addresses that the design has not is refused with both ranges', async () => {
    const elf = join(folder, 'p.elf');
    expect(await pagewalk(['asm', program, '-o', elf])).toMatchObject({ status: 0 });
    const { status, stderr } = await pagewalk(['run', ...SMALL, elf]);
    expect(status).toBe(65);
    expect(stderr).toMatch(/needs 0x400000\.\.0x\w+; a program may have 0x400\.\.0xdc00: 16-bit addresses are 64 KiB/);
  });

  test('a table that RAM has no room for is refused with its size', () =>
    refused(['--mmu', 'linear', '--ram', '2M'], 65, /1048576 entries x 4 bytes = 4 MiB in adjacent frames/));

  test('the walk of a fault is that of the design', async () => {
    const source = file('n.s', '.globl _start\n_start: xorl %eax, %eax\n movl 16(%rax), %ecx\n');
    const { status, stderr } = await pagewalk([
      'run',
      '--mmu',
      'radix:3,3',
      '--page-size',
      '1K',
      '--entry',
      '2',
      source,
    ]);
    expect(status).toBe(139);
    expect(stderr).toMatch(/the walk of 0x10 \(page 0x0, offset 0x10\)/);
    expect(stderr).toMatch(/directory {2}0 .* 1 {2}1 {4}- .*-> table at 0x/);
    expect(stderr).toMatch(/table {6}0 .* 0x0000 {2}0 .*not present/);
  });
});
