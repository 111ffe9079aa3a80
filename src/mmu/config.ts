import { TLB_MAX_ENTRIES } from '../memory/layout.js';

/** Shape of one TLB array: `sets` is a power of two, sets x ways at most TLB_MAX_ENTRIES. One set is fully associative. */
export interface TlbGeometry {
  readonly sets: number;
  readonly ways: number;
}

export type TlbPolicy = 'lru' | 'fifo' | 'random';

export interface TlbConfig {
  /** null: there is none, and every lookup is a miss. */
  readonly itlb: TlbGeometry | null;
  readonly dtlb: TlbGeometry | null;
  /** One array, `itlb`, serves fetches and data; `dtlb` is ignored. */
  readonly unified: boolean;
  readonly policy: TlbPolicy;
  /** Of random replacement. 0 stands for 1: xorshift never leaves zero. */
  readonly seed: number;
}

/** `physical`: no translation and no protection, an address is a physical address. `x86-64`: four-level paging from CR3. */
export interface MmuConfig {
  readonly kind: 'x86-64' | 'physical';
  readonly tlb: TlbConfig;
}

/** What is wrong with a geometry, as the rest of a sentence that starts with its name; null when it is good. */
export function geometryProblem({ sets, ways }: TlbGeometry): string | null {
  if (!Number.isInteger(ways) || ways < 1) return `needs at least one way, not ${ways}`;
  if (!Number.isInteger(sets) || sets < 1 || 2 ** Math.round(Math.log2(sets)) !== sets)
    return `needs a number of sets that is a power of two, not ${sets}`;
  if (sets * ways > TLB_MAX_ENTRIES) return `has ${sets * ways} entries; the most is ${TLB_MAX_ENTRIES}`;
  return null;
}
