import {
  type ObjectFile,
  type ObjectSection,
  type ObjectSymbol,
  type Relocation,
  SECTION_TYPE,
  type SectionGroup,
  type SymbolType,
} from '../object.js';
import { BINDINGS, ELF, GROUP_COMDAT, SECTION_INDEX, SYMBOL_TYPES, TABLE_TYPE, VISIBILITIES } from './format.js';
import { objectLines } from './read-lines.js';
import { type ElfBytes, Malformed, type SectionHeader, type SymbolEntry } from './reader.js';

/** Sections that describe the file rather than hold content; their meaning goes into the lists of the object. */
const TABLES: ReadonlySet<number> = new Set(Object.values(TABLE_TYPE));
/** Most bytes that one section may claim without having them in the file. */
const LARGEST_NOBITS = 2 ** 40;

/** Reads an object file (ET_REL). Throws `Malformed`. */
export function relocatableObject(file: ElfBytes, name: string): ObjectFile {
  const headers = file.sectionHeaders();
  const names = headers[file.u16(62)];
  const kept = headers.filter((header) => header.type !== 0 && !TABLES.has(header.type));
  checkTotal(file, headers);
  const indexOf = new Map(kept.map((header, index) => [header.index, index]));
  const sections = kept.map((header) => readSection(file, header, names));
  const table = headers.find((header) => header.type === TABLE_TYPE.symtab);
  const symbols = table ? readSymbols(file, table, headers, sections, indexOf) : [];
  const relocations = headers.flatMap((header) => {
    if (header.type === TABLE_TYPE.rel) throw new Malformed('relocations without addends are not for x86-64');
    const section = indexOf.get(header.info);
    if (header.type !== TABLE_TYPE.rela || section === undefined) return [];
    return readRelocations(file, header, section, sections[section]!, symbols.length);
  });
  relocations.sort((a, b) => a.section - b.section || a.offset - b.offset);
  const groups = headers.flatMap((header) => readGroup(file, header, symbols, indexOf));
  const grouped = groups.length > 0 ? { groups } : {};
  const lines = objectLines(sections, symbols, relocations);
  return { name, sections, symbols, relocations, lines, sources: new Map(), ...grouped };
}

/** A group section holds words: flags, then the indices of its members. Relocation sections among them follow theirs. */
function readGroup(
  file: ElfBytes,
  header: SectionHeader,
  symbols: readonly ObjectSymbol[],
  indexOf: ReadonlyMap<number, number>,
): SectionGroup[] {
  if (header.type !== TABLE_TYPE.group) return [];
  file.need(header.offset, header.size);
  if (header.size < 4 || header.size % 4 !== 0) throw new Malformed('a section group has an odd size');
  const signature = symbols[header.info - 1]?.name;
  if (signature === undefined) throw new Malformed('a section group has no name');
  const words = Array.from({ length: header.size / 4 - 1 }, (_, i) => file.u32(header.offset + 4 * (i + 1)));
  const comdat = (file.u32(header.offset) & GROUP_COMDAT) !== 0;
  return [{ signature, comdat, sections: words.flatMap((word) => indexOf.get(word) ?? []) }];
}

/** Sections of a sound file do not share bytes; of a damaged one they may, and then a small file would unfold into a huge program. */
function checkTotal(file: ElfBytes, headers: readonly SectionHeader[]): void {
  const stored = headers.filter((header) => header.type !== 0 && header.type !== SECTION_TYPE.nobits);
  for (const header of stored) file.need(header.offset, header.size);
  const total = stored.reduce((sum, header) => sum + header.size, 0);
  if (total > file.bytes.length) throw new Malformed('the file is damaged: its sections overlap');
}

function readSection(file: ElfBytes, header: SectionHeader, names: SectionHeader | undefined): ObjectSection {
  const name = file.text(names, header.nameOffset);
  const alignment = Math.max(1, header.alignment);
  if (!Number.isInteger(Math.log2(alignment)) || alignment > 2 ** 32)
    throw new Malformed(`section ${name} has an alignment that is not a power of two`);
  const nobits = header.type === SECTION_TYPE.nobits;
  if (nobits && header.size > LARGEST_NOBITS) throw new Malformed(`section ${name} is too large`);
  return {
    name,
    type: header.type,
    flags: header.flags,
    alignment,
    entsize: Number.isFinite(header.entsize) ? header.entsize : 0,
    bytes: nobits ? new Uint8Array(0) : file.part(header.offset, header.size),
    size: header.size,
  };
}

const TYPES = new Map<number, SymbolType>(
  Object.entries(SYMBOL_TYPES).map(([type, number]) => [number, type as SymbolType]),
);
/** STB_GNU_UNIQUE: a global that is defined once in the whole process. */
const UNIQUE = 10;

function readSymbols(
  file: ElfBytes,
  table: SectionHeader,
  headers: readonly SectionHeader[],
  sections: readonly ObjectSection[],
  indexOf: ReadonlyMap<number, number>,
): ObjectSymbol[] {
  const strings = headers[table.link];
  return file
    .symbols(table)
    .slice(1)
    .map((entry) => {
      const binding = entry.binding === UNIQUE ? 'global' : BINDINGS[entry.binding];
      if (binding === undefined) throw new Malformed(`a symbol has the unknown binding ${entry.binding}`);
      const type = TYPES.get(entry.type) ?? 'none';
      const section = placeOf(entry, indexOf, headers.length);
      const own = type === 'section' && typeof section === 'number' ? sections[section] : undefined;
      return {
        name: own ? own.name : file.text(strings, entry.nameOffset),
        binding,
        type,
        visibility: VISIBILITIES[entry.visibility]!,
        section,
        value: entry.value,
        size: entry.size,
      };
    });
}

function placeOf(
  { section, type }: SymbolEntry,
  indexOf: ReadonlyMap<number, number>,
  count: number,
): ObjectSymbol['section'] {
  if (section === SECTION_INDEX.undefined) return 'undefined';
  if (section === SECTION_INDEX.absolute) return 'absolute';
  if (section === SECTION_INDEX.common) return 'common';
  if (section >= count) throw new Malformed(`a symbol lies in section ${section}, which the file does not have`);
  // A table is no place to be at: of a group it is the signature, otherwise a section symbol that nothing refers to.
  return indexOf.get(section) ?? (type === SYMBOL_TYPES.section ? 'absolute' : 'undefined');
}

function readRelocations(
  file: ElfBytes,
  header: SectionHeader,
  section: number,
  target: ObjectSection,
  symbolCount: number,
): Relocation[] {
  const count = file.entries(header, ELF.relocationBytes, 'relocation');
  return Array.from({ length: count }, (_, i) => {
    const at = header.offset + i * ELF.relocationBytes;
    const offset = file.size(at);
    const symbol = file.u32(at + 12) - 1;
    if (offset >= target.bytes.length) throw new Malformed(`a relocation lies outside section ${target.name}`);
    if (symbol >= symbolCount) throw new Malformed(`a relocation refers to symbol ${symbol + 1}, which does not exist`);
    return { section, offset, type: file.u32(at + 8), symbol, addend: file.i64(at + 16) };
  });
}
