import type { ReplacementPolicy } from './policy.js';

/**
 * The clock (Corbato 1968): frames in a circle under a hand. A page that was used since the hand passed has its accessed bit
 * cleared and is spared; the first unused one goes. Two rounds always find one.
 */
export const clock: ReplacementPolicy = {
  name: 'clock',
  title: 'clock: second chance by the accessed bit',
  victim: (view) => {
    for (let looked = 0; looked < 2 * view.frameCount + 1; looked++) {
      const frame = view.hand;
      view.hand = (frame + 1) % view.frameCount;
      if (view.candidates[frame] === 0) continue;
      if (!view.accessed(frame)) return frame;
      view.clearAccessed(frame);
    }
    return -1;
  },
};
