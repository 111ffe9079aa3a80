import { SEGMENT_FLAG } from '../../memory/layout.js';
import { type Design, type EntryLayout, pageShiftOf } from '../../mmu/design.js';
import { linearBits } from '../../mmu/schemes/paging.js';
import type { WalkLevel } from '../../mmu/schemes/scheme.js';
import { partsTable } from './bit-groups.js';
import { type Board, growsDown, type RegisterBoard, type WalkBoard } from './board.js';

const ACCESSES = ['read', 'write', 'fetch'] as const;
const hex = (value: number | bigint): string => `0x${value.toString(16)}`;
/** In both notations, as textbooks use both. */
const both = (value: number): string => `${hex(value)} (${value})`;

/** A design in words: `48-bit addresses, pages of 4096 bytes, 4 levels`. */
export function designInWords(design: Design): string {
  switch (design.kind) {
    case 'x86-64':
      return `x86-64: ${linearBits(design)}-bit addresses, ${design.levels} levels of tables, pages of 4096 bytes`;
    case 'paged': {
      const levels = design.indexBits.length;
      const tables = levels === 1 ? 'one table' : `${levels} levels of tables (${design.indexBits.join('/')})`;
      return `${design.virtualBits}-bit addresses, ${tables}, entries of ${design.entry.bytes} ${design.entry.bytes === 1 ? 'byte' : 'bytes'}, pages of ${2 ** pageShiftOf(design)} bytes`;
    }
    case 'segments':
      return `segments: ${design.virtualBits}-bit addresses, the top ${design.selectorBits} bits name the segment`;
    default:
      return `${design.kind}: ${design.virtualBits}-bit addresses`;
  }
}

/** The board as text. `name`: what people call the address, or null. */
export function boardText(board: Board, name: string | null = null): string {
  const { virtual, access, user } = board;
  const called = name === null ? '' : ` = ${name}`;
  const head = `${hex(virtual)} (${virtual})${called}: ${ACCESSES[access]} by ${user ? 'a program' : 'the kernel'}`;
  const body = board.kind === 'walk' ? walkLines(board) : registerLines(board);
  const parts = board.parts.length === 0 ? [] : [...partsTable(board.parts), ''];
  return [head, '', ...[...parts, ...body].map((line) => (line === '' ? '' : `    ${line}`)), ''].join('\n');
}

function walkLines(board: WalkBoard): string[] {
  const { walk, root, refusal, design } = board;
  if (refusal === 'width') return [widthInWords(board)];
  const lines = [`the root table is at ${hex(root)}`];
  const layout = design.kind === 'paged' ? design.entry : null;
  for (const [number, level] of walk.levels.entries()) {
    const isLast = number === walk.levels.length - 1;
    lines.push(...levelLines(level, layout, isLast && walk.physical >= 0 ? walk.pageBytes : null));
  }
  if (walk.physical < 0) return [...lines, '', faultInWords(board)];
  const offset = board.parts.at(-1)!.value;
  const frame = Math.floor(walk.physical / walk.pageBytes);
  const sum = `physical address = frame ${frame} x ${walk.pageBytes} + ${offset} = ${both(walk.physical)}`;
  return [...lines, '', sum, rightsInWords(board)];
}

/** One entry: where it is, what it holds, what it says. `pageBytes`: it maps a page of that size; null: it names a table, or stops the walk. `layout`: null for x86-64. */
function levelLines(level: WalkLevel, layout: EntryLayout | null, pageBytes: number | null): string[] {
  const entryBytes = layout?.bytes ?? 8;
  const { index, table, address, bits, stop } = level;
  const where = `${level.level.table}[${index}] at ${hex(table)} + ${entryBytes} x ${index} = ${hex(address)}`;
  const content = `${hex((BigInt(level.high >>> 0) << 32n) | BigInt(level.low >>> 0)).padStart(4)}`;
  const names = [
    [bits.present, 'valid'],
    [bits.write && layout?.write !== null, 'write'],
    [bits.user && layout?.user !== null, 'user'],
    [bits.noExecute, 'no execute'],
    [bits.accessed, 'accessed'],
    [bits.dirty, 'dirty'],
    [bits.pageSize && level.level.pageSizeBit === 'leaf', 'large page'],
    [bits.global, 'global'],
  ] as const;
  const said = names.filter(([set]) => set).map(([, name]) => name);
  const next =
    stop === 'not-present' ? 'not valid: the walk ends here'
    : stop === 'reserved' ? 'a reserved bit is set, or there is no such memory: the walk ends here'
    : pageBytes !== null ? `frame ${Math.floor(bits.address / pageBytes)}`
    : `the next table is at ${hex(bits.address)}`; // biome-ignore format: a table
  return [where, `    holds ${content}: ${[...(bits.present ? said : []), next].join(', ')}`];
}

