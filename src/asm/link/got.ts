import { type ObjectFile, RELOCATION, type Relocation, SECTION_FLAG, SECTION_TYPE } from '../object.js';
import type { InputSection } from './sections.js';
import { hashOrder, type SymbolTable, syntheticSection } from './symbols.js';

/**
 * The global offset table, as far as static code needs it. References through the table are rewritten to direct ones where the instruction
 * allows it (AMD64 supplement, B.2 "Optimize GOTPCRELX relocations"); what remains gets a slot.
 */
export interface GotPlan {
  /** Slot of a symbol (`gotKey`), in the order of the table. */
  readonly slots: ReadonlyMap<string, { readonly index: number; readonly object: number; readonly symbol: number }>;
  /** `.got` and `.got.plt`; none when nothing refers to them. */
  readonly sections: readonly InputSection[];
}

/** Bytes of `.got.plt`: the three reserved entries, which a static program leaves zero. */
const GOT_PLT_BYTES = 24;

const GOT_BASED: ReadonlySet<number> = new Set([RELOCATION.gotoff64, RELOCATION.gotpc32]);
/** Relocations whose value is the place of a slot. */
export const THROUGH_GOT: ReadonlySet<number> = new Set([
  RELOCATION.gotpcrel,
  RELOCATION.gotpcrelx,
  RELOCATION.rexGotpcrelx,
  RELOCATION.got32,
]);

/** Names a symbol over all objects: globals by name, locals by object and index. */
export function gotKey(object: ObjectFile, objectIndex: number, symbol: number): string {
  const entry = object.symbols[symbol];
  return entry && entry.binding !== 'local' ? entry.name : `${objectIndex}:${symbol}`;
}

export function planGot(objects: readonly ObjectFile[], table: SymbolTable): GotPlan {
  const wanted = new Map<string, { object: number; symbol: number }>();
  let referenced = false;
  objects.forEach((object, objectIndex) => {
    for (const relocation of object.relocations) {
      if ((object.sections[relocation.section]!.flags & SECTION_FLAG.exclude) !== 0) continue;
      if (object.symbols[relocation.symbol]?.name === '_GLOBAL_OFFSET_TABLE_') referenced = true;
      if (GOT_BASED.has(relocation.type)) referenced = true;
      if (!THROUGH_GOT.has(relocation.type)) continue;
      if (directForm(object, relocation, table)) continue;
      const key = gotKey(object, objectIndex, relocation.symbol);
      if (!wanted.has(key)) wanted.set(key, { object: objectIndex, symbol: relocation.symbol });
    }
  });
  const isLocal = (key: string) => !table.inserted.has(key);
  const locals = [...wanted.keys()].filter(isLocal).sort((a, b) => {
    const [x, y] = [wanted.get(a)!, wanted.get(b)!];
    return x.object - y.object || x.symbol - y.symbol;
  });
  const globals = hashOrder(
    [...wanted.keys()].filter((key) => !isLocal(key)),
    table.inserted,
  );
  const slots = new Map([...locals, ...globals].map((key, index) => [key, { index, ...wanted.get(key)! }]));
  if (slots.size === 0 && !referenced) return { slots, sections: [] };
  const shape = { type: SECTION_TYPE.progbits, alignment: 8 };
  const got = syntheticSection(objects[0]!, 0, { ...shape, name: '.got', size: 8 * slots.size });
  const gotPlt = syntheticSection(objects[0]!, 0, { ...shape, name: '.got.plt', size: GOT_PLT_BYTES });
  return { slots, sections: [got, gotPlt] };
}

/** False for a plain number that a 32-bit field cannot hold: it stays in the table. */
function fitsDirectly(object: ObjectFile, relocation: Relocation, table: SymbolTable): boolean {
  const own = object.symbols[relocation.symbol];
  const symbol = own && own.binding !== 'local' ? (table.definitions.get(own.name)?.symbol ?? own) : own;
  return symbol?.section !== 'absolute' || BigInt.asIntN(32, symbol.value) === BigInt.asIntN(64, symbol.value);
}

/** A rewritten instruction: the bytes from `start` on, and the relocation that now fills its field. */
export interface DirectForm {
  readonly start: number;
  readonly bytes: readonly number[];
  readonly relocation: Relocation;
}

/** The form without the table of the instruction around a GOTPCREL-like field, or null when the slot is needed. */
export function directForm(object: ObjectFile, relocation: Relocation, table: SymbolTable): DirectForm | null {
  const { type, offset, addend } = relocation;
  const { bytes } = object.sections[relocation.section]!;
  if (!fitsDirectly(object, relocation, table)) return null;
  const hasRex = type === RELOCATION.rexGotpcrelx;
  const relaxable = hasRex || type === RELOCATION.gotpcrelx;
  if (offset < (hasRex ? 3 : 2) || addend !== -4n || type === RELOCATION.got32) return null;
  const opcode = bytes[offset - 2]!;
  const modrm = bytes[offset - 1]!;
  if ((modrm & 0xc7) !== 0x05) return null;
  if (!relaxable) {
    // The REX prefix, if any, is not known to be one: only the opcode may change. mov becomes lea.
    if (opcode !== 0x8b) return null;
    return { start: offset - 2, bytes: [0x8d], relocation: { ...relocation, type: RELOCATION.pc32 } };
  }
  if (opcode === 0xff) return directBranch(modrm, relocation);
  const immediate = immediateForm(opcode, modrm);
  if (immediate === null) return null;
  const rex = hasRex ? bytes[offset - 3]! : 0;
  const rexBytes = hasRex ? [(rex & ~0x04) | ((rex & 0x04) >> 2)] : [];
  const newType = (rex & 0x08) !== 0 ? RELOCATION.abs32s : RELOCATION.abs32;
  return {
    start: offset - 2 - rexBytes.length,
    bytes: [...rexBytes, ...immediate],
    relocation: { ...relocation, type: newType, addend: 0n },
  };
}

/** Opcode and ModRM of the same operation with an immediate: mov c7, test f7, the eight arithmetic ones 81. */
function immediateForm(opcode: number, modrm: number): [number, number] | null {
  const register = (modrm & 0x38) >> 3;
  if (opcode === 0x8b) return [0xc7, 0xc0 | register];
  if (opcode === 0x85) return [0xf7, 0xc0 | register];
  if ((opcode & 0xc7) === 0x03) return [0x81, 0xc0 | (opcode & 0x38) | register];
  return null;
}

/** `call *f@GOTPCREL(%rip)` is `addr32 call f`, `jmp *...` is `jmp f; nop`: the same length. */
function directBranch(modrm: number, relocation: Relocation): DirectForm | null {
  const { offset } = relocation;
  const pc32 = { ...relocation, type: RELOCATION.pc32 };
  if (modrm === 0x15) return { start: offset - 2, bytes: [0x67, 0xe8], relocation: pc32 };
  if (modrm !== 0x25) return null;
  const bytes = [0xe9, 0, 0, 0, 0, 0x90];
  return { start: offset - 2, bytes, relocation: { ...pc32, offset: offset - 1 } };
}
