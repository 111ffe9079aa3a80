import { xorshift32 } from '../../util/xorshift.js';
import type { ReplayPolicy, ReplayView } from './policies.js';
import type { ReferenceString } from './reference-string.js';

/** One use of a page in a replay. */
export interface ReplayStep {
  readonly page: number;
  readonly hit: boolean;
  /** Page that had to go, or -1. */
  readonly evicted: number;
  /** Page in each frame after the use; -1: empty. */
  readonly frames: readonly number[];
}

/** What a policy made of a reference string. hits + misses = uses; misses = cold misses + evictions that were followed by another use. */
export interface Replay {
  readonly policy: string;
  readonly frames: number;
  readonly hits: number;
  readonly misses: number;
  /** First uses of pages: misses under every policy. */
  readonly coldMisses: number;
  readonly evictions: number;
}

function generator(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = xorshift32(state);
    return state % below;
  };
}

/** Index of the next use of the same page, for each use; infinite after the last. */
export function nextUses({ uses, names }: ReferenceString): Float64Array {
  const next = new Float64Array(uses.length);
  const coming = new Float64Array(names.length).fill(Number.POSITIVE_INFINITY);
  for (let at = uses.length - 1; at >= 0; at--) {
    next[at] = coming[uses[at]!]!;
    coming[uses[at]!] = at;
  }
  return next;
}

/** The frames of a replay. */
class Frames implements ReplayView {
  readonly frameCount: number;
  readonly candidates: Uint8Array;
  readonly filledAt: Float64Array;
  readonly lastUse: Float64Array;
  readonly nextUse: Float64Array;
  readonly useCount: Float64Array;
  readonly draw: (below: number) => number;
  /** Page of each frame, or -1. */
  readonly pages: Int32Array;
  hand = 0;
  private readonly accessedBits: Uint8Array;

  constructor(count: number, seed: number) {
    this.frameCount = count;
    this.candidates = new Uint8Array(count).fill(1);
    this.filledAt = new Float64Array(count);
    this.lastUse = new Float64Array(count);
    this.nextUse = new Float64Array(count);
    this.useCount = new Float64Array(count);
    this.pages = new Int32Array(count).fill(-1);
    this.accessedBits = new Uint8Array(count);
    this.draw = generator(seed);
  }

  accessed(frame: number): boolean {
    return this.accessedBits[frame] === 1;
  }

  clearAccessed(frame: number): void {
    this.accessedBits[frame] = 0;
  }

  fill(frame: number, page: number, now: number): void {
    this.pages[frame] = page;
    this.filledAt[frame] = now;
    this.useCount[frame] = 0;
  }

  use(frame: number, now: number, next: number): void {
    this.lastUse[frame] = now;
    this.nextUse[frame] = next;
    this.useCount[frame]!++;
    this.accessedBits[frame] = 1;
  }
}

/** Replays a string under a policy with a number of frames (1 or more). `onStep` is told each use, if it is given. */
export function replay(
  string: ReferenceString,
  policy: ReplayPolicy,
  frameCount: number,
  options: { readonly seed?: number; readonly onStep?: (step: ReplayStep) => void } = {},
): Replay {
  const { uses, names } = string;
  const { onStep } = options;
  const next = nextUses(string);
  const frames = new Frames(frameCount, options.seed ?? 1);
  /** Frame of each page, or -1. */
  const place = new Int32Array(names.length).fill(-1);
  let occupied = 0;
  let [misses, evictions] = [0, 0];
  for (let at = 0; at < uses.length; at++) {
    const page = uses[at]!;
    const hit = place[page]! >= 0;
    let evicted = -1;
    if (!hit) {
      misses++;
      const frame = occupied < frameCount ? occupied++ : policy.victim(frames);
      evicted = frames.pages[frame]!;
      if (evicted >= 0) {
        place[evicted] = -1;
        evictions++;
      }
      frames.fill(frame, page, at);
      place[page] = frame;
    }
    frames.use(place[page]!, at, next[at]!);
    onStep?.({ page, hit, evicted, frames: [...frames.pages] });
  }
  const hits = uses.length - misses;
  return { policy: policy.name, frames: frameCount, hits, misses, coldMisses: names.length, evictions };
}
