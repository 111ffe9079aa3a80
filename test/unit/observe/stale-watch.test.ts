import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/machine/assemble.js';
import { Machine, type Result } from '../../../src/machine/machine.js';
import { type StaleUse, StaleWatch, staleInWords } from '../../../src/observe/stale-watch.js';

/** Writes to a page, makes it read-only, writes again: SIGSEGV, unless the processor was not told. */
const PROGRAM = `
        .globl _start
_start: movl $1, page(%rip)
        movl $10, %eax
        leaq page(%rip), %rdi
        movl $4096, %esi
        movl $1, %edx
        syscall
        movl page(%rip), %ecx
again:  movl $2, page(%rip)
        movl $60, %eax
        xorl %edi, %edi
        syscall
        .bss
        .balign 4096
page:   .skip 4096
`;

function run(forgetful: boolean): { result: Result; uses: StaleUse[] } {
  const uses: StaleUse[] = [];
  const machine = new Machine({ ram: '1M', forgetful });
  machine.probe = new StaleWatch(machine.memory, machine.mmu, (use) => uses.push(use));
  machine.load(assemble(PROGRAM));
  return { result: machine.run(), uses };
}

describe('stale translations', () => {
  it('are never used under a kernel that invalidates', () => {
    const { result, uses } = run(false);
    expect(result.status).toBe(128 + 11);
    expect(uses).toEqual([]);
  });

  it('let a write through that the page tables forbid, and are named', () => {
    const { result, uses } = run(true);
    expect(result.status).toBe(0);
    expect(uses).toHaveLength(1);
    const [{ access, cached, now, virtual, entry }] = uses as [StaleUse];
    expect({ access, cached: cached.write, now: now.write }).toEqual({ access: 'read', cached: true, now: false });
    expect(now.frame).toBe(cached.frame);
    expect(staleInWords(uses[0]!)).toBe(
      `stale translation used at 0x${uses[0]!.rip.toString(16)}: read of 0x${virtual.toString(16)} through frame ${cached.frame}, rw-; ` +
        `its entry at 0x${entry.toString(16)} now says frame ${now.frame}, r--; no INVLPG since`,
    );
  });
});
