import type { Image } from '../../asm/image.js';
import { COUNTER } from '../../memory/layout.js';
import type { SegmentsDesign } from '../../mmu/design.js';
import type { Area } from '../vm/area.js';
import type { LoadProblem } from '../vm/load-problem.js';
import type { SpaceLayout } from '../vm/space.js';
import { allocate } from './contiguous-space.js';
import type { PlainMemory } from './plain-memory.js';
import { NO_RIGHTS, type Piece, RegisterSpace } from './register-space.js';

/** A new stack has so much, or half of its segment. */
const FIRST_STACK_BYTES = 16 * 1024;

/**
 * An address space of segments: the top bits of an address choose one. The program's code and constants lie in segment 0, data and heap in
 * segment 1, mappings in the one below the stack if it is free, the stack in the last, which grows down. Each is a piece of RAM as large as what
 * is in it; a piece that cannot grow where it is moves.
 */
export class SegmentedSpace extends RegisterSpace {
  protected readonly sharesPieces = true;
  private readonly span: number;

  private constructor(plain: PlainMemory, pid: number, stackLimit: number) {
    const { virtualBits, selectorBits } = plain.design as SegmentsDesign;
    const span = 2 ** (virtualBits - selectorBits);
    const count = 2 ** selectorBits;
    const { unit } = plain;
    const firstStack = Math.min(FIRST_STACK_BYTES, Math.max(unit, Math.floor(span / 2 / unit) * unit));
    const layout: SpaceLayout = {
      unit,
      lowest: 0,
      end: count * span,
      mmapTop: (count - 1) * span,
      stackGap: 0,
      firstStack,
    };
    const pieces = Array.from({ length: count }, (_, index): Piece => {
      const down = index === count - 1;
      return { index, start: index * span, end: (index + 1) * span, down, rights: NO_RIGHTS, extent: null };
    });
    super(plain, pid, layout, Math.min(stackLimit, span), pieces);
    this.span = span;
  }

  /** A new, empty space. Its pieces are made when something is put into them. */
  static create(plain: PlainMemory, pid: number, stackLimit: number): SegmentedSpace {
    return new SegmentedSpace(plain, pid, stackLimit);
  }

  private get stack(): Piece {
    return this.pieces.at(-1)!;
  }

  /** Makes the pieces of a program: first the stack, then from low to high addresses. */
  admit(image: Image): Image | LoadProblem {
    const sizes = new Map<number, number>([[this.stack.index, this.layout.firstStack!]]);
    for (const { name, address, memoryBytes } of image.segments) {
      const [start, end] = [Number(address), Number(address) + memoryBytes];
      const piece = this.pieces[Math.floor(start / this.span)];
      if (piece === undefined || piece === this.stack || end > piece.end) {
        const [lowest, last] =
          piece === undefined || piece === this.stack ? [0, this.stack.start] : [piece.start, piece.end];
        return {
          problem: 'segmentOutsideUserSpace',
          segment: name,
          address,
          end: BigInt(end),
          room: { start: lowest, end: last },
        };
      }
      sizes.set(piece.index, Math.max(sizes.get(piece.index) ?? 0, end - piece.start));
    }
    for (const [index, size] of [...sizes].sort(([a], [b]) =>
      a === this.stack.index ? -1 : b === this.stack.index ? 1 : a - b,
    ))
      if (!this.resize(this.pieces[index]!, size))
        return { problem: 'outOfMemory', segment: null, address: image.entry };
    return this.withHeap(image);
  }

  /** The heap of a program without data starts a segment of its own, so that its code stays what it is. */
  private withHeap(image: Image): Image {
    const last = image.segments.reduce((a, b) =>
      b.address + BigInt(b.memoryBytes) > a.address + BigInt(a.memoryBytes) ? b : a,
    );
    const next = this.pieces[Math.floor(Number(last.address) / this.span) + 1]!;
    return last.write || next === this.stack ? image : { ...image, heapStart: BigInt(next.start) };
  }

  protected extend({ start, end }: Area): boolean {
    const piece = this.pieces[Math.floor(start / this.span)];
    if (piece === undefined || end > piece.end) return false;
    const size = piece.down ? piece.end - start : end - piece.start;
    return size <= (piece.extent?.size ?? 0) || this.resize(piece, size);
  }