function rightsInWords({ walk, access, user, refusal, errorCode }: WalkBoard): string {
  const yes = (right: boolean): string => (right ? 'yes' : 'no');
  const rights = `rights over all levels: write ${yes(walk.write)}, user ${yes(walk.user)}, execute ${yes(walk.execute)}`;
  if (refusal === 'none') return `${rights}: allowed`;
  const who = user ? 'a program' : 'the kernel';
  return `${rights}: ${who} may not ${ACCESSES[access]} here: page fault, error code ${hex(errorCode ?? 0)}`;
}

function faultInWords({ refusal, errorCode }: WalkBoard): string {
  const why = refusal === 'not-present' ? 'no page is mapped here' : 'an entry is wrong';
  return `no physical address: ${why}: page fault, error code ${hex(errorCode ?? 0)}`;
}

function widthInWords({ design }: Board): string {
  if (design.kind === 'x86-64')
    return `bits 63 to ${linearBits(design) - 1} are not all equal: the address is not canonical, a general protection fault without a walk`;
  return `the address needs more than the ${design.virtualBits} bits that addresses have here: a fault without a walk`;
}

function rightsOf(flags: number): string {
  const letter = (bit: number, name: string): string => ((flags & bit) !== 0 ? name : '-');
  return letter(SEGMENT_FLAG.read, 'r') + letter(SEGMENT_FLAG.write, 'w') + letter(SEGMENT_FLAG.execute, 'x');
}

function registerLines(board: RegisterBoard): string[] {
  const { design, segment, refusal } = board;
  if (refusal === 'width') return [widthInWords(board)];
  if (design.kind === 'physical' || design.kind === 'relocation')
    return [`no register is added: physical address = ${both(Number(board.virtual))}`, ...verdictLines(board)];
  if (refusal === 'no-segment') return [`segment register ${segment.index} is empty: a fault`];
  const { base, size, flags } = segment.register;
  const down = growsDown(segment);
  const bounded = design.kind === 'base-bounds' || design.kind === 'segments';
  const name = design.kind === 'segments' ? `segment ${segment.index}: ` : '';
  const sized = bounded ? `, size ${both(size)}` : '';
  const more = design.kind === 'segments' ? `, ${rightsOf(flags)}, grows ${down ? 'down' : 'up'}` : '';
  const lines = [`${name}base ${both(base)}${sized}${more}`];
  if (bounded) lines.push(boundsInWords(segment, down));
  if (refusal === 'none' || refusal === 'ram') lines.push(sumInWords(base, segment.offset));
  return [...lines, ...verdictLines(board)];
}

/** An offset in a segment that grows down is negative: what is left to the top of the segment. */
function boundsInWords({ offset, span, register }: RegisterBoard['segment'], down: boolean): string {
  const inside = down ? -offset <= register.size : offset < register.size;
  if (down)
    return `the offset counts from the end: ${offset + span} - ${span} = ${offset}; ${-offset} ${inside ? '<=' : '>'} ${register.size}: ${inside ? 'inside' : 'beyond the bounds'}`;
  return `${offset} ${inside ? '<' : '>='} ${register.size}: ${inside ? 'inside' : 'beyond the bounds'}`;
}

function sumInWords(base: number, offset: number): string {
  return `physical address = ${base} ${offset < 0 ? '-' : '+'} ${Math.abs(offset)} = ${both(base + offset)}`;
}

function verdictLines({ refusal, access }: RegisterBoard): string[] {
  if (refusal === 'ram') return ['there is no RAM at this address: a fault'];
  if (refusal === 'bounds') return ['a fault: no physical address'];
  if (refusal === 'rights') return [`the segment gives no right to ${ACCESSES[access]}: a fault`];
  return [];
}
