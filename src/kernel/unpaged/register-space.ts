import type { Image } from '../../asm/image.js';
import { SEGMENT_FLAG } from '../../memory/layout.js';
import { READ, WRITE } from '../../mmu/fault.js';
import { NO_SEGMENT, type SegmentRegister } from '../../mmu/schemes/registers.js';
import type { Area } from '../vm/area.js';
import type { Rights } from '../vm/entry.js';
import { type AccessKind, allows, type FaultOutcome } from '../vm/page-fault.js';
import { Space, type SpaceLayout } from '../vm/space.js';
import type { Extent } from './extents.js';
import type { Stretch } from './place.js';
import type { PlainMemory } from './plain-memory.js';

/** One register and the piece of RAM that it describes. */
export interface Piece {
  /** Number of the register. */
  readonly index: number;
  /** Part of the address space that it is for. Virtual addresses. */
  readonly start: number;
  readonly end: number;
  /** Grows down from `end`; else up from `start`. */
  readonly down: boolean;
  rights: Rights;
  /** null: nothing is there. */
  extent: Extent | null;
}

export const ALL_RIGHTS: Rights = { read: true, write: true, execute: true };
export const NO_RIGHTS: Rights = { read: false, write: false, execute: false };
/** What Linux's programs take for a page: mappings start at multiples of it. */
const ABI_PAGE = 4096;

/** An address space in pieces of RAM that registers describe. Everything of it is in RAM from the start. */
export abstract class RegisterSpace extends Space {
  readonly plain: PlainMemory;
  readonly pieces: readonly Piece[];
  /** Slots of the swap device that hold the image, by physical address of the page, while another process has the place. */
  readonly saved = new Map<number, number>();
  /** The image could not be brought to the disk or back: the process cannot go on. */
  lost = false;

  constructor(plain: PlainMemory, pid: number, layout: SpaceLayout, stackLimit: number, pieces: readonly Piece[]) {
    super(plain.vm, pid, layout, stackLimit);
    this.plain = plain;
    this.pieces = pieces;
  }

  /** Pieces with several owners are used by all of them at once. */
  protected abstract readonly sharesPieces: boolean;
  /** Makes room for an area. False: there is none. */
  protected abstract extend(area: Area): boolean;
  /** Areas have come or have other rights: the registers follow. */
  protected abstract settle(): void;
  /** Areas have gone: what no area needs any more is given back. */
  protected abstract trim(): void;

  override get sharesMappings(): boolean {
    return false;
  }

  map(area: Area): boolean {
    if (!this.isFree(area.start, area.end)) this.unmap(area.start, area.end);
    if (!this.extend(area)) return false;
    if (area.image !== null) this.copyImage(area.image, area.start, area.end);
    this.insert(area);
    this.settle();
    return true;
  }

  /** Content of an area; what lies around it has been cleared. */
  private copyImage(image: Image, start: number, end: number): void {
    for (const segment of image.segments) {
      const address = Number(segment.address);
      const from = Math.max(start, address);
      const to = Math.min(end, address + segment.bytes.length);
      if (from < to) this.plain.write(this.physicalOf(from), segment.bytes.subarray(from - address, to - address));
    }
  }

  unmap(start: number, end: number): void {
    if (this.isFree(start, end)) return;
    this.forget(start, end, true);
    this.replace(start, end, () => []);
    this.trim();
    this.settle();
  }

  forget(start: number, end: number, all = false): void {
    for (const area of this.list) {
      if (area.end <= start || area.start >= end || (area.shared && !all)) continue;
      const [first, last] = [Math.max(start, area.start), Math.min(end, area.end)];
      // What relatives use too stays as it is.
      if (this.pieceAt(first)!.extent!.owners > 1 && this.sharesPieces) continue;
      this.plain.zero(this.physicalOf(first), last - first);
      if (area.image !== null && !all) this.copyImage(area.image, first, last);
    }
  }

  protect(start: number, end: number, rights: Rights): boolean {
    const hole = this.firstHole(start, end);
    const last = hole ?? end;
    if (last > start) {
      this.replace(start, last, (area) => [{ ...area, rights }]);
      this.mergeAround(start, last);
      this.settle();
    }
    return hole === null;
  }

  move(start: number, end: number, to: number): boolean {
    const area = this.areaAt(start)!;
    if (!this.map({ ...area, start: to, end: to + end - start })) return false;
    this.plain.copy(this.physicalOf(start), this.physicalOf(to), end - start);
    this.unmap(start, end);
    return true;
  }

  setBreak(end: number): number {
    const { unit } = this.layout;
    if (end < this.heapStart || end > this.layout.end) return this.heapEnd;
    const from = Math.ceil(this.heapEnd / unit) * unit;
    const to = Math.ceil(end / unit) * unit;
    if (to < from) this.unmap(to, from);
    if (to > from && (!this.isFree(from, to) || !this.map(heapArea(from, to)))) return this.heapEnd;
    this.heapEnd = end;
    return end;
  }

  /** Start of the highest hole of `length` bytes in a range of addresses; -1 when there is none. */
  protected highestHole(length: number, low: number, high: number): number {
    let end = high;
    for (let i = this.list.length - 1; i >= -1 && end > low; i--) {
      const area = this.list[i];
      const start = Math.floor((end - length) / ABI_PAGE) * ABI_PAGE;
      if (area !== undefined && area.start >= end) continue;
      if (start >= Math.max(low, area?.end ?? low)) return start;
      if (area !== undefined) end = Math.min(end, area.start);
    }
    return -1;
  }

