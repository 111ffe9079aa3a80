import { COUNTER, COUNTER_NAMES, type CounterName } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';

/** All counters of the machine at one moment, or what they grew by between two. Exact below 2^53. */
export type Counters = Readonly<Record<CounterName, number>>;

export function readCounters(memory: PhysicalMemory): Counters {
  return mapCounters((name) => memory.counter(COUNTER[name]));
}

/** What happened between two readings. */
export function difference(after: Counters, before: Counters): Counters {
  return mapCounters((name) => after[name] - before[name]);
}

export function mapCounters(value: (name: CounterName) => number): Counters {
  return Object.fromEntries(COUNTER_NAMES.map((name) => [name, value(name)])) as Record<CounterName, number>;
}

/** References to memory by class (mmu/README.md, Counting). `total` is the sum of the others but `program`. */
export interface References {
  /** Instruction fetches: one an instruction and one more when it crosses into a second page. */
  readonly fetch: number;
  /** Loads and stores of the program, one an access; a read-modify-write is one of each. */
  readonly load: number;
  readonly store: number;
  /** Page-table entries read by walks, and written to set accessed or dirty. */
  readonly walk: number;
  readonly ad: number;
  /** Words that the kernel read and wrote: tables, pages filled or copied. */
  readonly kernel: number;
  /** fetch + load + store: what the program itself asked for. */
  readonly program: number;
  readonly total: number;
}

export function references(counters: Counters): References {
  const fetch = counters.fetches + counters.fetchSplits;
  const program = fetch + counters.loads + counters.stores;
  const kernel = counters.kernelReads + counters.kernelWrites;
  return {
    fetch,
    load: counters.loads,
    store: counters.stores,
    walk: counters.walkReads,
    ad: counters.adWrites,
    kernel,
    program,
    total: program + counters.walkReads + counters.adWrites + kernel,
  };
}
