import { lebBytes } from '../layout.js';

/** Bytes in the order in which they are written; numbers are little-endian. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get size(): number {
    return this.#bytes.length;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  u8(...values: readonly number[]): this {
    for (const value of values) this.#bytes.push(value & 0xff);
    return this;
  }

  u16(value: number): this {
    return this.u8(value, value >> 8);
  }

  u32(value: number): this {
    return this.u8(value, value >> 8, value >> 16, value >> 24);
  }

  u64(value: number): this {
    return this.u32(value % 2 ** 32).u32(Math.floor(value / 2 ** 32));
  }

  uleb(value: number): this {
    return this.u8(...lebBytes(BigInt(value), false));
  }

  sleb(value: number): this {
    return this.u8(...lebBytes(BigInt(value), true));
  }

  /** Text in UTF-8 with a zero behind it. */
  text(value: string): this {
    for (const byte of new TextEncoder().encode(value)) this.#bytes.push(byte);
    return this.u8(0);
  }

  copy(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  /** Zeros up to a multiple of `alignment`. */
  align(alignment: number): this {
    while (this.size % alignment !== 0) this.#bytes.push(0);
    return this;
  }

  /** Changes a number that was written before. */
  patchU32(at: number, value: number): void {
    for (let i = 0; i < 4; i++) this.#bytes[at + i] = (value >>> (8 * i)) & 0xff;
  }
}
