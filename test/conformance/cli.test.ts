import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type CommandResult, commandPath, pagewalk } from '../support/command.js';
import { examplesFolder } from '../support/examples.js';

// Processes are started by the dozen, and other tests run at the same time.
vi.setConfig({ testTimeout: 60_000, maxConcurrency: 3 });

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts a file into the test's folder. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const example = (name: string) => `${examplesFolder}${name}.s`;
const hello = example('02-hello');
const exit = 'movl $60, %eax\n xorl %edi, %edi\n syscall\n';
const forever = file('forever.s', '.globl _start\n_start: incq %rax\n jmp _start\n');

/** Nothing that pagewalk prints may look like a stack trace. */
function expectNoTrace({ stdout, stderr }: CommandResult): void {
  expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at .+:\d+:\d+/);
  expect(stderr).not.toContain('node:internal');
}

async function refused(args: readonly string[], status: number, ...words: string[]): Promise<CommandResult> {
  const result = await pagewalk(args, { cwd: folder });
  expect(result.stdout).toBe('');
  for (const word of words) expect(result.stderr).toContain(word);
  expect(result.status).toBe(status);
  expectNoTrace(result);
  return result;
}

describe.concurrent('inputs that cannot be', () => {
  const random = (length: number) => {
    let state = 1;
    return Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    });
  };
  const letters = (length: number) => Buffer.from(random(length).map((byte) => 32 + (byte % 95)));
  const unreadable = file('unreadable.s', exit);
  chmodSync(unreadable, 0);

  test('a missing file', () => refused(['run', 'nowhere.s'], 66, 'there is no file nowhere.s'));
  test('a directory', () => refused(['run', folder], 66, 'is a directory'));
  test('a path through a file', () => refused(['run', `${forever}/x`], 66, 'there is no file'));
  test.skipIf(process.getuid?.() === 0)('an unreadable file', () =>
    refused(['run', unreadable], 66, 'may not be read'),
  );
  test('an empty file', () => refused(['run', file('empty.s', '')], 65, 'is empty'));
  test('only a comment', () => refused(['run', file('comment.s', '# nothing\n')], 65, 'nothing to run'));
  test('a binary file', () =>
    refused(['run', file('random', random(5000))], 65, 'neither assembly source nor an ELF file'));
  test('a JPEG', () => refused(['run', file('x.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2))], 65, 'not UTF-8'));
  test('a truncated ELF file', () => refused(['run', file('t.elf', '\x7fELF\x02\x01\x01')], 65, 'truncated'));
  test('text that is no assembly', async () => {
    const result = await refused(['run', file('prose.s', 'Once upon a time\nthere was a page\n')], 65, 'prose.s:1:');
    expect(result.stderr).toContain('prose.s:2:');
    expect(result.stderr).toContain('^');
  });
  test('ten megabytes of garbage text', async () => {
    const result = await refused(['run', file('garbage.s', letters(10 * 2 ** 20))], 65, 'garbage.s');
    expect(result.stderr.length).toBeLessThan(50_000);
  });
  test('a megabyte of garbage lines', async () => {
    const text = letters(2 ** 20);
    for (let i = 40; i < text.length; i += 40) text[i] = 10;
    const result = await refused(['run', file('lines.s', text)], 65, 'more');
    expect(result.stderr.length).toBeLessThan(50_000);
  });
  test('all errors of a file, with a suggestion', async () => {
    const source = '_start: mvol $1, %eax\n addl $1, %eex\n .qaud 1\n jmp nowhere\n';
    const { stderr } = await refused(['run', file('errors.s', source)], 65, "did you mean 'movl'?");
    expect(stderr).toContain('errors.s:1:9: error:');
    expect(stderr).toMatch(/errors\.s:2:/);
    expect(stderr).toMatch(/errors\.s:3:/);
  });
  test('a symbol that nobody defines', () =>
    refused(['run', file('undefined.s', `.globl _start\n_start: call nowhere\n${exit}`)], 65, 'nowhere'));
});

describe.concurrent('command lines that cannot be', () => {
  test('no file', () => refused(['run'], 64, 'missing required argument'));
  test('an unknown option', () => refused(['run', '--fast', hello], 64, 'unknown option'));
  test('an option with a slip', () => refused(['run', '--stat', hello], 64, '--stats'));
  test('an unknown command', () => refused(['rum', hello], 64, 'run'));
  test('a file without a command', () => refused([hello], 64, `pagewalk run ${hello}`));
  test('-c without a name', () => refused(['asm', '-c', hello], 64, '-o'));
  test.each([
    ['--ram', '1X'],
    ['--ram', '1K'],
    ['--tlb', '64x3'],
    ['--tlb', '64x4,best'],
    ['--profile', 'cray'],
    ['--engine', 'steam'],
    ['--replacement', 'best'],
    ['--quantum', '0'],
    ['--max-instructions', 'many'],
    ['--log-level', 'loud'],
    ['--swap', 'nosize'],
    ['--mmu', 'vax'],
  ])('%s %s', async (option, value) => {
    await refused(['run', option, value, hello], 78, option);
  });
  test('a swap file that cannot be made', () =>
    refused(['run', '--swap', '/nowhere/swap,1M', hello], 78, '/nowhere/swap'));
  test('an output that cannot be written', () => refused(['asm', hello, '-o', '/nowhere/x'], 73, '/nowhere/x'));
});

describe.concurrent('running', () => {
  test('the streams and the status of the guest, and nothing else', async () => {
    expect(await pagewalk(['run', hello])).toEqual({ status: 0, signal: null, stdout: 'Hello, memory!\n', stderr: '' });
  });

  test('stderr of the guest is stderr', async () => {
    const source = `.globl _start\n_start: movl $1,%eax; movl $2,%edi; movq $t,%rsi; movl $3,%edx; syscall; movl $7,%edi; movl $60,%eax; syscall\n.data\nt: .ascii "err"\n`;
    expect(await pagewalk(['run', file('err.s', source)])).toMatchObject({ status: 7, stdout: '', stderr: 'err' });
  });

  test('a source from standard input', async () => {
    const result = await pagewalk(['run', '-'], { input: 'movl $60, %eax\n movl $9, %edi\n syscall\n' });
    expect(result).toMatchObject({ status: 9, stderr: '' });
  });

  test('arguments behind --, options included', async () => {
    const result = await pagewalk(['run', example('10-arguments'), '--', '--stats', 'b c']);
    expect(result).toMatchObject({ status: 2, stdout: '--stats\nb c\n', stderr: '' });
  });

  test('standard input reaches the guest', async () => {
    const result = await pagewalk(['run', example('09-upper')], { input: 'page\n' });
    expect(result).toMatchObject({ status: 0, stdout: 'PAGE\n', stderr: '' });
  });

  test('large input and output', async () => {
    const text = 'abcdefghijklmno\n'.repeat(20_000);
    const { stdout } = await pagewalk(['run', example('09-upper')], { input: text });
    expect(stdout === text.toUpperCase()).toBe(true);
  });

  test('an infinite loop with a limit says where it was', async () => {
    const result = await refused(
      ['run', '--max-instructions', '100k', forever],
      124,
      'stopped after 100000 instructions',
    );
    expect(result.stderr).toContain('forever.s:');
  });

  test('Ctrl-C stops the guest and the statistics come', async () => {
    const result = await pagewalk(['run', '--stats', '--log-level', 'info', forever], { interruptAfter: 300 });
    expect(result.status).toBe(130);
    expect(result.stderr).toContain('interrupted, at 0x401');
    expect(result.stderr).toContain('Memory references');
    expectNoTrace(result);
  });

  test('a fault is explained on stderr, or not', async () => {
    const told = await pagewalk(['run', example('20-null-read')]);
    expect(told.status).toBe(139);
    expect(told.stdout).toBe('');
    expect(told.stderr).toContain('NULL + 0x10');
    expect(told.stderr.replace(/\s+/g, ' ')).toContain('%rbx was last written 2 instructions before, at line 14');
    expect(await pagewalk(['run', '--no-explain', example('20-null-read')])).toMatchObject({ status: 139, stderr: '' });
  });

  test('a jump into data, and a stack overflow', async () => {
    expect((await pagewalk(['run', example('22-run-data')])).stderr).toContain('NX');
    expect((await pagewalk(['run', example('27-stack-overflow')])).stderr).toContain('stack overflow');
  });

  test('several files are several processes', async () => {
    const files = [example('45-long-job'), example('46-short-job')];
    expect((await pagewalk(['run', '--quantum', '1000', ...files])).stdout).toBe('short job: done\nlong job: done\n');
    expect((await pagewalk(['run', '--quantum', '1M', ...files])).stdout).toBe('long job: done\nshort job: done\n');
  });

  test('a named swap file is a file of that size with the pages in it', async () => {
    const swap = join(folder, 'swap');
    const args = ['run', '--ram', '256K', '--swap', `${swap},2M`, '--json', '-', example('44-swap')];
    const { stdout, status } = await pagewalk(args);
    expect(status).toBe(0);
    const report = JSON.parse(stdout.slice(stdout.indexOf('{')));
    expect(report.counters.swapOuts).toBeGreaterThan(100);
    expect(statSync(swap).size).toBe(2 * 2 ** 20);
    expect(readFileSync(swap).some((byte) => byte !== 0)).toBe(true);
  });

  test('swapping into a device that is too small ends with an explanation', async () => {
    const result = await pagewalk(['run', '--ram', '256K', '--swap', '64K', example('44-swap')]);
    expect(result.status).toBe(135);
    expect(result.stderr.replace(/\s+/g, ' ')).toContain('the swap device is full');
  });

  test('--json is the same twice, and has what --stats says', async () => {
    const args = ['run', '--json', '-', example('07-recursion')];
    const [first, second] = await Promise.all([pagewalk(args), pagewalk(args)]);
    expect(first).toEqual(second);
    const report = JSON.parse(first.stdout.slice(4));
    expect(report).toMatchObject({ status: 0, reason: 'exit', counters: { syscalls: 2 }, violations: [] });
    const path = join(folder, 'report.json');
    expect((await pagewalk(['run', '--json', path, example('07-recursion')])).stdout).toBe('144\n');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(report);
  });

  test('the log is JSON lines off a terminal', async () => {
    const { stderr, stdout } = await pagewalk(['run', '--events', hello]);
    expect(stdout).toBe('Hello, memory!\n');
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toContain('fault');
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'exit', status: 0 }));
  });

  test('a reader that goes away is no defect', () => {
    const printer = file(
      'printer.s',
      '.globl _start\n_start: movl $1,%eax; movl $1,%edi; movq $t,%rsi; movl $4096,%edx; syscall; jmp _start\n.data\nt: .skip 4096, 65\n',
    );
    const { status, stderr } = spawnSync('sh', [
      '-c',
      `"${process.execPath}" "${commandPath}" run "${printer}" | head -c 10 > /dev/null`,
    ]);
    expect(status).toBe(0);
    expect(stderr.toString()).not.toMatch(/at .+:\d+:\d+|EPIPE|defect/);
  });
});

