import { type ReplacementPolicy, smallest } from './policy.js';

/** Least recently used: the page whose last use lies furthest back goes. */
export const lru: ReplacementPolicy = {
  name: 'lru',
  title: 'least recently used',
  needsUseTimes: true,
  victim: (view) => smallest(view, view.lastUse),
};
