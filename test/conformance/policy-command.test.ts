import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pagewalk } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const policy = (...args: string[]) => pagewalk(['policy', ...args], { cwd: folder });

describe('pagewalk policy', () => {
  it('replays a written string, with its steps, the curve and the anomaly', async () => {
    const { status, stdout, stderr } = await policy('1,2,3,4,1,2,5,1,2,3,4,5', '-p', 'fifo', '-f', '3,4', '--curve');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('12 uses of 5 pages');
    expect(stdout).toMatch(/fifo +3 +3 +9 +5 +6 +25\.0 %\n +fifo +4 +2 +10 +5 +6 +16\.7 %/);
    expect(stdout).toContain("Belady's anomaly: fifo has 9 misses with 3 frames, and 10 with 4.");
  });

  it('takes blanks, a file, standard input, and addresses', async () => {
    writeFileSync(join(folder, 'string'), '0 1 2 0 1 3 0 3 1 2 1\n');
    writeFileSync(join(folder, 'addresses'), '0 0x1000,8192 4095\n');
    const json = async (...args: string[]) => JSON.parse((await policy(...args, '--json', '-')).stdout);
    for (const report of [await json('0', '1', '2,0 1', '3,0,3,1,2,1'), await json('--refs', 'string')])
      expect(report).toMatchObject({
        uses: 11,
        pages: 4,
        replays: [{ policy: 'opt', hits: 6 }, {}, {}, { policy: 'fifo', hits: 4 }],
      });
    const addresses = await json('--refs', 'addresses', '--addresses', '--page', '4K', '-p', 'lru');
    expect(addresses.replays[0].steps.map(({ page }: { page: string }) => page)).toEqual(['0x0', '0x1', '0x2', '0x0']);
  });

  it("traces a program's own references", async () => {
    // Two pages of data in turn, and one of code: with two frames LRU misses every data page again, with three none.
    writeFileSync(
      join(folder, 'walk.s'),
      '.globl _start\n_start: movl $100, %ecx\n1: movb %al, a\n movb %al, a+4096\n decl %ecx\n jnz 1b\n movl $60, %eax\n xorl %edi, %edi\n syscall\n' +
        '.bss\n.balign 4096\na: .skip 8192\n',
    );
    const data = JSON.parse(
      (await policy('walk.s', '-p', 'lru', '-f', '1,2', '--references', 'data', '--json', '-')).stdout,
    );
    expect(data).toMatchObject({ uses: 200, pages: 2, replays: [{ misses: 200 }, { misses: 2 }] });
    const all = JSON.parse((await policy('walk.s', '-p', 'lru', '-f', '3', '--json', '-')).stdout);
    // 1 + 4 x 100 + 3 fetches, and 200 stores.
    expect(all).toMatchObject({ uses: 604, pages: 3, replays: [{ misses: 3 }] });
  });

  it.each([
    [['1,2,3', '-p', 'lifo'], 78, "there is no policy 'lifo'"],
    [['1,2,3', '-f', '0'], 78, '--frames'],
    [['1,2,3', '-f', '2000000'], 78, 'more than'],
    [[], 64, 'nothing to replay'],
    [['no/such.s'], 66, 'neither a file nor a reference string'],
    [['--refs', 'missing'], 66, 'missing'],
    [['1,x', '--addresses'], 65, "item 2, 'x', is not an address"],
    [['1', '--page', '0', '--addresses'], 78, '--page'],
    [[','], 65, 'no use of a page'],
  ] as const)('%j ends with status %i and says why', async (args, status, words) => {
    const result = await policy(...args);
    expect(result.stderr).toContain(words);
    expect(result).toMatchObject({ status, stdout: '' });
  });
});
