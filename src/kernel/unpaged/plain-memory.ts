import { COUNTER, PAGE_SHIFT, RAM_BASE } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import { type Access, WRITE } from '../../mmu/fault.js';
import type { RegistersDesign, SegmentRegisters } from '../../mmu/schemes/registers.js';
import type { Space } from '../vm/space.js';
import type { VirtualMemory } from '../vm/virtual-memory.js';
import { type Extent, Extents, type Fit } from './extents.js';
import { OS_BYTES, OsImage } from './os-image.js';
import type { Place } from './place.js';
import { RegisterSpace } from './register-space.js';

/** An access of a program, or of the kernel for it, to RAM that does not belong to it. */
export interface Stray {
  readonly physical: number;
  readonly write: boolean;
}

/** How RAM is given to processes. */
export interface PlainOptions {
  readonly fit: Fit;
  /** Number of fixed partitions; null: pieces as large as needed. */
  readonly partitions: number | null;
}

/** Strays that are remembered between two traps; all are counted. */
const MOST_STRAYS = 8;
/** Words of an entry of the process table. */
const PROCESS_WORDS = 8;

/**
 * RAM as the designs without page tables share it: the kernel's own image at the low end, above it pieces of processes. Copies, clears and
 * moves are made here, and counted in words.
 */
export class PlainMemory {
  readonly vm: VirtualMemory;
  readonly memory: PhysicalMemory;
  readonly registers: SegmentRegisters;
  readonly extents: Extents;
  readonly os: OsImage;
  /** Bytes of which sizes of pieces and areas are multiples: a 256th of the address space, 16 to 4096. */
  readonly unit: number;
  /** The one place of all processes, where addresses are physical. */
  place: Place | null = null;
  /** The space that the registers describe. */
  active: RegisterSpace | null = null;
  /** Bytes of pieces that no area used when most RAM was in use. */
  unusedAtPeak = 0;
  private notedPeak = 0;
  private strays: Stray[] = [];
  private osTouched = false;

  constructor(vm: VirtualMemory, registers: SegmentRegisters, options: PlainOptions) {
    this.vm = vm;
    this.memory = vm.memory;
    this.registers = registers;
    this.unit = unitOf(registers.design);
    this.os = new OsImage(this.memory);
    const end = Math.min(this.memory.ramBytes, 2 ** registers.design.physicalBits);
    this.extents = new Extents(OS_BYTES, end, this.unit, options.fit, options.partitions);
    registers.onStray = (physical, access) => this.noteStray(physical, access);
  }

  get design(): RegistersDesign {
    return this.registers.design;
  }

  /** Pieces can be moved, because registers say where they are. */
  get movable(): boolean {
    return this.design.kind !== 'physical' && this.design.kind !== 'relocation' && this.extents.partition === null;
  }

  /** Enters a process in the kernel's table in RAM, or takes it out. */
  enter(pid: number, space: Space | null, name: string): void {
    const extent = space instanceof RegisterSpace ? space.pieces.find((piece) => piece.extent !== null)?.extent : null;
    this.os.enter(pid, extent ? { base: extent.base, size: extent.size, name } : null);
    this.memory.count(COUNTER.kernelWrites, PROCESS_WORDS);
  }

  /** Takes note of how well the pieces of the living spaces are used, if more of RAM is in use than ever. */
  noteUse(spaces: Iterable<Space>): void {
    const { used } = this.extents.division();
    if (used < this.notedPeak) return;
    this.notedPeak = used;
    this.unusedAtPeak = 0;
    const seen = new Set<Extent>();
    for (const space of spaces) {
      if (!(space instanceof RegisterSpace) || space.pieces.some(({ extent }) => extent !== null && seen.has(extent)))
        continue;
      for (const { extent } of space.pieces) if (extent !== null) seen.add(extent);
      this.unusedAtPeak += space.unused;
    }
  }

  /** Clears RAM. */
  zero(start: number, bytes: number): void {
    if (bytes <= 0) return;
    this.written(start, bytes);
    this.memory.u8.fill(0, RAM_BASE + start, RAM_BASE + start + bytes);
    this.memory.count(COUNTER.kernelWrites, Math.ceil(bytes / 8));
  }

  /** Writes bytes that come from elsewhere. */
  write(start: number, bytes: Uint8Array): void {
    this.memory.writeBytes(start, bytes);
    this.memory.count(COUNTER.kernelWrites, Math.ceil(bytes.length / 8));
  }

  copy(from: number, to: number, bytes: number): void {
    if (bytes <= 0) return;
    this.written(to, bytes);
    this.memory.u8.copyWithin(RAM_BASE + to, RAM_BASE + from, RAM_BASE + from + bytes);
    this.memory.count(COUNTER.kernelReads, Math.ceil(bytes / 8));
    this.memory.count(COUNTER.kernelWrites, Math.ceil(bytes / 8));
  }

  private written(start: number, bytes: number): void {
    for (let frame = start >>> PAGE_SHIFT; frame <= (start + bytes - 1) >>> PAGE_SHIFT; frame++)
      this.memory.written(frame);
  }

  /** Moves the pieces together where that can be done. False: it cannot, or would not give `size` bytes in one hole. */
  compact(size: number): boolean {
    if (!this.movable || this.extents.division().free < size) return false;
    this.extents.compact((from, to, bytes) => this.moved(from, to, bytes));
    this.active?.load();
    return true;
  }

  /** The content of a piece goes elsewhere. */
  moved(from: number, to: number, bytes: number): void {
    this.copy(from, to, bytes);
    this.memory.count(COUNTER.extentMoves);
    this.vm.emit({ kind: 'move', from, to, bytes });
  }

  /** There was no room. */
  shortOfMemory(): void {
    this.vm.tooFewFrames();
  }

  noteStray(physical: number, access: Access): void {
    if (physical < OS_BYTES && access === WRITE) this.osTouched = true;
    if (this.strays.length < MOST_STRAYS) this.strays.push({ physical, write: access === WRITE });
  }

  /** Strays since the last call, the first ones of many; and whether the kernel's own memory was written to. */
  takeStrays(): { strays: readonly Stray[]; osTouched: boolean } {
    const { strays, osTouched } = this;
    if (strays.length > 0) this.strays = [];
    this.osTouched = false;
    return { strays, osTouched };
  }

  /** Remembers the present state but for RAM: the function given back restores it. */
  remember(): () => void {
    const parts = [this.extents.remember(), this.os.remember()];
    const { place, active, osTouched, unusedAtPeak, notedPeak } = this;
    const resident = place?.resident ?? null;
    const strays = [...this.strays];
    return () => {
      for (const restore of parts) restore();
      Object.assign(this, { place, active, osTouched, unusedAtPeak, notedPeak });
      if (place !== null) place.resident = resident;
      this.strays = [...strays];
    };
  }
}

export function unitOf({ virtualBits }: RegistersDesign): number {
  return 2 ** Math.min(12, Math.max(4, virtualBits - 8));
}