describe.concurrent('looking', () => {
  test('count: rows, sums, and the words of the lecture', async () => {
    const { stdout, stderr, status } = await pagewalk(['count', '-o', '-', example('01-lecture')]);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('The program itself made 5 references: 3 fetches, 1 load, 1 store.');
    const rows = stdout.split('\n').filter((line) => line.startsWith('0x'));
    expect(rows.map((row) => row.split(/\s{2,}/).at(-1))).toEqual([
      'movl 8(%rbp), %edi',
      'addl $3, %edi',
      'movl %edi, 8(%rbp)',
    ]);
  });

  test('help on stdout, the version as package.json has it', async () => {
    const help = await pagewalk(['--help']);
    expect(help.status).toBe(0);
    for (const command of ['run', 'asm', 'disasm', 'count']) expect(help.stdout).toContain(`  ${command} `);
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect((await pagewalk(['--version'])).stdout.trim()).toBe(version);
  });

  test('a listing has address, bytes and source', async () => {
    const { stdout, status } = await pagewalk(['asm', '--listing', example('01-lecture')]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/00000000 +8b 7d 08 +movl +8\(%rbp\), %edi/);
  });

  test('asm without an output only checks', async () => {
    const result = await pagewalk(['asm', hello]);
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(result.stderr).toContain('nothing written');
  });
});

