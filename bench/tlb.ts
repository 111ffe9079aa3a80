import { assemble } from '../src/machine/assemble.js';
import { Machine } from '../src/machine/machine.js';
import type { TlbConfig, TlbShape } from '../src/mmu/tlb-config.js';

/**
 * What do a TLB hit and a TLB miss cost the host, whatever the shape of the TLB? A loop that loads from each of so many pages once; CPU time, the best of the
 * rounds. `npm run bench -- tlb 7` takes seven rounds.
 */

/** Sixteen loads to a round of the loop, so that a load is two instructions of three. */
const program = (pages: number) => `
        .globl _start
_start: movq $1000000000, %rbx
1:      leaq pages(%rip), %rdi
        movl $${pages / 16}, %ecx
2:      ${Array.from({ length: 16 }, () => 'movl (%rdi), %eax\n        addq $4096, %rdi').join('\n        ')}
        decl %ecx
        jnz 2b
        decq %rbx
        jnz 1b
        .bss
        .balign 4096
pages:  .skip ${pages}*4096
`;

const split = (data: TlbShape, more: Partial<TlbConfig> = {}): TlbConfig => ({
  itlb: { sets: 16, ways: 4 },
  dtlb: data,
  unified: false,
  policy: 'lru',
  seed: 1,
  ...more,
});
const second = { instruction: [], data: [{ sets: 128, ways: 12 }], unified: true };
const cases: readonly (readonly [name: string, pages: number, tlb: TlbConfig])[] = [
  ['16x4, 48 pages: hits', 48, split({ sets: 16, ways: 4 })],
  ['1x64, 48 pages: hits', 48, split({ sets: 1, ways: 64 })],
  ['128x12, 48 pages: hits', 48, split({ sets: 128, ways: 12 })],
  ['128x12, 1536 pages: hits', 1536, split({ sets: 128, ways: 12 })],
  ['16x4, 1024 pages: misses', 1024, split({ sets: 16, ways: 4 })],
  ['16x4 fifo, 1024 pages: misses', 1024, split({ sets: 16, ways: 4 }, { policy: 'fifo' })],
  ['1x64, 1024 pages: misses', 1024, split({ sets: 1, ways: 64 })],
  ['128x12, 3072 pages: misses', 3072, split({ sets: 128, ways: 12 })],
  ['unified 1x64, 1024 pages: misses', 1024, { ...split({ sets: 1, ways: 64 }), itlb: { sets: 1, ways: 64 }, unified: true }],
  ['16x4 + 128x12, 1024 pages: second level', 1024, split({ sets: 16, ways: 4 }, { second })],
  ['16x4 + PDE cache, 1024 pages: short walks', 1024, split({ sets: 16, ways: 4 }, { walkCaches: [{ sets: 8, ways: 4 }] })],
]; // biome-ignore format: a table

const CHUNK = 4_000_000;

/** Millions of instructions a second. */
function speed(machine: Machine, steps: number): number {
  const before = process.cpuUsage();
  machine.run(steps);
  const { user, system } = process.cpuUsage(before);
  return steps / (user + system);
}

const rounds = Number(process.argv[2] ?? 5);
const machines = cases.map(([name, pages, tlb]) => {
  const machine = new Machine({ engine: 'interpreter', tlb });
  machine.load(assemble(program(pages)));
  machine.run(CHUNK);
  return { name, machine, best: 0 };
});
for (let round = 0; round < rounds; round++)
  for (const entry of machines) entry.best = Math.max(entry.best, speed(entry.machine, CHUNK));
for (const { name, machine, best } of machines) {
  const { dtlbHits, dtlbMisses } = machine.result('paused').counters;
  const share = ((100 * dtlbMisses) / (dtlbHits + dtlbMisses)).toFixed(1);
  console.log(`${name.padEnd(44)} ${best.toFixed(0).padStart(5)} M instructions/s   ${share.padStart(5)} % misses`);
}
