import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replacementPolicies } from '../../../src/kernel/vm/policies/index.js';
import { type BlockDevice, MemoryDisk } from '../../../src/kernel/vm/swap.js';
import { expectedOutput, memoryProgram, memorySource } from '../../support/memory-program.js';
import { run } from '../../support/run.js';

const policies = [...replacementPolicies.keys()];
const K = 1024;

describe('content survives eviction', () => {
  it.each(policies)(
    '%s: random programs compute the same in little memory as in much',
    (replacement) => {
      fc.assert(
        fc.property(memoryProgram(120), fc.constantFrom(18, 20, 24, 32), (steps, frames) => {
          const source = memorySource(steps);
          const much = run(source, { replacement });
          expect(much.stdout).toBe(expectedOutput(steps));
          const little = run(source, { replacement, ram: frames * 4096, swap: '1M' });
          expect(little.stdout).toBe(much.stdout);
          expect(little.result.counters.swapOuts).toBeGreaterThan(0);
          expect(much.result.counters.swapOuts + much.result.counters.cleanEvictions).toBe(0);
        }),
        { seed: 44, numRuns: 5 },
      );
    },
    60_000,
  );

  it.each(policies)(
    '%s: two programs take turns in memory that holds neither',
    (replacement) => {
      fc.assert(
        fc.property(
          memoryProgram(80),
          memoryProgram(80),
          fc.integer({ min: 20, max: 300 }),
          (first, second, quantum) => {
            const outcome = run([memorySource(first), memorySource(second)], {
              replacement,
              quantum,
              ram: 112 * K,
              swap: '1M',
            });
            const lines = outcome.stdout.split('\n').filter((line) => line !== '');
            expect(lines.sort()).toEqual([expectedOutput(first).trim(), expectedOutput(second).trim()].sort());
            expect(outcome.result.counters.swapIns).toBeGreaterThan(0);
          },
        ),
        { seed: 45, numRuns: 4 },
      );
    },
    60_000,
  );

  it('does so on a disk with hardly more room than needed: copies of pages in memory give up their slots', () => {
    fc.assert(
      fc.property(memoryProgram(120), (steps) => {
        const outcome = run(memorySource(steps), { ram: 96 * K, swap: 42 * 4096 });
        expect(outcome.stdout).toBe(expectedOutput(steps));
      }),
      { seed: 46, numRuns: 4 },
    );
  }, 60_000);
});

/** Stores a number to each of `pages` pages of .bss, then exits with 5. */
const filler = (pages: number) => `
        .globl  _start
        .bss
        .balign 4096
table:  .skip   ${pages} * 4096
        .text
_start: leaq    table(%rip), %rdi
        movl    $${pages}, %ecx
1:      movq    %rcx, (%rdi)
        addq    $4096, %rdi
        decl    %ecx
        jnz     1b
        subq    $4096, %rdi
        movl    $${pages}, %ecx
        movl    $1, %eax
2:      cmpq    %rax, (%rdi)
        jne     3f
        subq    $4096, %rdi
        incq    %rax
        decl    %ecx
        jnz     2b
        movl    $5, %edi
        movl    $60, %eax
        syscall
3:      ud2
`;

describe('what is written and what is not', () => {
  it('drops clean pages and writes dirty ones', () => {
    const { status, result, events } = run(filler(40), { ram: 96 * K, swap: '1M', replacement: 'fifo' });
    expect(status).toBe(5);
    const { counters } = result;
    expect(counters.swapOuts).toBe(events.filter((event) => event.kind === 'swapOut').length);
    expect(counters.cleanEvictions).toBe(events.filter((event) => event.kind === 'evict').length);
    expect(counters.swapIns).toBe(events.filter((event) => event.kind === 'swapIn').length);
    // The second pass only reads: a page written once is never written again.
    const written = events.flatMap((event) => (event.kind === 'swapOut' ? [event.page] : []));
    expect(new Set(written).size).toBe(written.length);
    expect(counters.cleanEvictions).toBeGreaterThan(0);
  });

  it('leaves nothing behind on the disk', () => {
    const { machine } = run(filler(40), { ram: 96 * K, swap: '1M' });
    expect(machine.kernel.vm.swap.used).toBe(0);
    expect(machine.kernel.vm.frames.free).toBe(machine.memory.frameCount - 1);
  });

  it('takes the slots of pages that are back in memory when no other is free', () => {
    // 40 pages of the table and one of the stack, 13 of them in memory: 28 must be on the disk, which has one slot more.
    const { status, machine } = run(filler(40), { ram: 96 * K, swap: 29 * 4096 });
    expect(status).toBe(5);
    expect(machine.kernel.vm.swap.used).toBe(0);
  });

  it('evicts pages of zeros and of the program without any disk', () => {
    const reader = filler(40).replace('movq    %rcx, (%rdi)', 'movq    (%rdi), %rax').replace('jne     3f', 'nop');
    const { status, result } = run(reader, { ram: 96 * K });
    expect(status).toBe(5);
    expect(result.counters.cleanEvictions).toBeGreaterThan(0);
  });
});

