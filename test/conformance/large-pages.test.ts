import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/machine/assemble.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { designOf } from '../../src/machine/designs.js';
import { Machine } from '../../src/machine/machine.js';
import type { TlbConfig } from '../../src/mmu/tlb-config.js';
import { areaUses, formatMaps } from '../../src/observe/maps.js';
import { compareSides, sliceLength } from '../support/lockstep.js';
import { SeededRandom } from '../support/seeded-random.js';

const MIB = 2 ** 20;
const HUGE = 0x4_0000;
const PRIVATE = 0x22;
const SHARED = 0x21;

const call = (number: number, ...args: (number | string)[]) =>
  [
    ...args.map((value, i) => {
      const register = ['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9'][i];
      return typeof value === 'number' ? `movabsq $${value}, %${register}` : `movq ${value}, %${register}`;
    }),
    `movl $${number}, %eax`,
    'syscall',
  ].join('\n');

/** mmap; the result in %rax. */
const map = (length: number, flags = PRIVATE | HUGE, address: number | string = 0, rights = 3) =>
  call(9, address, length, rights, flags, -1, 0);
const exit = (status: number | string) => call(60, status);

/** Runs a program on both engines in slices, all alike, with the kernel's books checked after every trap. */
function run(source: string, options: MachineOptions = {}) {
  const image = assemble(`.globl _start\n_start:\n${source}\n`);
  const random = new SeededRandom(2);
  const [left, right] = ['reference', 'interpreter'].map((engine) => {
    const machine = new Machine({ ram: '12M', ...options, engine, check: true });
    machine.load(image);
    return machine;
  }) as [Machine, Machine];
  for (;;) {
    const slice = sliceLength(random, 100_000);
    const [a, b] = [left.run(slice), right.run(slice)];
    expect(b.reason).toBe(a.reason);
    expect([...a.violations, ...b.violations]).toEqual([]);
    if (a.reason === 'paused') continue;
    expect(compareSides(left, right)).toEqual([]);
    return { ...b, machine: right, status: right.kernel.processes.get(1)!.status };
  }
}

const array = (ways: number, ...pages: ('4K' | '2M' | '1G')[]) => ({ sets: 1, ways, pages });
const plain: TlbConfig = {
  itlb: { sets: 1, ways: 8 },
  dtlb: { sets: 1, ways: 8 },
  unified: false,
  policy: 'lru',
  seed: 1,
};
const bySize: TlbConfig = {
  ...plain,
  dtlbMore: [array(4, '2M')],
  second: { instruction: [], data: [array(16, '4K', '2M')], unified: true },
};
const tlbs: Record<string, TlbConfig> = {
  'a TLB of 4 KiB entries': plain,
  'an array for each size, two levels, walk caches': {
    ...bySize,
    walkCaches: [array(2, '4K'), array(2, '4K'), array(2, '4K')],
  },
  'one array for all sizes, tagged': { ...plain, itlb: array(8, '4K', '2M'), dtlb: array(8, '4K', '2M'), tagged: true },
  'refill by software': { ...plain, refill: 'software' },
  'no TLB': { ...plain, itlb: null, dtlb: null },
};

/** Writes 3, 4 to two large pages, forks; the child changes both and an untouched third; the status is what the parent finds: 30 + 4 for its own. */
const forks = (flags: number) => `
${map(6 * MIB, flags)}
        movq %rax, %rbx
        movb $3, 5(%rbx)
        movb $4, 2*1048576(%rbx)
${call(57)}
        testl %eax, %eax
        jnz parent
        cmpb $3, 5(%rbx)
        jne bad
        movb $5, 5(%rbx)
        movb $6, 2*1048576(%rbx)
        movb $7, 4*1048576+8191(%rbx)
${exit(0)}
parent:
${call(61, -1, 0, 0, 0)}
        movzbl 5(%rbx), %edi
        imull $10, %edi
        movzbl 2*1048576(%rbx), %eax
        addl %eax, %edi
        movzbl 4*1048576+8191(%rbx), %eax
        addl %eax, %edi
        movb $1, 5(%rbx)
${exit('%rdi')}
bad:
${exit(255)}`;

