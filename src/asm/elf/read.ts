import type { Diagnostic } from '../diagnostics.js';
import type { Image, ImageSymbol, Segment } from '../image.js';
import { type ObjectFile, SECTION_FLAG } from '../object.js';
import {
  DYNAMIC_TAG,
  ELF,
  type ProgramHeader,
  SECTION_INDEX,
  SEGMENT_FLAG,
  SEGMENT_TYPE,
  TABLE_TYPE,
} from './format.js';
import { sourceLines } from './read-lines.js';
import { relocatableObject } from './read-object.js';
import { ElfBytes, Malformed, type SectionHeader } from './reader.js';

/** Whether the bytes begin like an ELF file of any kind. */
export function looksLikeElf(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

/**
 * Reads a static ELF64 x86-64 executable, position-independent or not. Never throws: whatever is wrong with the bytes is in `diagnostics`, and `image` is then null.
 * Segments are taken as Linux takes them (fs/binfmt_elf.c), symbols from `.symtab`. A position-independent program (static-pie) is put where
 * Linux without randomisation puts it; it relocates itself, and until it has, its pointers count from 0.
 */
export function readExecutable(bytes: Uint8Array, name: string): { image: Image | null; diagnostics: Diagnostic[] } {
  const { result, diagnostics } = reading(bytes, name, (file, type, warn) => {
    if (type === ELF.typeRelocatable)
      throw new Malformed('this is an object file, which has no addresses yet: link it');
    return executableImage(file, name, type === ELF.typeShared, warn);
  });
  return { image: result, diagnostics };
}

/** Reads an ELF64 x86-64 object file. Never throws; `object` is null when `diagnostics` has an error. */
export function readObject(bytes: Uint8Array, name: string): { object: ObjectFile | null; diagnostics: Diagnostic[] } {
  const { result, diagnostics } = reading(bytes, name, (file, type) => {
    if (type !== ELF.typeRelocatable) throw new Malformed('this is a linked program, not an object file');
    return relocatableObject(file, name);
  });
  return { object: result, diagnostics };
}

type Warn = (message: string) => void;

function reading<T>(bytes: Uint8Array, name: string, read: (file: ElfBytes, type: number, warn: Warn) => T) {
  const diagnostics: Diagnostic[] = [];
  try {
    const file = new ElfBytes(bytes);
    const warn = (message: string) => {
      diagnostics.push({ file: name, line: 0, column: 0, severity: 'warning', message });
    };
    return { result: read(file, checkHeader(file), warn), diagnostics };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const problem: Diagnostic = { file: name, line: 0, column: 0, severity: 'error', message: error.message };
    return { result: null, diagnostics: [problem] };
  }
}

const MACHINES: Readonly<Record<number, string>> = {
  3: '32-bit x86',
  8: 'MIPS',
  20: 'PowerPC',
  21: '64-bit PowerPC',
  40: '32-bit ARM',
  183: '64-bit ARM',
  243: 'RISC-V',
  258: 'LoongArch',
};

/** Checks what the file says it is; gives e_type. */
function checkHeader(file: ElfBytes): number {
  if (!looksLikeElf(file.bytes)) throw new Malformed('this is not an ELF file: it does not begin with 7f 45 4c 46');
  if (file.bytes.length < ELF.headerBytes) throw new Malformed('the file is truncated: its ELF header is incomplete');
  const machine = file.u16(18);
  if (file.u8(5) !== 1) throw new Malformed('this ELF file is big-endian, so not for x86-64');
  if (file.u8(4) !== 2) {
    const built = MACHINES[machine] ? ` (for ${MACHINES[machine]})` : '';
    throw new Malformed(`this ELF file is a 32-bit one${built}; x86-64 code is needed: build it with -m64`);
  }
  if (machine !== ELF.machineX86_64) {
    const other = MACHINES[machine] ?? `machine ${machine}`;
    throw new Malformed(`this ELF file holds code for ${other}, not for x86-64`);
  }
  if (file.u8(6) !== 1 || file.u32(20) !== 1) throw new Malformed('this ELF file has an unknown version');
  const type = file.u16(16);
  if (type === ELF.typeRelocatable || type === ELF.typeExecutable || type === ELF.typeShared) return type;
  if (type === ELF.typeCore) throw new Malformed('this ELF file is a core dump, not a program');
  throw new Malformed(`this ELF file has the unknown type ${type}`);
}

const HOW_TO_LINK = 'link it with -static';

function needsInterpreter(interpreter: string): string {
  return `this program is dynamically linked: it needs the interpreter ${interpreter}; ${HOW_TO_LINK}`;
}

function programHeaders(file: ElfBytes): ProgramHeader[] {
  const start = file.size(32);
  const count = file.u16(56);
  if (count === 0) return [];
  if (file.u16(54) !== ELF.programHeaderBytes) throw new Malformed('program headers have an unknown size');
  file.need(start, count * ELF.programHeaderBytes);
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * ELF.programHeaderBytes;
    return {
      type: file.u32(at),
      flags: file.u32(at + 4),
      offset: file.size(at + 8),
      address: file.u64(at + 16),
      fileBytes: file.size(at + 32),
      memoryBytes: file.size(at + 40),
      alignment: file.size(at + 48),
    };
  });
}

