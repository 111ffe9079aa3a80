/** A piece of RAM without a gap. Bytes; `base` is physical and changes when the piece is moved. */
export interface Extent {
  base: number;
  size: number;
  /** Spaces that use it. */
  owners: number;
}

export interface Hole {
  readonly base: number;
  readonly size: number;
}

/** Which of the holes that are large enough is taken. Of equals the lowest. */
export type Fit = 'first' | 'best' | 'worst' | 'next';
export const FITS: readonly Fit[] = ['first', 'best', 'worst', 'next'];

/** How RAM is divided, for reports. Bytes. */
export interface Division {
  readonly used: number;
  readonly free: number;
  readonly holes: number;
  readonly largestHole: number;
}

/**
 * The pieces of RAM from `start` to `end`, sorted, and the holes between them, which are what is left. With partitions RAM is cut into equal
 * parts once and for all, and a piece is one of them. Nothing here touches the content of RAM.
 */
export class Extents {
  readonly start: number;
  readonly end: number;
  readonly fit: Fit;
  /** Bytes of a fixed partition; null: pieces are as large as they are asked for. */
  readonly partition: number | null;
  /** The division when most RAM was in use. */
  peak: Division;
  /** Requests that failed although so much was free, in several holes. */
  refused = 0;
  private list: Extent[] = [];
  /** Where the last search of `next` ended. */
  private hand: number;

  /** `partitions`: number of fixed partitions, or null. */
  constructor(start: number, end: number, unit: number, fit: Fit, partitions: number | null) {
    this.start = start;
    this.end = end;
    this.fit = fit;
    this.partition = partitions === null ? null : Math.floor((end - start) / partitions / unit) * unit;
    this.hand = start;
    this.peak = this.division();
  }

  get extents(): readonly Extent[] {
    return this.list;
  }

  /** Largest piece that can ever be had. */
  get most(): number {
    return this.partition ?? this.end - this.start;
  }

  holes(): Hole[] {
    const holes: Hole[] = [];
    let from = this.start;
    for (const { base, size } of [...this.list, { base: this.end, size: 0 }]) {
      if (base > from) holes.push({ base: from, size: base - from });
      from = base + size;
    }
    return holes;
  }

  division(): Division {
    const holes = this.holes();
    const free = holes.reduce((sum, { size }) => sum + size, 0);
    const largestHole = holes.reduce((most, { size }) => Math.max(most, size), 0);
    return { used: this.end - this.start - free, free, holes: holes.length, largestHole };
  }

  /** A piece of at least `size` bytes; null: there is no hole for it. */
  allocate(size: number): Extent | null {
    const wanted = this.partition ?? size;
    if (wanted < size) return null;
    const hole = this.choose(this.partition === null ? this.holes() : this.freePartitions(), wanted);
    if (hole === null) {
      if (this.division().free >= wanted) this.refused++;
      return null;
    }
    const extent = { base: hole.base, size: wanted, owners: 1 };
    this.hand = hole.base + wanted;
    this.insert(extent);
    return extent;
  }

  private freePartitions(): Hole[] {
    const size = this.partition!;
    const count = Math.floor((this.end - this.start) / size);
    const all = Array.from({ length: count }, (_, i) => ({ base: this.start + i * size, size }));
    return all.filter(({ base }) => !this.list.some((extent) => extent.base === base));
  }

  private choose(holes: readonly Hole[], size: number): Hole | null {
    const large = holes.filter((hole) => hole.size >= size);
    if (large.length === 0) return null;
    if (this.fit === 'first') return large[0]!;
    if (this.fit === 'best') return large.reduce((best, hole) => (hole.size < best.size ? hole : best));
    if (this.fit === 'worst') return large.reduce((worst, hole) => (hole.size > worst.size ? hole : worst));
    // From where the last search ended, in the middle of a hole if need be, and around.
    const rest = holes.map(({ base, size }) => {
      const from = Math.max(base, Math.min(this.hand, base + size));
      return { base: from, size: base + size - from };
    });
    return rest.find((hole) => hole.base >= this.hand && hole.size >= size) ?? large[0]!;
  }

  private insert(extent: Extent): void {
    const index = this.list.findIndex(({ base }) => base > extent.base);
    this.list.splice(index < 0 ? this.list.length : index, 0, extent);
    this.notePeak();
  }

  private notePeak(): void {
    const now = this.division();
    if (now.used > this.peak.used) this.peak = now;
  }

  /** Gives up one ownership; with the last the piece is a hole. */
  release(extent: Extent): void {
    extent.owners--;
    if (extent.owners === 0) this.list.splice(this.list.indexOf(extent), 1);
  }

  /** Changes the size at one end, the other stays. False: there is no room. */
  resize(extent: Extent, size: number, down: boolean): boolean {
    if (this.partition !== null) return size <= extent.size;
    const index = this.list.indexOf(extent);
    const before = this.list[index - 1];
    const next = this.list[index + 1];
    const low = before === undefined ? this.start : before.base + before.size;
    const high = next === undefined ? this.end : next.base;
    const base = down ? extent.base + extent.size - size : extent.base;
    if (base < low || base + size > high) return false;
    extent.base = base;
    extent.size = size;
    this.notePeak();
    return true;
  }

  /**
   * Moves all pieces together at the low end, so that there is one hole. `move` copies the content; it is called in such an order that
   * nothing is overwritten before it is copied.
   */
  compact(move: (from: number, to: number, size: number) => void): void {
    let to = this.start;
    for (const extent of this.list) {
      if (extent.base !== to) {
        move(extent.base, to, extent.size);
        extent.base = to;
      }
      to += extent.size;
    }
    this.hand = to;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const kept = this.list.map((extent) => ({ extent, copy: { ...extent } }));
    const { hand, peak, refused } = this;
    return () => {
      this.list = kept.map(({ extent, copy }) => Object.assign(extent, copy));
      Object.assign(this, { hand, peak, refused });
    };
  }
}
