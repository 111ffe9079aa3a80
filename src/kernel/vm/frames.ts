import type { PageTable } from './page-table.js';

/** A page-table entry that names a frame: the page (virtual address / page size) of one address space. */
export interface Mapping {
  readonly table: PageTable;
  readonly page: number;
}

const NO_MAPPINGS: readonly Mapping[] = [];

/** `large`: part of a large page, or kept for one. */
export const FRAME_USE = { free: 0, reserved: 1, table: 2, page: 3, large: 4 } as const;
export type FrameUse = (typeof FRAME_USE)[keyof typeof FRAME_USE];

/**
 * The frames of RAM: which are free, what the others hold, and the reverse map from a frame to the entries that name it. Frame 0
 * is never handed out, so that 0 can stand for "no table".
 */
export class Frames {
  readonly count: number;
  readonly use: Uint8Array;
  /** 1: the frame holds a page that may be evicted. Not before it is filled, and not while an operation that is under way has it pinned. */
  readonly candidates: Uint8Array;
  /** Swap slot that holds the same content, or -1. */
  readonly slot: Int32Array;
  /** 1: the content is nowhere else although the dirty bit may be clear (its copy in swap was given up, or the kernel wrote it). */
  readonly onlyCopy: Uint8Array;
  /** 1: the page belongs to a shared area: who writes it writes it for all. */
  readonly shared: Uint8Array;
  /** Order in which pages were brought into their frames. */
  readonly filledAt: Float64Array;
  /** Time (cpu/step-time.ts) of the last use that has been recorded; what the TLB knows is newer, see `lastUse` in eviction.ts. */
  readonly usedAt: Float64Array;
  /** Page-table entries in use, for frames that hold a table. */
  readonly liveEntries: Uint16Array;
  /** Entries that name each frame. The lists are never changed, only replaced. */
  readonly mappings: (readonly Mapping[])[];
  private readonly freeStack: Int32Array;
  private freeCount: number;
  private fills = 0;

  /** `times`: where the processor can note times of use itself; of no use if it is of another length. */
  constructor(count: number, times: Float64Array) {
    this.count = count;
    this.use = new Uint8Array(count);
    this.candidates = new Uint8Array(count);
    this.slot = new Int32Array(count).fill(-1);
    this.onlyCopy = new Uint8Array(count);
    this.shared = new Uint8Array(count);
    this.filledAt = new Float64Array(count);
    this.usedAt = times.length === count ? times : new Float64Array(count);
    this.liveEntries = new Uint16Array(count);
    this.mappings = Array(count).fill(NO_MAPPINGS);
    this.freeStack = new Int32Array(count);
    this.freeCount = 0;
    this.use[0] = FRAME_USE.reserved;
    for (let frame = count - 1; frame > 0; frame--) this.freeStack[this.freeCount++] = frame;
  }

  /** Number of free frames. */
  get free(): number {
    return this.freeCount;
  }

  /** A free frame for the given use, or -1. Lowest first until frames are given back, then last given back first. */
  allocate(use: FrameUse): number {
    if (this.freeCount === 0) return -1;
    const frame = this.freeStack[--this.freeCount]!;
    this.use[frame] = use;
    return frame;
  }

  /** The first of so many adjacent free frames for the given use, the lowest there are at a multiple of `alignment`; -1: there are none. */
  allocateRun(use: FrameUse, length: number, alignment = 1): number {
    const first = this.findRun(length, alignment, (frame) => this.use[frame] === FRAME_USE.free);
    return first < 0 ? -1 : this.takeRun(first, length, use);
  }

  private findRun(length: number, alignment: number, wanted: (frame: number) => boolean): number {
    let run = 0;
    for (let frame = 1; frame < this.count; frame++) {
      run = wanted(frame) && (run > 0 || frame % alignment === 0) ? run + 1 : 0;
      if (run === length) return frame - length + 1;
    }
    return -1;
  }

  private takeRun(first: number, length: number, use: FrameUse): number {
    let left = 0;
    for (let i = 0; i < this.freeCount; i++) {
      const frame = this.freeStack[i]!;
      if (frame < first || frame >= first + length) this.freeStack[left++] = frame;
    }
    this.freeCount = left;
    this.use.fill(use, first, first + length);
    return first;
  }

  /** As `allocateRun`, among frames that are free or hold pages that may be evicted; takes none. */
  findMovable(length: number, alignment = 1): number {
    const movable = (frame: number) => this.use[frame] === FRAME_USE.free || this.candidates[frame] === 1;
    return this.findRun(length, alignment, movable);
  }

  /** Gives a frame back. It must be mapped nowhere. */
  release(frame: number): void {
    this.use[frame] = FRAME_USE.free;
    this.candidates[frame] = 0;
    this.slot[frame] = -1;
    this.onlyCopy[frame] = 0;
    this.shared[frame] = 0;
    this.mappings[frame] = NO_MAPPINGS;
    this.freeStack[this.freeCount++] = frame;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const arrays = [this.use, this.candidates, this.slot, this.onlyCopy, this.shared, this.filledAt, this.usedAt];
    const kept = [...arrays, this.liveEntries, this.freeStack].map((array) => ({ array, copy: array.slice() }));
    const mappings = this.mappings.slice();
    const { freeCount, fills } = this;
    return () => {
      for (const { array, copy } of kept) array.set(copy);
      mappings.forEach((list, frame) => {
        this.mappings[frame] = list;
      });
      this.freeCount = freeCount;
      this.fills = fills;
    };
  }

  /** Notes that a page has just been brought into the frame at `time`; from now on it may be evicted. */
  filled(frame: number, time: number): void {
    this.candidates[frame] = 1;
    this.filledAt[frame] = ++this.fills;
    this.usedAt[frame] = time;
  }

  used(frame: number, time: number): void {
    if (time > this.usedAt[frame]!) this.usedAt[frame] = time;
  }

  addMapping(frame: number, table: PageTable, page: number): void {
    this.mappings[frame] = [...this.mappings[frame]!, { table, page }];
  }

  removeMapping(frame: number, table: PageTable, page: number): void {
    this.mappings[frame] = this.mappings[frame]!.filter((mapping) => mapping.table !== table || mapping.page !== page);
  }

  /** Keeps the page in its frame during `operation`. */
  pinned<T>(frame: number, operation: () => T): T {
    this.candidates[frame] = 0;
    const result = operation();
    this.candidates[frame] = 1;
    return result;
  }
}
