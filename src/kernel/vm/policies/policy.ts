/** What a replacement policy may look at. Frames are numbered from 0; only evictable ones hold a page that may go. */
export interface EvictionView {
  readonly frameCount: number;
  evictable(frame: number): boolean;
  /** Order in which the page came into its frame: the larger, the later. */
  filledAt(frame: number): number;
  /** Time of the last use of the page (see vm/eviction.ts for what that is exactly). */
  lastUse(frame: number): number;
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
  /** An evictable frame; -1 when there is none. */
  victim(view: EvictionView): number;
}

/** The evictable frame with the smallest key, the lowest of equals; -1 when there is none. */
export function smallest(view: EvictionView, key: (frame: number) => number): number {
  let best = -1;
  let bestKey = Number.POSITIVE_INFINITY;
  for (let frame = 0; frame < view.frameCount; frame++) {
    if (!view.evictable(frame)) continue;
    const frameKey = key(frame);
    if (frameKey < bestKey) {
      best = frame;
      bestKey = frameKey;
    }
  }
  return best;
}
