import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/machine/assemble.js';
import { designOf, entryLayoutOf } from '../../../src/machine/designs.js';
import { LoadError, Machine } from '../../../src/machine/machine.js';
import { type Design, type PagedDesign, pageShiftOf } from '../../../src/mmu/design.js';
import { areaUses, formatMaps } from '../../../src/observe/maps.js';
import { expectedOutput, memoryProgram, memorySource } from '../../support/memory-program.js';
import { exitWith } from '../../support/program.js';
import { randomDesign } from '../../support/random-design.js';
import { SeededRandom } from '../../support/seeded-random.js';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const linear = (virtualBits: number, pageBytes: number, entry: string, more = {}): PagedDesign =>
  designOf('linear', { virtualBits, pageBytes, entry: entryLayoutOf(entry), ...more }) as PagedDesign;

/** Designs whose pages and tables are small enough to look at all of them after every trap. */
const designs = fc.integer({ min: 0, max: 2 ** 30 }).map((seed) => {
  const random = new SeededRandom(seed);
  for (;;) {
    const design = randomDesign(random, 23);
    if (pageShiftOf(design) >= 9 && Math.max(...design.indexBits) <= 8) return design;
  }
});

describe('the kernel under tables of any geometry', () => {
  it('loses nothing: programs that swap and switch print what they must, and the invariants hold', () => {
    let swapped = 0;
    fc.assert(
      fc.property(
        designs,
        memoryProgram(50),
        memoryProgram(50),
        fc.constantFrom('fifo', 'lru', 'clock'),
        (mmu, first, second, replacement) => {
          const unit = 2 ** pageShiftOf(mmu);
          const table = mmu.entry.bytes * 2 ** Math.max(...mmu.indexBits);
          const ram = Math.min(2 ** mmu.physicalBits, Math.ceil((128 * 1024 + 8 * table) / unit) * unit);
          const machine = new Machine({ mmu, ram, swap: '1M', quantum: 60, replacement, check: true });
          for (const steps of [first, second]) machine.load(assemble(memorySource(steps), 'random.s', mmu));
          const result = machine.run();
          expect(result.violations).toEqual([]);
          expect(result.processes.map(({ status }) => status)).toEqual([0, 0]);
          const printed = text(result.stdout).split('\n').slice(0, -1).sort();
          expect(printed).toEqual([first, second].map((steps) => expectedOutput(steps).trim()).sort());
          swapped += result.counters.swapIns;
        },
      ),
      { seed: 11, numRuns: 6 },
    );
    expect(swapped).toBeGreaterThan(60);
  }, 60_000);

  /** Parent and child store different numbers to a page that both had, and give them back as their statuses. */
  const forking = `
        .globl _start
        .data
shared: .quad 4
status: .quad 0
        .text
_start: incq shared(%rip)
        movl $57, %eax
        syscall
        testl %eax, %eax
        jz child
        movq $7, shared(%rip)
        movl $61, %eax
        movl $-1, %edi
        leaq status(%rip), %rsi
        xorl %edx, %edx
        xorl %r10d, %r10d
        syscall
        movzbl status+1(%rip), %edi
        addq shared(%rip), %rdi
        movl $60, %eax
        syscall
child:  movl shared(%rip), %edi
        addq $30, shared(%rip)
        addq shared(%rip), %rdi
        movl $60, %eax
        syscall
`;

  it.each([
    ['ia32', true],
    ['4', true],
    ['ostep-linear', false],
  ])(
    'fork under the layout %s: copies at the first store where it can be told (%s), else at once',
    (entry, protects) => {
      const mmu = linear(16, 256, entry);
      const machine = new Machine({ mmu, ram: '32K', check: true });
      machine.load(assemble(forking, 'fork.s', mmu));
      const pages = () => machine.result('paused').counters.pageCopies;
      machine.run(3);
      expect(pages() > 0).toBe(!protects);
      const result = machine.run();
      // The child: 5 + 35. The parent: the child's status and its own 7.
      expect(result.processes.map(({ status }) => status)).toEqual([47, 40]);
      expect(result.counters.pageCopies).toBeGreaterThan(0);
      expect(result.violations).toEqual([]);
    },
  );

  it('without a dirty bit writes out what could have been written; with one only what was', () => {
    const source = `
        .globl _start
        .data
        .balign 256
table:  .fill 16384, 1, 3
        .text
_start: leaq table(%rip), %rsi
        movl $2, %edx
again:  xorl %ecx, %ecx
next:   addb (%rsi,%rcx), %al
        addl $256, %ecx
        cmpl $16384, %ecx
        jne next
        decl %edx
        jne again
        movzbl %al, %edi
        movl $60, %eax
        syscall
`;
    const written = (entry: string) => {
      const mmu = linear(16, 256, entry);
      const machine = new Machine({ mmu, ram: '12K', swap: '64K', replacement: 'fifo', check: true });
      machine.load(assemble(source, 'read.s', mmu));
      const result = machine.run();
      expect([result.status, result.violations]).toEqual([(2 * 64 * 3) & 0xff, []]);
      return result.counters.swapOuts;
    };
    expect(written('ostep-linear')).toBeGreaterThan(64);
    expect(written('ia32')).toBeLessThan(4);
  });

  it('makes room for a table of many frames by driving pages out', () => {
    const mmu = linear(20, 256, '4');
    const source = (name: string) =>
      `.globl _start\n.bss\n${name}: .skip 100 * 256\n.text\n_start: leaq ${name}(%rip), %rdi\n movl $100, %ecx\n1: movb $1, (%rdi)\n addq $256, %rdi\n loop 1b\n movl $57, %eax\n syscall\n ${exitWith(3)}`;
    // The table of a process has 4096 entries of 4 bytes: 64 frames of 160.
    const machine = new Machine({ mmu, ram: 160 * 256, swap: '64K', check: true });
    machine.load(assemble(source('pages'), 'touch.s', mmu));
    const result = machine.run();
    expect(result.processes.map(({ status }) => status)).toEqual([3, 3]);
    expect(result.counters.swapOuts).toBeGreaterThan(20);
    expect(result.violations).toEqual([]);
  });

  it('comes back to a snapshot', () => {
    const mmu = designOf('radix:4,8', { pageBytes: 256, entry: entryLayoutOf('4') });
    const machine = new Machine({ mmu, ram: '64K', swap: '64K', check: true });
    machine.load(assemble(forking, 'fork.s', mmu));
    machine.run(6);
    const snapshot = machine.snapshot();
    const end = machine.run();
    machine.restore(snapshot);
    expect(machine.steps).toBe(6);
    expect(machine.run()).toEqual(end);
  });

  it('shows its areas in pages of the design', () => {
    const mmu = linear(16, 256, 'ia32');
    const machine = new Machine({ mmu });
    const process = machine.load(assemble('.globl _start\n_start: nop\n .bss\n .skip 1000\n', 'maps.s', mmu));
    machine.run(1);
    const [code, bss, stack] = areaUses(process.space);
    expect([code!.pages, code!.touched, bss!.pages, bss!.touched]).toEqual([1, 1, 4, 0]);
    expect(stack!.touched).toBe(2);
    expect(formatMaps(areaUses(process.space))).toContain('[stack]');
  });
});

