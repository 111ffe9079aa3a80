import { replacementPolicies } from '../../kernel/vm/policies/index.js';
import type { EvictionView } from '../../kernel/vm/policies/policy.js';

/** What a policy may look at in a replay: more than a kernel has. The arrays have an element for each frame. */
export interface ReplayView extends EvictionView {
  /** Index of the next use of the frame's page; infinite if there is none. */
  readonly nextUse: Float64Array;
  /** Uses of the page since it came into its frame. */
  readonly useCount: Float64Array;
  /** A whole number from 0 up to, not including, `below`; the same sequence in every replay with the same seed. */
  draw(below: number): number;
}

/** A policy that can be replayed. */
export interface ReplayPolicy {
  readonly name: string;
  readonly title: string;
  /** The frame whose page goes. All frames are occupied. */
  victim(view: ReplayView): number;
}

/** The frame with the largest key, the last of equals. */
function largest({ frameCount }: ReplayView, keys: Float64Array): number {
  let best = 0;
  for (let frame = 1; frame < frameCount; frame++) if (keys[frame]! >= keys[best]!) best = frame;
  return best;
}

/** The frame whose page is used again first; the lowest of those that never are. */
function nearest({ frameCount, nextUse }: ReplayView): number {
  let best = 0;
  for (let frame = 1; frame < frameCount; frame++) if (nextUse[frame]! < nextUse[best]!) best = frame;
  return best;
}

/** Least uses first; the one that was used longest ago of equals. */
function leastUsed({ frameCount, useCount, lastUse }: ReplayView): number {
  let best = 0;
  for (let frame = 1; frame < frameCount; frame++) {
    const fewer = useCount[frame]! - useCount[best]!;
    if (fewer < 0 || (fewer === 0 && lastUse[frame]! < lastUse[best]!)) best = frame;
  }
  return best;
}

const beyondKernels: readonly ReplayPolicy[] = [
  {
    name: 'opt',
    title: "optimal (Belady's MIN): the page whose next use lies furthest ahead",
    victim: (view) => largest(view, view.nextUse),
  },
  {
    name: 'unopt',
    title: 'the worst: the page that is used again first',
    victim: nearest,
  },
  { name: 'mru', title: 'most recently used', victim: (view) => largest(view, view.lastUse) },
  { name: 'lfu', title: 'least frequently used since it came in', victim: leastUsed },
  { name: 'random', title: 'at random, seeded', victim: (view) => view.draw(view.frameCount) },
];

/** Every policy that can be replayed, by name: the kernel's, and those that no kernel can have. */
export const replayPolicies: ReadonlyMap<string, ReplayPolicy> = new Map(
  [...replacementPolicies.values(), ...beyondKernels].map((policy) => [policy.name, policy]),
);