describe('pages of 2 MiB', () => {
  it.each(Object.entries(tlbs))(
    'under %s: private ones are copied whole after a fork, shared ones shared',
    (_, tlb) => {
      const own = run(forks(PRIVATE | HUGE), { tlb, ram: '16M' });
      expect(own.status).toBe(34);
      expect(own.counters.pageCopies).toBeGreaterThanOrEqual(2);
      const shared = run(forks(SHARED | HUGE), { tlb, ram: '16M' });
      expect(shared.status).toBe(63);
      expect(run(forks(PRIVATE | HUGE), { tlb, ram: '16M', mmu: designOf('x86-64:5') }).status).toBe(34);
    },
  );

  it('are one entry each: three read by a walk, one fault, and the kernel reads and writes through them', () => {
    const source = `${map(2 * MIB)}
        movq %rax, %rbx
        movl $0x6968, 4500(%rbx)
        movb 2000000(%rbx), %cl
${call(1, 1, '%rbx', 0)}
        leaq 4500(%rbx), %rsi
        movl $1, %edi
        movl $2, %edx
        movl $1, %eax
        syscall
${exit(0)}`;
    const { stdout, counters } = run(source, { tlb: { ...plain, itlb: array(8, '4K'), dtlb: array(8, '2M') } });
    expect(Buffer.from(stdout).toString()).toBe('hi');
    // Code, data: one fault each; the second access to the page hits.
    expect(counters.pageFaults).toBe(2);
    expect([counters.dtlbMisses, counters.dtlbHits]).toEqual([2, 1]);
    // Each page is looked for twice. The walk that faults ends, for the code, at the PML4; for the mapping, whose upper tables the stack has made, at the PD.
    expect(counters.walkReads).toBe(1 + 4 + 3 + 3);
  });

  it('can lose rights: reading goes on, storing does not', () => {
    const protect = (rights: number, access: string) => `${map(2 * MIB)}
        movq %rax, %rbx
        movb $1, (%rbx)
${call(10, '%rbx', 2 * MIB, rights)}
        movb (%rbx), %cl
        ${access}
${exit('%rax')}`;
    expect(run(protect(1, '')).status).toBe(0);
    expect(run(protect(1, 'movb $2, 4096(%rbx)')).status).toBe(139);
    expect(run(protect(0, '')).status).toBe(139);
    expect(run(protect(3, 'movb $2, 4096(%rbx)')).status).toBe(0);
  });

  it('go as they came: what is unmapped can be mapped again', () => {
    const source = `
        movl $50, %ebp
again:
${map(4 * MIB)}
        movq %rax, %rbx
        testq %rbx, %rbx
        js out
        movb $1, (%rbx)
        leaq 2*1048576(%rbx), %rdi
        movl $2*1048576, %esi
        movl $11, %eax
        syscall
${call(11, '%rbx', 2 * MIB)}
        decl %ebp
        jnz again
out:
${exit('%rbp')}`;
    expect(run(source).status).toBe(0);
  });

  it('are part of a snapshot, those that are only promised too', () => {
    const machine = new Machine({ ram: '16M', check: true });
    machine.load(assemble(`.globl _start\n_start:\n${forks(PRIVATE | HUGE)}\n`));
    machine.run(12);
    const snapshot = machine.snapshot();
    const ends = [0, 1, 2].map(() => {
      const { counters, violations, reason } = machine.run();
      expect(machine.restore(snapshot)).toBe(true);
      return { counters, violations, reason };
    });
    expect(ends[0]).toMatchObject({ violations: [], reason: 'exit' });
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });

  it('show in the map', () => {
    const machine = new Machine({ ram: '12M' });
    machine.load(assemble(`.globl _start\n_start:\n${map(4 * MIB)}\n movb $1, (%rax)\n jmp .\n`));
    machine.run(100);
    const { space } = machine.kernel.processes.get(1)!;
    expect(formatMaps(areaUses(space))).toMatch(/rw-p +1,024 +512 +512 +0 +512 +50.00 % +mmap, pages of 2 MiB\n/);
  });
});

describe('what Linux refuses (mm/hugetlb.c, mm/mmap.c)', () => {
  const EINVAL = 22;
  const ENOMEM = 12;
  const status = (source: string, options?: MachineOptions) =>
    run(`${source}\n negl %eax\n${exit('%rax')}`, options).status;
  const mapped = `${map(4 * MIB)}\n movq %rax, %rbx\n leaq 4096(%rbx), %rbp\n`;

  it.each<[string, string, number]>([
    ['a size that there is not', map(2 * MIB, PRIVATE | HUGE | (22 << 26)), EINVAL],
    ['a fixed address within a large page', map(2 * MIB, PRIVATE | HUGE | 0x10, 0x10_1000), EINVAL],
    ['unmapping a part of a page', `${mapped}${call(11, '%rbx', 4096)}`, EINVAL],
    ['unmapping from the middle of a page on', `${mapped}${call(11, '%rbp', 2 * MIB - 4096)}`, EINVAL],
    ['protecting a part of a page', `${mapped}${call(10, '%rbx', 4096, 1)}`, EINVAL],
    ['small pages over a part of it', `${mapped}${map(4096, PRIVATE | 0x10, '%rbp')}`, ENOMEM],
    ['moving it', `${mapped}${call(25, '%rbx', 4 * MIB, 6 * MIB, 1)}`, EINVAL],
    ['more than there is', map(12 * MIB), ENOMEM],
    ['a gibibyte of a few mebibytes', map(MIB, PRIVATE | HUGE | (30 << 26)), ENOMEM],
  ])('%s', (_, source, error) => {
    expect(status(source)).toBe(error);
  });

  it('other designs have none', () => {
    expect(status(map(2 * MIB), { mmu: designOf('radix:9,9,9,9') })).toBe(EINVAL);
    expect(status(map(2 * MIB), { mmu: designOf('segments:2') })).toBe(EINVAL);
  });
});
