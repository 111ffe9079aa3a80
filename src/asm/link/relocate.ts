import type { ImageRelocation } from '../image.js';
import { type ObjectFile, type ObjectSymbol, RELOCATION, type Relocation, SECTION_FLAG } from '../object.js';
import { isDebugSection, type KeptSections } from './debug.js';
import { type DirectForm, directForm, type GotPlan, gotKey, THROUGH_GOT } from './got.js';
import { addressIn, type InputSection, type OutputSection } from './sections.js';
import type { SymbolTable } from './symbols.js';

/** Everything that has an address now. */
export interface Linked {
  readonly objects: readonly ObjectFile[];
  /** By object and section index; absent for sections that are neither loaded nor for debuggers. */
  readonly inputs: readonly (readonly (InputSection | undefined)[])[];
  readonly table: SymbolTable;
  /** Symbols of the linker script. */
  readonly script: ReadonlyMap<string, number>;
  readonly got: GotPlan;
  readonly tlsStart: number;
  readonly tlsEnd: number;
  /** Sections for debuggers, which are not loaded. */
  readonly debug: readonly OutputSection[];
  /** What stands for the sections of dropped groups. */
  readonly kept: KeptSections;
}

/** A relocation that cannot be applied. */
export interface RelocationProblem {
  readonly objectIndex: number;
  readonly relocation: Relocation;
  readonly name: string;
  readonly kind: 'undefined' | 'overflow' | 'unsupported' | 'indirect' | 'discarded';
  /** The value that does not fit; 0 otherwise. */
  readonly value: bigint;
}

/** Value of a symbol, with the addend when it names a merged section; null when nobody defines it. */
export function symbolValue(linked: Linked, objectIndex: number, index: number, addend: bigint): bigint | null {
  const object = linked.objects[objectIndex]!;
  const symbol = object.symbols[index];
  if (!symbol) return addend;
  if (symbol.binding !== 'local') {
    const value = globalValue(linked, symbol.name);
    if (value !== null) return value + addend;
    return symbol.binding === 'weak' ? addend : null;
  }
  if (symbol.section === 'absolute') return symbol.value + addend;
  if (typeof symbol.section !== 'number') return addend;
  const input = linked.inputs[objectIndex]?.[symbol.section];
  if (!input) return addend;
  if (symbol.type === 'section' && input.merged) return BigInt(addressIn(input, Number(symbol.value + addend)));
  return BigInt(addressIn(input, Number(symbol.value))) + addend;
}

/** Value of a global name: an object's, common storage, the linker script's; null when undefined. */
export function globalValue(linked: Linked, name: string): bigint | null {
  const definition = linked.table.definitions.get(name);
  if (definition) {
    const { symbol, objectIndex } = definition;
    if (typeof symbol.section !== 'number') return symbol.value;
    const input = linked.inputs[objectIndex]?.[symbol.section];
    return input ? BigInt(addressIn(input, Number(symbol.value))) : symbol.value;
  }
  const common = linked.table.commons.get(name);
  if (common) return BigInt(addressIn(common.input, common.offset));
  const script = linked.script.get(name);
  return script === undefined ? null : BigInt(script);
}

/**
 * Applies all relocations of the loaded sections, and fills the global offset table. `moving` takes the fields that change when the program is
 * loaded elsewhere.
 */
export function relocate(linked: Linked, moving: ImageRelocation[] = []): RelocationProblem[] {
  const problems: RelocationProblem[] = [];
  linked.objects.forEach((object, objectIndex) => {
    for (const relocation of object.relocations) {
      const input = linked.inputs[objectIndex]?.[relocation.section];
      if (!input) continue;
      const problem = applyRelocation(linked, objectIndex, input, relocation, moving);
      if (!problem) continue;
      const name = object.symbols[relocation.symbol]?.name ?? '';
      problems.push({ objectIndex, relocation, name, ...problem });
    }
  });
  fillGot(linked, moving);
  return problems;
}

