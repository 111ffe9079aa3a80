import type { Vectors } from './layout.js';
import type { Random } from './random.js';

const FLAGS = 0x3f;
const ALL_MASKED = 0x1f80;
const INEXACT = 0x20;

/** XMM registers with content that matters to an instruction of this name, and any MXCSR. */
export function randomVectors(random: Random, mnemonic: string): Vectors {
  const lane = laneOf(mnemonic);
  // Registers share a few halves: equal operands are common, and recordings small.
  const halves = Array.from({ length: 7 }, () => word(random, random.chance(12) ? random.pick([0, 32, 64]) : lane));
  const xmm = Array.from({ length: 16 }, () => (random.pick(halves) << 64n) | random.pick(halves));
  return { xmm, mxcsr: randomMxcsr(random) };
}

function word(random: Random, lane: 0 | 32 | 64): bigint {
  if (lane !== 0) return random.float(lane);
  return random.chance(50) ? random.value() : random.bits64();
}

/** What the source operand consists of: 32 singles, 64 doubles, 0 integers. */
function laneOf(mnemonic: string): 0 | 32 | 64 {
  const type = /^cvtt?(..)/.exec(mnemonic)?.[1] ?? mnemonic.slice(-2);
  return type === 'ps' || type === 'ss' ? 32 : type === 'pd' || type === 'sd' ? 64 : 0;
}

/** Often as it is after an inexact result, mostly with all exceptions masked; any rounding; now and then DAZ and FTZ; any flags. */
function randomMxcsr(random: Random): number {
  if (random.chance(45)) return ALL_MASKED | INEXACT | random.below(FLAGS + 1);
  const masks = random.chance(85) ? ALL_MASKED : random.below(64) << 7;
  const modes = (random.below(4) << 13) | (random.chance(20) ? 0x40 : 0) | (random.chance(20) ? 0x8000 : 0);
  return masks | modes | (random.chance(50) ? 0 : random.below(FLAGS + 1));
}
