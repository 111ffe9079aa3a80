import { decode } from '../codec/decode.js';
import type { Decoded } from '../codec/decoded.js';
import { effectsOf } from '../isa/effects.js';
import { STATUS_FLAGS } from '../isa/flags.js';
import { operandSlots } from '../isa/operands.js';

/** How many following instructions are looked at, and the bytes that they may have. */
const AHEAD = 4;
export const AHEAD_BYTES = AHEAD * 15;

const SHIFT = /^(shl|shr|sar)$/;

/** What a following instruction means for flags written before it. */
type Verdict = 'overwritten' | 'unseen' | 'seen';

/**
 * Whether the flags that an instruction leaves are overwritten before anybody can see them: by instructions after it that work on registers
 * only, so that nothing can stop the engine in between. `start` is behind the instruction, `end` the end of its page.
 */
export function flagsAreDead(
  bytes: Uint8Array,
  start: number,
  end: number,
  inLoop: (decoded: Decoded) => boolean,
): boolean {
  let at = start;
  for (let count = 0; count < AHEAD; count++) {
    const decoded = decode(bytes, at, Math.min(end, at + 15));
    if (typeof decoded === 'string' || !inLoop(decoded)) return false;
    const verdict = judge(decoded);
    if (verdict !== 'unseen') return verdict === 'overwritten';
    at += decoded.length;
  }
  return false;
}

function judge(decoded: Decoded): Verdict {
  const { form, width, memory } = decoded;
  const effects = effectsOf(form, width, memory !== null);
  const mayStop = effects.mayFault || effects.loads + effects.stores > 0 || effects.jumps || effects.trap !== null;
  if (mayStop || effects.flagsRead.size > 0) return 'seen';
  if (!STATUS_FLAGS.every((flag) => effects.flagsWritten.has(flag))) return 'unseen';
  return SHIFT.test(form.mnemonic) && !shiftsSurely(decoded) ? 'unseen' : 'overwritten';
}

/** A shift by a count that is known and not zero. */
function shiftsSurely({ form, width, immediate }: Decoded): boolean {
  const { place } = operandSlots(form, width)[1]!;
  if (place === 'one') return true;
  return place === 'immediate' && (immediate & (width === 64 ? 63n : 31n)) !== 0n;
}