type Problem = Pick<RelocationProblem, 'kind' | 'value'>;
const UNDEFINED: Problem = { kind: 'undefined', value: 0n };
const UNSUPPORTED: Problem = { kind: 'unsupported', value: 0n };
const INDIRECT: Problem = { kind: 'indirect', value: 0n };
const DISCARDED: Problem = { kind: 'discarded', value: 0n };

function applyRelocation(
  linked: Linked,
  objectIndex: number,
  input: InputSection,
  original: Relocation,
  moving: ImageRelocation[],
): Problem | null {
  const object = linked.objects[objectIndex]!;
  const direct = directFormOf(linked, object, input, original);
  if (direct) input.bytes.set(direct.bytes, direct.start);
  const relocation = direct?.relocation ?? original;
  if (symbolValue(linked, objectIndex, relocation.symbol, 0n) === null) return UNDEFINED;
  const field = FIELDS[relocation.type];
  if (relocation.type === RELOCATION.none) return null;
  if (!field) return UNSUPPORTED;
  const symbol = definingSymbol(linked, object, relocation);
  if (symbol?.type === 'ifunc') return INDIRECT;
  if (isDropped(object, symbol) && isDebugSection(input.section))
    return write(input.bytes, relocation.offset, field, valueOfDropped(linked, objectIndex, input, relocation));
  if (isDropped(object, symbol))
    return MAY_REFER_TO_DROPPED.test(input.section.name) ? write(input.bytes, relocation.offset, field, 0n) : DISCARDED;
  const place = BigInt(addressIn(input, relocation.offset));
  const loaded = !isDebugSection(input.section);
  const value = field.value({ linked, objectIndex, relocation, place, loaded });
  const sign = loaded ? signOf(linked, objectIndex, relocation) : 0;
  if (sign !== 0) moving.push({ address: place, bytes: field.size, signed: field.check === 'signed', sign });
  return write(input.bytes, relocation.offset, field, value);
}

/** How the value of a field changes with the address of the program: with it (1), against it (-1), not at all. */
function signOf(linked: Linked, objectIndex: number, { type, symbol }: Relocation): 1 | -1 | 0 {
  const moves = movesWithProgram(linked, objectIndex, symbol);
  const value = FIELDS[type]!.value;
  if (value === absolute) return moves ? 1 : 0;
  return (value === relative || type === RELOCATION.gotoff64) && !moves ? -1 : 0;
}

/** A symbol names a place in the program, and not a number. */
function movesWithProgram(linked: Linked, objectIndex: number, index: number): boolean {
  const symbol = linked.objects[objectIndex]!.symbols[index];
  if (symbol === undefined) return false;
  if (symbol.binding === 'local') return typeof symbol.section === 'number';
  const definition = linked.table.definitions.get(symbol.name);
  if (definition) return typeof definition.symbol.section === 'number';
  return linked.table.commons.has(symbol.name) || linked.script.has(symbol.name);
}

/** The symbol that a relocation means, where it is defined. */
function definingSymbol(linked: Linked, object: ObjectFile, { symbol }: Relocation): ObjectSymbol | undefined {
  const own = object.symbols[symbol];
  return own && own.binding !== 'local' ? (linked.table.definitions.get(own.name)?.symbol ?? own) : own;
}

/** Unwinding information of dropped functions is never looked up; ld zeroes it as well. */
const MAY_REFER_TO_DROPPED = /^\.(eh_frame|gcc_except_table)/;

/**
 * What debuggers are told of a function of a dropped group: the place of the copy that was kept. Without one it is 0, which would end a list of
 * ranges, so there it is 1 (bfd's _bfd_clear_contents).
 */
