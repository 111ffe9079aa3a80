import type { PendingRelocation } from './build-object.js';
import type { Diagnostics } from './diagnostics.js';
import { ExpressionError, evaluate, type Linear, placeOf } from './expression.js';
import { addressOf, laidOutDistance } from './layout.js';
import { RELOCATION, SECTION_FLAG } from './object.js';
import type { Fix, Section } from './sections.js';
import type { AsmSymbol, Location } from './symbols.js';

/**
 * Fills a field of `bytes` at `offset`, or says which relocation the linker has to fill it by: GNU as's choice (tc-i386.c,
 * write.c: adjust_reloc_syms).
 */
export function resolveFix(
  section: Section,
  fix: Fix,
  offset: number,
  bytes: Uint8Array,
  diagnostics: Diagnostics,
): PendingRelocation | null {
  const { span } = fix.field;
  try {
    const linear = evaluate(fix.field.value, laidOutDistance);
    return resolveLinear(section, fix, offset, linear, bytes);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    diagnostics.error(span, error.message);
    return null;
  }
}

function resolveLinear(
  section: Section,
  fix: Fix,
  offset: number,
  linear: Linear,
  bytes: Uint8Array,
): PendingRelocation | null {
  const { symbol, minus } = linear;
  let addend = linear.offset;
  let relative = fix.kind === 'relative' || fix.kind === 'branch' || fix.kind === 'jump';
  // What a displacement counts from lies behind the field; a difference counts from the field itself.
  const toEnd = BigInt(relative ? fix.toEnd : 0);
  if (minus !== null) {
    const place = placeOf(minus, laidOutDistance);
    if (place?.section !== section || relative || symbol === null)
      throw new ExpressionError(cannotSubtract(symbol, minus));
    // field - minus is known: the difference becomes relative to the field.
    addend += BigInt(offset - addressOf(place));
    relative = true;
  }
  if (symbol === null) {
    if (!relative) {
      store(bytes, offset, fix, addend);
      return null;
    }
    return { section, offset, type: relativeType(fix, null), target: null, addend: addend - toEnd };
  }
  const place = placeOf(symbol, laidOutDistance);
  if (
    relative &&
    place?.section === section &&
    linear.modifier === null &&
    (fix.kind === 'jump' || !keepsSymbol(symbol))
  ) {
    store(bytes, offset, fix, BigInt(addressOf(place)) + addend - BigInt(offset) - toEnd);
    return null;
  }
  const type = relocationType(fix, relative, symbol, linear.modifier, place);
  const target = mayUseSection(symbol, place, relative, addend, linear.modifier) ? place : null;
  const total = addend - toEnd;
  if (target === null) return { section, offset, type, target: symbol, addend: total };
  return { section, offset, type, target: target.section, addend: total + BigInt(addressOf(target)) };
}

function cannotSubtract(symbol: AsmSymbol | null, minus: AsmSymbol): string {
  if (symbol === null) return `an address cannot be negated: '${minus.name}'`;
  if (!minus.isDefined)
    return `can't resolve '${symbol.name}' - '${minus.name}': '${minus.name}' is not defined in this file`;
  return `can't resolve '${symbol.name}' - '${minus.name}': they are in different sections`;
}

/** Other files may see or replace it, so that the linker must know its name. */
function keepsSymbol(symbol: AsmSymbol): boolean {
  return symbol.external || symbol.type === 'ifunc';
}

/** May the relocation name the section in place of the symbol? */
function mayUseSection(
  symbol: AsmSymbol,
  place: Location | null,
  relative: boolean,
  addend: bigint,
  modifier: string | null,
): boolean {
  if (place === null || keepsSymbol(symbol) || (modifier !== null && modifier !== 'plt')) return false;
  if (symbol.type === 'section') return true;
  const { flags, once } = place.section;
  // Of a section that may be dropped for another of its kind the linker must find the symbol in that.
  if ((flags & SECTION_FLAG.tls) !== 0 || (once && isNamed(symbol))) return false;
  // The linker moves the entries of a mergeable section by themselves.
  return (flags & SECTION_FLAG.merge) === 0 || (!relative && addend === 0n);
}

