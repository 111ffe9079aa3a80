/** What a replacement policy may look at. The arrays have an element for each frame. */
export interface EvictionView {
  readonly frameCount: number;
  /** 1: the frame holds a page that may go. */
  readonly candidates: Uint8Array;
  /** Order in which the pages came into their frames: the larger, the later. */
  readonly filledAt: Float64Array;
  /** Time of the last use of the pages (see vm/eviction.ts for what that is exactly). */
  readonly lastUse: Float64Array;
  /** Whether an entry that names the frame has its accessed bit set. */
  accessed(frame: number): boolean;
  /** Clears the accessed bit in the entries that name the frame, and drops their translations so that the next use sets it again. */
  clearAccessed(frame: number): void;
  /** The clock's hand: the frame to look at next. */
  hand: number;
}

/** A page replacement policy: chooses the frame whose page goes. Deterministic; everything it knows is in the view. */
export interface ReplacementPolicy {
  readonly name: string;
  readonly title: string;
  /** It asks for `lastUse`, which then has to be collected. */
  readonly needsUseTimes?: boolean;
  /** A candidate; -1 when there is none. */
  victim(view: EvictionView): number;
}

/** The candidate with the smallest key, the lowest of equals; -1 when there is none. */
export function smallest({ frameCount, candidates }: EvictionView, keys: Float64Array): number {
  let best = -1;
  let bestKey = Number.POSITIVE_INFINITY;
  for (let frame = 0; frame < frameCount; frame++) {
    if (candidates[frame] === 0 || keys[frame]! >= bestKey) continue;
    best = frame;
    bestKey = keys[frame]!;
  }
  return best;
}