function interpreterOf(file: ElfBytes, headers: readonly ProgramHeader[]): string | null {
  const header = headers.find((entry) => entry.type === SEGMENT_TYPE.interpreter);
  if (!header) return null;
  const text = new TextDecoder().decode(file.part(header.offset, Math.min(header.fileBytes, 4096)));
  return text.replace(/\0.*$/s, '').replaceAll(/[^\x20-\x7e]/g, '?');
}

function executableImage(file: ElfBytes, name: string, movable: boolean, warn: Warn): Image {
  const headers = programHeaders(file);
  const interpreter = interpreterOf(file, headers);
  if (interpreter !== null) throw new Malformed(needsInterpreter(interpreter));
  const loads = headers.filter((header) => header.type === SEGMENT_TYPE.load && header.memoryBytes > 0);
  if (loads.length === 0) throw new Malformed('this program has no segment to load');
  if (movable) checkProgram(file, headers);
  const bias = movable ? biasOf(loads) : 0n;
  const sections = loadedSections(file).map((section) => ({ ...section, address: section.address + bias }));
  const segments = loads
    .map((header) => readSegment(file, { ...header, address: header.address + bias }, sections))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  checkOverlap(segments);
  return {
    name,
    entry: file.u64(24) + bias,
    segments,
    ...(movable ? { heapStart: MOVABLE_HEAP } : {}),
    symbols: readSymbols(file, bias),
    lines: sourceLines(file, segments, bias, warn),
    sections: sections.length > 0 ? sections : segments.map((s) => ({ ...s, size: s.memoryBytes })).map(bare),
  };
}

/** A shared library is told from a program by its entry of 0, or by the libraries that it needs. */
function checkProgram(file: ElfBytes, headers: readonly ProgramHeader[]): void {
  const dynamic = headers.find((header) => header.type === SEGMENT_TYPE.dynamic);
  const count = dynamic ? Math.floor(dynamic.fileBytes / 16) : 0;
  if (dynamic) file.need(dynamic.offset, dynamic.fileBytes);
  let needs = false;
  for (let i = 0; i < count; i++) {
    const tag = file.u64(dynamic!.offset + 16 * i);
    if (tag === DYNAMIC_TAG.null) break;
    if (tag === DYNAMIC_TAG.needed) needs = true;
  }
  if (file.u64(24) === 0n || needs)
    throw new Malformed(`this is a shared library, not a program, or one that needs shared libraries; ${HOW_TO_LINK}`);
}

/** Top of the area for mappings, below which Linux without randomisation puts a position-independent program (measured on 6.18). */
const MOVABLE_TOP = 0x7ffff7fff000n;
/** Where the heap of such a program begins: the page behind ELF_ET_DYN_BASE, so that it does not grow into the stack's mappings. */
const MOVABLE_HEAP = 0x555555555000n;

/** What is added to the addresses of a position-independent program: it ends at the top, and starts at a page, or as aligned as it asks for. */
function biasOf(loads: readonly ProgramHeader[]): bigint {
  let [start, end] = [USER_END, 0n];
  for (const { address, memoryBytes } of loads) {
    if (memoryBytes > Number(USER_END) || address > USER_END) throw new Malformed(LEAVES_USER_SPACE);
    const [first, behind] = [(address / PAGE) * PAGE, address + BigInt(memoryBytes) + PAGE - 1n];
    if (first < start) start = first;
    if (behind > end) end = behind;
  }
  end -= end % PAGE;
  const wanted = loads.map(({ alignment }) => alignment).filter((n) => n > 4096 && Number.isInteger(Math.log2(n)));
  const place = MOVABLE_TOP - (end - start);
  if (place < PAGE) throw new Malformed(LEAVES_USER_SPACE);
  return place - (place % BigInt(Math.max(4096, ...wanted))) - start;
}

