import { describe, expect, it } from 'vitest';
import type { Lookup, Step } from '../../src/cpu/probe.js';
import { assemble } from '../../src/machine/assemble.js';
import { Machine } from '../../src/machine/machine.js';
import type { SegmentsDesign, UnpagedDesign } from '../../src/mmu/design.js';

const K = 1024;
const bounds = (virtualBits: number): UnpagedDesign => ({ kind: 'base-bounds', virtualBits, physicalBits: 16 });
const segments: SegmentsDesign = { kind: 'segments', selectorBits: 2, virtualBits: 14, physicalBits: 16 };
/** Ends a program with status 0. */
const exit = 'movl $60, %eax\n xorl %edi, %edi\n syscall\n';

/** Loads of one byte at addresses. */
const reads = (addresses: readonly number[]) => addresses.map((address) => `movb ${address}, %al\n`).join('');

/** Runs the programs; gives all lookups of the last one, and what became of it. */
function observed(machine: Machine, sources: readonly string[], design: UnpagedDesign | SegmentsDesign) {
  const lookups: Lookup[] = [];
  const steps: Step[] = [];
  for (const source of sources) machine.load(assemble(source, 'test.s', design));
  machine.probe = { lookup: (lookup) => lookups.push(lookup), step: (step) => steps.push(step) };
  const result = machine.run();
  const physical = (address: number) => lookups.find(({ virtual }) => virtual === BigInt(address))?.physical;
  return { lookups, steps, physical, last: result.processes.at(-1)!, result };
}

describe('base and bounds (OSTEP 15)', () => {
  it('a space of 4 KB at 16 KB: 0, 1 KB and 3000 are 16 KB, 17 KB and 19384; 4400 is a fault (textbook.md, row 7)', () => {
    const machine = new Machine({ mmu: bounds(12), ram: '64K', check: true });
    const { physical, last } = observed(machine, [reads([0, K, 3000, 4400])], bounds(12));
    expect([0, K, 3000, 4400].map(physical)).toEqual([16 * K, 17 * K, 19384, -1]);
    expect([last.fault?.signal, last.fault?.code, last.fault?.address]).toEqual(['SIGSEGV', 'SEGV_MAPERR', 4400n]);
    expect(last.fault?.register?.register).toMatchObject({ base: 16 * K, size: 4 * K });
  });

  it('base 32 KB: the load at 128 is fetched from 32896, and the three instructions make 5 references (row 8)', () => {
    const machine = new Machine({ mmu: bounds(14), ram: '64K', check: true });
    const code = 'movl 0(%rbx), %eax\n addl $3, %eax\n movl %eax, 0(%rbx)\n';
    const source = `.globl _start\n.skip 123\n_start: movl $${15 * K}, %ebx\n ${code}${exit}`;
    // Another process has 16 KB to 32 KB, and sleeps meanwhile.
    const sleeper = `movl $24, %eax\n syscall\n ${exit}`;
    const { physical, steps, result } = observed(machine, [sleeper, source], bounds(14));
    expect(result.status).toBe(0);
    expect(physical(128)).toBe(32896);
    expect(physical(15 * K)).toBe(47 * K);
    const three = steps.filter(({ rip }) => rip >= 128n && rip < 135n);
    expect(three.map(({ rip }) => rip)).toEqual([128n, 130n, 133n]);
    expect(three.flatMap(({ references }) => references.map(({ kind }) => kind))).toEqual([
      ...['fetch', 'load'],
      'fetch',
      ...['fetch', 'store'],
    ]);
  });
});

describe('segments (OSTEP 16)', () => {
  /** Code of 2 KB with the given instructions at 100, a heap of 3 KB, a stack of 2 KB: the sizes of the book. */
  const source = (body: string) => `.globl _start
        .skip 100
_start: ${body}${exit}
        .org 2048, 0x90
        .data
        .skip 3072, 7
`;

  /** A machine in which only the places of the book are free for pieces of those sizes: 26 to 28 KB, and from 32 KB on. */
  function machineOfTheBook(): Machine {
    const machine = new Machine({ mmu: segments, ram: '64K' });
    const { extents } = machine.kernel.plain!;
    extents.allocate(10 * K);
    const place = extents.allocate(2 * K)!;
    extents.allocate(4 * K);
    extents.release(place);
    return machine;
  }

  it('code at 32 KB, heap at 34 KB, stack below 28 KB: 100, 4200 and 15 KB are 32868, 34920 and 27648 (row 9)', () => {
    const { physical, result } = observed(machineOfTheBook(), [source(reads([4200, 15 * K]))], segments);
    expect(result.status).toBe(0);
    expect([100, 4200, 15 * K].map(physical)).toEqual([32868, 34920, 27648]);
  });

  it.each([7 * K, 8000])('%i is in the heap segment, and beyond its 3 KB: a fault', (address) => {
    const { physical, last } = observed(machineOfTheBook(), [source(reads([address]))], segments);
    expect(physical(address)).toBe(-1);
    expect([last.fault?.signal, last.fault?.address]).toEqual(['SIGSEGV', BigInt(address)]);
    expect(last.fault?.register).toMatchObject({
      ...{ verdict: 'bounds', index: 1, offset: address - 4 * K },
      register: { base: 34 * K, size: 3 * K },
    });
  });
});
