import type { Diagnostic } from '../diagnostics.js';
import { type ObjectFile, type ObjectSymbol, SECTION_FLAG, SECTION_TYPE } from '../object.js';
import { placeOf, position } from './places.js';
import { alignUp, type InputSection } from './sections.js';

/** A symbol as one object defines it. */
export interface Definition {
  readonly object: ObjectFile;
  readonly objectIndex: number;
  readonly symbol: ObjectSymbol;
}

/** All symbols of a link: who defines each global name, and common storage. */
export interface SymbolTable {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Common symbols, by name: where the linker put them. */
  readonly commons: ReadonlyMap<
    string,
    { readonly input: InputSection; readonly offset: number; readonly size: bigint }
  >;
  /** Names that some object has as common, with the largest size: what a definition does not say of itself. */
  readonly tentative: ReadonlyMap<string, bigint>;
  /** Global names in the order of their first appearance. */
  readonly inserted: ReadonlyMap<string, number>;
  /** One section for each object that has common symbols: part of .bss. */
  readonly commonSections: readonly InputSection[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Common {
  size: bigint;
  alignment: bigint;
  objectIndex: number;
}

/** Resolves global names over all objects, as the generic linker of GNU ld does: strong over common over weak, two strong are an error. */
export function resolveSymbols(objects: readonly ObjectFile[]): SymbolTable {
  const definitions = new Map<string, Definition>();
  const commons = new Map<string, Common>();
  const diagnostics: Diagnostic[] = [];
  const order = new Map<string, number>();
  const tentative = new Map<string, bigint>();
  objects.forEach((object, objectIndex) => {
    for (const symbol of object.symbols) {
      if (symbol.binding === 'local') continue;
      if (!order.has(symbol.name)) order.set(symbol.name, order.size);
      if (symbol.section === 'undefined') continue;
      if (symbol.section === 'common') addCommon({ object, objectIndex, symbol });
      else addDefinition({ object, objectIndex, symbol });
    }
  });
  return { definitions, diagnostics, tentative, inserted: order, ...allocateCommons(objects, commons, order) };

  function addCommon({ objectIndex, symbol }: Definition): void {
    const before = tentative.get(symbol.name) ?? 0n;
    tentative.set(symbol.name, symbol.size > before ? symbol.size : before);
    const known = definitions.get(symbol.name);
    if (known && known.symbol.binding !== 'weak') return;
    definitions.delete(symbol.name);
    const common = commons.get(symbol.name);
    if (!common) commons.set(symbol.name, { size: symbol.size, alignment: symbol.value, objectIndex });
    else {
      if (symbol.size > common.size) {
        common.size = symbol.size;
        common.objectIndex = objectIndex;
      }
      if (symbol.value > common.alignment) common.alignment = symbol.value;
    }
  }

  function addDefinition(definition: Definition): void {
    const { symbol } = definition;
    const known = definitions.get(symbol.name);
    const weak = symbol.binding === 'weak';
    if (weak && (known || commons.has(symbol.name))) return;
    if (known && known.symbol.binding !== 'weak') {
      diagnostics.push(duplicate(definition, known));
      return;
    }
    commons.delete(symbol.name);
    definitions.set(symbol.name, definition);
  }
}

function duplicate(second: Definition, first: Definition): Diagnostic {
  const before = placeOf(first.object, first.symbol.section, first.symbol.value);
  const where = placeOf(second.object, second.symbol.section, second.symbol.value);
  const at = before.line > 0 ? `${before.file}:${before.line}` : before.file;
  return {
    ...position(second.object, where, second.symbol.name),
    severity: 'error',
    message: `multiple definition of '${second.symbol.name}'; first defined in ${at}`,
  };
}

/** The order in which GNU ld visits its symbol table: by the bucket of bfd's string hash, the newest name of a bucket first. */
export function hashOrder(names: Iterable<string>, inserted: ReadonlyMap<string, number>): string[] {
  const bucket = new Map([...names].map((name) => [name, bfdHash(name) % 4051]));
  return [...bucket.keys()].sort(
    (a, b) => bucket.get(a)! - bucket.get(b)! || (inserted.get(b) ?? 0) - (inserted.get(a) ?? 0),
  );
}

function bfdHash(name: string): number {
  const bytes = new TextEncoder().encode(name);
  let hash = 0;
  const mix = (value: number) => {
    hash = (hash + value + (value << 17)) >>> 0;
    hash = (hash ^ (hash >>> 2)) >>> 0;
  };
  for (const byte of bytes) mix(byte);
  mix(bytes.length);
  return hash;
}

function allocateCommons(
  objects: readonly ObjectFile[],
  commons: ReadonlyMap<string, Common>,
  inserted: ReadonlyMap<string, number>,
): Pick<SymbolTable, 'commons' | 'commonSections'> {
  const names = hashOrder(commons.keys(), inserted);
  const places = new Map<string, { input: InputSection; offset: number; size: bigint }>();
  const commonSections = objects.flatMap((object, objectIndex) => {
    const own = names.filter((name) => commons.get(name)!.objectIndex === objectIndex);
    if (own.length === 0) return [];
    const alignments = own.map((name) => Math.max(1, Number(commons.get(name)!.alignment)));
    let end = 0;
    const offsets = own.map((name, i) => {
      const offset = alignUp(end, alignments[i]!);
      end = offset + Number(commons.get(name)!.size);
      return offset;
    });
    const shape = { name: 'COMMON', type: SECTION_TYPE.nobits, alignment: Math.max(...alignments), size: end };
    const input = syntheticSection(object, objectIndex, shape);
    own.forEach((name, i) => {
      places.set(name, { input, offset: offsets[i]!, size: commons.get(name)!.size });
    });
    return [input];
  });
  return { commons: places, commonSections };
}

/** A writable section that no file has: common storage, the global offset table. */
export function syntheticSection(
  object: ObjectFile,
  objectIndex: number,
  shape: { name: string; type: number; alignment: number; size: number },
): InputSection {
  const bytes = new Uint8Array(shape.type === SECTION_TYPE.nobits ? 0 : shape.size);
  const section = { ...shape, flags: SECTION_FLAG.alloc | SECTION_FLAG.write, entsize: 0, bytes };
  return { object, objectIndex, index: -1, section, bytes, size: shape.size, merged: null, output: null, offset: 0 };
}
