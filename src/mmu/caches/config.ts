/** Which line of a full set goes; README.md has the rules. `plru`: tree pseudo-LRU. `lfu`: least often used since it came. */
export type CachePolicy = 'lru' | 'fifo' | 'random' | 'plru' | 'lfu';
export const CACHE_POLICIES: readonly CachePolicy[] = ['lru', 'fifo', 'random', 'plru', 'lfu'];

/** One cache: `sets` is a power of two. One set is fully associative. */
export interface CacheShape {
  readonly sets: number;
  readonly ways: number;
  readonly policy: CachePolicy;
  /** `back`: a store stays here until its line goes, and brings the line in when it is not there. `through`: it goes on at once, and brings nothing in. */
  readonly write: 'back' | 'through';
  /** Cycles from the access to the data when the line is found here, those of the levels above included. */
  readonly latency: number;
}

export type CacheName = 'l1i' | 'l1d' | 'l2' | 'l3';
/** From the top down; the first two stand side by side. */
export const CACHE_NAMES: readonly CacheName[] = ['l1i', 'l1d', 'l2', 'l3'];

/** Caches between the processor and RAM, by physical address. null: there is none at that place. */
export interface HierarchyConfig {
  /** Bytes of a line, of every cache: a power of two from 4 to 4096. */
  readonly lineBytes: number;
  readonly l1i: CacheShape | null;
  readonly l1d: CacheShape | null;
  readonly l2: CacheShape | null;
  readonly l3: CacheShape | null;
  /** `l1d` serves fetches too, and `l1i` is ignored. */
  readonly unified: boolean;
  /** What leaves a cache leaves those above it too. Else every level replaces for itself (neither inclusive nor exclusive). */
  readonly inclusive: boolean;
  /** Where walks begin to look for page-table entries. */
  readonly walks: 'l1d' | 'l2' | 'l3' | 'memory';
  /** Of random replacement. 0 stands for 1. */
  readonly seed: number;
}

const LEAST_LINE = 4;
const MOST_LINE = 4096;
/** Most lines of one cache: 256 MiB of 64-byte lines. */
const MOST_LINES = 2 ** 22;

const isPowerOfTwo = (value: number): boolean =>
  Number.isInteger(value) && value >= 1 && 2 ** Math.round(Math.log2(value)) === value;

/** As much as any other cost may be, in cycles: products with counts stay exact. */
const MOST_LATENCY = 4e12;

/** What is wrong with one cache, as the rest of a sentence that starts with its name; null when it is good. */
export function cacheProblem({ sets, ways, policy, latency }: CacheShape): string | null {
  if (!Number.isInteger(ways) || ways < 1) return `needs at least one way, not ${ways}`;
  if (!isPowerOfTwo(sets)) return `needs a number of sets that is a power of two, not ${sets}`;
  if (sets * ways > MOST_LINES) return `has ${sets * ways} lines; the most is ${MOST_LINES}`;
  if (policy === 'plru' && !isPowerOfTwo(ways)) return `has ${ways} ways; the tree of plru needs a power of two`;
  if (!Number.isInteger(latency) || latency < 0 || latency > MOST_LATENCY)
    return `has a latency of ${latency} cycles; the most is ${MOST_LATENCY}`;
  return null;
}

/** What is wrong with a hierarchy, as a sentence without its end; null when it can be built. */
export function hierarchyProblem(config: HierarchyConfig): string | null {
  const { lineBytes, walks } = config;
  if (!isPowerOfTwo(lineBytes) || lineBytes < LEAST_LINE || lineBytes > MOST_LINE)
    return `a line has ${lineBytes} bytes; it must be a power of two from ${LEAST_LINE} to ${MOST_LINE}`;
  for (const name of CACHE_NAMES) {
    const shape = config[name];
    const problem = shape && cacheProblem(shape);
    if (problem) return `${name} ${problem}`;
  }
  if (walks !== 'memory' && config[walks] === null) return `walks begin at ${walks}, which is not there`;
  if (config.unified && config.l1d === null) return 'one cache for fetches and data needs l1d';
  return null;
}
