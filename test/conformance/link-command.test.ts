import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pagewalk } from '../support/command.js';
import { hasTool } from '../support/gnu-as.js';

/** One program of several files, at the command line; and programs of a whole C library. */

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-link-'));
afterAll(() => rmSync(folder, { recursive: true }));
const command = (...args: string[]) => pagewalk(args, { cwd: folder });
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

put('main.s', '.globl _start\n_start: call seven\n movl %eax, %edi\n movl $60, %eax\n syscall\n');
put('util.s', '.globl seven\nseven: movl $7, %eax\n ret\n');

/** An archive of one member, without an index. */
function archiveOf(name: string, content: Uint8Array): Uint8Array {
  const fields = [`${name}/`.padEnd(16), '0'.padEnd(12), '0'.padEnd(6), '0'.padEnd(6), '644'.padEnd(8)];
  const header = `!<arch>\n${fields.join('')}${String(content.length).padEnd(10)}\`\n`;
  return Buffer.concat([Buffer.from(header, 'latin1'), content]);
}

describe('one program of several files', () => {
  it('is linked, or run at once', async () => {
    expect(await command('asm', '-c', 'util.s', '-o', 'util.o')).toMatchObject({ status: 0, stderr: '' });
    put('libutil.a', archiveOf('util.o', readFileSync(join(folder, 'util.o'))));
    for (const second of ['util.s', 'util.o', 'libutil.a']) {
      expect(await command('run', '--link', 'main.s', second)).toMatchObject({ status: 7, stderr: '' });
      expect(await command('link', 'main.s', second, '-o', 'program')).toMatchObject({ status: 0, stderr: '' });
      expect(await command('run', 'program')).toMatchObject({ status: 7, stderr: '' });
    }
    expect(await command('link', 'program', 'util.o', '-o', 'x')).toMatchObject({
      status: 65,
      stderr: expect.stringContaining('program is linked already'),
    });
    expect(await command('run', '-l', 'libutil.a', 'main.s')).toMatchObject({
      status: 65,
      stderr: expect.stringContaining('libutil.a(util.o) defines it: name the archive behind the files that need it'),
    });
    expect(await command('run', 'libutil.a')).toMatchObject({
      status: 65,
      stderr: expect.stringContaining('pagewalk run --link main.s libutil.a'),
    });
  }, 60_000);

  it('is counted and disassembled', async () => {
    const counted = await command('count', 'main.s', 'util.s', '-o', '-');
    expect(counted).toMatchObject({ status: 7, stderr: '' });
    expect(counted.stdout).toMatch(/0x40100\w +1 .*call seven\n[\s\S]*<seven>\n.*movl \$7, %eax\n/);
    const { status, stdout } = await command('disasm', 'main.s', 'util.s');
    expect(status).toBe(0);
    expect(stdout).toMatch(/<_start>:\n.*call +\w+ <seven>\n[\s\S]*<seven>:\n.*mov +\$0x7,%eax\n/);
  }, 60_000);
});

const library = '/usr/lib/x86_64-linux-musl';
const musl = hasTool('gcc') && hasTool('ld') && hasTool('setarch') && existsSync(`${library}/rcrt1.o`);
if (!musl) console.warn('skipped: 2 programs of the C library musl (needs musl-tools, gcc, ld, setarch)');

const SOURCE = `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
_Thread_local int mine = 5;
const char *names[] = {"zero", "one"};
static int ascending(const void *a, const void *b) { return *(int *)a - *(int *)b; }
int main(int argc, char **argv) {
  int a[] = {3, 1, 2};
  qsort(a, 3, sizeof a[0], ascending);
  char *p = strcpy(malloc(100), "heap");
  printf("%s %d%d%d %s %d %s\\n", p, a[0], a[1], a[2], names[argc], mine++, argv[0]);
  return mine;
}
`;

describe.skipIf(!musl)('a program with the C library musl', () => {
  const at = (name: string) => `${library}/${name}`;
  const compile = (...options: string[]) => {
    put('hello.c', SOURCE);
    const include = ['-isystem', '/usr/include/x86_64-linux-musl', '-fno-stack-protector', '-U_FORTIFY_SOURCE'];
    execFileSync('gcc', ['-O1', ...include, ...options, '-c', 'hello.c', '-o', 'hello.o'], { cwd: folder });
  };
  const natively = (file: string) =>
    spawnSync('setarch', ['-R', join(folder, file)], { encoding: 'utf8', cwd: folder });

  it('linked here runs on the processor and here', async () => {
    compile('-fno-pie');
    const files = [at('crt1.o'), at('crti.o'), 'hello.o', at('libc.a'), at('crtn.o')];
    expect(await command('link', ...files, '-o', 'hello')).toMatchObject({ status: 0, stderr: '' });
    const { stdout, status } = natively('hello');
    expect(stdout).toMatch(/^heap 123 one 5 /);
    expect(status).toBe(6);
    const here = await command('run', 'hello');
    expect(here).toMatchObject({ status: 6, stderr: '', stdout: 'heap 123 one 5 hello\n' });
  }, 60_000);

  it('linked by ld as static-pie runs here', async () => {
    compile('-fPIE');
    const files = [at('rcrt1.o'), at('crti.o'), 'hello.o', at('libc.a'), at('crtn.o')];
    execFileSync('ld', ['-pie', '--no-dynamic-linker', '-o', 'pie', ...files], { cwd: folder });
    expect(natively('pie')).toMatchObject({ status: 6, stdout: expect.stringMatching(/^heap 123 one 5 /) });
    expect(await command('run', 'pie')).toMatchObject({ status: 6, stderr: '', stdout: 'heap 123 one 5 pie\n' });
  }, 60_000);
});
