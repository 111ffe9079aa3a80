import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/machine/assemble.js';
import { Machine } from '../../../src/machine/machine.js';
import type { TlbConfig } from '../../../src/mmu/tlb-config.js';

const plain: TlbConfig = {
  itlb: { sets: 16, ways: 4 },
  dtlb: { sets: 16, ways: 4 },
  unified: false,
  policy: 'lru',
  seed: 1,
};
const wide = { sets: 1, ways: 24 };
const second = { instruction: [], data: [{ sets: 4, ways: 12 }], unified: true };
const walkCaches = [{ sets: 1, ways: 4 }, null, { sets: 1, ways: 2 }];
const kinds: readonly (readonly [name: string, tlb: TlbConfig])[] = [
  ['none', { ...plain, itlb: null, dtlb: null }],
  ['one entry', { ...plain, itlb: { sets: 1, ways: 1 }, dtlb: { sets: 1, ways: 1 } }],
  ['fully associative', { ...plain, itlb: wide, dtlb: wide }],
  ['unified', { ...plain, itlb: wide, dtlb: null, unified: true }],
  ['two levels and structure caches', { ...plain, itlb: { sets: 1, ways: 2 }, dtlb: { sets: 1, ways: 2 }, second, walkCaches }],
  ['least often used', { ...plain, dtlb: { sets: 1, ways: 12 }, policy: 'lfu', second }],
  ['tree pseudo-LRU', { ...plain, dtlb: { sets: 1, ways: 16 }, policy: 'plru' }],
  ['tagged', { ...plain, tagged: true, walkCaches }],
  ['refilled by software', { ...plain, refill: 'software' }],
]; // biome-ignore format: a table

/** Touches pages in an order that no two of them share for long: more pages than there are frames. */
const THRASH = `
        .globl _start
_start: movl $1, %ebx
        movl $1200, %r12d
1:      imull $1103515245, %ebx, %ebx
        addl $12345, %ebx
        movl %ebx, %eax
        shrl $16, %eax
        movl %eax, %ecx
        shrl $3, %ecx
        andl %ecx, %eax
        andl $63, %eax
        shll $12, %eax
        leaq pages(%rip), %rdi
        testl $1024, %ebx
        jz 2f
        incl (%rdi,%rax)
        jmp 3f
2:      movl (%rdi,%rax), %edx
3:      decl %r12d
        jnz 1b
        movl $60, %eax
        xorl %edi, %edi
        syscall
        .bss
        .balign 4096
pages:  .skip 64*4096
`; // biome-ignore format: a program

function start(tlb: TlbConfig, engine = 'interpreter'): Machine {
  const machine = new Machine({ tlb, engine, ram: 40 * 4096, swap: '1M', replacement: 'lru' });
  machine.load(assemble(THRASH));
  return machine;
}

describe('replacement of pages by last use', () => {
  const paging = (tlb: TlbConfig) => {
    const { counters, status } = start(tlb).run();
    const { swapIns, swapOuts, cleanEvictions, zeroFills, instructions } = counters;
    return { status, swapIns, swapOuts, cleanEvictions, zeroFills, instructions };
  };
  const expected = paging(plain);

  it('happens', () => {
    expect(expected.status).toBe(0);
    expect(expected.swapIns).toBeGreaterThan(100);
  });

  it.each(kinds)('does not depend on the TLB: %s', (_, tlb) => {
    expect(paging(tlb)).toEqual(expected);
  });
});

describe('a snapshot', () => {
  it.each(kinds)('brings back the TLB: %s', (_, tlb) => {
    const machine = start(tlb);
    machine.run(4000);
    const snapshot = machine.snapshot();
    const first = machine.run(6000).counters;
    machine.restore(snapshot);
    expect(machine.run(6000).counters).toEqual(first);
  });
});

describe('both engines', () => {
  it.each(kinds)('count the same under swapping: %s', (_, tlb) => {
    expect(start(tlb, 'reference').run(9000).counters).toEqual(start(tlb).run(9000).counters);
  });
});
