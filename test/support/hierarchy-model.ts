import type { TlbConfig, TlbPolicy, TlbShape } from '../../src/mmu/tlb-config.js';
import { MmuModel, type ModelAccess, type ModelResult, type ModelRights, type ModelStart } from './mmu-model.js';

/**
 * TLBs of two levels, with large pages, numbered spaces, structure caches and every policy, by the rules of mmu/README.md, sections 2 and 4, and written
 * apart from src/mmu: sets are lists, every question is asked of every entry.
 */
export interface ModelLine extends ModelRights {
  /** log2 of the bytes that the entry covers, and the address over that. */
  reach: bigint;
  number: bigint;
  /** log2 of the page in the tables; first 4 KiB frame of what is covered, or the next table's. */
  size: bigint;
  frame: bigint;
  dirty: boolean;
  global: boolean;
  space: number;
}

interface Slot {
  line: ModelLine | null;
  filled: number;
  used: number;
  uses: number;
}

/** A tree of pseudo-LRU: which half was not used last, by the range of ways of the node. */
type Tree = Map<string, 'left' | 'right'>;

export class ModelArray {
  readonly sets: Slot[][];
  private readonly trees: Tree[];
  readonly reaches: readonly bigint[];
  private readonly policy: TlbPolicy;
  private readonly random: () => number;

  constructor(shape: TlbShape, reaches: readonly bigint[], otherwise: TlbPolicy, random: () => number) {
    const { sets, ways, policy = otherwise } = shape;
    const empty = () => ({ line: null, filled: 0, used: 0, uses: 0 });
    this.sets = Array.from({ length: sets }, () => Array.from({ length: ways }, empty));
    this.trees = this.sets.map(() => new Map());
    this.reaches = reaches;
    this.policy = policy;
    this.random = random;
  }

  private setOf(number: bigint): number {
    return Number(BigInt.asUintN(52, number) % BigInt(this.sets.length));
  }

  find(address: bigint, space: number): Slot | null {
    for (const reach of this.reaches) {
      const number = address >> reach;
      const slots = this.sets[this.setOf(number)]!.filter(
        ({ line }) => line?.reach === reach && line.number === number,
      );
      const found = slots.find(({ line }) => line!.space === space) ?? slots.find(({ line }) => line!.global);
      if (found) return found;
    }
    return null;
  }

  use(slot: Slot, time: number): void {
    slot.used = time;
    slot.uses++;
    this.turn(slot);
  }

  private turn(slot: Slot): void {
    const index = this.sets.findIndex((set) => set.includes(slot));
    const way = this.sets[index]!.indexOf(slot);
    let [low, high] = [0, this.sets[index]!.length];
    while (high - low > 1) {
      const middle = (low + high) / 2;
      this.trees[index]!.set(`${low}-${high}`, way < middle ? 'right' : 'left');
      if (way < middle) high = middle;
      else low = middle;
    }
  }

  /** Fills a line; true: another had to go. */
  fill(line: ModelLine, time: number): boolean {
    const index = this.setOf(line.number);
    const set = this.sets[index]!;
    const vacancy = set.find((slot) => slot.line === null);
    const slot = vacancy ?? set[this.victim(set, this.trees[index]!)]!;
    Object.assign(slot, { line, filled: time, used: time, uses: 1 });
    this.turn(slot);
    return vacancy === undefined;
  }

  private victim(set: readonly Slot[], tree: Tree): number {
    const least = (key: 'used' | 'filled' | 'uses') => {
      const keys = set.map((slot) => slot[key]);
      return keys.indexOf(Math.min(...keys));
    };
    switch (this.policy) {
      case 'lru':
        return least('used');
      case 'fifo':
        return least('filled');
      case 'lfu':
        return least('uses');
      case 'random':
        return this.random() % set.length;
      case 'plru': {
        let [low, high] = [0, set.length];
        while (high - low > 1) {
          const middle = (low + high) / 2;
          if (tree.get(`${low}-${high}`) === 'right') low = middle;
          else high = middle;
        }
        return low;
      }
    }
  }

  drop(unwanted: (line: ModelLine) => boolean): number {
    const slots = this.sets.flat().filter(({ line }) => line !== null && unwanted(line));
    for (const slot of slots) slot.line = null;
    return slots.length;
  }
}

const REACH = { '4K': 12n, '2M': 21n, '1G': 30n } as const;
type Level = readonly ModelArray[];

export class HierarchyModel extends MmuModel {
  pcide = false;
  space = 0;
  stlb = { hits: 0, misses: 0, evictions: 0 };
  cacheHits = [0, 0, 0];
  refills = 0;
  private readonly first: Record<'fetch' | 'data', Level>;
  private readonly second: Record<'fetch' | 'data', Level>;
  private readonly caches: (ModelArray | null)[];
  private readonly bySoftware: boolean;

