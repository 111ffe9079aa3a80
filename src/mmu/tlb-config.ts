import { TLB_MAX_ENTRIES, TLB_POOL_ENTRIES } from '../memory/layout.js';

/** Shape of one TLB array: `sets` is a power of two, sets x ways at most TLB_MAX_ENTRIES. One set is fully associative. */
export interface TlbGeometry {
  readonly sets: number;
  readonly ways: number;
}

/** Which entry of a full set goes; mmu/README.md, section 4, has the rules. `plru`: tree pseudo-LRU. `lfu`: least often used since it came. */
export type TlbPolicy = 'lru' | 'fifo' | 'random' | 'plru' | 'lfu';
export const TLB_POLICIES: readonly TlbPolicy[] = ['lru', 'fifo', 'random', 'plru', 'lfu'];

/** Sizes of pages on x86-64. In other designs `4K` stands for the page of the design, whatever its size, and there is no other. */
export type PageSize = '4K' | '2M' | '1G';
export const PAGE_SIZES: readonly PageSize[] = ['4K', '2M', '1G'];

/** An array and what it holds: pages of the sizes in `pages` (4 KiB if left out), replaced by `policy` (that of the whole TLB if left out). */
export interface TlbShape extends TlbGeometry {
  readonly pages?: readonly PageSize[];
  readonly policy?: TlbPolicy;
}

/** The level that is asked when the first one misses. `unified`: `data` serves fetches too, and `instruction` is ignored. */
export interface SecondLevel {
  readonly instruction: readonly TlbShape[];
  readonly data: readonly TlbShape[];
  readonly unified: boolean;
}

export type Refill = 'hardware' | 'software';

export interface TlbConfig {
  /** null: there is none, and every lookup is a miss. */
  readonly itlb: TlbShape | null;
  readonly dtlb: TlbShape | null;
  /** One array, `itlb`, serves fetches and data; `dtlb` is ignored. */
  readonly unified: boolean;
  readonly policy: TlbPolicy;
  /** Of random replacement. 0 stands for 1: xorshift never leaves zero. */
  readonly seed: number;
  /**
   * Further arrays of the first level, for other sizes of pages; those of `itlb` serve data too when it is unified. A page of a size that no array
   * of a level serves is held there in pieces of 4 KiB.
   */
  readonly itlbMore?: readonly TlbShape[];
  readonly dtlbMore?: readonly TlbShape[];
  readonly second?: SecondLevel | null;
  /**
   * Paging-structure caches: of the entries one level above the tables that map 4 KiB pages (PDEs), two (PDPTEs), three (PML4Es), four
   * (PML5Es). null: no cache of that level.
   */
  readonly walkCaches?: readonly (TlbShape | null)[];
  /** The kernel gives every address space a number (PCID) and leaves the TLB as it is when it switches. */
  readonly tagged?: boolean;
  /** Who walks the tables after a miss: the processor, or the kernel after a trap. */
  readonly refill?: Refill;
}

/** What is wrong with a geometry, as the rest of a sentence that starts with its name; null when it is good. */
export function geometryProblem({ sets, ways }: TlbGeometry): string | null {
  if (!Number.isInteger(ways) || ways < 1) return `needs at least one way, not ${ways}`;
  if (!powerOfTwo(sets)) return `needs a number of sets that is a power of two, not ${sets}`;
  if (sets * ways > TLB_MAX_ENTRIES) return `has ${sets * ways} entries; the most is ${TLB_MAX_ENTRIES}`;
  return null;
}

const powerOfTwo = (value: number) => Number.isInteger(value) && value >= 1 && 2 ** Math.round(Math.log2(value)) === value; // biome-ignore format: one line

/** Pages that one instruction can need at once: two of code; two for each of two operands. */
const CODE_PAGES = 2;
const DATA_PAGES = 4;

/** What is wrong with a whole TLB, as the rest of a sentence that starts with `the TLB`; null when it can be built. */
export function tlbProblem(config: TlbConfig): string | null {
  const { itlb, dtlb, unified, second } = config;
  const instruction = firstLevel(itlb, config.itlbMore);
  const data = unified ? [] : firstLevel(dtlb, config.dtlbMore);
  const secondLevel = second ? [...(second.unified ? [] : second.instruction), ...second.data] : [];
  const walkCaches = (config.walkCaches ?? []).filter((shape) => shape !== null);
  for (const shape of [...instruction, ...data, ...secondLevel, ...walkCaches]) {
    const problem = shapeProblem(shape, config.policy);
    if (problem !== null) return problem;
  }
  const pool = [...instruction.slice(1), ...data.slice(1), ...secondLevel, ...walkCaches];
  const entries = pool.reduce((sum, { sets, ways }) => sum + sets * ways, 0);
  if (entries > TLB_POOL_ENTRIES)
    return `has ${entries} entries beside the first arrays; the most is ${TLB_POOL_ENTRIES}`;
  if (second && instruction.length === 0 && data.length === 0) return 'has a second level and no first one';
  if ((config.walkCaches ?? []).length > 4) return 'has more than four paging-structure caches';
  return config.refill === 'software' ? refillProblem(config, instruction, data) : null;
}

/** The arrays of one side of the first level. */
export function firstLevel(first: TlbShape | null, more: readonly TlbShape[] = []): readonly TlbShape[] {
  return first === null ? [] : [first, ...more];
}

function shapeProblem(shape: TlbShape, otherwise: TlbPolicy): string | null {
  const problem = geometryProblem(shape);
  if (problem !== null) return problem;
  const { pages = ['4K'], policy = otherwise, ways } = shape;
  if (pages.length === 0 || new Set(pages).size !== pages.length) return 'has an array without page sizes, or with one twice';
  if (policy === 'plru' && !powerOfTwo(ways)) return `has ${ways} ways; the tree of plru needs a power of two`;
  return null;
} // biome-ignore format: one line

/**
 * An instruction that restarts after each refill completes only when all its pages can be in the TLB together, whatever set they fall into.
 */
function refillProblem(config: TlbConfig, instruction: readonly TlbShape[], data: readonly TlbShape[]): string | null {
  if ((config.walkCaches ?? []).some((shape) => shape !== null))
    return 'is refilled by software, which has no use for paging-structure caches';
  const sides = config.unified
    ? [{ shapes: instruction, needed: CODE_PAGES + DATA_PAGES, what: 'code and data' }]
    : [{ shapes: instruction, needed: CODE_PAGES, what: 'code' }, { shapes: data, needed: DATA_PAGES, what: 'data' }]; // biome-ignore format: pairs
  for (const { shapes, needed, what } of sides) {
    if (shapes.length === 0)
      return `is refilled by software and needs an array for ${what}: there is nothing to refill`;
    const narrow = shapes.find(({ ways }) => ways < needed);
    if (narrow)
      return `is refilled by software: one instruction can need ${needed} pages of ${what} in one set, which has ${narrow.ways} ways`;
    const bad = shapes.find(({ policy = config.policy }) => policy === 'lfu' || policy === 'plru');
    if (bad)
      return `is refilled by software: under ${bad.policy ?? config.policy} the entries of one instruction can drive each other out for ever`;
  }
  return null;
}
