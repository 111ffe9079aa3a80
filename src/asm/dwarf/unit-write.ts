import { RELOCATION, SECTION_FLAG, SECTION_TYPE } from '../object.js';
import { Section } from '../sections.js';
import { ByteWriter } from './byte-writer.js';
import { ATTRIBUTE, FORM, LANGUAGE_ASSEMBLER, TAG_COMPILE_UNIT, UNIT_COMPILE } from './format.js';
import type { LineRecorder } from './line-recorder.js';
import { type DebugReference, DebugStrings, writeLines } from './line-write.js';

/** Bytes that are put behind what the source itself put into a section. */
export interface Appendix {
  readonly section: Section;
  readonly bytes: Uint8Array;
  /** Offsets count from the first of these bytes. */
  readonly references: readonly DebugReference[];
}

/** What is known of a source beside its code. */
export interface Description {
  readonly recorder: LineRecorder;
  /** Folder of the compilation. */
  readonly directory: string;
}

/** The section of a name; a new one stands behind the others. */
export type SectionOf = (name: string, make: (name: string) => Section) => Section;

const PRODUCER = 'pagewalk asm';
const ADDRESS_BYTES = 8;
/** DW_RLE_start_length and DW_RLE_end_of_list (DWARF 5, 7.25). */
const RANGE = { endOfList: 0, startLength: 7 } as const;

/**
 * The debugging sections of a source that has rows for a line table, as GNU as makes them: `.debug_line`, and where the source has no
 * `.debug_info` of its own, one that says where the code is and that the table belongs to it (DWARF 5, 3.1.1). To be called when
 * the sizes of all sections are known.
 */
export function describeSource({ recorder, directory }: Description, sectionOf: SectionOf): Appendix[] {
  const code = recorder.sections().map(({ section }) => section);
  if (code.length === 0) return [];
  const parts: Appendix[] = [];
  const line = sectionOf('.debug_line', plain);
  const lineStart = line.size;
  const named = recorder.version === 5;
  const lineStrings = named
    ? { section: sectionOf('.debug_line_str', stringSection), strings: new DebugStrings() }
    : null;
  const start = lineStrings?.section.size ?? 0;
  parts.push({ section: line, ...writeLines(recorder, directory, lineStrings && { ...lineStrings, start }) });
  if (lineStrings !== null) parts.push(onlyStrings(lineStrings.section, lineStrings.strings));
  const info = sectionOf('.debug_info', plain);
  // The compiler has described its source itself.
  if (info.size > 0) return parts;
  return [...parts, ...unit({ recorder, directory }, { code, info, line, lineStart }, sectionOf)];
}

function plain(name: string): Section {
  return new Section(name, { type: SECTION_TYPE.progbits, flags: 0, entsize: 0 });
}

function stringSection(name: string): Section {
  const flags = SECTION_FLAG.merge | SECTION_FLAG.strings;
  return new Section(name, { type: SECTION_TYPE.progbits, flags, entsize: 1 });
}

function onlyStrings(section: Section, { writer }: DebugStrings): Appendix {
  return { section, bytes: writer.bytes(), references: [] };
}

/** Where things are that the unit refers to. */
interface Surroundings {
  readonly code: readonly Section[];
  readonly info: Section;
  readonly line: Section;
  readonly lineStart: number;
}

/** Bytes with references in them. */
class Part {
  readonly writer = new ByteWriter();
  readonly references: DebugReference[] = [];

  offsetIn(target: Section, addend: number): this {
    this.references.push({ offset: this.writer.size, type: RELOCATION.abs32, target, addend });
    this.writer.u32(0);
    return this;
  }

  addressIn(target: Section, addend: number): this {
    this.references.push({ offset: this.writer.size, type: RELOCATION.abs64, target, addend });
    this.writer.u64(0);
    return this;
  }

  /** As what goes into `section`; its first four bytes become the length of the rest. */
  counted(section: Section): Appendix {
    this.writer.patchU32(0, this.writer.size - 4);
    return { section, bytes: this.writer.bytes(), references: this.references };
  }
}

