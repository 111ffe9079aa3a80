import { describe, expect, test, vi } from 'vitest';
import { pagewalk } from '../support/command.js';

vi.setConfig({ testTimeout: 60_000 });

describe.concurrent('pagewalk isa', () => {
  test('lists every instruction on standard output', async () => {
    const { stdout, stderr, status } = await pagewalk(['isa']);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toMatch(/^add: destination \+= source$/m);
    expect(stdout).toMatch(/^\d+ instructions, \d+ forms, \d+ with their operand sizes\n$/m);
  });

  test('explains one by its name', async () => {
    const { stdout, status } = await pagewalk(['isa', 'addl']);
    expect(status).toBe(0);
    expect(stdout).toContain('addl (32 bits): destination += source');
    expect(stdout).toContain('flags: writes CF PF AF ZF SF OF');
    expect(stdout).toMatch(/^ +83 +opcode +with \/0 in ModRM\.reg$/m);
  });

  test('takes any line of source apart, one word or many', async () => {
    const quoted = await pagewalk(['isa', 'movsd 8(%rax), %xmm9']);
    const words = await pagewalk(['isa', 'movsd', '8(%rax),', '%xmm9']);
    expect(quoted.stdout).toMatch(/^ +f2 +prefix +mandatory prefix: part of the opcode$/m);
    expect(words.stdout).toBe(quoted.stdout);
    const two = await pagewalk(['isa', 'lock cmpxchg16b 8(%r10); ret']);
    expect(two.stdout.match(/ opcode /g)).toHaveLength(2);
  });

  test('says what of 424 executed forms is there', async () => {
    const { stdout, status } = await pagewalk(['isa', '--coverage']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ of 424 forms that compiled programs execute\./m);
  });

  test.each([
    ['vaddps', 64, 'compile with -march=x86-64 or -mno-avx'],
    ['mvol', 64, "Did you mean 'movl'?"],
    ['xyzzyplugh', 64, 'All of them: pagewalk isa'],
    ['addl $1, $2', 65, 'a constant cannot be the destination'],
    ['.globl x', 65, 'is no instruction'],
  ])('refuses %s', async (text, status, words) => {
    const result = await pagewalk(['isa', text]);
    expect([result.status, result.stdout]).toEqual([status, '']);
    expect(result.stderr).toContain(words);
  });
});