const LEAVES_USER_SPACE = 'this program does not fit into the user part of the address space';

type NamedRange = Image['sections'][number];

function bare({ name, address, size }: NamedRange): NamedRange {
  return { name, address, size };
}

/** First address above user space with 48-bit addresses, less the page that Linux leaves free. */
const USER_END = 0x7ffffffff000n;
const PAGE = 4096n;

function readSegment(file: ElfBytes, header: ProgramHeader, sections: readonly NamedRange[]): Segment {
  const { address, offset, fileBytes, memoryBytes } = header;
  const where = `the segment at 0x${address.toString(16)}`;
  file.need(offset, fileBytes);
  if (fileBytes > memoryBytes) throw new Malformed(`${where} has more bytes in the file than in memory`);
  if (memoryBytes > Number(USER_END) || address + BigInt(memoryBytes) > USER_END)
    throw new Malformed(`${where} does not fit into the user part of the address space`);
  if (fileBytes > 0 && (BigInt(offset) - address) % PAGE !== 0n)
    throw new Malformed(
      `${where} cannot be mapped: its address and its place in the file differ in the offset in the page`,
    );
  const end = address + BigInt(memoryBytes);
  const own = sections.filter((section) => section.address >= address && section.address < end);
  const execute = (header.flags & SEGMENT_FLAG.execute) !== 0;
  const write = (header.flags & SEGMENT_FLAG.write) !== 0;
  const usual = execute ? '.text' : write ? '.data' : '.rodata';
  const named = own.find((section) => section.name === usual) ?? (offset === 0 ? { name: 'headers' } : own[0]);
  return {
    name: named?.name ?? usual,
    address,
    bytes: file.part(offset, fileBytes),
    memoryBytes,
    // On x86-64 what may be written or executed may be read.
    read: header.flags !== 0,
    write,
    execute,
  };
}

function checkOverlap(segments: readonly Segment[]): void {
  for (let i = 1; i < segments.length; i++) {
    const before = segments[i - 1]!;
    const lastPage = (before.address + BigInt(before.memoryBytes) - 1n) / PAGE;
    if (segments[i]!.address / PAGE <= lastPage) {
      const [a, b] = [before.address.toString(16), segments[i]!.address.toString(16)];
      throw new Malformed(`the segments at 0x${a} and 0x${b} overlap: they have a page in common`);
    }
  }
}

function namesOf(file: ElfBytes, headers: readonly SectionHeader[]): SectionHeader | undefined {
  return headers[file.u16(62)];
}

function loadedSections(file: ElfBytes): NamedRange[] {
  const headers = file.sectionHeaders();
  const names = namesOf(file, headers);
  return headers
    .filter((header) => (header.flags & SECTION_FLAG.alloc) !== 0 && Number.isFinite(header.size))
    .map((header) => ({ name: file.text(names, header.nameOffset), address: header.address, size: header.size }))
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

/** STT_OBJECT, STT_FUNC, STT_GNU_IFUNC; sections and file names are left out. */
const KINDS: Readonly<Record<number, ImageSymbol['kind']>> = { 0: 'none', 1: 'object', 2: 'function', 10: 'function' };

function readSymbols(file: ElfBytes, bias: bigint): ImageSymbol[] {
  const headers = file.sectionHeaders();
  const names = namesOf(file, headers);
  const table = headers.find((header) => header.type === TABLE_TYPE.symtab);
  if (!table) return [];
  const sectionNames = headers.map((header) => file.text(names, header.nameOffset));
  return file
    .symbols(table)
    .filter((symbol) => symbol.section !== 0 && symbol.nameOffset !== 0 && symbol.type in KINDS)
    .map((symbol) => {
      return {
        name: file.text(headers[table.link], symbol.nameOffset),
        address: symbol.section === SECTION_INDEX.absolute ? symbol.value : symbol.value + bias,
        size: symbol.size < 1n << 53n ? Number(symbol.size) : 0,
        section: sectionNames[symbol.section] ?? '*ABS*',
        global: symbol.binding !== 0,
        kind: KINDS[symbol.type]!,
      };
    })
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}
