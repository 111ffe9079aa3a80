import { SEGMENT_FLAG, SEGMENTS, STATE } from '../memory/layout.js';
import { PhysicalMemory } from '../memory/physical.js';
import { type Design, type PagedDesign, pageShiftOf } from '../mmu/design.js';
import { CR0_PG, CR0_WP, EFER_NXE } from '../mmu/entry-bits.js';
import { EntryFormat, entryLayouts } from '../mmu/entry-layouts.js';
import { type SegmentRegister, SegmentRegisters } from '../mmu/schemes/registers.js';
import { levelsOf } from '../mmu/schemes/tables.js';
import { parseSize } from './config.js';
import { DesignError, type DesignNumbers, designOf, entryLayoutOf } from './designs.js';
import { geometryOf } from './geometry.js';

/*
 * A design with the content of its tables or registers, as JSON, for exercises without a program. The design is a geometry as in geometry.ts, or
 *
 *     { "mmu": "segments:2", "virtualBits": 14, "pageBytes": 16, "physicalBits": 16, "entry": "ostep-linear", ... }
 *
 * Sizes and addresses are numbers, or texts like "32K" and "0x400". Content of tables: the address of the root table, frames by page (tables between
 * are made behind the root), and entries as they are by physical address:
 *
 *     "root": 1024, "pages": { "1": 4 }, "entries": { "0x404": "0x80000004" }
 *
 * Content of registers, from the first one on; null is an empty one. The base of a segment that grows down is its end:
 *
 *     "segments": [{ "base": "32K", "size": "2K", "rights": "r-x" }, { "base": "28K", "size": "2K", "growsDown": true }]
 */

/** A memory and its CPU state, filled from a file. */
export interface ExerciseState {
  readonly design: Design;
  readonly memory: PhysicalMemory;
}

type Json = Readonly<Record<string, unknown>>;

const CONTENT = ['root', 'pages', 'entries', 'segments'] as const;
const DESIGN = ['mmu', 'pageBytes', 'virtualBits', 'physicalBits', 'entry', 'indexBits'] as const;
/** RAM that an exercise gets: what its physical addresses reach, within this. */
const MOST_RAM = 2 ** 28;

/** Reads a state. `design`: that of the command line, null if the file has to say it. Throws a DesignError that says where the mistake is. */
export function exerciseState(text: string, given: Design | null): ExerciseState {
  const value = object(parsed(text), 'the state');
  const strange = Object.keys(value).find((key) => !([...CONTENT, ...DESIGN] as string[]).includes(key));
  if (strange !== undefined)
    throw new DesignError(`the state cannot have '${strange}'; known: ${[...DESIGN, ...CONTENT].join(', ')}`);
  const design = given ?? designIn(value);
  const memory = new PhysicalMemory(Math.min(MOST_RAM, 2 ** physicalBitsOf(design)), 0);
  if (design.kind === 'paged' || design.kind === 'x86-64') fillTables(memory, design, value);
  else fillRegisters(memory, design, value);
  return { design, memory };
}

const physicalBitsOf = (design: Design): number =>
  design.kind === 'x86-64' ? (design.physicalBits ?? 26) : design.physicalBits;

function designIn(value: Json): Design {
  if (value.indexBits !== undefined) {
    const { virtualBits, physicalBits, indexBits, entry } = value;
    return geometryOf(JSON.stringify({ virtualBits, physicalBits, indexBits, entry }));
  }
  if (typeof value.mmu !== 'string')
    throw new DesignError('the state must say its design: "mmu": "segments:2", or "indexBits" of a geometry');
  const numbers: DesignNumbers = {
    ...(value.pageBytes === undefined ? {} : { pageBytes: amount(value.pageBytes, 'pageBytes') }),
    ...(value.virtualBits === undefined ? {} : { virtualBits: amount(value.virtualBits, 'virtualBits') }),
    ...(value.physicalBits === undefined ? {} : { physicalBits: amount(value.physicalBits, 'physicalBits') }),
    ...(value.entry === undefined ? {} : { entry: entryLayoutOf(String(value.entry)) }),
  };
  return designOf(value.mmu, numbers);
}

/** x86-64 as a tree of tables with the same entries. */
function asTables(design: Extract<Design, { kind: 'paged' | 'x86-64' }>): PagedDesign {
  if (design.kind === 'paged') return design;
  const indexBits = Array.from({ length: design.levels }, () => 9);
  return {
    kind: 'paged',
    virtualBits: 12 + 9 * design.levels,
    physicalBits: 52,
    indexBits,
    entry: entryLayouts.get('x86')!,
  };
}

function fillTables(memory: PhysicalMemory, design: Extract<Design, { kind: 'paged' | 'x86-64' }>, value: Json): void {
  if (value.segments !== undefined)
    throw new DesignError('segments belong to a design with registers, not to page tables');
  const tables = new Tables(memory, asTables(design), amount(value.root ?? 0, 'root'));
  for (const [page, frame] of Object.entries(object(value.pages ?? {}, 'pages')))
    tables.map(amount(page, 'a page'), amount(frame, `pages[${page}]`));
  for (const [address, entry] of Object.entries(object(value.entries ?? {}, 'entries')))
    tables.put(amount(address, 'the address of an entry'), bits(entry, `entries[${address}]`));
  const { u32 } = memory;
  u32[STATE.cr0 >>> 2] = CR0_PG | CR0_WP;
  u32[STATE.efer >>> 2] = EFER_NXE;
  u32[STATE.cr3 >>> 2] = tables.root;
}

