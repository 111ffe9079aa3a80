import { assemble } from '../../src/machine/assemble.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { Machine } from '../../src/machine/machine.js';
import type { CostPart } from '../../src/mmu/cost.js';
import { type Counters, difference, readCounters } from '../../src/observe/counters.js';
import { ledger } from '../../src/observe/ledger.js';

/** What a step of the stairs is: a page with one load, each in another line of its page; or a line with one load. */
export type Step = 'pages' | 'lines';

/** Average of one load when `count` pages or lines are touched round and round, in cycles. */
export interface Stair {
  readonly count: number;
  /** The line itself, and its translation. */
  readonly access: number;
  readonly translation: number;
  readonly counters: Counters;
}

const LINE = 64;
const PAGE = 4096;

/** Touches everything twice, says so with a system call, touches it again, says so, and ends. */
function program(step: Step, count: number): string {
  const bytes = step === 'pages' ? count * PAGE : count * LINE;
  // Page i is touched in line (i + i/64) mod 64, so that the lines fill all sets of a cache.
  const next =
    step === 'lines'
      ? `addq $${LINE}, %rsi`
      : `addq $${PAGE}, %rsi
         addl $${LINE}, %edx
         testl $63, %ecx
         jnz 2f
         addl $${LINE}, %edx
         2: andl $${PAGE - LINE}, %edx`;
  const pass = `
    movq %r12, %rsi
    xorl %edx, %edx
    movl $1, %ecx
    1: movq (%rsi,%rdx), %rax
    ${next}
    incl %ecx
    cmpl $${count}, %ecx
    jbe 1b
    movl $39, %eax
    syscall`;
  return `
    .globl _start
    _start: leaq area(%rip), %r12
    ${pass}
    ${pass}
    ${pass}
    movl $60, %eax
    xorl %edi, %edi
    syscall
    .bss
    .balign 4096
    area: .zero ${bytes + PAGE}`;
}

/** Runs the program for one height of the stairs. */
export function stair(options: MachineOptions, step: Step, count: number): Stair {
  const image = assemble(program(step, count));
  const machine = new Machine(options);
  machine.load(image);
  const marks: Counters[] = [];
  machine.onEvent = ({ kind }) => {
    if (kind === 'syscall') marks.push(readCounters(machine.memory));
  };
  const { reason, status } = machine.run();
  if (reason !== 'exit' || status !== 0) throw new Error(`the stairs ended with ${reason}, status ${status}`);
  const counters = difference(marks[2]!, marks[1]!);
  const account = ledger(counters, machine.config.costs);
  const part = (name: CostPart, only: RegExp) =>
    account.lines
      .filter(({ cost }) => cost.part === name && only.test(cost.name))
      .reduce((sum, { cycles }) => sum + cycles, 0) / count;
  return { count, access: part('access', /^(data|loads)/), translation: part('translation', /./), counters };
}

/** Heights that show every knee of a machine: one below and one above each capacity, in units of the step. */
export function heights(capacities: readonly number[], least: number): number[] {
  const around = capacities.flatMap((capacity) => [capacity >> 1, capacity, Math.ceil(capacity * 1.25), 2 * capacity]);
  return [...new Set([least, ...around])].filter((count) => count >= least).sort((a, b) => a - b);
}

/** Pages that the levels of a TLB hold, and lines that the caches hold. */
export function capacities({ config }: Machine): { readonly pages: number[]; readonly lines: number[] } {
  const { tlb, caches } = config;
  const entries = (shape: { readonly sets: number; readonly ways: number } | null | undefined) =>
    shape ? [shape.sets * shape.ways] : [];
  return {
    pages: [...entries(tlb.dtlb), ...entries(tlb.second?.data[0])],
    lines: caches === null ? [] : [caches.l1d, caches.l2, caches.l3].flatMap(entries),
  };
}