function unit({ recorder, directory }: Description, around: Surroundings, sectionOf: SectionOf): Appendix[] {
  const { code, info } = around;
  const abbreviations = sectionOf('.debug_abbrev', plain);
  const aranges = sectionOf('.debug_aranges', plain);
  aranges.alignment = 2 * ADDRESS_BYTES;
  const strings = { section: sectionOf('.debug_str', stringSection), strings: new DebugStrings() };
  const ranges = code.length === 1 ? null : rangeList(code, recorder.version, sectionOf);
  const start = strings.section.size;
  const texts = [mainName(recorder), directory, PRODUCER].map((text) => start + strings.strings.add(text));
  const body = new Part();
  body.writer.u32(0).u16(recorder.version);
  if (recorder.version === 5) body.writer.u8(UNIT_COMPILE, ADDRESS_BYTES);
  body.offsetIn(abbreviations, abbreviations.size);
  if (recorder.version !== 5) body.writer.u8(ADDRESS_BYTES);
  body.writer.u8(1);
  body.offsetIn(around.line, around.lineStart);
  if (ranges !== null) body.offsetIn(ranges.section, ranges.section.size + ranges.list);
  else {
    const only = code[0]!;
    body.addressIn(only, 0);
    if (recorder.version === 5) body.writer.uleb(only.size);
    else body.addressIn(only, only.size);
  }
  for (const text of texts) body.offsetIn(strings.section, text);
  body.writer.u16(LANGUAGE_ASSEMBLER);
  return [
    body.counted(info),
    { section: abbreviations, bytes: abbreviation(recorder.version, ranges !== null), references: [] },
    addressRanges(aranges, info, code),
    onlyStrings(strings.section, strings.strings),
    ...(ranges === null ? [] : [ranges]),
  ];
}

/** Name of the file that the table is of. */
function mainName({ files }: LineRecorder): string {
  const { folder, name } = files[1] ?? files[0] ?? { folder: '', name: '' };
  return folder === '' ? name : `${folder}/${name}`;
}

/** What the one entry of `.debug_info` consists of (DWARF 5, 7.5.3). */
function abbreviation(version: number, ranges: boolean): Uint8Array {
  const offset = version === 5 ? FORM.secOffset : FORM.data4;
  const writer = new ByteWriter().u8(1, TAG_COMPILE_UNIT, 0, ATTRIBUTE.statementList, offset);
  if (ranges) writer.u8(ATTRIBUTE.ranges, offset);
  else writer.u8(ATTRIBUTE.lowPc, FORM.addr, ATTRIBUTE.highPc, version === 5 ? FORM.udata : FORM.addr);
  for (const attribute of [ATTRIBUTE.name, ATTRIBUTE.compilationDirectory, ATTRIBUTE.producer])
    writer.u8(attribute, FORM.strp);
  return writer.u8(ATTRIBUTE.language, FORM.data2, 0, 0, 0).bytes();
}

/** `.debug_aranges`: which addresses the unit is about (DWARF 5, 6.1.2). */
function addressRanges(section: Section, info: Section, code: readonly Section[]): Appendix {
  const part = new Part();
  part.writer.u32(0).u16(2);
  part
    .offsetIn(info, info.size)
    .writer.u8(ADDRESS_BYTES, 0)
    .align(2 * ADDRESS_BYTES);
  for (const one of code) part.addressIn(one, 0).writer.u64(one.size);
  part.writer.u64(0).u64(0);
  return part.counted(section);
}

/** The same for a unit with code in several sections; `list` is the offset at which the list begins. */
function rangeList(code: readonly Section[], version: number, sectionOf: SectionOf): Appendix & { list: number } {
  const part = new Part();
  if (version === 5) {
    // Version, size of an address, no segment selectors, no offsets (7.28).
    part.writer.u32(0).u16(5).u8(ADDRESS_BYTES, 0).u32(0);
    const list = part.writer.size;
    for (const one of code) {
      part.writer.u8(RANGE.startLength);
      part.addressIn(one, 0).writer.uleb(one.size);
    }
    part.writer.u8(RANGE.endOfList);
    return { ...part.counted(sectionOf('.debug_rnglists', plain)), list };
  }
  const section = sectionOf('.debug_ranges', plain);
  section.alignment = 2 * ADDRESS_BYTES;
  // Addresses count from 0 (DWARF 3, 2.16.3).
  part.writer.u32(-1).u32(-1).u64(0);
  for (const one of code) part.addressIn(one, 0).addressIn(one, one.size);
  part.writer.u64(0).u64(0);
  return { section, bytes: part.writer.bytes(), references: part.references, list: 0 };
}
