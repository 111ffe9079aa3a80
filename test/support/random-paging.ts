import type { ModelAccess } from './mmu-model.js';

/** 4 MiB of RAM: 2 MiB pages at 0 and 2 MiB, one 1 GiB page that mostly hangs over the end. */
export const FRAMES = 1024;
/** Frames of tables by level: one root, and a few of each lower level, so that trees share tables. */
export const TABLES = [[1], [2, 3], [4, 5, 6], [7, 8, 9, 10]];
export const INDICES = [
  [0, 1, 255, 256, 511],
  [0, 1, 511],
  [0, 1, 2],
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 510, 511],
];
export const ACCESSES: ModelAccess[] = ['read', 'write', 'fetch'];

/** Small deterministic generator of the test itself (a linear congruential one, Numerical Recipes' constants). */
export class Dice {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  roll(sides: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 0x1_0000_0000) * sides);
  }
  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
  of<T>(list: readonly T[]): T {
    return list[this.roll(list.length)]!;
  }
}

export function randomEntry(dice: Dice, level: number): bigint {
  if (dice.chance(7)) return BigInt(dice.roll(0x7fff_ffff)) << 1n;
  let entry = 1n;
  const set = (percent: number, bit: bigint) => {
    if (dice.chance(percent)) entry |= 1n << bit;
  };
  set(85, 1n);
  set(85, 2n);
  set(50, 5n);
  set(50, 6n);
  const large = dice.chance(level === 0 ? 2 : 20);
  if (large) entry |= 0x80n;
  set(25, 8n);
  set(12, 63n);
  set(5, 52n);
  set(1, BigInt(13 + dice.roll(39)));
  if (large && level === 2) return entry | (BigInt(dice.roll(3)) << 21n);
  if (large && level === 1) return entry;
  return entry | (BigInt(level === 3 ? dice.roll(FRAMES) : dice.of(TABLES[level + 1]!)) << 12n);
}

export function randomAddress(dice: Dice): bigint {
  if (dice.chance(1)) return BigInt(dice.roll(0xffff_ffff)) << 24n;
  let address = BigInt(dice.roll(4096));
  INDICES.forEach((indices, level) => {
    address |= BigInt(dice.of(indices)) << BigInt(39 - 9 * level);
  });
  return BigInt.asUintN(64, BigInt.asIntN(48, address));
}
