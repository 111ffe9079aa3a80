import { Malformed } from '../elf/reader.js';

/** Reads numbers and texts one behind the other, up to `end`; what lies behind it is `Malformed`. */
export class ByteReader {
  position: number;
  readonly end: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array, position: number, end: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = position;
    this.end = Math.min(end, bytes.length);
  }

  get done(): boolean {
    return this.position >= this.end;
  }

  /** Goes on behind `count` bytes; gives where they are. */
  take(count: number): number {
    const start = this.position;
    if (!(count <= this.end - start)) throw new Malformed('the line table ends in the middle of something');
    this.position = start + count;
    return start;
  }

  /** What lies behind the next `count` bytes is read later. */
  part(count: number): ByteReader {
    const start = this.take(count);
    return new ByteReader(this.#bytes, start, start + count);
  }

  u8(): number {
    return this.#bytes[this.take(1)]!;
  }

  i8(): number {
    return this.#view.getInt8(this.take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.take(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.take(4), true);
  }

  /** Exact up to 2^53. */
  u64(): number {
    return Number(this.#view.getBigUint64(this.take(8), true));
  }

  /** LEB128 without a sign (DWARF 5, 7.6); exact up to 2^53. */
  uleb(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; ; i++) {
      const byte = this.u8();
      if (i < MOST_LEB_BYTES) value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) return value;
    }
  }

  /** LEB128 with a sign; exact up to 2^53. */
  sleb(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; ; i++) {
      const byte = this.u8();
      if (i < MOST_LEB_BYTES) value += (byte & 0x7f) * scale;
      if (i < MOST_LEB_BYTES) scale *= 128;
      if (byte < 0x80) return (byte & 0x40) === 0 ? value : value - scale;
    }
  }

  /** Text up to a zero byte. */
  text(): string {
    const start = this.position;
    const length = this.#bytes.subarray(start, Math.min(this.end, start + LONGEST_TEXT + 1)).indexOf(0);
    if (length < 0) throw new Malformed('the line table has a name without an end, or one that is too long');
    this.take(length + 1);
    return utf8.decode(this.#bytes.subarray(start, start + length));
  }
}

/** Bytes of a LEB128 number of 64 bits. */
const MOST_LEB_BYTES = 10;
/** PATH_MAX of Linux. */
const LONGEST_TEXT = 4096;
const utf8 = new TextDecoder();