  resolve(address: number, access: AccessKind): FaultOutcome {
    if (this.lost) return 'shortage';
    const before = this.vm.shortage;
    const known = this.areaAt(address);
    const area = known ?? this.growStack(address);
    if (area !== null && !allows(area.rights, access)) return 'SEGV_ACCERR';
    if (known !== null) return 'SEGV_ACCERR';
    if (area !== null) return 'resolved';
    return this.vm.shortage === before ? 'SEGV_MAPERR' : 'shortage';
  }

  /** The piece that an address falls into, as far as it reaches; null. */
  pieceAt(address: number): Piece | null {
    const piece = this.pieces.find(({ start, end }) => address >= start && address < end);
    if (piece === undefined || piece.extent === null) return null;
    const { size } = piece.extent;
    return (piece.down ? address >= piece.end - size : address < piece.start + size) ? piece : null;
  }

  /** Physical address of an address in a piece. */
  protected physicalOf(address: number): number {
    const piece = this.pieceAt(address)!;
    const { base, size } = piece.extent!;
    return piece.down ? base + size - (piece.end - address) : base + address - piece.start;
  }

  reach(address: number, access: 'read' | 'write'): number {
    if (!this.present()) return this.refuse('shortage');
    const piece = this.pieceAt(address);
    if (piece?.rights[access]) return this.physicalOf(address);
    const outcome = this.resolve(address, access);
    return outcome === 'resolved' ? this.physicalOf(address) : this.refuse(outcome);
  }

  override writable(address: number, length: number): number {
    let end = address;
    const limit = Math.min(address + length, this.layout.end);
    while (end < limit) {
      const piece = this.pieceAt(end);
      if (piece?.rights.write) end = Math.min(limit, piece.down ? piece.end : piece.start + piece.extent!.size);
      else if (piece !== null || this.growStack(end) === null) break;
    }
    return end - address;
  }

  protected refuse(outcome: FaultOutcome): -1 {
    this.lastOutcome = outcome;
    return -1;
  }

  locate(address: bigint): number {
    if (address >= BigInt(this.layout.end) || this.pieceAt(Number(address)) === null) return -1;
    return this.physicalOf(Number(address));
  }

  walk(): null {
    return null;
  }

  /** The image is in RAM, or has been brought there. */
  protected present(): boolean {
    return !this.lost;
  }

  activate(): void {
    this.plain.active = this;
    if (!this.present()) this.lost = true;
    this.load();
  }

  override resume(): void {
    if (!this.lost && !this.present()) this.activate();
  }

  /** Loads the registers of the MMU. */
  load(): void {
    this.plain.registers.load(this.lost ? [{ ...NO_SEGMENT, flags: SEGMENT_FLAG.valid }] : this.segments());
  }

  /** What the registers hold for this space. */
  segments(): SegmentRegister[] {
    const registers: SegmentRegister[] = [];
    for (const { index, down, rights, extent } of this.pieces) {
      while (registers.length < index) registers.push(NO_SEGMENT);
      if (extent === null) registers.push(NO_SEGMENT);
      else {
        const flags = flagsOf(rights) | (down ? SEGMENT_FLAG.growsDown : 0);
        registers.push({ base: down ? extent.base + extent.size : extent.base, size: extent.size, flags });
      }
    }
    return registers;
  }

  /** What of RAM belongs to areas. */
  stretches(): Stretch[] {
    return this.list.map(({ start, end }) => {
      const first = this.physicalOf(start);
      return { start: first, end: first + end - start };
    });
  }

  override occupies(physical: number): boolean {
    return this.pieces.some(({ extent }) => {
      return extent !== null && physical >= extent.base && physical < extent.base + extent.size;
    });
  }

  /** Bytes in pieces that no area uses: internal fragmentation. */
  get unused(): number {
    const held = this.pieces.reduce((sum, { extent }) => sum + (extent?.size ?? 0), 0);
    return held - this.list.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  destroy(): void {
    for (const piece of this.pieces) {
      if (piece.extent !== null) this.plain.extents.release(piece.extent);
      piece.extent = null;
    }
    this.list = [];
    if (this.plain.active === this) this.plain.active = null;
  }

  remember(): () => void {
    const areas = [...this.list];
    const { heapStart, heapEnd, lastOutcome, lost } = this;
    const pieces = this.pieces.map(({ rights, extent }) => ({ rights, extent }));
    const saved = [...this.saved];
    return () => {
      this.list = [...areas];
      Object.assign(this, { heapStart, heapEnd, lastOutcome, lost });
      this.pieces.forEach((piece, i) => {
        Object.assign(piece, pieces[i]);
      });
      this.saved.clear();
      for (const [page, slot] of saved) this.saved.set(page, slot);
    };
  }

  /** Takes over what a parent has but for the pieces. */
  protected inherit(parent: RegisterSpace): void {
    this.list = [...parent.list];
    this.heapStart = parent.heapStart;
    this.heapEnd = parent.heapEnd;
  }
}

export function flagsOf({ read, write, execute }: Rights): number {
  const { valid, read: r, write: w, execute: x } = SEGMENT_FLAG;
  return valid | (read ? r : 0) | (write ? w : 0) | (execute ? x : 0);
}

export const accessNumber = (access: 'read' | 'write') => (access === 'read' ? READ : WRITE);

function heapArea(start: number, end: number): Area {
  const rights = { read: true, write: true, execute: false };
  return { start, end, rights, kind: 'heap', name: '[heap]', image: null, growsDown: false, shared: false };
}
