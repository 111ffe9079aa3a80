import type { Image } from '../image.js';
import { type ObjectFile, type ObjectSymbol, SECTION_FLAG, SECTION_TYPE, type SectionGroup } from '../object.js';
import {
  assembleFile,
  type FileSection,
  NO_BYTES,
  type PlacedSegment,
  type PlannedFile,
  plainSection,
  StringTable,
} from './file.js';
import { BINDINGS, ELF, GROUP_COMDAT, SECTION_INDEX, SYMBOL_TYPES, TABLE_TYPE, VISIBILITIES } from './format.js';

/** The object as an ELF64 relocatable file, which `ld`, `objdump` and gdb read. */
export function writeObject(object: ObjectFile): Uint8Array {
  const strings = new StringTable();
  const groups = object.groups ?? [];
  // A group stands before its members.
  const symtabIndex = 1 + groups.length + object.sections.length;
  const member = new Set(groups.flatMap(({ sections }) => sections));
  const content: FileSection[] = object.sections.map((section, index) => ({
    name: section.name,
    type: section.type,
    flags:
      (section.flags & ~(SECTION_FLAG.group | SECTION_FLAG.linkOrder | SECTION_FLAG.infoLink)) |
      (member.has(index) ? SECTION_FLAG.group : 0),
    address: 0n,
    size: section.size,
    link: 0,
    info: 0,
    alignment: section.alignment,
    entsize: section.entsize,
    offset: -1,
    content: section.type === SECTION_TYPE.nobits ? NO_BYTES : section.bytes,
  }));
  const locals = object.symbols.filter((symbol) => symbol.binding === 'local').length;
  const symbols = {
    ...plainSection('.symtab', TABLE_TYPE.symtab, objectSymbols(object, strings)),
    link: symtabIndex + 1,
    info: locals + 1,
    alignment: 8,
    entsize: ELF.symbolBytes,
  };
  const names = plainSection('.strtab', TABLE_TYPE.strtab, strings.bytes());
  const relocations = relocationSections(object, symtabIndex, member);
  // Relocations belong to the group of what they change.
  const relocated = new Map(relocations.map(({ info }, i) => [info, symtabIndex + 2 + i]));
  return assembleFile(ELF.typeRelocatable, 0n, [], ELF.headerBytes, [
    ...groups.map((group) => groupSection(object, group, symtabIndex, relocated)),
    ...content,
    symbols,
    names,
    ...relocations,
  ]).finish();
}

/** Flags, then the members; the signature is the name of a symbol. */
function groupSection(
  object: ObjectFile,
  group: SectionGroup,
  symtabIndex: number,
  relocated: ReadonlyMap<number, number>,
): FileSection {
  const first = 1 + (object.groups?.length ?? 0);
  const members = group.sections.flatMap((index) => [first + index, relocated.get(first + index) ?? []].flat());
  const content = new Uint8Array(4 * (members.length + 1));
  const view = new DataView(content.buffer);
  [group.comdat ? GROUP_COMDAT : 0, ...members].forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  return {
    ...plainSection('.group', TABLE_TYPE.group, content),
    link: symtabIndex,
    info: 1 + object.symbols.findIndex((symbol) => isSignature(symbol, group)),
    alignment: 4,
    entsize: 4,
  };
}

function isSignature({ name, type }: ObjectSymbol, { signature }: SectionGroup): boolean {
  return name === signature && type !== 'section' && type !== 'file';
}

function objectSymbols(object: ObjectFile, strings: StringTable): Uint8Array {
  const bytes = new Uint8Array(ELF.symbolBytes * (object.symbols.length + 1));
  const view = new DataView(bytes.buffer);
  object.symbols.forEach((symbol, i) => {
    const group = groupOf(object, symbol);
    const index =
      symbol.type === 'file' ? SECTION_INDEX.absolute
      : group > 0 ? group
      : typeof symbol.section === 'number' ? symbol.section + 1 + (object.groups?.length ?? 0)
      : SECTION_INDEX[symbol.section]; // biome-ignore format: a table
    const info = SYMBOL_TYPES[symbol.type] | (BINDINGS.indexOf(symbol.binding) << 4);
    const other = VISIBILITIES.indexOf(symbol.visibility);
    const name = symbol.type === 'section' ? 0 : strings.add(symbol.name);
    writeSymbol(view, i + 1, { name, info, other, index, value: symbol.value, size: symbol.size });
  });
  return bytes;
}

/** A signature that is no other symbol lies in its group section: the number of that, else 0. */
function groupOf({ groups = [] }: ObjectFile, symbol: ObjectSymbol): number {
  if (symbol.binding !== 'local' || symbol.section !== 'undefined') return 0;
  return 1 + groups.findIndex((group) => isSignature(symbol, group));
}

interface RawSymbol {
  readonly name: number;
  readonly info: number;
  readonly other: number;
  readonly index: number;
  readonly value: bigint;
  readonly size: bigint;
}

