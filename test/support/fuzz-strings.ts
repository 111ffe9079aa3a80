import { readdirSync, readFileSync } from 'node:fs';
import { assembleObject } from '../../src/asm/assemble.js';
import { SECTION_FLAG } from '../../src/asm/object.js';
import { decode } from '../../src/codec/decode.js';
import { forms } from '../../src/isa/table.js';
import { randomInstruction } from './random-instructions.js';
import type { SeededRandom } from './seeded-random.js';

const PREFIXES = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x40, 0x41, 0x44, 0x48, 0x4f];
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x04, 0x05, 0x24, 0x25, 0xc0, 0xc4, 0xc5, 0x0f, 0x62];

const shapes = forms
  .filter((form) => !form.encodeOnly)
  .flatMap((form) => form.widths.map((width) => ({ form, width })));

/** The instructions of sources in a folder, each with its bytes: what compilers and people write. */
export function writtenInstructions(folder: string, most = Infinity): Uint8Array[] {
  const base = new URL(folder, import.meta.url);
  const found = new Map<string, Uint8Array>();
  for (const name of readdirSync(base)
    .filter((name) => name.endsWith('.s'))
    .slice(0, most)) {
    const { object } = assembleObject(readFileSync(new URL(name, base), 'utf8'), name);
    for (const { flags, bytes } of object?.sections ?? []) {
      if ((flags & SECTION_FLAG.execute) === 0) continue;
      for (let at = 0; at < bytes.length; ) {
        const decoded = decode(bytes, at, bytes.length);
        const length = typeof decoded === 'string' ? 1 : decoded.length;
        const piece = bytes.slice(at, at + length);
        found.set(piece.join(), piece);
        at += length;
      }
    }
  }
  return [...found.values()];
}

/** A string of bytes that may or may not be an instruction; up to 15 matter. */
export function fuzzString(random: SeededRandom, written: readonly Uint8Array[]): number[] {
  const kind = random.below(8);
  if (kind === 0) return randomBytes(random, 1 + random.below(15));
  if (kind === 1) return shapedBytes(random);
  if (kind < 4) return mutated(random, [...random.pick(written)]);
  const { form, width } = random.pick(shapes);
  const bytes = randomInstruction(random, form, width, { redundantPrefixes: random.chance(0.1) });
  return random.chance(0.5) ? bytes : mutated(random, bytes);
}

function randomBytes(random: SeededRandom, count: number): number[] {
  return Array.from({ length: count }, () => random.below(256));
}

/** Prefixes, an opcode of some map, and anything behind it. */
function shapedBytes(random: SeededRandom): number[] {
  const bytes = Array.from({ length: random.pick([0, 0, 1, 1, 2, 3, 9]) }, () => random.pick(PREFIXES));
  bytes.push(...random.pick([[], [], [0x0f], [0x0f], [0x0f, 0x38], [0x0f, 0x3a]]));
  return [...bytes, ...randomBytes(random, 2 + random.below(8))];
}

/** One to four changes: bits, bytes, prefixes, pieces left out or said twice. */
function mutated(random: SeededRandom, bytes: number[]): number[] {
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(bytes.length);
    const how = random.below(7);
    if (how === 0) bytes[at]! ^= 1 << random.below(8);
    else if (how === 1) bytes[at] = random.below(256);
    else if (how === 2) bytes[at] = random.pick(EDGES);
    else if (how === 3) bytes.unshift(random.pick(PREFIXES));
    else if (how === 4) bytes.splice(at, 0, random.below(256));
    else if (how === 5 && bytes.length > 1) bytes.splice(at, 1);
    else bytes.push(...randomBytes(random, 3));
  }
  return bytes.slice(0, 18);
}
