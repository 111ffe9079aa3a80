import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pagewalk } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-mean-'));
afterAll(() => rmSync(folder, { recursive: true }));

const empty = join(folder, 'empty');
writeFileSync(empty, '');
const program = join(folder, 'p.s');
writeFileSync(program, '.globl _start\n_start: movl $60, %eax\n xorl %edi, %edi\n syscall\n');

async function refused(args: readonly string[], status: number, text: RegExp): Promise<void> {
  const result = await pagewalk(args);
  expect(result).toMatchObject({ status, stdout: '' });
  expect(result.stderr).toMatch(text);
  expect(result.stderr).not.toMatch(/^\s+at |defect of pagewalk/m);
}

describe.concurrent('settings that cannot be, or cannot be together', () => {
  test.each([
    [['--mmu', 'base-bounds', '--partitions', '100000'], /partitions 100000: must be a whole number from 1 to 4096/],
    [['--mmu', 'segments', '--tlb', '64x4'], /--tlb: 'segments' has no page tables, so no TLB/],
    [['--mmu', 'physical', '--pcid'], /--pcid: 'physical' has no page tables/],
    [['--fit', 'best'], /--fit: a design with page tables takes RAM by the frame/],
    [['--mmu', 'linear', '--partitions', '8'], /--partitions: a design with page tables/],
    [['--mmu', 'linear', '--va-bits', '33'], /33-bit addresses and 12 bits of offset leave an index of 21 bits.*--page-size/],
    [['--mmu', 'linear', '--va-bits', '10'], /10-bit addresses leave no index beside 12 bits of offset/],
    [['--mmu', 'linear', '--page-size', '8'], /pages have 16 to 4096 bytes, not 8/],
    [['--mmu', 'radix:10,10', '--page-size', '8K'], /pages have 16 to 4096 bytes, not 8192/],
    [['--cost', 'memory=1,memory=2'], /gives memory twice/],
    [['--caches', 'l1=32Kx8,l1d=64Kx8'], /gives l1d twice/],
    [['--caches', 'l1=32Kx8@9007199254740993'], /l1d has a latency of \d+ cycles; the most is 4000000000000/],
    [['--caches', ''], /is empty between commas/],
  ])('%j', (options, text) => refused(['run', ...options, program], 78, text)); // biome-ignore format: a table

  test('a table for which no RAM within --pa-bits is enough', () =>
    refused(['run', '--mmu', 'linear', '--pa-bits', '15', program], 65, /--ram, within --pa-bits\) or narrower addresses/));
  test('two moments to stop at', () =>
    refused(['translate', '--program', program, '--at', '_start', '--after', '1', '0'], 64, /--at and --after both/));
  test('software refill beside the walk caches of a profile', () =>
    refused(['run', '--refill', 'software', '--profile', 'skylake', program], 78, /give --tlb 64x4 .* --walk-caches none/));
  test('references of an unknown kind', () =>
    refused(['policy', '1,2,3', '--references', 'some'], 78, /'some' is not all, data or fetches/));
  test('two reference strings', () => refused(['policy', '1,2,3', '--refs', empty], 64, /two subjects/));
  test('pages of three bytes', () =>
    refused(['policy', '1,2,3', '--addresses', '--page', '3'], 78, /power of two, not 3/));
}); // biome-ignore format: one line each

describe.concurrent('files that are not what they should be', () => {
  test.each([
    [['run', program, '--geometry', empty], 65, /is empty\n {2}It needs an object in braces/],
    [['run', program, '--geometry', folder], 66, /is a directory\n {2}Name a JSON file/],
    [['translate', '--state', empty, '0'], 65, /It needs an object in braces/],
    [['policy', '--refs', empty], 65, /at least one use of a page/],
    [['policy', '--refs', folder], 66, /Name a file of page numbers/],
  ] as const)('%j', refused);
});
