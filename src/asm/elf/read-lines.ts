import { type Position, readLines } from '../dwarf/line-read.js';
import type { Segment, SourceLine } from '../image.js';
import {
  type LineEntry,
  type ObjectSection,
  type ObjectSymbol,
  type Relocation,
  SECTION_FLAG,
  SECTION_TYPE,
} from '../object.js';
import type { ElfBytes, SectionHeader } from './reader.js';

/**
 * The source lines of a program from its `.debug_line`, by address; `bias` is added to the addresses. Tables that are damaged or packed are no
 * reason not to run the program: `warn` is told, once, and what could be read counts. Lines of code that is not in a segment are
 * left out: the linker writes address 0 for functions that it dropped.
 */
export function sourceLines(
  file: ElfBytes,
  segments: readonly Segment[],
  bias: bigint,
  warn: (message: string) => void,
): SourceLine[] {
  const headers = file.sectionHeaders();
  const names = headers[file.u16(62)];
  const find = (wanted: string) => headers.find((header) => file.text(names, header.nameOffset) === wanted);
  const table = find('.debug_line');
  if (table === undefined) return [];
  if ((table.flags & SECTION_FLAG.compressed) !== 0) {
    warn('no source lines are shown: the debugging information is compressed; gcc -gz=none leaves it as it is');
    return [];
  }
  const [lineStrings, strings] = [contentOf(file, find('.debug_line_str')), contentOf(file, find('.debug_str'))];
  const { positions, problem } = readLines({ line: contentOf(file, table), lineStrings, strings });
  if (problem !== null) warn(`source lines may be missing: ${problem}`);
  const code = segments
    .filter(({ execute }) => execute)
    .map(({ address, memoryBytes }) => ({ start: Number(address - bias), end: Number(address - bias) + memoryBytes }));
  const inCode = ({ address, line }: Position) =>
    code.some(({ start, end }) => address >= start && (address < end || (line === 0 && address === end)));
  return positions
    .filter(inCode)
    .sort((a, b) => a.address - b.address || Math.sign(a.line) - Math.sign(b.line))
    .map(({ address, file: name, line }) => ({ address: BigInt(address) + bias, file: name, line, text: '' }));
}

/** Content of a section of the file; empty when it is damaged, packed, or not there. */
function contentOf(file: ElfBytes, header: SectionHeader | undefined): Uint8Array {
  const nothing = new Uint8Array(0);
  if (header === undefined || header.type === SECTION_TYPE.nobits) return nothing;
  if ((header.flags & SECTION_FLAG.compressed) !== 0) return nothing;
  return header.offset + header.size <= file.bytes.length ? file.part(header.offset, header.size) : nothing;
}

/** The source lines that `.debug_line` tells. What is wrong with it is no reason not to link the object: the rest of it counts. */
export function objectLines(
  sections: readonly ObjectSection[],
  symbols: readonly ObjectSymbol[],
  relocations: readonly Relocation[],
): LineEntry[] {
  const bytesOf = (name: string) => debugBytes(sections, name);
  const index = sections.findIndex(({ name }) => name === '.debug_line');
  const line = bytesOf('.debug_line');
  if (line.length === 0) return [];
  const fields = new Map(relocations.filter((r) => r.section === index).map((r) => [r.offset, r]));
  const reference = (offset: number) => {
    const field = fields.get(offset);
    const symbol = field === undefined ? undefined : symbols[field.symbol];
    if (field === undefined || typeof symbol?.section !== 'number') return null;
    return { section: symbol.section, value: Number(symbol.value + field.addend) };
  };
  const [lineStrings, strings] = [bytesOf('.debug_line_str'), bytesOf('.debug_str')];
  const { positions } = readLines({ line, lineStrings, strings, reference });
  return positions
    .filter(({ section, address }) => address >= 0 && address <= (sections[section]?.size ?? -1))
    .map(({ section, address, file, line }) => ({ section, offset: address, file, line }))
    .sort((a, b) => a.section - b.section || a.offset - b.offset || Math.sign(a.line) - Math.sign(b.line));
}

function debugBytes(sections: readonly ObjectSection[], wanted: string): Uint8Array {
  const section = sections.find(({ name, flags }) => name === wanted && (flags & SECTION_FLAG.compressed) === 0);
  return section?.bytes ?? new Uint8Array(0);
}
