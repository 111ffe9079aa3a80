import { registers } from '../isa/registers.js';
import { appendDescription } from './appendix.js';
import type { Assembler } from './assembler.js';
import type { Diagnostics } from './diagnostics.js';
import { constantValue, ExpressionError, equateValue, evaluate, type Linear, placeOf } from './expression.js';
import { resolveFix } from './fixes.js';
import { writeFrames } from './frame-section.js';
import { addressOf, laidOutDistance, largestSize, layOut, lebBytes, MOST_CONTENT } from './layout.js';
import { nopBytes } from './nops.js';
import {
  type LineEntry,
  type ObjectFile,
  type ObjectSection,
  type ObjectSymbol,
  type Relocation,
  SECTION_FLAG,
  type SymbolPlace,
} from './object.js';
import { groupsOf, missingSignatures } from './section-groups.js';
import type { Fix, Fragment, JumpTail, Section, Tail } from './sections.js';
import { AsmSymbol } from './symbols.js';

/** A relocation whose symbol has no number yet. */
export interface PendingRelocation {
  readonly section: Section;
  readonly offset: number;
  readonly type: number;
  /** A symbol, a section (its own symbol), or nothing. */
  readonly target: AsmSymbol | Section | null;
  readonly addend: bigint;
}

/** Lays the sections out, fills the fields and makes the object file; `directory` is the folder of the compilation. Null when there were errors. */
export function buildObject(
  assembler: Assembler,
  sources: ReadonlyMap<string, string>,
  directory: string,
): ObjectFile | null {
  const { diagnostics, sections } = assembler;
  reportMissingLocals(assembler);
  bindSectionNames(assembler);
  warnOfRegisters(assembler);
  layOut(sections, (span, message, severity) => diagnostics[severity](span, message));
  writeFrames(assembler);
  if (isTooLarge(sections, diagnostics)) return null;
  const pending: PendingRelocation[] = [];
  const contents = sections.map((section) => content(section, pending, diagnostics));
  if (diagnostics.errors === 0) appendDescription(assembler, directory, contents, pending);
  const { symbols, sectionSymbols } = symbolTable(assembler, pending);
  if (diagnostics.errors > 0) return null;
  return Object.assign(lineTables(assembler), {
    name: assembler.file,
    sections: sections.map((section, i) => objectSection(section, contents[i]!)),
    symbols,
    relocations: pending
      .sort((a, b) => a.section.index - b.section.index || a.offset - b.offset)
      .map((relocation) => numbered(relocation, sectionSymbols)),
    ...groupsOf(assembler),
    sources,
  });
}

function isTooLarge(sections: readonly Section[], diagnostics: Diagnostics): boolean {
  const largest = sections.find((section) => section.size > largestSize(section));
  const content = sections.reduce((sum, { nobits, size }) => sum + (nobits ? 0 : size), 0);
  if (largest === undefined && content <= MOST_CONTENT) return false;
  const what = largest === undefined ? 'the sections together are' : `section ${largest.name} is`;
  const most = largest?.nobits ? '1 TiB' : '256 MiB';
  diagnostics.error({ start: 0, end: 0 }, `${what} larger than ${most}`);
  return true;
}

function reportMissingLocals({ symbols, diagnostics }: Assembler): void {
  for (const symbol of symbols.missingLocals()) {
    diagnostics.error(symbol.used!, `no label '${symbol.name}' after this line`);
  }
}

/** The name of a section that no label bears means its start: `.long .debug_abbrev`. */
function bindSectionNames({ symbols, sections }: Assembler): void {
  for (const section of sections) {
    const symbol = symbols.find(section.name);
    const fragment = section.fragments[0];
    if (symbol === undefined || symbol.isDefined || symbol.binding !== null || fragment === undefined) continue;
    symbol.location = { section, fragment, offset: 0 };
    symbol.type = 'section';
  }
}