/** A disk whose writes, or reads, fail from the given one on. */
class FailingDisk extends MemoryDisk implements BlockDevice {
  private reads = 0;
  private writes = 0;
  private readonly failing: { read?: number; write?: number; corrupt?: number };

  constructor(blocks: number, failing: { read?: number; write?: number; corrupt?: number }) {
    super(blocks);
    this.failing = failing;
  }

  override read(block: number, into: Uint8Array): boolean {
    this.reads++;
    const done = super.read(block, into);
    if (this.reads === this.failing.corrupt) into[17]! ^= 1;
    return done && this.reads < (this.failing.read ?? Number.POSITIVE_INFINITY);
  }

  override write(block: number, from: Uint8Array): boolean {
    this.writes++;
    return this.writes < (this.failing.write ?? Number.POSITIVE_INFINITY) && super.write(block, from);
  }
}

describe('when it cannot go on, the process that needs the page dies, and only that one', () => {
  it.each([
    ['a read that fails', { read: 3 }, 'swapReadError'],
    ['a block that comes back changed', { corrupt: 2 }, 'swapReadError'],
    ['a write that fails', { write: 2 }, 'swapWriteError'],
  ] as const)('%s: SIGBUS', (_title, failing, cause) => {
    const { result, status } = run(filler(40), { ram: 96 * K, swap: new FailingDisk(256, failing) });
    expect(status).toBe(135);
    expect(result.processes[0]!.fault).toMatchObject({ signal: 'SIGBUS', code: 'BUS_ADRERR', shortage: { cause } });
  });

  it('a full disk: SIGBUS', () => {
    const { result, status } = run(filler(40), { ram: 96 * K, swap: 4 * 4096 });
    expect(status).toBe(135);
    expect(result.processes[0]!.fault?.shortage).toMatchObject({ cause: 'swapFull', swapSlots: 4, swapUsed: 4 });
  });

  it('no disk: killed, with the reasons', () => {
    const { result, status } = run(filler(40), { ram: 96 * K });
    expect(status).toBe(137);
    expect(result.processes[0]!.fault).toMatchObject({
      signal: 'SIGKILL',
      shortage: { cause: 'outOfMemory', frames: 24 },
    });
  });

  it('the others go on', () => {
    const small = filler(2);
    const { result } = run([filler(60), small], { ram: 160 * K, quantum: 30 });
    expect(result.processes.map(({ status }) => status)).toEqual([137, 5]);
  });
});

describe('LRU knows the last use of a page', () => {
  /** Touches pages 0 to 3, then 0 again, then 4 to 7. */
  const source = `
        .globl  _start
        .bss
        .balign 4096
table:  .skip   8 * 4096
        .text
_start: leaq    table(%rip), %rdi
        movq    $1, (%rdi)
        movq    $1, 4096(%rdi)
        movq    $1, 2*4096(%rdi)
        movq    $1, 3*4096(%rdi)
        movq    (%rdi), %rax
        movq    $1, 4*4096(%rdi)
        movq    $1, 5*4096(%rdi)
        movq    $1, 6*4096(%rdi)
        movq    $1, 7*4096(%rdi)
        movl    $60, %eax
        xorl    %edi, %edi
        syscall
`;
  const geometry = { sets: 1, ways: 64 };
  const small = { sets: 1, ways: 1 };
  const base = { unified: false, policy: 'lru', seed: 1 } as const;

  it.each([
    ['with a large TLB', { ...base, itlb: geometry, dtlb: geometry }],
    ['when the translation has left the TLB', { ...base, itlb: small, dtlb: small }],
    ['without a TLB', { ...base, itlb: null, dtlb: null }],
  ])('%s', (_title, tlb) => {
    // 16 frames: frame 0, seven tables, one page of code, one of stack: room for six of the eight pages of the table.
    const { events } = run(source, { ram: 64 * K, swap: '1M', replacement: 'lru', tlb });
    const victims = events.flatMap((event) => (event.kind === 'swapOut' || event.kind === 'evict' ? [event.page] : []));
    const fills = events.flatMap((event) => (event.kind === 'fill' ? [event.page] : []));
    const [stack, , first] = fills;
    // The stack, used only at the start, goes first; then page 1, since page 0 has been used again.
    expect(victims).toEqual([stack, first! + 4096]);
  });
});
