import { clock } from './clock.js';
import { fifo } from './fifo.js';
import { lru } from './lru.js';
import type { ReplacementPolicy } from './policy.js';

/** Every page replacement policy, by name. */
export const replacementPolicies: ReadonlyMap<string, ReplacementPolicy> = new Map(
  [clock, fifo, lru].map((policy) => [policy.name, policy]),
);