function valueOfDropped(
  { objects, inputs, kept }: Linked,
  objectIndex: number,
  input: InputSection,
  { symbol: index, addend }: Relocation,
): bigint {
  const symbol = objects[objectIndex]!.symbols[index]!;
  const place = kept.of(objectIndex, Number(symbol.section));
  const home = place === null ? undefined : inputs[place.objectIndex]?.[place.section];
  if (home !== undefined) return BigInt(addressIn(home, Number(symbol.value))) + addend;
  return input.section.name === '.debug_ranges' ? 1n : 0n;
}

/** A local symbol of a section that another object's copy of the group replaced. */
function isDropped(object: ObjectFile, symbol: ObjectSymbol | undefined): boolean {
  if (symbol?.binding !== 'local' || typeof symbol.section !== 'number') return false;
  const { flags } = object.sections[symbol.section]!;
  return (flags & SECTION_FLAG.exclude) !== 0 && (flags & SECTION_FLAG.alloc) !== 0;
}

function directFormOf(
  linked: Linked,
  object: ObjectFile,
  input: InputSection,
  relocation: Relocation,
): DirectForm | null {
  if (relocation.type === RELOCATION.gottpoff) return directTls(input.bytes, relocation);
  return THROUGH_GOT.has(relocation.type) ? directForm(object, relocation, linked.table) : null;
}

/** Initial-exec thread-local access becomes local-exec: `mov x@gottpoff(%rip), %r` is `mov $x@tpoff, %r`, `add` likewise (TLS ABI 11.1.3). */
function directTls(bytes: Uint8Array, relocation: Relocation): DirectForm | null {
  const { offset } = relocation;
  if (offset < 3) return null;
  const [rex, opcode, modrm] = [bytes[offset - 3]!, bytes[offset - 2]!, bytes[offset - 1]!];
  const register = (modrm & 0x38) >> 3;
  const local = { ...relocation, type: RELOCATION.tpoff32, addend: relocation.addend + 4n };
  const rexB = (rex & ~0x04) | ((rex & 0x04) >> 2);
  if (opcode === 0x8b) return { start: offset - 3, bytes: [rexB, 0xc7, 0xc0 | register], relocation: local };
  if (opcode !== 0x03) return null;
  // rsp and r12 as a base would need a SIB byte.
  if (register === 4) return { start: offset - 3, bytes: [rexB, 0x81, 0xc0 | register], relocation: local };
  const rexRB = rex | ((rex & 0x04) >> 2);
  return { start: offset - 3, bytes: [rexRB, 0x8d, 0x80 | register | (register << 3)], relocation: local };
}

interface Site {
  readonly linked: Linked;
  readonly objectIndex: number;
  readonly relocation: Relocation;
  /** Address of the field. */
  readonly place: bigint;
  /** Whether it is in memory when the program runs. */
  readonly loaded: boolean;
}

interface Field {
  /** In bytes. */
  readonly size: 1 | 2 | 4 | 8;
  /** What must fit: a signed number, an unsigned one, either, or anything. */
  readonly check: 'signed' | 'unsigned' | 'either' | 'none';
  value(site: Site): bigint;
}

const absolute = ({ linked, objectIndex, relocation }: Site) =>
  symbolValue(linked, objectIndex, relocation.symbol, relocation.addend) ?? 0n;
const relative = (site: Site) => absolute(site) - site.place;
const tpoff = (site: Site) => absolute(site) - BigInt(site.linked.tlsEnd);
/** Debuggers want offsets in the block of a thread; code of a static program counts from the thread pointer. */
const dtpoff = (site: Site) => (site.loaded ? tpoff(site) : absolute(site) - BigInt(site.linked.tlsStart));
const gotBase = ({ linked }: Site) => BigInt(globalOffsetTable(linked.got));
const slot = ({ linked, objectIndex, relocation }: Site) => {
  const key = gotKey(linked.objects[objectIndex]!, objectIndex, relocation.symbol);
  const index = linked.got.slots.get(key)!.index;
  return BigInt(addressIn(linked.got.sections[0]!, 8 * index)) + relocation.addend;
};
const symbolSize = ({ linked, objectIndex, relocation }: Site) => {
  const symbol = definingSymbol(linked, linked.objects[objectIndex]!, relocation);
  return (symbol?.size ?? 0n) + relocation.addend;
};