function writeSymbol(view: DataView, position: number, symbol: RawSymbol): void {
  const at = ELF.symbolBytes * position;
  view.setUint32(at, symbol.name, true);
  view.setUint8(at + 4, symbol.info);
  view.setUint8(at + 5, symbol.other);
  view.setUint16(at + 6, symbol.index, true);
  view.setBigUint64(at + 8, BigInt.asUintN(64, symbol.value), true);
  view.setBigUint64(at + 16, BigInt.asUintN(64, symbol.size), true);
}

function relocationSections(object: ObjectFile, symtabIndex: number, grouped: ReadonlySet<number>): FileSection[] {
  return object.sections.flatMap((section, index) => {
    const own = object.relocations.filter((relocation) => relocation.section === index);
    if (own.length === 0) return [];
    const bytes = new Uint8Array(ELF.relocationBytes * own.length);
    const view = new DataView(bytes.buffer);
    own.forEach(({ offset, type, symbol, addend }, i) => {
      const at = ELF.relocationBytes * i;
      view.setBigUint64(at, BigInt(offset), true);
      view.setUint32(at + 8, type, true);
      view.setUint32(at + 12, symbol + 1, true);
      view.setBigInt64(at + 16, addend, true);
    });
    return {
      ...plainSection(`.rela${section.name}`, TABLE_TYPE.rela, bytes),
      flags: SECTION_FLAG.infoLink | (grouped.has(index) ? SECTION_FLAG.group : 0),
      link: symtabIndex,
      info: index + 1 + (object.groups?.length ?? 0),
      alignment: 8,
      entsize: ELF.relocationBytes,
    };
  });
}

/** The image as a static ELF64 executable, which Linux runs. */
export function writeExecutable(image: Image): Uint8Array {
  return executableFile(image).finish();
}

/** Only the ELF header and the program headers of `writeExecutable`. */
export function executableHeaders(image: Image): Uint8Array {
  return executableFile(image).head;
}

function executableFile(image: Image): PlannedFile {
  const count = image.segments.length + (image.threadLocal ? 2 : 1);
  const headers = ELF.headerBytes + ELF.programHeaderBytes * count;
  let end = headers;
  const placed: PlacedSegment[] = image.segments.map((segment, i) => {
    const holdsHeaders = i === 0 && segment.name === 'headers' && segment.bytes.length >= headers;
    const step = Number(BigInt.asUintN(12, segment.address - BigInt(end)));
    const offset = holdsHeaders ? 0 : end + step;
    end = Math.max(end, offset + segment.bytes.length);
    return { segment, offset, holdsHeaders };
  });
  const sections = image.sections.map((section) => executableSection(section, placed));
  const debug = (image.debug ?? []).map(({ name, bytes, ...attributes }) => ({
    ...plainSection(name, SECTION_TYPE.progbits, bytes),
    ...attributes,
  }));
  const strings = new StringTable();
  const symbols = executableSymbols(image, strings);
  const symtab = {
    ...plainSection('.symtab', TABLE_TYPE.symtab, symbols.bytes),
    link: sections.length + debug.length + 2,
    info: symbols.locals + 1,
    alignment: 8,
    entsize: ELF.symbolBytes,
  };
  const strtab = plainSection('.strtab', TABLE_TYPE.strtab, strings.bytes());
  const all = [...sections, ...debug, symtab, strtab];
  return assembleFile(ELF.typeExecutable, image.entry, placed, end, all, image.threadLocal);
}

function executableSection(section: Image['sections'][number], placed: readonly PlacedSegment[]): FileSection {
  const { name, address, size } = section;
  const home = placed.find(
    ({ segment }) => address >= segment.address && address < segment.address + BigInt(segment.memoryBytes),
  );
  const from = home ? Number(address - home.segment.address) : 0;
  const nobits = home !== undefined && from >= home.segment.bytes.length;
  const writable = home?.segment.write ? SECTION_FLAG.write : 0;
  const executable = home?.segment.execute ? SECTION_FLAG.execute : 0;
  return {
    ...plainSection(name, nobits ? SECTION_TYPE.nobits : SECTION_TYPE.progbits, NO_BYTES),
    flags: SECTION_FLAG.alloc | writable | executable,
    address,
    size,
    offset: (home?.offset ?? 0) + (nobits ? (home?.segment.bytes.length ?? 0) : from),
  };
}

function executableSymbols(image: Image, strings: StringTable): { bytes: Uint8Array; locals: number } {
  const ordered = [...image.symbols].sort((a, b) => Number(a.global) - Number(b.global));
  const bytes = new Uint8Array(ELF.symbolBytes * (ordered.length + 1));
  const view = new DataView(bytes.buffer);
  const sectionIndex = new Map(image.sections.map((section, i) => [section.name, i + 1]));
  ordered.forEach((symbol, i) => {
    writeSymbol(view, i + 1, {
      name: strings.add(symbol.name),
      info: SYMBOL_TYPES[symbol.kind] | (symbol.global ? 0x10 : 0),
      other: 0,
      index: sectionIndex.get(symbol.section) ?? SECTION_INDEX.absolute,
      value: symbol.address,
      size: BigInt(symbol.size),
    });
  });
  return { bytes, locals: ordered.filter((symbol) => !symbol.global).length };
}