describe('programs in a small space', () => {
  const load = (source: string, mmu: Design) => new Machine({ mmu }).load(assemble(source, 'small.s', mmu));
  const tiny = linear(6, 16, '1', { physicalBits: 7 });

  it('begin on page 1, without headers, and have an empty stack if there is no room for one', () => {
    const process = load('movl 21, %eax\n', tiny);
    expect(process.space.areas.map(({ start, end, name }) => [start, end, name])).toEqual([
      [16, 48, '.text'],
      [48, 64, '[stack]'],
    ]);
    expect(process.saved.registers[4]).toBe(64n);
  });

  it('are refused when they do not fit, with what they need and what there is', () => {
    const problem = (source: string, mmu: Design) => {
      try {
        load(source, mmu);
      } catch (error) {
        if (error instanceof LoadError) return error.problem;
        throw error;
      }
      throw new Error('loaded');
    };
    expect(problem('.skip 33, 0x90\n', tiny)).toMatchObject({
      problem: 'segmentOutsideUserSpace',
      address: 16n,
      room: { start: 16, end: 48 },
    });
    const fixed = assemble('.globl _start\n_start: nop\n');
    const machine = new Machine({ mmu: linear(16, 1024, 'ia32') });
    expect(() => machine.load(fixed)).toThrow(LoadError);
    // A million entries of four bytes are 4 MiB.
    expect(() => new Machine({ mmu: designOf('linear'), ram: '2M' }).load(fixed)).toThrow(/outOfMemory/);
  });
});
