import type { CacheName, CacheShape, HierarchyConfig } from '../../src/mmu/caches/config.js';
import { HalvesTree, Xorshift } from './trace-tlb.js';

interface Line {
  number: number;
  dirty: boolean;
  /** Moment of the last use or of the fill, or the number of uses: whatever the policy wants to know. */
  rank: number;
}

/** Names of counters and their values. */
export type Counts = Map<string, number>;

export function add(counts: Counts, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** One cache after the specification (src/mmu/caches/README.md): sets are lists that are searched. */
class TraceCache {
  readonly name: CacheName;
  readonly through: boolean;
  /** Names of its counters. */
  readonly hits: string;
  readonly misses: string;
  readonly writebacks: string;
  private readonly shape: CacheShape;
  private readonly sets: (Line | null)[][];
  private readonly trees: HalvesTree[];
  private readonly random: Xorshift;
  private clock = 0;

  constructor(name: CacheName, shape: CacheShape, seed: number) {
    this.name = name;
    this.hits = `${name}Hits`;
    this.misses = `${name}Misses`;
    this.writebacks = `${name}Writebacks`;
    this.shape = shape;
    this.through = shape.write === 'through';
    this.sets = Array.from({ length: shape.sets }, () => Array.from({ length: shape.ways }, () => null));
    this.trees = Array.from({ length: shape.policy === 'plru' ? shape.sets : 0 }, () => new HalvesTree(shape.ways));
    this.random = new Xorshift(seed);
  }

  find(number: number): Line | null {
    for (const line of this.sets[number % this.shape.sets]!) if (line?.number === number) return line;
    return null;
  }

  use(line: Line): void {
    const { policy } = this.shape;
    if (policy === 'lru') line.rank = ++this.clock;
    if (policy === 'lfu') line.rank++;
    if (policy === 'plru') this.touch(line);
  }

  private touch(line: Line): void {
    const index = line.number % this.shape.sets;
    this.trees[index]!.touch(this.sets[index]!.indexOf(line));
  }

  /** Where another line goes: the first way that is free, else that of the victim. */
  wayFor(number: number): { way: number; victim: Line | null } {
    const index = number % this.shape.sets;
    const set = this.sets[index]!;
    const free = set.indexOf(null);
    if (free >= 0) return { way: free, victim: null };
    const way = this.victim(index);
    return { way, victim: set[way]! };
  }

  private victim(index: number): number {
    const set = this.sets[index]!;
    const { policy } = this.shape;
    if (policy === 'random') return this.random.next() % set.length;
    if (policy === 'plru') return this.trees[index]!.victim();
    let least = 0;
    for (let way = 1; way < set.length; way++) if (set[way]!.rank < set[least]!.rank) least = way;
    return least;
  }

  remove(line: Line): void {
    const set = this.sets[line.number % this.shape.sets]!;
    set[set.indexOf(line)] = null;
  }

  insert(line: Line, way: number): void {
    this.sets[line.number % this.shape.sets]![way] = line;
    line.rank = this.shape.policy === 'lfu' ? 1 : ++this.clock;
    if (this.shape.policy === 'plru') this.touch(line);
  }
}

type Path = readonly TraceCache[];
type Asker = 'fetch' | 'data' | 'walk';
/** Counters of who asked, by where the line was found. */
const found = (asker: Asker) => ({
  l1i: `${asker}L1`,
  l1d: `${asker}L1`,
  l2: `${asker}L2`,
  l3: `${asker}L3`,
  memory: `${asker}Memory`,
});
const FOUND = { fetch: found('fetch'), data: found('data'), walk: found('walk') };

/** All caches: who asks, what goes where, what is counted. */
export class TraceCaches {
  private readonly counts: Counts;
  private readonly lineBytes: number;
  private readonly ramBytes: number;
  private readonly inclusive: boolean;
  private readonly fetchPath: Path;
  private readonly dataPath: Path;
  /** null: walks pass by all caches. */
  private readonly walkPath: Path;
  private readonly all: Path;

  constructor(config: HierarchyConfig, ramBytes: number, counts: Counts) {
    this.counts = counts;
    this.ramBytes = ramBytes;
    this.lineBytes = config.lineBytes;
    this.inclusive = config.inclusive;
    const make = (name: CacheName, seed: number) => {
      const shape = config[name];
      const ignored = name === 'l1i' && config.unified;
      return shape === null || ignored ? [] : [new TraceCache(name, shape, config.seed + seed)];
    };
    const [l1i, l1d, l2, l3] = [make('l1i', 0), make('l1d', 1), make('l2', 2), make('l3', 3)] as const;
    this.fetchPath = [...(config.unified ? l1d : l1i), ...l2, ...l3];
    this.dataPath = [...l1d, ...l2, ...l3];
    this.walkPath = { l1d: this.dataPath, l2: [...l2, ...l3], l3, memory: [] }[config.walks];
    this.all = [...l1i, ...l1d, ...l2, ...l3];
  }

  fetch(first: number): void {
    this.lookUp('fetch', this.fetchPath, this.line(first), false);
  }

  /** The lines of an instruction behind its first. */
  decoded(first: number, bytes: number, second: number, onFirst: number): void {
    for (const line of this.lines(first, bytes, second, onFirst).slice(1)) {
      add(this.counts, 'fetchLines');
      this.lookUp('fetch', this.fetchPath, line, false);
    }
  }

  access(first: number, bytes: number, second: number, onFirst: number, use: number): void {
    const lines = this.lines(first, bytes, second, onFirst);
    for (const bit of [1, 2]) {
      if ((use & bit) === 0) continue;
      add(this.counts, 'dataLines', lines.length - 1);
      for (const line of lines) this.lookUp('data', this.dataPath, line, bit === 2);
    }
  }

  /** A page-table entry is read, or written. */
  walk(address: number, write: boolean): void {
    if (address >= this.ramBytes) add(this.counts, 'walkMemory');
    else this.lookUp('walk', this.walkPath, this.line(address), write);
  }

  private line(address: number): number {
    return Math.floor(address / this.lineBytes);
  }

  private lines(first: number, bytes: number, second: number, onFirst: number): number[] {
    const here = second < 0 ? bytes : onFirst;
    const between = (from: number, to: number) =>
      Array.from({ length: this.line(to) - this.line(from) + 1 }, (_, i) => this.line(from) + i);
    return [...between(first, first + here - 1), ...(second < 0 ? [] : between(second, second + bytes - here - 1))];
  }

  private lookUp(asker: Asker, path: Path, number: number, store: boolean): void {
    const missed: TraceCache[] = [];
    let place: CacheName | 'memory' = 'memory';
    for (const cache of path) {
      const line = cache.find(number);
      add(this.counts, line === null ? cache.misses : cache.hits);
      if (line !== null) {
        cache.use(line);
        place = cache.name;
        break;
      }
      missed.push(cache);
    }
    add(this.counts, FOUND[asker][place]);
    for (const cache of missed.reverse()) if (!store || !cache.through) this.fill(cache, number, false);
    if (store) this.written(path, number);
  }

  /** A store stops at the first cache that is written back and has the line. Those before it hand it down. */
  private written(path: Path, number: number): void {
    for (const cache of path) {
      const line = cache.through ? null : cache.find(number);
      if (line !== null) {
        line.dirty = true;
        return;
      }
      add(this.counts, cache.writebacks);
    }
  }

  private below(cache: TraceCache): TraceCache | null {
    const path = this.dataPath.includes(cache) ? this.dataPath : this.fetchPath;
    return path[path.indexOf(cache) + 1] ?? null;
  }

  /** Above in the sense of inclusion. */
  private above(cache: TraceCache): Path {
    const order = { l1i: 1, l1d: 1, l2: 2, l3: 3 };
    return this.all.filter(({ name }) => order[name] < order[cache.name]);
  }

  private fill(cache: TraceCache, number: number, dirty: boolean): void {
    const { way, victim } = cache.wayFor(number);
    if (victim !== null) {
      cache.remove(victim);
      let wasDirty = victim.dirty;
      for (const other of this.inclusive ? this.above(cache) : []) {
        const line = other.find(victim.number);
        if (line === null) continue;
        wasDirty ||= line.dirty;
        other.remove(line);
      }
      if (wasDirty) this.handDown(cache, victim.number);
    }
    cache.insert({ number, dirty, rank: 0 }, way);
  }

  private handDown(cache: TraceCache, number: number): void {
    add(this.counts, cache.writebacks);
    const next = this.below(cache);
    if (next === null) return;
    const line = next.find(number);
    if (line === null) this.fill(next, number, !next.through);
    else if (!next.through) line.dirty = true;
    if (next.through) this.handDown(next, number);
  }
}