/** The calculations of AMD64 supplement 4.4.1, table 4.9, for what occurs in static code; the checks are those of GNU ld. */
const FIELDS: Readonly<Record<number, Field>> = {
  [RELOCATION.abs64]: { size: 8, check: 'none', value: absolute },
  [RELOCATION.abs32]: { size: 4, check: 'unsigned', value: absolute },
  [RELOCATION.abs32s]: { size: 4, check: 'signed', value: absolute },
  [RELOCATION.abs16]: { size: 2, check: 'either', value: absolute },
  [RELOCATION.abs8]: { size: 1, check: 'either', value: absolute },
  [RELOCATION.pc64]: { size: 8, check: 'none', value: relative },
  [RELOCATION.pc32]: { size: 4, check: 'signed', value: relative },
  [RELOCATION.plt32]: { size: 4, check: 'signed', value: relative },
  [RELOCATION.pc16]: { size: 2, check: 'either', value: relative },
  [RELOCATION.pc8]: { size: 1, check: 'signed', value: relative },
  [RELOCATION.gotpcrel]: { size: 4, check: 'signed', value: (site) => slot(site) - site.place },
  [RELOCATION.gotpcrelx]: { size: 4, check: 'signed', value: (site) => slot(site) - site.place },
  [RELOCATION.rexGotpcrelx]: { size: 4, check: 'signed', value: (site) => slot(site) - site.place },
  [RELOCATION.got32]: { size: 4, check: 'signed', value: (site) => slot(site) - gotBase(site) },
  [RELOCATION.gotoff64]: { size: 8, check: 'none', value: (site) => absolute(site) - gotBase(site) },
  [RELOCATION.gotpc32]: {
    size: 4,
    check: 'signed',
    value: (site) => gotBase(site) + site.relocation.addend - site.place,
  },
  [RELOCATION.tpoff32]: { size: 4, check: 'signed', value: tpoff },
  [RELOCATION.dtpoff32]: { size: 4, check: 'signed', value: dtpoff },
  [RELOCATION.dtpoff64]: { size: 8, check: 'none', value: dtpoff },
  [RELOCATION.size32]: { size: 4, check: 'unsigned', value: symbolSize },
  [RELOCATION.size64]: { size: 8, check: 'none', value: symbolSize },
};

/** Address that `_GLOBAL_OFFSET_TABLE_` stands for. */
export function globalOffsetTable(got: GotPlan): number {
  const gotPlt = got.sections[1];
  return gotPlt ? addressIn(gotPlt, 0) : 0;
}

function write(bytes: Uint8Array, offset: number, field: Field, value: bigint): Problem | null {
  const bits = 8 * field.size;
  const signed = BigInt.asIntN(bits, value) === BigInt.asIntN(64, value);
  const unsigned = BigInt.asUintN(bits, value) === BigInt.asUintN(64, value);
  if (offset + field.size > bytes.length) return UNSUPPORTED;
  let rest = BigInt.asUintN(bits, value);
  for (let i = 0; i < field.size; i++) {
    bytes[offset + i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  const fits = { signed, unsigned, either: signed || unsigned, none: true }[field.check];
  return fits ? null : { kind: 'overflow', value };
}

function fillGot(linked: Linked, moving: ImageRelocation[]): void {
  const [got] = linked.got.sections;
  if (!got) return;
  const view = new DataView(got.bytes.buffer, got.bytes.byteOffset);
  for (const { index, object, symbol } of linked.got.slots.values()) {
    view.setBigUint64(8 * index, BigInt.asUintN(64, symbolValue(linked, object, symbol, 0n) ?? 0n), true);
    if (movesWithProgram(linked, object, symbol))
      moving.push({ address: BigInt(addressIn(got, 8 * index)), bytes: 8, signed: false, sign: 1 });
  }
}
