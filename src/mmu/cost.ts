import type { CounterName } from '../memory/layout.js';

/**
 * Where a number comes from: `definition` (a convention of this model), `established` (a vendor or standard says so), `measured`,
 * `estimate` (a plausible round number).
 */
export type CostLabel = 'definition' | 'established' | 'measured' | 'estimate';

/** One line of a cost table: every unit of the counters named costs `cycles`. */
export interface Cost {
  /** What is paid for, in words. */
  readonly name: string;
  /** Counters that are summed. */
  readonly counters: readonly CounterName[];
  readonly cycles: number;
  readonly label: CostLabel;
  readonly source: string;
}

/**
 * A cycle model: cycles = sum over `costs` of (sum of counters) x cycles. In order, blocking, nothing overlaps. A counter may stand in
 * several lines when it causes several costs.
 */
export interface CostProfile {
  readonly name: string;
  readonly description: string;
  /** Cycles a second, for times in seconds. */
  readonly clockHz: number;
  readonly costs: readonly Cost[];
}

/** Cycles of one reference to RAM in the `textbook` profile: 100 ns at 1 GHz. */
const MEMORY = 100;
const flat = 'flat memory of 100 ns at 1 GHz, the round figure of the textbooks (60-100 ns DRAM)';

/** The machine of the lecture: flat memory, no caches, a disk with a moving arm. */
export const textbookCosts: CostProfile = {
  name: 'textbook',
  description: 'flat 100-cycle memory, TLB hits free, disk of 10 ms, 1 GHz',
  clockHz: 1e9,
  costs: [
    {
      name: 'executing',
      counters: ['instructions'],
      cycles: 1,
      label: 'definition',
      source: 'one cycle an instruction beside its references; a rep instruction is one',
    },
    { name: 'fetches', counters: ['fetches', 'fetchSplits'], cycles: MEMORY, label: 'definition', source: flat },
    { name: 'loads', counters: ['loads'], cycles: MEMORY, label: 'definition', source: flat },
    { name: 'stores', counters: ['stores'], cycles: MEMORY, label: 'definition', source: flat },
    {
      name: 'second pages',
      counters: ['dataSplits'],
      cycles: MEMORY,
      label: 'definition',
      source: 'an access over a page boundary goes to memory once more',
    },
    {
      name: 'TLB hits',
      counters: ['itlbHits', 'dtlbHits'],
      cycles: 0,
      label: 'definition',
      source: 'looked up in parallel with the access',
    },
    { name: 'walk reads', counters: ['walkReads'], cycles: MEMORY, label: 'definition', source: flat },
    { name: 'A/D writes', counters: ['adWrites'], cycles: MEMORY, label: 'definition', source: flat },
    {
      name: 'trap entries',
      counters: ['exceptions', 'syscalls', 'timerInterrupts'],
      cycles: 100,
      label: 'estimate',
      source: 'order of magnitude of entering a kernel, without what the kernel then does',
    },
    {
      name: 'trap exits',
      counters: ['exceptions', 'syscalls', 'timerInterrupts'],
      cycles: 100,
      label: 'estimate',
      source: 'order of magnitude of returning from a kernel; charged with the entry, also when the process ends there',
    },
    {
      name: 'context switches',
      counters: ['contextSwitches'],
      cycles: 40 * MEMORY,
      label: 'estimate',
      source: '20 words saved and 20 restored: registers, rip, rflags, fs and gs base, each a memory reference',
    },
    { name: 'kernel reads', counters: ['kernelReads'], cycles: MEMORY, label: 'definition', source: flat },
    { name: 'kernel writes', counters: ['kernelWrites'], cycles: MEMORY, label: 'definition', source: flat },
    {
      name: 'disk transfers',
      counters: ['swapIns', 'swapOuts'],
      cycles: 10_000_000,
      label: 'definition',
      source: 'a disk access of 10 ms at 1 GHz, the round figure of the textbooks',
    },
  ],
};

/** Every cost profile by name. */
export const costProfiles: ReadonlyMap<string, CostProfile> = new Map([[textbookCosts.name, textbookCosts]]);
