import { type ObjectFile, type ObjectSection, type ObjectSymbol, type Relocation, SECTION_FLAG } from '../object.js';
import { type FrameEntry, readFrameEntries } from './frame-entries.js';
import { alignUp } from './sections.js';

/*
 * Edits .eh_frame as GNU ld does (bfd/elf-eh-frame.c): the frames of functions that were dropped with their group go, entries that many
 * objects have in common are written once, and what ends the list stays at the end only. The sections lie one behind the other in the
 * output, so distances between them are known here.
 */

/** An .eh_frame section on its way. */
interface FrameSection {
  readonly objectIndex: number;
  readonly index: number;
  readonly section: ObjectSection;
  /** Null: not understood, left as it is. */
  readonly entries: readonly FrameEntry[] | null;
  /** By offset in the section. */
  readonly relocations: ReadonlyMap<number, Relocation>;
  readonly kept: Set<FrameEntry>;
  /** Offsets of the kept entries. */
  readonly places: Map<FrameEntry, number>;
  /** In bytes, and the offset in the output. */
  size: number;
  base: number;
}

/** What stands for an entry that frames have in common. */
interface Common {
  readonly home: FrameSection;
  readonly entry: FrameEntry;
}

/** The objects with their .eh_frame sections edited. Sections of dropped groups are marked as excluded. */
export function withSharedFrames(objects: readonly ObjectFile[]): ObjectFile[] {
  const sections = objects.flatMap(frameSections);
  if (sections.length === 0) return [...objects];
  const shared = share(objects, sections);
  placeSections(sections);
  const edited = new Map<number, FrameSection[]>();
  for (const section of sections)
    edited.set(section.objectIndex, [...(edited.get(section.objectIndex) ?? []), section]);
  return objects.map(
    (object, i) => edited.get(i)?.reduce((one, section) => rewritten(one, section, shared), object) ?? object,
  );
}

function frameSections(object: ObjectFile, objectIndex: number): FrameSection[] {
  return object.sections.flatMap((section, index) => {
    const loaded = (section.flags & (SECTION_FLAG.alloc | SECTION_FLAG.exclude)) === SECTION_FLAG.alloc;
    if (section.name !== '.eh_frame' || !loaded || section.size === 0) return [];
    const own = object.relocations.filter((relocation) => relocation.section === index);
    const relocations = new Map(own.map((relocation) => [relocation.offset, relocation]));
    const entries = readFrameEntries(section.bytes);
    const { size } = section;
    return { objectIndex, index, section, entries, relocations, kept: new Set(), places: new Map(), size, base: 0 };
  });
}

/** Chooses the entries that stay; gives for each common entry that is referred to the one that stands for it. */
function share(objects: readonly ObjectFile[], sections: readonly FrameSection[]): Map<FrameEntry, Common> {
  const shared = new Map<FrameEntry, Common>();
  const byContent = new Map<string, Common>();
  sections.forEach((home, i) => {
    for (const entry of home.entries ?? []) {
      if (entry.kind === 'end' && i === sections.length - 1) home.kept.add(entry);
      if (entry.kind !== 'frame' || isDropped(objects[home.objectIndex]!, home, entry)) continue;
      home.kept.add(entry);
      const common = entry.common!;
      if (shared.has(common)) continue;
      const key = contentOf(objects[home.objectIndex]!, home, common);
      const known = byContent.get(key) ?? { home, entry: common };
      byContent.set(key, known);
      shared.set(common, known);
      known.home.kept.add(known.entry);
    }
  });
  return shared;
}

/** Offset of the address of the code in a frame, behind length and distance to the common entry. */
const CODE_AT = 8;

/** Whether the function that a frame describes was dropped. */
function isDropped(object: ObjectFile, { relocations }: FrameSection, { offset }: FrameEntry): boolean {
  const symbol = object.symbols[relocations.get(offset + CODE_AT)?.symbol ?? -1];
  if (typeof symbol?.section !== 'number') return false;
  return (object.sections[symbol.section]!.flags & SECTION_FLAG.exclude) !== 0;
}