/** An undefined symbol that is called like a register was probably meant to be one. */
function warnOfRegisters({ symbols, diagnostics }: Assembler): void {
  for (const { name, isDefined, used } of symbols.all()) {
    if (isDefined || used === null || !registers.has(name.toLowerCase())) continue;
    diagnostics.warning(used, `'${name}' is a symbol here, and it is not defined`, `a register is written %${name}`);
  }
}

function objectSection(section: Section, bytes: Uint8Array): ObjectSection {
  const { name, type, flags, alignment, entsize, size } = section;
  return { name, type, flags, alignment, entsize, bytes, size };
}

/** The bytes of a section with its fields filled, and the relocations of those that cannot be. */
function content(section: Section, pending: PendingRelocation[], diagnostics: Diagnostics): Uint8Array {
  const bytes = new Uint8Array(section.nobits ? 0 : section.size);
  const fixes = [...section.fixes];
  for (const fragment of section.fragments) {
    const { start, size, address, tail } = fragment;
    if (!section.nobits) bytes.set(section.bytes.subarray(start, start + size), address);
    if (tail === null) continue;
    if (!section.nobits) writeTail(tail, bytes.subarray(address + size, address + size + fragment.tailSize));
    if (tail.kind === 'jump') fixes.push(jumpFix(fragment, tail));
  }
  for (const fix of fixes) {
    const base = fix.fragment.address + (fix.inTail ? fix.fragment.size : 0);
    const relocation = resolveFix(section, fix, base + fix.offset, bytes, diagnostics);
    if (relocation !== null) pending.push(relocation);
  }
  return bytes;
}

/** Fills the room of a tail. */
function writeTail(tail: Tail, room: Uint8Array): void {
  switch (tail.kind) {
    case 'jump':
      room.set((tail.grown ? tail.near : tail.short).bytes);
      break;
    case 'align':
      if (tail.fill === null) room.set(nopBytes(room.length));
      else repeat(tail.fill, room);
      break;
    case 'leb': {
      const bytes = lebBytes(constantValue(tail.value, laidOutDistance) ?? 0n, tail.signed);
      room.set(Uint8Array.from(bytes).subarray(0, room.length));
      break;
    }
    default:
      room.fill(tail.fill);
  }
}

function repeat(pattern: Uint8Array, room: Uint8Array): void {
  if (pattern.length === 1) room.fill(pattern[0]!);
  else for (let i = 0; i < room.length; i++) room[i] = pattern[i % pattern.length]!;
}

function jumpFix(fragment: Fragment, tail: JumpTail): Fix {
  const { offset, size, kind, toEnd } = (tail.grown ? tail.near : tail.short).fixups[0]!;
  return {
    fragment,
    offset,
    size,
    kind: tail.place === null ? kind : 'jump',
    toEnd,
    field: tail.target,
    inTail: true,
    opcode: 0,
    extension: 0,
    rex: false,
  };
}

/** `.L` names are the compiler's own: they are left out unless a relocation needs them. */
const isPrivate = (name: string) => name.startsWith('.L');

function symbolTable(assembler: Assembler, pending: readonly PendingRelocation[]) {
  const locals: ObjectSymbol[] = [];
  const globals: ObjectSymbol[] = [];
  for (const name of assembler.fileSymbols) locals.push(plain(name, 'file', 'absolute'));
  const sectionSymbols = new Map<Section, number>();
  for (const { target } of pending) {
    if (target === null) continue;
    if (target instanceof AsmSymbol) target.inRelocation = true;
    else if (!sectionSymbols.has(target)) {
      sectionSymbols.set(target, locals.length);
      locals.push(plain('', 'section', target.index));
    }
  }
  const placed: { symbol: AsmSymbol; list: ObjectSymbol[]; position: number }[] = [];
  const seen = new Set<AsmSymbol>();
  const enter = (symbol: AsmSymbol) => {
    if (seen.has(symbol)) return;
    seen.add(symbol);
    const entry = symbolEntry(assembler, symbol);
    if (entry === null) return;
    const list = entry.binding === 'local' ? locals : globals;
    placed.push({ symbol, list, position: list.length });
    list.push(entry);
  };
  for (const symbol of assembler.symbols.all()) enter(symbol);
  for (const { target } of pending) if (target instanceof AsmSymbol) enter(target);
  for (const name of missingSignatures(assembler, [...locals, ...globals]))
    locals.push(plain(name, 'none', 'undefined'));
  for (const { symbol, list, position } of placed) symbol.index = position + (list === globals ? locals.length : 0);
  return { symbols: [...locals, ...globals], sectionSymbols };
}

