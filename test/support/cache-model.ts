import type { HierarchyConfig } from '../../src/mmu/caches/config.js';

/** A line in a way of a set, with all that any policy may want to know. */
interface Held {
  line: number;
  dirty: boolean;
  used: number;
  filled: number;
  uses: number;
}

type Name = 'l1i' | 'l1d' | 'l2' | 'l3';

/** One cache, written from the specification with lists that are searched: slow, and nothing shared with the product. */
class ModelCache {
  readonly sets: (Held | null)[][];
  readonly below: ModelCache | null;
  readonly above: ModelCache[] = [];
  /** Of tree pseudo-LRU: the last use of each half is what a node remembers, so the halves' newest use decides. */
  readonly touched: number[][];
  hits = 0;
  misses = 0;
  handedDown = 0;
  random: number;
  readonly name: Name;
  readonly policy: string;
  readonly through: boolean;

  constructor(name: Name, shape: NonNullable<HierarchyConfig['l1d']>, seed: number, below: ModelCache | null) {
    this.name = name;
    this.policy = shape.policy;
    this.through = shape.write === 'through';
    this.sets = Array.from({ length: shape.sets }, () => Array.from({ length: shape.ways }, () => null));
    this.touched = Array.from({ length: shape.sets }, () => Array.from({ length: shape.ways }, () => -1));
    this.random = seed === 0 ? 1 : seed;
    this.below = below;
    below?.above.push(this);
  }

  set(line: number): (Held | null)[] {
    return this.sets[line % this.sets.length]!;
  }

  find(line: number): Held | null {
    return this.set(line).find((held) => held?.line === line) ?? null;
  }

  touch(line: number, time: number): void {
    const index = line % this.sets.length;
    const way = this.sets[index]!.findIndex((held) => held?.line === line);
    this.touched[index]![way] = time;
  }

  victim(line: number): number {
    const set = this.set(line) as Held[];
    const smallest = (key: (held: Held) => number) => {
      const keys = set.map(key);
      return keys.indexOf(Math.min(...keys));
    };
    switch (this.policy) {
      case 'lru':
        return smallest(({ used }) => used);
      case 'fifo':
        return smallest(({ filled }) => filled);
      case 'lfu':
        return smallest(({ uses }) => uses);
      case 'plru':
        return this.oldestHalf(this.touched[line % this.sets.length]!, 0);
      default:
        return this.draw() % set.length;
    }
  }

  /** The half whose newest use is older; of two untouched ones the left. */
  private oldestHalf(times: readonly number[], offset: number): number {
    if (times.length === 1) return offset;
    const half = times.length / 2;
    const [left, right] = [times.slice(0, half), times.slice(half)];
    return Math.max(...left) > Math.max(...right)
      ? this.oldestHalf(right, offset + half)
      : this.oldestHalf(left, offset);
  }

  /** Marsaglia's xorshift32 with shifts 13, 17, 5. */
  private draw(): number {
    let x = BigInt(this.random);
    x ^= BigInt.asUintN(32, x << 13n);
    x ^= x >> 17n;
    x ^= BigInt.asUintN(32, x << 5n);
    this.random = Number(x);
    return this.random;
  }
}

/** The hierarchy of mmu/caches/README.md once more. Places: 0 to 2 levels, 3 memory. */
export class CacheModel {
  readonly caches = new Map<Name, ModelCache>();
  readonly found: Record<'fetch' | 'data' | 'walk', number[]> = {
    fetch: [0, 0, 0, 0],
    data: [0, 0, 0, 0],
    walk: [0, 0, 0, 0],
  };
  private readonly entry: Record<'fetch' | 'data' | 'walk', ModelCache | null>;
  private readonly inclusive: boolean;
  private time = 0;

  constructor(config: HierarchyConfig) {
    const build = (name: Name, below: ModelCache | null) => {
      const shape = config[name];
      if (shape === null) return below;
      const seed = config.seed + ['l1i', 'l1d', 'l2', 'l3'].indexOf(name);
      const cache = new ModelCache(name, shape, seed, below);
      this.caches.set(name, cache);
      return cache;
    };
    const l3 = build('l3', null);
    const l2 = build('l2', l3);
    const l1d = build('l1d', l2);
    const l1i = config.unified ? l1d : build('l1i', l2);
    const walk = { l1d, l2, l3, memory: null }[config.walks];
    this.entry = { fetch: l1i, data: l1d, walk };
    this.inclusive = config.inclusive;
  }

  lookUp(asker: 'fetch' | 'data' | 'walk', line: number, write: boolean): void {
    const missed: ModelCache[] = [];
    let cache = this.entry[asker];
    while (cache !== null) {
      const held = cache.find(line);
      if (held !== null) {
        cache.hits++;
        held.used = this.time++;
        held.uses++;
        cache.touch(line, this.time);
        break;
      }
      cache.misses++;
      missed.push(cache);
      cache = cache.below;
    }
    this.found[asker][cache === null ? 3 : { l1i: 0, l1d: 0, l2: 1, l3: 2 }[cache.name]]!++;
    for (const above of missed.reverse()) if (!write || !above.through) this.fill(above, line);
    if (write) this.store(this.entry[asker], line);
  }

  private fill(cache: ModelCache, line: number): Held {
    const set = cache.set(line);
    let way = set.indexOf(null);
    if (way < 0) {
      way = cache.victim(line);
      const old = set[way]!;
      if (this.inclusive && this.dropAbove(cache, old.line)) old.dirty = true;
      set[way] = null;
      if (old.dirty) this.handDown(cache, old.line);
      // What was handed down may have come back to this set only through inclusion, which never fills.
    }
    const held = { line, dirty: false, used: this.time, filled: this.time++, uses: 1 };
    set[way] = held;
    cache.touch(line, this.time);
    return held;
  }

  private dropAbove(cache: ModelCache, line: number): boolean {
    let dirty = false;
    for (const above of cache.above) {
      if (this.dropAbove(above, line)) dirty = true;
      const set = above.set(line);
      const way = set.findIndex((held) => held?.line === line);
      if (way < 0) continue;
      if (set[way]!.dirty) dirty = true;
      set[way] = null;
    }
    return dirty;
  }

  private handDown(from: ModelCache, line: number): void {
    from.handedDown++;
    const cache = from.below;
    if (cache === null) return;
    const held = cache.find(line) ?? this.fill(cache, line);
    if (cache.through) this.handDown(cache, line);
    else held.dirty = true;
  }

  private store(first: ModelCache | null, line: number): void {
    for (let cache = first; cache !== null; cache = cache.below) {
      const held = cache.find(line);
      if (held !== null && !cache.through) {
        held.dirty = true;
        return;
      }
      cache.handedDown++;
    }
  }
}
