import { SEGMENT_FLAG, STATE, TLB_FLAG } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import { type Design, type PagedDesign, pageShiftOf, type X86Design } from '../../mmu/design.js';
import { type Access, accessErrorBits, allowed, ERROR } from '../../mmu/fault.js';
import { inspectWalk } from '../../mmu/inspect.js';
import { canonical, linearBits, x86Levels } from '../../mmu/schemes/paging.js';
import { type InspectedSegment, type RegistersDesign, SegmentRegisters } from '../../mmu/schemes/registers.js';
import type { InspectedWalk } from '../../mmu/schemes/scheme.js';
import { fits, levelsOf } from '../../mmu/schemes/tables.js';

/** A part of an address: `bits` bits from bit `shift` on. */
export interface AddressPart {
  readonly name: string;
  readonly shift: number;
  readonly bits: number;
  readonly value: number;
}

/** Why an access does not reach its byte, or that it does. */
export type Refusal =
  | 'none'
  /** The address has bits that the design's addresses have not; on x86-64 it is not canonical. */
  | 'width'
  | 'not-present'
  | 'reserved'
  | 'rights'
  /** Beyond the bounds, no such segment, or beyond RAM. */
  | 'bounds'
  | 'no-segment'
  | 'ram';

/** What is asked. */
export interface Question {
  readonly virtual: bigint;
  readonly access: Access;
  readonly user: boolean;
}

interface Answer extends Question {
  readonly refusal: Refusal;
  /** Error code of the page fault; null: another exception, or none. */
  readonly errorCode: number | null;
  /** Physical address of the byte, or -1. What it would be, if only a right is missing. */
  readonly physical: number;
  readonly parts: readonly AddressPart[];
}

/** An address under a design with page tables. */
export interface WalkBoard extends Answer {
  readonly kind: 'walk';
  readonly design: PagedDesign | X86Design;
  /** Physical address of the root table. */
  readonly root: number;
  readonly walk: InspectedWalk;
}

/** An address under a design with base, bounds or segment registers. */
export interface RegisterBoard extends Answer {
  readonly kind: 'registers';
  readonly design: RegistersDesign;
  readonly segment: InspectedSegment;
}

export type Board = WalkBoard | RegisterBoard;

const ADDRESS = 0x000f_ffff_ffff_f000n;

/** Takes an address through the tables or registers as they are in memory and in the CPU's registers. */
export function boardOf(memory: PhysicalMemory, design: Design, question: Question): Board {
  if (design.kind === 'paged' || design.kind === 'x86-64') return walkBoard(memory, design, question);
  const registers = new SegmentRegisters(memory, design, () => {});
  return registerBoard(registers, design, question);
}

const halves = (virtual: bigint): [number, number] => [Number(virtual & 0xffff_ffffn), Number(virtual >> 32n)];

function walkBoard(memory: PhysicalMemory, design: PagedDesign | X86Design, question: Question): WalkBoard {
  const [low, high] = halves(question.virtual);
  const cr3 = memory.u64[STATE.cr3 >>> 3]!;
  const root = Number(design.kind === 'x86-64' ? cr3 & ADDRESS : cr3);
  const walk = inspectWalk(memory, design, root, low, high);
  const common = { kind: 'walk', design, root, walk, ...question } as const;
  const inWidth =
    design.kind === 'paged' ? fits(low, high, design.virtualBits) : canonical(high | 0, linearBits(design));
  if (!inWidth) return { ...common, refusal: 'width', errorCode: null, physical: -1, parts: [] };
  const { refusal, cause } = verdictOf(memory, walk, question);
  const [cr4, efer] = [memory.u32[STATE.cr4 >>> 2]!, memory.u32[STATE.efer >>> 2]!];
  const errorCode =
    refusal === 'none' ? null : cause | accessErrorBits(question.access, question.user ? 3 : 0, cr4, efer);
  return { ...common, refusal, errorCode, physical: walk.physical, parts: partsOf(design, walk, question.virtual) };
}

function verdictOf(
  memory: PhysicalMemory,
  walk: InspectedWalk,
  { access, user }: Question,
): { refusal: Refusal; cause: number } {
  if (walk.physical < 0) {
    const stop = walk.levels.at(-1)?.stop ?? 'reserved';
    return { refusal: stop, cause: stop === 'reserved' ? ERROR.present | ERROR.reserved : 0 };
  }
  const flags =
    (walk.write ? TLB_FLAG.write : 0) | (walk.user ? TLB_FLAG.user : 0) | (walk.execute ? 0 : TLB_FLAG.noExecute);
  const register = (offset: number): number => memory.u32[offset >>> 2]!;
  const may = allowed(flags, access, user ? 3 : 0, register(STATE.cr0), register(STATE.cr4), register(STATE.rflags));
  return { refusal: may ? 'none' : 'rights', cause: ERROR.present };
}

/** Indexes of the levels down to the one that maps the page, and the offset in it. */
function partsOf(design: PagedDesign | X86Design, walk: InspectedWalk, virtual: bigint): AddressPart[] {
  const levels = design.kind === 'paged' ? levelsOf(design) : x86Levels(design).map((level) => ({ ...level, bits: 9 }));
  const used = walk.physical < 0 ? levels : levels.slice(0, walk.levels.length);
  const part = (name: string, shift: number, bits: number): AddressPart => {
    const value = Number((virtual >> BigInt(shift)) & ((1n << BigInt(bits)) - 1n));
    return { name, shift, bits, value };
  };
  const rest = used.at(-1)?.shift ?? pageShiftOf(design);
  return [...used.map(({ table, shift, bits }) => part(table, shift, bits)), part('offset', 0, rest)];
}

const REFUSALS: Readonly<Record<InspectedSegment['verdict'], Refusal>> = {
  good: 'none',
  width: 'width',
  none: 'no-segment',
  bounds: 'bounds',
  rights: 'rights',
  ram: 'ram',
};

function registerBoard(registers: SegmentRegisters, design: RegistersDesign, question: Question): RegisterBoard {
  const segment = registers.inspect(Number(question.virtual), question.access);
  const selector = design.kind === 'segments' ? design.selectorBits : 0;
  const offsetBits = design.virtualBits - selector;
  const offset = Number(question.virtual & ((1n << BigInt(offsetBits)) - 1n));
  const parts: AddressPart[] = [{ name: 'offset', shift: 0, bits: offsetBits, value: offset }];
  if (selector > 0) parts.unshift({ name: 'segment', shift: offsetBits, bits: selector, value: segment.index });
  const refusal = REFUSALS[segment.verdict];
  if (refusal === 'width') parts.length = 0;
  return {
    kind: 'registers',
    design,
    segment,
    ...question,
    refusal,
    errorCode: null,
    physical: segment.physical,
    parts,
  };
}

/** A segment grows down from its base. */
export function growsDown({ register }: InspectedSegment): boolean {
  return (register.flags & SEGMENT_FLAG.growsDown) !== 0;
}
