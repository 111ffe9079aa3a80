import { type ReplacementPolicy, smallest } from './policy.js';

/** First in, first out: the page that has been in memory longest goes, used or not. */
export const fifo: ReplacementPolicy = {
  name: 'fifo',
  title: 'first in, first out',
  victim: (view) => smallest(view, view.filledAt),
};
