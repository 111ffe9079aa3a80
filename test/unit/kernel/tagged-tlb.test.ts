import { describe, expect, it } from 'vitest';
import { SpaceNumbers } from '../../../src/kernel/vm/space-numbers.js';
import { assemble } from '../../../src/machine/assemble.js';
import { Machine } from '../../../src/machine/machine.js';
import { COUNTER } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { X86_64 } from '../../../src/mmu/design.js';
import { Mmu } from '../../../src/mmu/mmu.js';
import type { TlbConfig } from '../../../src/mmu/tlb-config.js';

const plain: TlbConfig = {
  itlb: { sets: 16, ways: 4 },
  dtlb: { sets: 16, ways: 4 },
  unified: false,
  policy: 'lru',
  seed: 1,
};

/** Forks; parent and child write to the same pages and yield to each other, then each checks what it wrote. */
const PROGRAM = `
        .globl _start
_start: movl $57, %eax
        syscall
        movl %eax, %ebx
        movl $40, %r12d
again:  movl $6, %ecx
        leaq pages(%rip), %rdi
1:      movl %ebx, (%rdi)
        incl 4(%rdi)
        addq $4096, %rdi
        loop 1b
        movl $24, %eax
        syscall
        leaq pages(%rip), %rdi
        movl $6, %ecx
2:      cmpl %ebx, (%rdi)
        jne bad
        addq $4096, %rdi
        loop 2b
        decl %r12d
        jnz again
        testl %ebx, %ebx
        jz done
        movl $61, %eax
        movl $-1, %edi
        xorl %esi, %esi
        xorl %edx, %edx
        xorl %r10d, %r10d
        syscall
done:   xorl %edi, %edi
        movl $60, %eax
        syscall
bad:    movl $1, %edi
        movl $60, %eax
        syscall
        .bss
        .balign 4096
pages:  .skip 6*4096
`; // biome-ignore format: a program

function run(tlb: TlbConfig, engine = 'interpreter') {
  const machine = new Machine({ tlb, engine, ram: '1M', check: true, limit: 1_000_000 });
  machine.load(assemble(PROGRAM));
  const { status, violations, counters } = machine.run();
  expect(violations).toEqual([]);
  expect(status).toBe(0);
  return counters;
}

describe('a tagged TLB', () => {
  it('keeps both processes apart, and loses nothing at a switch', () => {
    const [flushed, tagged] = [run(plain), run({ ...plain, tagged: true })];
    expect(tagged.instructions).toBe(flushed.instructions);
    expect(flushed.contextSwitches).toBeGreaterThan(80);
    // Six data pages, a page of code, at each switch; tagged only once a process, and where a copy was made.
    expect(flushed.dtlbMisses).toBeGreaterThan(6 * 80);
    expect(tagged.dtlbMisses).toBeLessThan(6 * 8);
    expect(tagged.tlbFlushed).toBeLessThan(20);
  });

  it('counts the same in both engines', () => {
    for (const tlb of [
      { ...plain, tagged: true },
      { ...plain, tagged: true, walkCaches: [{ sets: 1, ways: 4 }] },
    ])
      expect(run(tlb, 'reference')).toEqual(run(tlb));
  });
});

describe('a TLB that software refills', () => {
  it('traps at every miss, and gives the same program the same end', () => {
    const [hardware, software] = [run(plain), run({ ...plain, refill: 'software' })];
    expect(software.instructions).toBe(hardware.instructions);
    expect(software.walks).toBe(0);
    expect(software.adWrites).toBe(0);
    expect(software.tlbRefills).toBeGreaterThan(500);
    // Every miss traps; what is not refilled is a page fault.
    expect(software.itlbMisses + software.dtlbMisses).toBe(software.tlbRefills + software.pageFaults);
    expect(software.exceptions).toBe(software.tlbRefills + software.pageFaults);
  });

  it('works tagged, with a second level, and in both engines', () => {
    const second = { instruction: [], data: [{ sets: 8, ways: 4 }], unified: true };
    const tlb: TlbConfig = {
      ...plain,
      itlb: { sets: 1, ways: 2 },
      dtlb: { sets: 1, ways: 4 },
      refill: 'software',
      second,
    };
    for (const config of [tlb, { ...tlb, tagged: true }]) expect(run(config, 'reference')).toEqual(run(config));
  });
});

describe('the numbers of address spaces', () => {
  it('begin anew when they are used up, with everything dropped', () => {
    const memory = new PhysicalMemory(1 << 20, 0);
    const mmu = new Mmu(memory, { design: X86_64, tlb: plain });
    const numbers = new SpaceNumbers(mmu, 3);
    expect([10, 20, 10, 30].map((root) => numbers.assign(root).number)).toEqual([1, 2, 1, 3]);
    expect(numbers.assign(10)).toEqual({ number: 1, keep: true });
    numbers.release(20);
    expect(numbers.numberOf(20)).toBeNull();
    expect(memory.counter(COUNTER.tlbFlushes)).toBe(0);
    expect(numbers.assign(40)).toEqual({ number: 1, keep: false });
    expect(memory.counter(COUNTER.tlbFlushes)).toBe(1);
    expect([10, 30].map((root) => numbers.numberOf(root))).toEqual([null, null]);
  });
});
