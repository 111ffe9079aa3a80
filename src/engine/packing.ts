/**
 * Packs the module for its place in a source file: the block format of LZ4 (tokens of literals and matches; lz4_Block_format.md), of which
 * WebAssembly of one generator needs a fifth. Unpacking is a fast loop, which matters at start-up; packing happens at build time.
 */

const SHORTEST = 4;
const FARTHEST = 0xffff;
const HASH_BITS = 16;

/** Lengths from 15 on go on in bytes of 255. */
function pushLength(packed: number[], length: number): void {
  let rest = length - 15;
  for (; rest >= 255; rest -= 255) packed.push(255);
  packed.push(rest);
}

function pushToken(packed: number[], literals: Uint8Array, match: number, distance: number): void {
  const matchPart = match === 0 ? 0 : match - SHORTEST;
  packed.push((Math.min(literals.length, 15) << 4) | Math.min(matchPart, 15));
  if (literals.length >= 15) pushLength(packed, literals.length);
  for (const byte of literals) packed.push(byte);
  if (match === 0) return;
  packed.push(distance & 0xff, distance >> 8);
  if (matchPart >= 15) pushLength(packed, matchPart);
}

/** Packs bytes; the last token has literals only. */
export function pack(bytes: Uint8Array): Uint8Array {
  const packed: number[] = [];
  const last = new Map<number, number[]>();
  const hashAt = (at: number) =>
    (Math.imul(bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24), 0x9e3779b1) >>>
      (32 - HASH_BITS)) >>>
    0;
  let literalStart = 0;
  let at = 0;
  while (at + SHORTEST <= bytes.length) {
    const candidates = last.get(hashAt(at)) ?? [];
    const { length, from } = longestMatch(bytes, at, candidates);
    if (length < SHORTEST) {
      remember(last, hashAt(at), at);
      at++;
      continue;
    }
    pushToken(packed, bytes.subarray(literalStart, at), length, at - from);
    for (const end = at + length; at < end; at++) if (at + SHORTEST <= bytes.length) remember(last, hashAt(at), at);
    literalStart = at;
  }
  pushToken(packed, bytes.subarray(literalStart), 0, 0);
  return Uint8Array.from(packed);
}

function remember(last: Map<number, number[]>, hash: number, at: number): void {
  const places = last.get(hash);
  if (places === undefined) last.set(hash, [at]);
  else if (places.push(at) > 64) places.shift();
}

function longestMatch(bytes: Uint8Array, at: number, candidates: readonly number[]): { length: number; from: number } {
  let best = { length: 0, from: 0 };
  for (const from of candidates) {
    if (at - from > FARTHEST) continue;
    let length = 0;
    while (at + length < bytes.length && bytes[from + length] === bytes[at + length]) length++;
    if (length >= best.length) best = { length, from };
  }
  return best;
}

/** Unpacks to `size` bytes. */
export function unpack(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let from = 0;
  let to = 0;
  const length = (short: number): number => {
    let total = short;
    if (short < 15) return total;
    for (;;) {
      const byte = packed[from++]!;
      total += byte;
      if (byte < 255) return total;
    }
  };
  while (from < packed.length) {
    const token = packed[from++]!;
    const literals = length(token >> 4);
    for (const end = to + literals; to < end; ) bytes[to++] = packed[from++]!;
    if (from >= packed.length) break;
    const distance = packed[from]! | (packed[from + 1]! << 8);
    from += 2;
    const match = length(token & 15) + SHORTEST;
    if (distance >= match) bytes.copyWithin(to, to - distance, to - distance + match);
    else for (let index = 0; index < match; index++) bytes[to + index] = bytes[to + index - distance]!;
    to += match;
  }
  return bytes;
}