  /** Gives a piece another size; what is new is cleared. False: there is no room. */
  private resize(piece: Piece, bytes: number): boolean {
    const { plain } = this;
    const { unit } = this.layout;
    const size = Math.ceil(bytes / unit) * unit;
    const old = piece.extent?.size ?? 0;
    if (piece.extent === null) {
      piece.extent = allocate(plain, size);
      if (piece.extent === null) return false;
    } else if (piece.extent.owners > 1 || !plain.extents.resize(piece.extent, size, piece.down)) {
      if (!this.moveTo(piece, size)) return false;
    }
    const { base } = piece.extent;
    if (size > old) plain.zero(piece.down ? base : base + old, size - old);
    this.reload();
    return true;
  }

  /** The piece goes to where there is room for it, with its content. */
  private moveTo(piece: Piece, size: number): boolean {
    const { plain } = this;
    const to = allocate(plain, size);
    // Where it is now is looked up only here: making room may have moved it.
    const from = piece.extent!;
    if (to === null) return from.owners === 1 && plain.extents.resize(from, size, piece.down);
    const bytes = Math.min(from.size, size);
    plain.moved(
      piece.down ? from.base + from.size - bytes : from.base,
      piece.down ? to.base + size - bytes : to.base,
      bytes,
    );
    plain.extents.release(from);
    piece.extent = to;
    return true;
  }

  /** A piece allows what any of its areas does. One that can now be written is no longer shared. */
  protected settle(): void {
    for (const piece of this.pieces) {
      const areas = this.areasOf(piece);
      const any = (right: 'read' | 'write' | 'execute') => areas.some(({ rights }) => rights[right]);
      const shared = piece.extent !== null && piece.extent.owners > 1;
      const write = any('write') && (!shared || this.moveTo(piece, piece.extent!.size));
      piece.rights = { read: any('read') || any('write') || any('execute'), write, execute: any('execute') };
    }
    this.reload();
  }

  private areasOf({ start, end }: Piece): Area[] {
    return this.list.filter((area) => area.start >= start && area.start < end);
  }

  protected trim(): void {
    for (const piece of this.pieces) {
      const areas = this.areasOf(piece);
      if (piece.extent === null || (piece.extent.owners > 1 && areas.length > 0)) continue;
      if (areas.length > 0) this.plain.extents.resize(piece.extent, sizeFor(piece, areas), piece.down);
      else {
        this.plain.extents.release(piece.extent);
        piece.extent = null;
      }
    }
  }

  private reload(): void {
    if (this.plain.active === this) this.load();
  }

  findHole(length: number): number {
    const below = this.pieces[this.pieces.length - 2]!;
    const heap = this.pieces[Math.floor(this.heapStart / this.span)]!;
    const piece = below.index > heap.index ? below : heap;
    const areas = this.areasOf(piece);
    // The lowest one: a piece reaches from its start to the last thing in it.
    let start = Math.ceil(Math.max(piece.start, piece === heap ? this.heapEnd : 0) / 4096) * 4096;
    for (const area of areas) {
      if (area.end <= start) continue;
      if (area.start >= start + length) break;
      start = Math.ceil(area.end / 4096) * 4096;
    }
    return start + length <= piece.end ? start : -1;
  }

  growStack(address: number): Area | null {
    const { unit } = this.layout;
    const index = this.indexAbove(address);
    const area = this.list[index];
    const start = Math.floor(address / unit) * unit;
    if (!area?.growsDown || start < this.stack.start || this.stack.end - start > this.stackLimit) return null;
    if (!this.resize(this.stack, this.stack.end - start)) return null;
    const grown = { ...area, start };
    this.list[index] = grown;
    this.vm.emit({ kind: 'stackGrowth', pid: this.pid, from: area.start, to: start });
    return grown;
  }

  /** Copies of all pieces, but code that cannot be written is shared. */
  fork(pid: number): SegmentedSpace | null {
    const { plain } = this;
    const child = new SegmentedSpace(plain, pid, this.stackLimit);
    child.inherit(this);
    for (const piece of this.pieces) {
      const own = child.pieces[piece.index]!;
      if (piece.extent === null) continue;
      own.rights = piece.rights;
      if (!piece.rights.write) {
        piece.extent.owners++;
        own.extent = piece.extent;
        continue;
      }
      own.extent = allocate(plain, piece.extent.size);
      if (own.extent === null) {
        child.destroy();
        return null;
      }
      plain.copy(piece.extent.base, own.extent.base, piece.extent.size);
      plain.memory.count(COUNTER.pageCopies, Math.ceil(piece.extent.size / 4096));
    }
    return child;
  }
}

function sizeFor({ start, end, down }: Piece, areas: readonly Area[]): number {
  return down ? end - areas[0]!.start : areas.at(-1)!.end - start;
}
