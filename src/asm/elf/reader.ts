import { ELF } from './format.js';

/** What is wrong with a file; thrown inside the reader and turned into a result at its border. */
export class Malformed extends Error {}

/** A section header as it stands in the file; sizes and offsets of 2^53 and more are Infinity, so that range checks reject them. */
export interface SectionHeader {
  readonly index: number;
  readonly nameOffset: number;
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entsize: number;
}

export interface SymbolEntry {
  readonly nameOffset: number;
  readonly type: number;
  readonly binding: number;
  readonly visibility: number;
  readonly section: number;
  readonly value: bigint;
  readonly size: bigint;
}

/** Bytes of an ELF file; every access is checked against its size. */
export class ElfBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    // Not the caller's subclass: `slice` of a Buffer is a view and not a copy.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(at: number): number {
    this.need(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.need(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.need(at, 4);
    return this.#view.getUint32(at, true);
  }

  u64(at: number): bigint {
    this.need(at, 8);
    return this.#view.getBigUint64(at, true);
  }

  i64(at: number): bigint {
    return BigInt.asIntN(64, this.u64(at));
  }

  /** A 64-bit count of bytes. */
  size(at: number): number {
    const value = this.u64(at);
    return value < 1n << 53n ? Number(value) : Number.POSITIVE_INFINITY;
  }

  need(at: number, size: number): void {
    if (at < 0 || !(at + size <= this.bytes.length)) {
      const wanted = Number.isFinite(at + size) ? `0x${(at + size).toString(16)}` : 'far more';
      throw new Malformed(
        `the file is truncated or damaged: it has 0x${this.bytes.length.toString(16)} bytes and refers to ${wanted}`,
      );
    }
  }

  /** A view of a part of the file. */
  part(at: number, size: number): Uint8Array {
    this.need(at, size);
    return this.bytes.subarray(at, at + size);
  }

  /** Text up to a zero byte in a string table. */
  text(table: SectionHeader | undefined, offset: number): string {
    if (!table) return '';
    this.need(table.offset, table.size);
    const end = table.offset + table.size;
    const start = table.offset + offset;
    const zero = start < end ? this.bytes.indexOf(0, start) : -1;
    if (zero < 0 || zero >= end) throw new Malformed('a name lies outside its string table');
    return utf8.decode(this.bytes.subarray(start, zero));
  }

  sectionHeaders(): SectionHeader[] {
    const start = this.size(40);
    if (start === 0) return [];
    if (this.u16(58) !== ELF.sectionHeaderBytes) throw new Malformed('section headers have an unknown size');
    // With 0xff00 sections and more, the count stands in the first header.
    const count = this.u16(60) || this.size(start + 32);
    this.need(start, count * ELF.sectionHeaderBytes);
    return Array.from({ length: count }, (_, index) => this.#sectionHeader(start, index));
  }

  #sectionHeader(start: number, index: number): SectionHeader {
    const at = start + index * ELF.sectionHeaderBytes;
    return {
      index,
      nameOffset: this.u32(at),
      type: this.u32(at + 4),
      flags: Number(BigInt.asUintN(32, this.u64(at + 8))),
      address: this.u64(at + 16),
      offset: this.size(at + 24),
      size: this.size(at + 32),
      link: this.u32(at + 40),
      info: this.u32(at + 44),
      alignment: this.size(at + 48),
      entsize: this.size(at + 56),
    };
  }

  symbols(table: SectionHeader): SymbolEntry[] {
    const count = this.entries(table, ELF.symbolBytes, 'symbol');
    return Array.from({ length: count }, (_, i) => {
      const at = table.offset + i * ELF.symbolBytes;
      const info = this.u8(at + 4);
      return {
        nameOffset: this.u32(at),
        type: info & 15,
        binding: info >> 4,
        visibility: this.u8(at + 5) & 3,
        section: this.u16(at + 6),
        value: this.u64(at + 8),
        size: this.u64(at + 16),
      };
    });
  }

  /** Number of entries of a table of fixed-size entries. */
  entries(table: SectionHeader, size: number, what: string): number {
    this.need(table.offset, table.size);
    if (table.entsize !== size || table.size % size !== 0) throw new Malformed(`a ${what} table has an odd size`);
    return table.size / size;
  }
}

const utf8 = new TextDecoder();