/** Entries with the same content are one: the bytes, and what their relocations mean. Local symbols of two objects differ. */
function contentOf(object: ObjectFile, { objectIndex, section, relocations }: FrameSection, entry: FrameEntry): string {
  const end = entry.offset + entry.size;
  const parts = [section.bytes.subarray(entry.offset, end).join()];
  for (const [at, { type, symbol, addend }] of relocations) {
    if (at < entry.offset || at >= end) continue;
    const { binding, name } = object.symbols[symbol] ?? { binding: 'local', name: '' };
    parts.push(`${at - entry.offset} ${type} ${addend} ${binding === 'local' ? `${objectIndex} ${symbol}` : name}`);
  }
  return parts.join('\0');
}

/** One section behind the other: those with another behind them are filled up, or the gap would be read as the end. */
function placeSections(sections: readonly FrameSection[]): void {
  const alignment = Math.max(...sections.map(({ section }) => section.alignment));
  const last = sections.findLast((section) => keptSize(section) > END_BYTES);
  let base = 0;
  for (const section of sections) {
    const size = keptSize(section);
    const filled = section.entries !== null && size > END_BYTES && section !== last;
    section.size = filled ? alignUp(size, alignment) : size;
    if (section.size > 0) base = alignUp(base, section.section.alignment);
    section.base = base;
    base += section.size;
  }
}

const END_BYTES = 4;

function keptSize({ entries, kept, places, size }: FrameSection): number {
  if (entries === null) return size;
  let offset = 0;
  for (const entry of entries) {
    if (!kept.has(entry)) continue;
    places.set(entry, offset);
    offset += entry.used;
  }
  return offset;
}

/** The object with the new content of one section. */
function rewritten(object: ObjectFile, home: FrameSection, shared: ReadonlyMap<FrameEntry, Common>): ObjectFile {
  const { entries, index, places } = home;
  if (entries === null) return object;
  // One of which nothing is left must not move what comes behind it.
  const alignment = home.size === 0 ? 1 : home.section.alignment;
  const section = { ...home.section, bytes: contents(home, shared), size: home.size, alignment };
  const relocations = object.relocations.flatMap((relocation) => {
    if (relocation.section !== index) return relocation;
    const entry = entryAt(entries, relocation.offset)!;
    const place = places.get(entry);
    const distance = relocation.offset - entry.offset;
    return place === undefined || distance >= entry.used ? [] : { ...relocation, offset: place + distance };
  });
  const move = (symbol: ObjectSymbol) => {
    if (symbol.section !== index || symbol.type === 'section') return symbol;
    return { ...symbol, value: BigInt(movedTo(home, Number(symbol.value))) };
  };
  const sections = object.sections.map((one, i) => (i === index ? section : one));
  return { ...object, sections, relocations, symbols: object.symbols.map(move) };
}

function contents(home: FrameSection, shared: ReadonlyMap<FrameEntry, Common>): Uint8Array {
  const bytes = new Uint8Array(home.size);
  const view = new DataView(bytes.buffer);
  const placed = [...home.places];
  placed.forEach(([entry, place], i) => {
    const length = Math.min(entry.used, entry.size);
    bytes.set(home.section.bytes.subarray(entry.offset, entry.offset + length), place);
    if (entry.kind === 'end') return;
    // What fills the section up belongs to its last entry.
    view.setUint32(place, (placed[i + 1]?.[1] ?? home.size) - place - 4, true);
    if (entry.kind === 'common') return;
    const common = shared.get(entry.common!)!;
    const target = common.home.base + common.home.places.get(common.entry)!;
    view.setUint32(place + 4, home.base + place + 4 - target, true);
  });
  return bytes;
}

/** The entry that holds an offset; entries follow each other without gaps. */
function entryAt(entries: readonly FrameEntry[], offset: number): FrameEntry | undefined {
  let [low, high] = [0, entries.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entries[middle]!.offset <= offset) low = middle;
    else high = middle - 1;
  }
  return entries[low];
}

/** Where a place of the section has gone; that of an entry that is gone, to the next. */
function movedTo({ entries, places, size, section }: FrameSection, offset: number): number {
  if (offset >= section.size) return size;
  const entry = entryAt(entries!, offset)!;
  const place = places.get(entry);
  if (place !== undefined) return place + offset - entry.offset;
  const next = entries!.find((one) => one.offset > offset && places.has(one));
  return next === undefined ? size : places.get(next)!;
}