function plain(name: string, type: 'file' | 'section' | 'none', section: SymbolPlace): ObjectSymbol {
  return { name, binding: 'local', type, visibility: 'default', section, value: 0n, size: 0n };
}

/** The symbol table entry of a symbol, or null when it has none. */
function symbolEntry(assembler: Assembler, symbol: AsmSymbol): ObjectSymbol | null {
  const { name, visibility } = symbol;
  if (symbol.type === 'section') return null;
  if (!symbol.isDefined) {
    if (symbol.binding === 'weak' && !symbol.inRelocation) return null;
    const binding = symbol.binding === 'weak' ? 'weak' : 'global';
    return {
      name,
      binding,
      type: symbol.type,
      visibility,
      section: 'undefined',
      value: 0n,
      size: sizeOf(assembler, symbol),
    };
  }
  if (isPrivate(name) && !symbol.inRelocation && symbol.binding === null) return null;
  const place = symbolPlace(assembler, symbol);
  if (place === null) return null;
  const binding = symbol.binding ?? (symbol.common === null ? 'local' : 'global');
  return { name, binding, type: typeOf(symbol), visibility, ...place, size: sizeOf(assembler, symbol) };
}

function symbolPlace(assembler: Assembler, symbol: AsmSymbol): { section: SymbolPlace; value: bigint } | null {
  if (symbol.common !== null) return { section: 'common', value: symbol.common.alignment };
  const span = symbol.defined ?? { start: 0, end: 0 };
  try {
    const place = placeOf(symbol, laidOutDistance);
    if (place !== null) return { section: place.section.index, value: BigInt(addressOf(place)) };
    const linear: Linear = equateValue(symbol, laidOutDistance);
    return linear.symbol === null && linear.minus === null
      ? { section: 'absolute', value: BigInt.asUintN(64, linear.offset) }
      : null;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    assembler.diagnostics.error(span, error.message);
    return null;
  }
}

function typeOf(symbol: AsmSymbol) {
  const place = symbol.location;
  return place !== null && (place.section.flags & SECTION_FLAG.tls) !== 0 ? 'tls' : symbol.type;
}

function sizeOf(assembler: Assembler, symbol: AsmSymbol): bigint {
  if (symbol.size === null) return 0n;
  const { value, span } = symbol.size;
  try {
    const linear = evaluate(value, laidOutDistance);
    if (linear.symbol === null && linear.minus === null) return BigInt.asUintN(64, linear.offset);
    assembler.diagnostics.error(span, `.size expression for ${symbol.name} does not evaluate to a constant`);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    assembler.diagnostics.error(span, error.message);
  }
  return 0n;
}

function numbered(relocation: PendingRelocation, sectionSymbols: ReadonlyMap<Section, number>): Relocation {
  const { section, offset, type, target, addend } = relocation;
  const symbol = target === null ? -1 : target instanceof AsmSymbol ? target.index : sectionSymbols.get(target)!;
  return { section: section.index, offset, type, symbol, addend };
}

/** Source lines of the code, and of everything that the file put anywhere. Made when they are asked for: an object file has no use for them. */
function lineTables({ sections }: Assembler): Pick<ObjectFile, 'lines' | 'origins'> {
  let made: { lines: LineEntry[]; origins: LineEntry[] } | null = null;
  const make = () => {
    const [lines, origins]: [LineEntry[], LineEntry[]] = [[], []];
    for (const section of sections)
      for (const { origins: entries, fragments } of section.subsections)
        entries.collect(section, fragments, origins, lines);
    made = { lines, origins };
    return made;
  };
  return {
    get lines() {
      return (made ?? make()).lines;
    },
    get origins() {
      return (made ?? make()).origins;
    },
  };
}