/** Tables under construction. */
class Tables {
  readonly root: number;
  private readonly memory: PhysicalMemory;
  private readonly format: EntryFormat;
  private readonly design: PagedDesign;
  /** Where the next table goes. */
  private next: number;

  constructor(memory: PhysicalMemory, design: PagedDesign, root: number) {
    this.memory = memory;
    this.design = design;
    this.format = new EntryFormat(memory, design.entry);
    this.root = root;
    this.next = root;
    this.take(0);
  }

  /** Room for a table of a level: it starts at a frame, since an entry names frames. */
  private take(level: number): number {
    const pageBytes = 2 ** pageShiftOf(this.design);
    const table = this.next;
    this.next = Math.ceil((table + 2 ** this.design.indexBits[level]! * this.format.bytes) / pageBytes) * pageBytes;
    this.within(table, this.next - table, `the tables from ${this.root} on`);
    return table;
  }

  private within(address: number, bytes: number, what: string): void {
    if (address + bytes > this.memory.ramBytes)
      throw new DesignError(`${what} end at ${address + bytes}, behind the ${this.memory.ramBytes} bytes of RAM`);
  }

  map(page: number, frame: number): void {
    const { design, format } = this;
    const shift = pageShiftOf(design);
    if (page >= 2 ** (design.virtualBits - shift))
      throw new DesignError(
        `page ${page} does not exist: addresses of ${design.virtualBits} bits have ${2 ** (design.virtualBits - shift)} pages`,
      );
    this.within(frame * 2 ** shift, 2 ** shift, `frame ${frame} would`);
    let table = this.root;
    const levels = levelsOf(design);
    for (const [number, level] of levels.entries()) {
      const index = Math.floor(page / 2 ** (level.shift - shift)) % 2 ** level.bits;
      const address = table + index * format.bytes;
      const held = format.content(format.low(address), format.high(address));
      if (number === levels.length - 1) this.name(address, frame);
      else if (!held.valid) this.name(address, this.take(number + 1) / 2 ** shift);
      table = format.frame(format.low(address), format.high(address)) * 2 ** shift;
    }
  }

  private name(address: number, frame: number): void {
    const rights = { write: true, user: true, execute: true };
    const [low, high] = this.format.encode({ valid: true, frame, ...rights, accessed: false, dirty: false });
    this.format.write(address, low, high);
  }

  /** Writes an entry as it is. */
  put(address: number, entry: bigint): void {
    const { bytes } = this.format;
    if (address % bytes !== 0) throw new DesignError(`an entry of ${bytes} bytes cannot be at ${address}`);
    if (entry >> BigInt(8 * bytes) !== 0n)
      throw new DesignError(`0x${entry.toString(16)} does not fit an entry of ${bytes} bytes`);
    this.within(address, bytes, `the entry at ${address} would`);
    this.format.write(address, Number(entry & 0xffff_ffffn) | 0, Number(entry >> 32n) | 0);
  }
}

function fillRegisters(
  memory: PhysicalMemory,
  design: Exclude<Design, { kind: 'paged' | 'x86-64' }>,
  value: Json,
): void {
  const list = value.segments ?? [];
  if (!Array.isArray(list)) throw new DesignError('segments must be a list');
  const most = design.kind === 'segments' ? 2 ** design.selectorBits : 1;
  if (list.length > most)
    throw new DesignError(`${list.length} segments are more than the ${most} that the design has`);
  if (value.pages !== undefined || value.entries !== undefined || value.root !== undefined)
    throw new DesignError(`'${design.kind}' has no page tables: leave root, pages and entries out`);
  const registers = new SegmentRegisters(memory, design, () => {});
  registers.load(list.slice(0, SEGMENTS).map((segment, number) => registerOf(segment, `segments[${number}]`)));
}

function registerOf(value: unknown, name: string): SegmentRegister {
  if (value === null) return { base: 0, size: 0, flags: 0 };
  const segment = object(value, name);
  const rights = String(segment.rights ?? 'rwx');
  if (!/^[r-][w-][x-]$/.test(rights))
    throw new DesignError(`${name}.rights must look like rwx, r-x, rw-, not '${rights}'`);
  const flags =
    SEGMENT_FLAG.valid |
    (rights.includes('r') ? SEGMENT_FLAG.read : 0) |
    (rights.includes('w') ? SEGMENT_FLAG.write : 0) |
    (rights.includes('x') ? SEGMENT_FLAG.execute : 0) |
    (segment.growsDown === true ? SEGMENT_FLAG.growsDown : 0);
  return { base: amount(segment.base, `${name}.base`), size: amount(segment.size ?? 0, `${name}.size`), flags };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DesignError(`it is not JSON: ${(error as Error).message}`);
  }
}

function object(value: unknown, name: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new DesignError(`${name} must be an object in braces`);
}

/** A whole number, as such or as a text. */
function amount(value: unknown, name: string): number {
  const number =
    typeof value === 'string' && /^0x[0-9a-f]+$/i.test(value) ? Number(value) : parseSize(value as number | string);
  if (number !== null && Number.isSafeInteger(number) && number >= 0) return number;
  throw new DesignError(`${name} must be a whole number like 1024, "32K" or "0x400", not ${JSON.stringify(value)}`);
}

function bits(value: unknown, name: string): bigint {
  const good =
    typeof value === 'number'
      ? Number.isSafeInteger(value) && value >= 0
      : typeof value === 'string' && /^(0x[0-9a-f]+|\d+)$/i.test(value);
  if (good) return BigInt(value as number | string);
  throw new DesignError(`${name} must be an entry like "0x80000004", not ${JSON.stringify(value)}`);
}
