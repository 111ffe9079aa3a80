import type { SecondLevel, TlbConfig, TlbPolicy, TlbShape } from '../../src/mmu/tlb-config.js';
import {
  type Held,
  NAMES,
  pageOfSize,
  SHIFT,
  SIZES,
  type Size,
  TraceArray,
  type Translation,
  Xorshift,
} from './trace-tlb.js';

interface Place {
  readonly array: TraceArray;
  readonly held: Held;
}

/** One level of a TLB, for fetches or data or both: arrays, each for pages of some sizes. */
export class TraceLevel {
  readonly arrays: readonly { readonly array: TraceArray; readonly sizes: readonly Size[] }[];
  private readonly ramBytes: number;

  constructor(shapes: readonly TlbShape[], policy: TlbPolicy, random: Xorshift, ramBytes: number) {
    this.ramBytes = ramBytes;
    this.arrays = shapes.map((shape) => ({
      array: new TraceArray(shape, policy, random),
      sizes: SIZES.filter((size) => (shape.pages ?? ['4K']).includes(NAMES[size]!)),
    }));
  }

  /** What is held of a smallest page. */
  find(page: number, space: number): Place | null {
    for (const { array, sizes } of this.arrays)
      for (const size of sizes) {
        const held = array.find(pageOfSize(page, size), space, size);
        if (held !== null) return { array, held };
      }
    return null;
  }

  /** Enters a translation, or makes the one of its page anew. True: another one had to go. */
  enter(translation: Translation, time: number): boolean {
    const place = this.placeOf(translation);
    const known = this.find(translation.page, translation.space);
    if (known !== null && place?.array === known.array && place.held.size === known.held.size) {
      Object.assign(known.held, place.held, { stamp: known.held.stamp });
      known.array.use(known.held, time);
      return false;
    }
    if (known !== null) known.array.drop((held) => held === known.held);
    return place?.array.fill(place.held, time) ?? false;
  }

  /** Where a page is held, and as what; null: nowhere. */
  private placeOf({ piece, ...content }: Translation): Place | null {
    const { of, page, frame } = content;
    const first = frame - (page % 2 ** SHIFT[of]!);
    const inside = (first + 2 ** SHIFT[of]!) * 4096 <= this.ramBytes;
    const whole = of === 0 || piece || !inside ? undefined : this.arrays.find(({ sizes }) => sizes.includes(of));
    if (whole) return { array: whole.array, held: { ...content, page: pageOfSize(page, of), frame: first, size: of } };
    const small = this.arrays.find(({ sizes }) => sizes.includes(0));
    return small ? { array: small.array, held: content } : null;
  }

  drop(unwanted: (held: Held) => boolean): number {
    return this.arrays.reduce((sum, { array }) => sum + array.drop(unwanted), 0);
  }

  /** A page fault: what a lookup of the page finds goes. */
  dropFound(page: number, space: number): void {
    const found = this.find(page, space);
    found?.array.drop((held) => held === found.held);
  }
}

/** What is held, as it concerns a smallest page. */
export function translationOf(held: Held, page: number): Translation {
  const frame = held.frame + (page - held.page * 2 ** SHIFT[held.size]!);
  return { ...held, page, frame, size: 0, piece: held.size !== held.of };
}

/** Whether something held is the page that a smallest page lies in, or a piece of it. */
export function isOfPage({ page, size, of }: Held, other: number): boolean {
  return pageOfSize(page * 2 ** SHIFT[size]!, of) === pageOfSize(other, of);
}

/** The levels that serve a kind of access; null: there is none. */
export interface TraceSide {
  readonly first: TraceLevel | null;
  readonly second: TraceLevel | null;
}

export interface TraceLevels {
  readonly fetch: TraceSide;
  readonly data: TraceSide;
  /** Each level that holds translations once. */
  readonly all: readonly TraceLevel[];
  /** Of the entries one, two, ... levels above the leaf tables. */
  readonly walkCaches: readonly (TraceArray | null)[];
}

export function levelsOf(config: TlbConfig, ramBytes: number): TraceLevels {
  const { policy, second, unified } = config;
  const random = new Xorshift(config.seed);
  const level = (shapes: readonly TlbShape[]) =>
    shapes.length === 0 ? null : new TraceLevel(shapes, policy, random, ramBytes);
  const first = (shape: TlbShape | null, more: readonly TlbShape[] = []) => (shape ? level([shape, ...more]) : null);
  const fetchFirst = first(config.itlb, config.itlbMore);
  const dataFirst = unified ? fetchFirst : first(config.dtlb, config.dtlbMore);
  const [fetchSecond, dataSecond] = second ? secondLevels(second, level) : [null, null];
  return {
    fetch: { first: fetchFirst, second: fetchFirst && fetchSecond },
    data: { first: dataFirst, second: dataFirst && dataSecond },
    all: [...new Set([fetchFirst, dataFirst, fetchSecond, dataSecond])].filter((one) => one !== null),
    walkCaches: (config.walkCaches ?? []).map((shape) => shape && new TraceArray(shape, policy, random)),
  };
}

function secondLevels(second: SecondLevel, level: (shapes: readonly TlbShape[]) => TraceLevel | null) {
  const data = level(second.data);
  return [second.unified ? data : level(second.instruction), data] as const;
}
