import type { Image } from '../../asm/image.js';
import { COUNTER } from '../../memory/layout.js';
import type { Area } from '../vm/area.js';
import type { LoadProblem } from '../vm/load-problem.js';
import type { SpaceLayout } from '../vm/space.js';
import type { Extent } from './extents.js';
import { Place } from './place.js';
import type { PlainMemory } from './plain-memory.js';
import { ALL_RIGHTS, accessNumber, RegisterSpace } from './register-space.js';
import { relocated } from './relocate.js';

/**
 * An address space in one piece of RAM, from its lowest area to its stack: physical addresses, static relocation, base, base and bounds. The piece
 * is as large as it will ever be: the heap grows into what lies between it and the stack.
 */
export class ContiguousSpace extends RegisterSpace {
  /** A place has several owners that take turns. */
  protected readonly sharesPieces = false;
  /** Where addresses are those of RAM: the place, which a child shares. */
  private readonly place: Place | null;

  private constructor(plain: PlainMemory, pid: number, extent: Extent, place: Place | null, stackLimit: number) {
    const { design, unit } = plain;
    const start = place === null ? 0 : extent.base;
    // Addresses beyond the width of the design are none, however large a partition is.
    const size = place === null ? Math.min(extent.size, 2 ** design.virtualBits) : extent.size;
    const stack = Math.min(stackLimit, Math.max(unit, Math.floor(size / 8 / unit) * unit));
    const layout: SpaceLayout = {
      unit,
      lowest: start,
      end: start + size,
      mmapTop: start + size - stack,
      stackGap: 0,
      firstStack: stack,
    };
    super(plain, pid, layout, stack, [
      { index: 0, start, end: start + extent.size, down: false, rights: ALL_RIGHTS, extent },
    ]);
    this.place = place;
  }

  /** A new, empty space; null: no hole is large enough. */
  static create(plain: PlainMemory, pid: number, stackLimit: number): ContiguousSpace | null {
    const { design } = plain;
    if (design.kind === 'physical') {
      if (plain.place !== null) plain.place.extent.owners++;
      else plain.place = physicalPlace(plain);
      return plain.place === null ? null : ContiguousSpace.inPlace(plain, pid, plain.place, stackLimit);
    }
    const size = Math.min(2 ** design.virtualBits, plain.extents.partition ?? Number.POSITIVE_INFINITY);
    const extent = allocate(plain, size);
    if (extent === null) return null;
    plain.zero(extent.base, extent.size);
    const place = design.kind === 'relocation' ? new Place(plain, extent) : null;
    const space = new ContiguousSpace(plain, pid, extent, place, stackLimit);
    if (place !== null) place.resident = space;
    return space;
  }

  /** A space in a place that others may have: they are written to the disk. null: it has no room for them. */
  private static inPlace(plain: PlainMemory, pid: number, place: Place, stackLimit: number): ContiguousSpace | null {
    const space = new ContiguousSpace(plain, pid, place.extent, place, stackLimit);
    if (place.resident !== null && !place.save(place.resident)) {
      place.forget(place.resident);
      space.destroy();
      return null;
    }
    place.resident = space;
    plain.zero(place.extent.base, place.extent.size);
    return space;
  }

  admit(program: Image): Image | LoadProblem {
    const { lowest, end } = this.layout;
    const image = this.plain.design.kind === 'relocation' ? relocated(this.plain, program, lowest) : program;
    if ('problem' in image) return image;
    for (const { name, address, memoryBytes } of image.segments) {
      const start = Number(address);
      const last = end - this.stackLimit;
      if (start < lowest || start + memoryBytes > last)
        return {
          problem: 'segmentOutsideUserSpace',
          segment: name,
          address,
          end: address + BigInt(memoryBytes),
          room: { start: lowest, end: last },
        };
    }
    return image;
  }

  protected extend({ start, end }: Area): boolean {
    return start >= this.layout.lowest && end <= this.layout.end;
  }

  protected settle(): void {}

  protected trim(): void {}

  findHole(length: number): number {
    const { lowest, mmapTop } = this.layout;
    return this.highestHole(length, lowest, mmapTop);
  }

  growStack(): null {
    return null;
  }

  /** A copy in another piece; where addresses are those of RAM, an image on the disk that takes turns with this one. */
  fork(pid: number): ContiguousSpace | null {
    const { plain, place } = this;
    if (place !== null) return this.forkToDisk(pid, place);
    const { size } = this.pieces[0]!.extent!;
    const extent = allocate(plain, size);
    if (extent === null) return null;
    plain.copy(this.pieces[0]!.extent!.base, extent.base, size);
    plain.memory.count(COUNTER.pageCopies, Math.ceil(size / 4096));
    const child = new ContiguousSpace(plain, pid, extent, null, this.stackLimit);
    child.inherit(this);
    return child;
  }

  private forkToDisk(pid: number, place: Place): ContiguousSpace | null {
    const child = new ContiguousSpace(this.plain, pid, place.extent, place, this.stackLimit);
    child.inherit(this);
    if (!place.save(child)) {
      place.forget(child);
      return null;
    }
    place.extent.owners++;
    return child;
  }

  protected override present(): boolean {
    return !this.lost && (this.place === null || this.place.bringIn(this));
  }

  /** Where the hardware compares nothing, the kernel reaches whatever RAM there is, as the program itself would. */
  override reach(address: number, access: 'read' | 'write'): number {
    const { kind } = this.plain.design;
    if (kind === 'base-bounds') return super.reach(address, access);
    if (!this.present()) return this.refuse('shortage');
    const extent = this.pieces[0]!.extent!;
    const physical = kind === 'base' ? address + extent.base : address;
    if (physical >= this.plain.memory.ramBytes) return this.refuse('SEGV_MAPERR');
    if (physical < extent.base || physical >= extent.base + extent.size)
      this.plain.noteStray(physical, accessNumber(access));
    return physical;
  }

  override writable(address: number, length: number): number {
    const { design, memory } = this.plain;
    if (design.kind === 'base-bounds') return super.writable(address, length);
    const physical = address + (design.kind === 'base' ? this.pieces[0]!.extent!.base : 0);
    return Math.max(0, Math.min(length, memory.ramBytes - physical));
  }

  override locate(address: bigint): number {
    const { kind } = this.plain.design;
    if (kind === 'base-bounds') return super.locate(address);
    const physical = Number(address) + (kind === 'base' ? (this.pieces[0]!.extent?.base ?? 0) : 0);
    return physical < this.plain.memory.ramBytes ? physical : -1;
  }

  override destroy(): void {
    const { place, plain } = this;
    this.retire();
    super.destroy();
    if (place !== null && place === plain.place && place.extent.owners === 0) plain.place = null;
  }

  override retire(): void {
    const { place } = this;
    if (place === null) return;
    place.forget(this);
    if (place.resident === this) place.resident = null;
  }
}

/** A piece, after the others were moved together if need be. */
export function allocate(plain: PlainMemory, size: number): Extent | null {
  const extent = plain.extents.allocate(size) ?? (plain.compact(size) ? plain.extents.allocate(size) : null);
  if (extent === null) plain.shortOfMemory();
  return extent;
}

/** All addresses above the kernel's. */
function physicalPlace(plain: PlainMemory): Place | null {
  const { extents, design, unit } = plain;
  const end = Math.min(2 ** design.virtualBits, extents.end);
  const extent = allocate(plain, Math.max(unit, end - extents.start));
  return extent === null ? null : new Place(plain, extent);
}