  constructor(ramBytes: number, config: TlbConfig) {
    super(ramBytes, { fetch: null, data: null, unified: false }, 'lru', config.seed || 1);
    const random = () => this.xorshift();
    const array = (shape: TlbShape) => {
      const reaches = (shape.pages ?? ['4K']).map((size) => REACH[size]).sort((a, b) => Number(a - b));
      return new ModelArray(shape, reaches, config.policy, random);
    };
    const level = (shape: TlbShape | null, more: readonly TlbShape[] = []) => (shape ? [shape, ...more].map(array) : []);
    const fetch = level(config.itlb, config.itlbMore);
    this.first = { fetch, data: config.unified ? fetch : level(config.dtlb, config.dtlbMore) };
    const data = (config.second?.data ?? []).map(array);
    this.second = { fetch: config.second?.unified ? data : (config.second?.instruction ?? []).map(array), data };
    this.caches = (config.walkCaches ?? []).map((shape, above) =>
      shape ? new ModelArray(shape, [21n + 9n * BigInt(above)], config.policy, random) : null,
    );
    this.bySoftware = config.refill === 'software';
  } // biome-ignore format: one line

  private find(level: Level, address: bigint): { array: ModelArray; slot: Slot } | null {
    for (const array of level) {
      const slot = array.find(address, this.space);
      if (slot) return { array, slot };
    }
    return null;
  }

  override translate(unsigned: bigint, access: ModelAccess, time: number): ModelResult {
    const side = access === 'fetch' ? 'fetch' : 'data';
    const address = BigInt.asIntN(64, unsigned);
    const [first, second] = [this.first[side], this.second[side]];
    const known = this.find(first, address);
    if (known) {
      const line = known.slot.line!;
      if (!this.mayAccess(line, access)) {
        this.hits[side]++;
        return this.refuse(unsigned, access);
      }
      if (access !== 'write' || line.dirty) {
        this.hits[side]++;
        known.array.use(known.slot, time);
        return this.arrive(line, address);
      }
    }
    this.misses[side]++;
    const below = first.length > 0 && second.length > 0 ? this.find(second, address) : null;
    if (below) {
      const line = below.slot.line!;
      const allowed = this.mayAccess(line, access);
      if (!allowed || access !== 'write' || line.dirty) {
        this.stlb.hits++;
        if (!allowed) return this.refuse(unsigned, access);
        below.array.use(below.slot, time);
        const splinter = line.reach === 12n && line.size > 12n;
        const found = { ...line, frame: line.frame + ((address >> 12n) - ((line.number << line.reach) >> 12n)) };
        this.hold(first, side, address, found, splinter, time);
        return this.arrive(line, address);
      }
    }
    if (first.length > 0 && second.length > 0) this.stlb.misses++;
    if (!this.paging)
      return unsigned < BigInt(this.words.byteLength) ? { physical: unsigned } : { vector: 13, errorCode: 0, address: unsigned };
    if (address !== BigInt.asIntN(48, address)) return { vector: 13, errorCode: 0, address: unsigned };
    if (this.bySoftware && first.length > 0) {
      const refused = this.pageFault(unsigned, access, { present: false, reserved: false });
      return { ...refused, vector: 258 };
    }
    const start = this.begin(address, time);
    const walked = this.walk(unsigned, access, start);
    if ('vector' in walked) {
      this.forget(address, side);
      return walked;
    }
    this.keep(address, time);
    if (first.length > 0) {
      if (second.length > 0) this.hold(second, null, address, { ...walked, space: this.space }, false, time);
      this.hold(first, side, address, { ...walked, space: this.space }, false, time);
    }
    return { physical: walked.frame * 4096n + (unsigned & 0xfffn) };
  } // biome-ignore format: one line

  private arrive(line: ModelLine, address: bigint): ModelResult {
    return { physical: line.frame * 4096n + BigInt.asUintN(64, address - (line.number << line.reach)) };
  }

  private refuse(unsigned: bigint, access: ModelAccess): ModelResult {
    this.forget(BigInt.asIntN(64, unsigned), access === 'fetch' ? 'fetch' : 'data');
    return this.pageFault(unsigned, access, { present: true, reserved: false });
  }

  /** A page fault takes along what would be used for the address. */
  private forget(address: bigint, side: 'fetch' | 'data'): void {
    const levels = [this.first[side], ...(this.first[side].length > 0 ? [this.second[side]] : [])];
    for (const level of levels) {
      const found = this.find(level, address);
      if (found) found.slot.line = null;
    }
    for (const cache of this.caches) {
      const slot = cache?.find(address, this.space);
      if (slot) slot.line = null;
    }
  }

