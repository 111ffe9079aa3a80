import type { Segment, ThreadLocalStorage } from '../image.js';
import { ELF, IDENT, type ProgramHeader, SEGMENT_FLAG, SEGMENT_TYPE, TABLE_TYPE } from './format.js';

/** One section of a file that is being written. */
export interface FileSection {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entsize: number;
  /** Where the content is in the file; -1: `content` is appended. */
  readonly offset: number;
  readonly content: Uint8Array;
}

/** Names one behind the other, each once. */
export class StringTable {
  readonly #offsets = new Map([['', 0]]);
  readonly #parts: Uint8Array[] = [new Uint8Array(1)];
  #size = 1;

  add(text: string): number {
    const known = this.#offsets.get(text);
    if (known !== undefined) return known;
    const offset = this.#size;
    const encoded = new TextEncoder().encode(`${text}\0`);
    this.#offsets.set(text, offset);
    this.#parts.push(encoded);
    this.#size += encoded.length;
    return offset;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

export const NO_BYTES = new Uint8Array(0);

export function plainSection(name: string, type: number, content: Uint8Array): FileSection {
  const rest = { flags: 0, address: 0n, link: 0, info: 0, alignment: 1, entsize: 0, offset: -1 };
  return { name, type, size: content.length, content, ...rest };
}

/** A segment and where it stands in the file. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly offset: number;
  readonly holdsHeaders: boolean;
}

/** A file whose headers are known; `finish` copies the contents. */
export interface PlannedFile {
  readonly head: Uint8Array;
  finish(): Uint8Array;
}

/** Lays out a file: headers, segments, the sections' contents from `end` on, the section headers. */
export function assembleFile(
  type: number,
  entry: bigint,
  placed: readonly PlacedSegment[],
  end: number,
  sections: readonly FileSection[],
  threadLocal: ThreadLocalStorage | undefined = undefined,
): PlannedFile {
  const names = new StringTable();
  const nameOffsets = sections.map((section) => names.add(section.name));
  nameOffsets.push(names.add('.shstrtab'));
  const all = [...sections, plainSection('.shstrtab', TABLE_TYPE.strtab, names.bytes())];
  let at = end;
  const offsets = all.map((section) => {
    if (section.offset >= 0) return section.offset;
    const alignment = Math.max(1, section.alignment);
    const offset = Math.ceil(at / alignment) * alignment;
    at = offset + section.content.length;
    return offset;
  });
  const headersAt = Math.ceil(at / 8) * 8;
  const programHeaders = placed.length === 0 ? 0 : placed.length + (threadLocal ? 2 : 1);
  const head = new Uint8Array(ELF.headerBytes + ELF.programHeaderBytes * programHeaders);
  writeFileHeader(head, { type, entry, programHeaders, headersAt, sections: all.length + 1 });
  writeProgramHeaders(new DataView(head.buffer, ELF.headerBytes), placed, threadLocal);
  const finish = () => {
    const bytes = new Uint8Array(headersAt + ELF.sectionHeaderBytes * (all.length + 1));
    for (const { segment, offset } of placed) bytes.set(segment.bytes, offset);
    bytes.set(head);
    all.forEach((section, i) => {
      if (section.offset < 0) bytes.set(section.content, offsets[i]!);
      writeSectionHeader(
        new DataView(bytes.buffer, headersAt + 64 * (i + 1), 64),
        section,
        nameOffsets[i]!,
        offsets[i]!,
      );
    });
    return bytes;
  };
  return { head, finish };
}

interface FileHeader {
  readonly type: number;
  readonly entry: bigint;
  readonly programHeaders: number;
  readonly headersAt: number;
  readonly sections: number;
}

function writeFileHeader(head: Uint8Array, header: FileHeader): void {
  head.set(IDENT);
  const view = new DataView(head.buffer);
  view.setUint16(16, header.type, true);
  view.setUint16(18, ELF.machineX86_64, true);
  view.setUint32(20, 1, true);
  view.setBigUint64(24, header.entry, true);
  view.setBigUint64(32, BigInt(header.programHeaders > 0 ? ELF.headerBytes : 0), true);
  view.setBigUint64(40, BigInt(header.headersAt), true);
  view.setUint16(52, ELF.headerBytes, true);
  view.setUint16(54, header.programHeaders > 0 ? ELF.programHeaderBytes : 0, true);
  view.setUint16(56, header.programHeaders, true);
  view.setUint16(58, ELF.sectionHeaderBytes, true);
  view.setUint16(60, header.sections, true);
  view.setUint16(62, header.sections - 1, true);
}

function writeProgramHeaders(
  view: DataView,
  placed: readonly PlacedSegment[],
  threadLocal: ThreadLocalStorage | undefined,
): void {
  const { read, write, execute } = SEGMENT_FLAG;
  const loads = placed.map(({ segment, offset, holdsHeaders }) => ({
    type: SEGMENT_TYPE.load,
    flags: (segment.read ? read : 0) | (segment.write ? write : 0) | (segment.execute ? execute : 0),
    offset: holdsHeaders ? 0 : offset,
    address: segment.address,
    fileBytes: segment.bytes.length,
    memoryBytes: segment.memoryBytes,
    alignment: 4096,
  }));
  if (placed.length === 0) return;
  const nothing = { offset: 0, address: 0n, fileBytes: 0, memoryBytes: 0 };
  const stack = { ...nothing, type: SEGMENT_TYPE.stack, flags: read | write, alignment: 16 };
  const tls = threadLocal ? [threadLocalHeader(threadLocal, placed)] : [];
  [...loads, ...tls, stack].forEach((header, i) => {
    writeProgramHeader(view, ELF.programHeaderBytes * i, header);
  });
}

function threadLocalHeader(
  { address, contentBytes, memoryBytes, alignment }: ThreadLocalStorage,
  placed: readonly PlacedSegment[],
): ProgramHeader {
  const home = placed.findLast(({ segment }) => segment.address <= address);
  const offset = home ? home.offset + Number(address - home.segment.address) : 0;
  const flags = SEGMENT_FLAG.read;
  return { type: SEGMENT_TYPE.tls, flags, offset, address, fileBytes: contentBytes, memoryBytes, alignment };
}

function writeProgramHeader(view: DataView, at: number, header: ProgramHeader): void {
  view.setUint32(at, header.type, true);
  view.setUint32(at + 4, header.flags, true);
  view.setBigUint64(at + 8, BigInt(header.offset), true);
  view.setBigUint64(at + 16, header.address, true);
  view.setBigUint64(at + 24, header.address, true);
  view.setBigUint64(at + 32, BigInt(header.fileBytes), true);
  view.setBigUint64(at + 40, BigInt(header.memoryBytes), true);
  view.setBigUint64(at + 48, BigInt(header.alignment), true);
}

function writeSectionHeader(view: DataView, section: FileSection, name: number, offset: number): void {
  view.setUint32(0, name, true);
  view.setUint32(4, section.type, true);
  view.setBigUint64(8, BigInt(section.flags >>> 0), true);
  view.setBigUint64(16, section.address, true);
  view.setBigUint64(24, BigInt(offset), true);
  view.setBigUint64(32, BigInt(section.size), true);
  view.setUint32(40, section.link, true);
  view.setUint32(44, section.info, true);
  view.setBigUint64(48, BigInt(section.alignment), true);
  view.setBigUint64(56, BigInt(section.entsize), true);
}
