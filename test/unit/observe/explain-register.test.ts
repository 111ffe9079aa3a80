import { describe, expect, it } from 'vitest';
import { problemInWords } from '../../../src/cli/load-problem.js';
import { parseMmu } from '../../../src/cli/mmu-option.js';
import { assemble } from '../../../src/machine/assemble.js';
import { LoadError, Machine } from '../../../src/machine/machine.js';
import { runGuest } from '../../support/guest.js';
import { exitWith } from '../../support/program.js';

/** What is said of a program that dies under a design, on one line. */
async function saidOf(options: Record<string, string>, source: string): Promise<string> {
  const image = assemble(source, 'test.s', parseMmu(options));
  return (await runGuest([image], { options })).explanation;
}

const start = (body: string) => `.globl _start\n_start: ${body}\n${exitWith(0)}`;
const small = { vaBits: '14', ram: '64K' };

describe('an address that registers refuse is explained by their arithmetic', () => {
  it('a segment that nothing is in', async () => {
    const said = await saidOf({ mmu: 'segments', ...small }, start('movb 0x2010, %al'));
    expect(said).toContain('it tried to read from 0x2010, in segment 2, where nothing is');
    expect(said).toContain('segment 0x2010 >> 12 = 2');
    expect(said).toContain('not valid');
  });

  it('a right that the segment has not', async () => {
    const store = await saidOf({ mmu: 'segments', ...small }, start('movb $1, _start'));
    expect(store).toContain('it tried to write to 0x0, in segment 0 (.text), which is for read and execute only');
    const jump = await saidOf(
      { mmu: 'segments', ...small },
      `${start('movl $here, %eax\n jmp *%rax')}.data\nhere: nop\n`,
    );
    expect(jump).toContain('it tried to execute 0x1000, in segment 1 (.data), which is for read and write only');
  });

  it('a stack that may not grow so far: negative offsets', async () => {
    const said = await saidOf({ mmu: 'segments:1', ...small }, start('movb 0x2000, %al'));
    // Of two segments of 8 KB the second is the stack's, all of it: nothing is below but the first one.
    expect(said).toBe('');
    const below = await saidOf({ mmu: 'segments', vaBits: '26', ram: '64K' }, start('movb 0x3800000, %al'));
    expect(below).toMatch(/SIGKILL \(killed\): .*memory/);
  });

  it('the end of RAM, which is all that base alone runs into', async () => {
    const said = await saidOf({ mmu: 'base', ...small }, start('movb 0xd000, %al'));
    expect(said).toContain('where the machine has no RAM');
    expect(said).toContain('0xd000 + base 0x4000 = 0x11000, which is beyond the end of RAM');
  });

  it('an address with more bits than there are', async () => {
    const said = await saidOf({ mmu: 'segments', ...small }, start('movb 0x4000, %al'));
    expect(said).toContain("0x4000, which has more than the 14 bits of this design's addresses");
    const bounds = await saidOf({ mmu: 'base-bounds', ...small }, start('movabs 0xffffffffffffff00, %al'));
    expect(bounds).toContain('which is 0xffffffffffffbf00 bytes beyond the bounds 0x4000');
  });
});

describe('what cannot be loaded is refused with the arithmetic', () => {
  function refused(
    options: { mmu: string; vaBits?: string; ram?: string; partitions?: string },
    count = 1,
    source = exitWith(0),
  ): string {
    const mmu = parseMmu(options);
    const { partitions } = options;
    const machine = new Machine({
      mmu,
      ram: options.ram ?? '64M',
      ...(partitions ? { partitions: Number(partitions) } : {}),
    });
    const image = assemble(source, 'test.s', mmu);
    try {
      for (let i = 0; i < count; i++) machine.load(image);
    } catch (error) {
      if (error instanceof LoadError) return problemInWords(error.problem, mmu);
      throw error;
    }
    return 'loaded';
  }

  it.each([
    [
      'no piece so large',
      { mmu: 'base-bounds', vaBits: '16', ram: '64K' },
      1,
      /needs 65536 bytes of RAM in one piece, and 49152 are free/,
    ],
    ['no partition left', { mmu: 'base-bounds', ...small, partitions: '2' }, 3, /needs a partition, and all are taken/],
    ['one place', { mmu: 'physical' }, 2, /--swap FILE,SIZE\) programs take turns/],
  ])('%s', (_what, options, count, words) => {
    expect(refused(options, count)).toMatch(words);
  });

  it('a program that its space is too small for', () => {
    // 24 bytes of code with what is put around a snippet, in units of 16; then 5000 bytes.
    const said = refused({ mmu: 'base-bounds', vaBits: '12', ram: '64K' }, 1, `${exitWith(0)}.bss\n.skip 5000\n`);
    expect(said).toMatch(/segment .bss needs 0x20..0x13a8; a program may have 0x0..0xe00: 12-bit addresses are 4 KiB/);
  });
});