  /** `found.frame`: of the 4 KiB that the address is in. `side`: of the first level; null: this is the second. */
  private hold(
    level: Level,
    side: 'fetch' | 'data' | null,
    address: bigint,
    found: Omit<ModelLine, 'reach' | 'number'>,
    splinter: boolean,
    time: number,
  ): void {
    const { size, write, user, noExecute, dirty, global } = found;
    const pages = 1n << (size - 12n);
    const base = (found.frame / pages) * pages;
    const fits = !splinter && (base + pages) * 4096n <= BigInt(this.words.byteLength);
    const large = size > 12n && fits ? level.find(({ reaches }) => reaches.includes(size)) : undefined;
    const array = large ?? level.find(({ reaches }) => reaches.includes(12n));
    const reach = large ? size : 12n;
    const frame = large ? base : found.frame;
    const rights = { write, user, noExecute, dirty, global };
    const line: ModelLine = { reach, number: address >> reach, size, frame, space: this.space, ...rights };
    const known = this.find(level, address);
    if (known && known.array === array && known.slot.line!.reach === reach) {
      known.slot.line = line;
      known.array.use(known.slot, time);
      return;
    }
    if (known) known.slot.line = null;
    if (!array?.fill(line, time)) return;
    if (side === null) this.stlb.evictions++;
    else this.evictions[side]++;
  }

  private begin(address: bigint, time: number): ModelStart {
    for (const [above, cache] of this.caches.entries()) {
      const slot = cache?.find(address, this.space);
      if (!slot) continue;
      cache!.use(slot, time);
      this.cacheHits[above]!++;
      const shifts = [39n, 30n, 21n, 12n].slice(3 - above);
      return { table: slot.line!.frame * 4096n, shifts, rights: slot.line! };
    }
    return this.root();
  }

  private keep(address: bigint, time: number): void {
    for (const { shift, entry, rights } of this.path.slice(0, -1)) {
      const cache = this.caches[Number((shift - 21n) / 9n)];
      const frame = (entry & 0x000f_ffff_ffff_f000n) / 4096n;
      const rest = { size: shift, dirty: false, global: false, space: this.space };
      cache?.fill({ reach: shift, number: address >> shift, frame, ...rest, ...rights }, time);
    }
  }

  /** What the handler of a refill does. */
  insert(unsigned: bigint, access: ModelAccess, found: Omit<ModelLine, 'reach' | 'number'>, time: number): void {
    const side = access === 'fetch' ? 'fetch' : 'data';
    const address = BigInt.asIntN(64, unsigned);
    this.refills++;
    this.hold(this.second[side], null, address, found, false, time);
    this.hold(this.first[side], side, address, found, false, time);
  }

  private arrays(): ModelArray[] {
    return [...new Set([this.first, this.second].flatMap(({ fetch, data }) => [...fetch, ...data]))];
  }

  override flush(globalToo: boolean): void {
    for (const array of this.arrays()) this.flushed += array.drop(({ global }) => globalToo || !global);
    for (const cache of this.caches) cache?.drop(() => true);
  }

  flushSpace(space: number): void {
    for (const array of this.arrays()) this.flushed += array.drop((line) => !line.global && line.space === space);
    for (const cache of this.caches) cache?.drop((line) => line.space === space);
  }

  /** The same with global entries. */
  dropSpace(space: number): void {
    for (const array of this.arrays()) this.flushed += array.drop((line) => line.space === space);
    for (const cache of this.caches) cache?.drop((line) => line.space === space);
  }

  private covers(unsigned: bigint): (line: ModelLine) => boolean {
    const address = BigInt.asIntN(64, unsigned);
    return (line) => address >> line.size === (line.number << line.reach) >> line.size;
  }

  override invalidate(unsigned: bigint): void {
    const covers = this.covers(unsigned);
    const mine = (line: ModelLine) => line.global || line.space === this.space;
    for (const array of this.arrays()) array.drop((line) => covers(line) && mine(line));
    for (const cache of this.caches) cache?.drop((line) => line.space === this.space);
  }

  invalidateIn(space: number, unsigned: bigint): void {
    const covers = this.covers(unsigned);
    for (const array of this.arrays()) array.drop((line) => covers(line) && !line.global && line.space === space);
    for (const cache of this.caches) cache?.drop((line) => covers(line) && line.space === space);
  }

  /** Everything that is held, sorted into words: for a comparison. */
  describe(): string[] {
    const lines = this.arrays().map((array) => array.sets.flat().map(({ line }) => line));
    return lines.flatMap((all, index) => all.map((line, place) => (line ? `${index}.${place} ${inWords(line)}` : ''))).filter(Boolean);
  } // biome-ignore format: one line
}

/** `4: 12/12 2a -> 7 WUXD- 1`: reach, size, number, frame, rights, dirty, global, space. */
function inWords(line: ModelLine): string {
  const flags = [line.write ? 'W' : '-', line.user ? 'U' : '-', line.noExecute ? '-' : 'X', line.dirty ? 'D' : '-', line.global ? 'G' : '-'];
  return `${line.reach}/${line.size} ${line.number} -> ${line.frame} ${flags.join('')} ${line.space}`;
} // biome-ignore format: one line
