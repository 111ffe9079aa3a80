import type { Image } from '../../asm/image.js';
import { COUNTER } from '../../memory/layout.js';
import type { LoadProblem } from '../vm/load-problem.js';
import type { PlainMemory } from './plain-memory.js';

/**
 * The program as it must be to run `base` bytes higher than it was linked: every field that holds an address of the program is rewritten, by the
 * records that the linker keeps (System V ABI, AMD64 supplement, 4.4; ld --emit-relocs). Each rewritten field is counted, and read and written
 * by the kernel. A program without records is refused: its addresses cannot be told from numbers.
 */
export function relocated(plain: PlainMemory, image: Image, base: number): Image | LoadProblem {
  if (image.relocations === undefined)
    return { problem: 'noRelocations', segment: null, address: image.segments[0]!.address };
  const [lowest = 0n] = image.segments.map(({ address }) => address).sort((a, b) => Number(a - b));
  const delta = BigInt(base) - (lowest - (lowest % BigInt(plain.unit)));
  const segments = image.segments.map((segment) => ({ ...segment, bytes: segment.bytes.slice() }));
  for (const { address, bytes: size, signed, sign } of image.relocations) {
    const segment = segments.find((s) => address >= s.address && address < s.address + BigInt(s.bytes.length))!;
    const at = Number(address - segment.address);
    const value = add(segment.bytes, at, size, sign === -1 ? -delta : delta, signed);
    if (value === null) return { problem: 'relocationOverflow', segment: segment.name, address, fieldBytes: size };
  }
  plain.memory.count(COUNTER.relocations, image.relocations.length);
  plain.memory.count(COUNTER.kernelReads, image.relocations.length);
  plain.memory.count(COUNTER.kernelWrites, image.relocations.length);
  return moved({ ...image, segments }, delta);
}

/** Adds to a little-endian field. null: the sum does not fit. */
function add(bytes: Uint8Array, at: number, size: number, delta: bigint, signed: boolean): bigint | null {
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i]!);
  const bits = 8 * size;
  const sum = (signed ? BigInt.asIntN(bits, value) : value) + delta;
  const kept = signed ? BigInt.asIntN(bits, sum) : BigInt.asUintN(bits, sum);
  if (size < 8 && kept !== sum) return null;
  let rest = BigInt.asUintN(bits, sum);
  for (let i = 0; i < size; i++) {
    bytes[at + i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return sum;
}

/** Everything that names an address of the program names it where it is now. */
function moved(image: Image, delta: bigint): Image {
  const by = <T extends { readonly address: bigint }>(item: T): T => ({ ...item, address: item.address + delta });
  const { heapStart, threadLocal } = image;
  return {
    ...image,
    entry: image.entry + delta,
    segments: image.segments.map(by),
    ...(heapStart === undefined ? {} : { heapStart: heapStart + delta }),
    ...(threadLocal === undefined ? {} : { threadLocal: by(threadLocal) }),
    symbols: image.symbols.map((symbol) => (symbol.section === '*ABS*' ? symbol : by(symbol))),
    lines: image.lines.map(by),
    sections: image.sections.map(by),
  };
}