const has = (tool: string) => spawnSync(tool, ['--version']).status === 0;
const tools = process.platform === 'linux' && process.arch === 'x64' && has('ld') && has('objdump');
if (!tools) console.warn('skipped: 3 tests of files for other tools (needs x86-64 Linux, ld, objdump)');

describe.skipIf(!tools)('files for other tools', () => {
  test('an executable runs on Linux, and here again', async () => {
    const out = join(folder, 'hello');
    expect((await pagewalk(['asm', hello, '-o', out])).status).toBe(0);
    expect(spawnSync(out).stdout.toString()).toBe('Hello, memory!\n');
    expect((await pagewalk(['run', out])).stdout).toBe('Hello, memory!\n');
  });

  test('an object links with ld, and here', async () => {
    const object = join(folder, 'hello.o');
    const out = join(folder, 'linked');
    expect((await pagewalk(['asm', '-c', hello, '-o', object])).status).toBe(0);
    expect(spawnSync('ld', ['-o', out, object]).status).toBe(0);
    expect(spawnSync(out).stdout.toString()).toBe('Hello, memory!\n');
    expect((await pagewalk(['run', object])).stdout).toBe('Hello, memory!\n');
  });

  test('profiles lists the machines, and one with its sources', async () => {
    const list = await pagewalk(['profiles']);
    for (const name of ['textbook', 'skylake', 'zen4', 'zen5', 'champsim', 'drcachesim'])
      expect(list.stdout).toMatch(new RegExp(`^${name} `, 'm'));
    const page = (await pagewalk(['profiles', 'skylake'])).stdout;
    expect(page).toMatch(/second level +1,536 entries, 12-way, 4K 2M +established +Intel/);
    const { figures } = JSON.parse((await pagewalk(['profiles', 'champsim', '--json'])).stdout);
    expect(figures.length).toBeGreaterThan(20);
    for (const { label, source } of figures) {
      expect(['definition', 'established', 'measured', 'estimate']).toContain(label);
      expect(source).not.toBe('');
    }
    await refused(['profiles', 'cray'], 78, "there is no profile 'cray'");
  });

  test('--caches and --cost: caches in the report, prices in the ledger', async () => {
    const args = ['run', '--caches', 'l1=1Kx2@3', '--cost', 'memory=50', '--stats', example('06-ostep-loop')];
    const { stderr, status } = await pagewalk(args);
    expect(status).toBe(0);
    expect(stderr).toContain('Caches (L1 1 KiB 2-way, lines of 64 bytes)');
    expect(stderr).toMatch(/data from L1 +[\d,]+ {2}= [\d,]+ x 3\n/);
    expect(stderr).toMatch(/data from memory +[\d,]+ {2}= [\d,]+ x 50\n/);
    await refused(['run', '--caches', 'l1d=48Kx8', example('02-hello')], 78, 'power of two, not 96');
    await refused(['run', '--cost', 'beer=1', example('02-hello')], 78, "there is no cost 'beer'");
  });

  test('asm -g tells debuggers the lines, and disasm -l shows them as objdump -dl', async () => {
    const out = join(folder, 'lines');
    expect((await pagewalk(['asm', '-g', example('08-strings'), '-o', out])).status).toBe(0);
    const places = (text: string) => [...text.matchAll(/^\S*?([^/\s]+:\d+)$/gm)].map((match) => match[1]);
    const theirs = places(spawnSync('objdump', ['-dl', out]).stdout.toString());
    expect(theirs.length).toBeGreaterThan(20);
    expect(places((await pagewalk(['disasm', '-l', out])).stdout)).toEqual(theirs);
    const said = spawnSync('addr2line', ['-s', '-e', out, '0x401000']).stdout.toString().trim();
    expect(said).toMatch(/^08-strings\.s:\d+$/);
    const counted = await pagewalk(['count', out]);
    expect(counted.stdout + counted.stderr).toContain(`/${said}\n0x401000 `);
  });

  test('a crash of an executable names the line of its source, and shows it where it is', async () => {
    const out = join(folder, 'crash');
    writeFileSync(join(folder, 'crash.s'), '.file 1 "null.c"\n.globl _start\n_start:\n.loc 1 2 3\nmovl 0, %eax\n');
    expect((await pagewalk(['asm', join(folder, 'crash.s'), '-o', out])).status).toBe(0);
    expect((await pagewalk(['run', out])).stderr).toMatch(/\n {4}null\.c:2:\n {4}0x401000 <_start>/);
    writeFileSync(join(folder, 'null.c'), 'void _start(void) {\n  int x = *(int *)0;\n}\n');
    expect((await pagewalk(['run', out])).stderr).toMatch(/\n {4}null\.c:2:\n +int x = \*\(int \*\)0;\n/);
  });

  test.each(['07-recursion', '08-strings', '11-allocator', '51-jump-table'])(
    'disasm of %s as objdump -d',
    async (name) => {
      const out = join(folder, name);
      await pagewalk(['asm', example(name), '-o', out]);
      const theirs = spawnSync('objdump', ['-d', out]).stdout.toString();
      const ours = (await pagewalk(['disasm', out])).stdout;
      const lines = (text: string) =>
        text
          .split('\n')
          .map((line) => line.trimEnd())
          .filter((line) => line !== '');
      expect(lines(ours)).toEqual(lines(theirs));
    },
  );
});