/** Not one of the labels that never come into the symbol table. */
function isNamed({ name }: AsmSymbol): boolean {
  return name !== '.' && !/^(\.L|\d+:$)/.test(name);
}

const absoluteTypes = { 1: RELOCATION.abs8, 2: RELOCATION.abs16, 4: RELOCATION.abs32, 8: RELOCATION.abs64 } as const;
const relativeTypes = { 1: RELOCATION.pc8, 2: RELOCATION.pc16, 4: RELOCATION.pc32, 8: RELOCATION.pc64 } as const;

function relocationType(
  fix: Fix,
  relative: boolean,
  symbol: AsmSymbol,
  modifier: string | null,
  place: Location | null,
): number {
  if (modifier !== null) return modifiedType(fix, relative, modifier);
  if (relative) return relativeType(fix, { symbol, place });
  return fix.kind === 'signed' && fix.size === 4 ? RELOCATION.abs32s : absoluteTypes[fix.size];
}

function relativeType(fix: Fix, target: { symbol: AsmSymbol; place: Location | null } | null): number {
  const branch = fix.kind === 'branch' && fix.size === 4 && fix.field.bare;
  if (branch && target?.symbol.external && target.symbol.type !== 'ifunc') return RELOCATION.plt32;
  if (branch && fix.forward && target?.place?.section.once && isNamed(target.symbol)) return RELOCATION.plt32;
  return relativeTypes[fix.size];
}

/** Of `symbol@name`: the relocation for 4 bytes, and for 8. */
const modifiers: Readonly<Record<string, readonly [four: number, eight: number | null]>> = {
  plt: [RELOCATION.plt32, null],
  got: [RELOCATION.got32, 27],
  gotoff: [RELOCATION.gotoff64, RELOCATION.gotoff64],
  gotpcrel: [RELOCATION.gotpcrel, 28],
  gottpoff: [RELOCATION.gottpoff, null],
  tpoff: [RELOCATION.tpoff32, 18],
  dtpoff: [RELOCATION.dtpoff32, 17],
  tlsgd: [RELOCATION.tlsgd, null],
  tlsld: [RELOCATION.tlsld, null],
  size: [RELOCATION.size32, RELOCATION.size64],
};

function modifiedType(fix: Fix, relative: boolean, modifier: string): number {
  const known = modifiers[modifier];
  if (known === undefined) throw new ExpressionError(`unknown relocation '@${modifier}'`);
  const type = fix.size === 8 ? known[1] : fix.size === 4 ? known[0] : null;
  if (type === null) throw new ExpressionError(`'@${modifier}' needs a field of 4 bytes`);
  if (modifier === 'gotpcrel' && relative && isRelaxable(fix))
    return fix.rex ? RELOCATION.rexGotpcrelx : RELOCATION.gotpcrelx;
  return type;
}

/** Instructions in which the linker may replace the load from the GOT (AMD64 supplement, B.2). */
function isRelaxable({ opcode, extension, kind }: Fix): boolean {
  const arithmetic = (opcode & 0xc7) === 0x03;
  const branch = opcode === 0xff && (extension === 2 || extension === 4);
  return kind === 'relative' && (opcode === 0x8b || opcode === 0x85 || branch || arithmetic);
}

/** Writes a number into a field, which it must fit. */
function store(bytes: Uint8Array, offset: number, fix: Fix, value: bigint): void {
  const { size, kind } = fix;
  if (size < 8) {
    const bits = BigInt(8 * size);
    const signed = kind !== 'data' && kind !== 'absolute';
    const limit = 1n << (signed ? bits - 1n : bits);
    const least = signed ? -limit : -limit;
    if (value >= limit || value < least) throw new ExpressionError(tooLarge(fix, value));
  }
  for (let i = 0, rest = BigInt.asUintN(64, value); i < size; i++, rest >>= 8n)
    bytes[offset + i] = Number(rest & 0xffn);
}

function tooLarge({ size, kind }: Fix, value: bigint): string {
  if (kind === 'branch' || kind === 'jump')
    return `the target is ${value} bytes away, out of reach of this instruction (-128 to 127)`;
  return `value of ${value} too large for field of ${size} byte${size === 1 ? '' : 's'}`;
}
