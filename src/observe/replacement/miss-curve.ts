import type { ReplayPolicy } from './policies.js';
import type { ReferenceString } from './reference-string.js';
import { nextUses, replay } from './replay.js';

/** Misses of a policy with 1, 2, 3 ... frames: element n - 1 belongs to n frames. */
export interface MissCurve {
  readonly policy: string;
  readonly misses: readonly number[];
  /** All from one pass, since the policy is a stack algorithm: what is in n frames is also in n + 1. */
  readonly onePass: boolean;
}

/** More frames, more misses (Belady 1969). */
export interface Anomaly {
  readonly policy: string;
  readonly frames: number;
  readonly misses: number;
  /** Misses with one frame more. */
  readonly missesWithMore: number;
}

/** Misses from how often each stack distance occurs; the rest of the uses are first ones, misses always. */
function curveOf(distances: Float64Array, uses: number, most: number): number[] {
  let misses = uses;
  return Array.from({ length: most }, (_, index) => {
    misses -= distances[index + 1] ?? 0;
    return misses;
  });
}

/**
 * How often each LRU stack distance occurs: the number of different pages used since the last use of the page, itself included. A Fenwick tree
 * over time marks the last use of every page, so that a distance is a sum (Bennett and Kruskal 1975).
 */
function lruDistances({ uses, names }: ReferenceString): Float64Array {
  const distances = new Float64Array(names.length + 1);
  const tree = new Int32Array(uses.length + 1);
  const add = (at: number, amount: number): void => {
    for (let index = at + 1; index <= uses.length; index += index & -index) tree[index]! += amount;
  };
  const before = (at: number): number => {
    let sum = 0;
    for (let index = at; index > 0; index -= index & -index) sum += tree[index]!;
    return sum;
  };
  const last = new Int32Array(names.length).fill(-1);
  let seen = 0;
  for (let at = 0; at < uses.length; at++) {
    const page = uses[at]!;
    if (last[page]! >= 0) {
      distances[seen - before(last[page]!)]!++;
      add(last[page]!, -1);
    } else seen++;
    add(at, 1);
    last[page] = at;
  }
  return distances;
}

/**
 * How often each OPT stack distance occurs. The stack has the used page on top; going down, of two pages the one that is used again sooner
 * stays and the other goes on, until the place that the used page has left (Mattson et al. 1970).
 */
function optDistances(string: ReferenceString): Float64Array {
  const { uses, names } = string;
  const next = nextUses(string);
  const distances = new Float64Array(names.length + 1);
  const nextOf = new Float64Array(names.length);
  const stack = new Int32Array(names.length);
  let depth = 0;
  for (let at = 0; at < uses.length; at++) {
    const page = uses[at]!;
    let carried = page;
    let place = 0;
    for (; place < depth && stack[place] !== page; place++) {
      const here = stack[place]!;
      if (place > 0 && nextOf[here]! <= nextOf[carried]!) continue;
      stack[place] = carried;
      carried = here;
    }
    if (place < depth) distances[place + 1]!++;
    else depth++;
    stack[place] = carried;
    nextOf[page] = next[at]!;
  }
  return distances;
}

const stackAlgorithms: Readonly<Record<string, (string: ReferenceString) => Float64Array>> = {
  lru: lruDistances,
  opt: optDistances,
};

/** Misses with 1 to `most` frames. LRU and OPT take one pass, every other policy a replay for each number. */
export function missCurve(string: ReferenceString, policy: ReplayPolicy, most: number, seed = 1): MissCurve {
  const distances = stackAlgorithms[policy.name];
  const misses = distances
    ? curveOf(distances(string), string.uses.length, most)
    : Array.from({ length: most }, (_, index) => replay(string, policy, index + 1, { seed }).misses);
  return { policy: policy.name, misses, onePass: distances !== undefined };
}

/** Where a curve rises. */
export function anomalies({ policy, misses }: MissCurve): Anomaly[] {
  return misses.flatMap((count, index) => {
    const more = misses[index + 1];
    return more !== undefined && more > count
      ? [{ policy, frames: index + 1, misses: count, missesWithMore: more }]
      : [];
  });
}
