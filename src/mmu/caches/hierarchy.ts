import { COUNTER, type CounterName } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import { Cache } from './cache.js';
import { CACHE_NAMES, type CacheName, type CacheShape, type HierarchyConfig, hierarchyProblem } from './config.js';

/** What an access does to its lines; a read-modify-write reads all of them, then writes them. */
export type LineUse = 1 | 2 | 3;
export const LINE_READ: LineUse = 1;
export const LINE_WRITE: LineUse = 2;
export const LINE_MODIFY: LineUse = 3;

/** Places where a line can be found: 0 to 2 the first to the third level, 3 memory. */
const MEMORY = 3;
const PLACES = ['L1', 'L2', 'L3', 'Memory'] as const;
type Asker = 'fetch' | 'data' | 'walk';
const served = (asker: Asker): readonly number[] => PLACES.map((place) => COUNTER[`${asker}${place}`]);
const FETCH = served('fetch');
const DATA = served('data');
const WALK = served('walk');

/** A cache in its place. */
interface Level {
  readonly cache: Cache;
  readonly place: number;
  readonly through: boolean;
  /** Replacement counts uses: a hit after a hit on the same line makes a difference. */
  readonly counting: boolean;
  readonly hits: number;
  readonly misses: number;
  /** Of what it hands down. The instruction cache never does. */
  readonly writebacks: number;
  readonly below: Level | null;
  /** Caches directly above. */
  readonly above: Level[];
}

/**
 * The caches, asked with physical addresses once for each line of each reference. README.md is its specification. It
 * decides nothing but where a line is found, which is counted; what that costs is a matter of the profile.
 */
export class MemoryHierarchy {
  readonly config: HierarchyConfig;
  private readonly memory: PhysicalMemory;
  private readonly lineShift: number;
  private readonly inclusive: boolean;
  private readonly caches: readonly Cache[];
  private readonly fetches: Level | null;
  private readonly data: Level | null;
  private readonly walks: Level | null;
  /** First lines looked up by the present step: of its fetch, and of its loads and stores. */
  private fetchedOfStep = 0;
  private accessesOfStep = 0;

  /** Throws a RangeError on a hierarchy that cannot be built. Walks are looked up from now on. */
  constructor(memory: PhysicalMemory, config: HierarchyConfig) {
    const problem = hierarchyProblem(config);
    if (problem !== null) throw new RangeError(problem);
    this.config = config;
    this.memory = memory;
    this.lineShift = Math.log2(config.lineBytes);
    this.inclusive = config.inclusive;
    const caches: Cache[] = [];
    const build = (name: CacheName, below: Level | null): Level | null => {
      const shape = config[name];
      if (shape === null || (name === 'l1i' && config.unified)) return below;
      const level = levelOf(name, shape, config.seed + CACHE_NAMES.indexOf(name), below);
      caches.push(level.cache);
      below?.above.push(level);
      return level;
    };
    const l3 = build('l3', null);
    const l2 = build('l2', l3);
    this.data = build('l1d', l2);
    this.fetches = config.unified ? this.data : build('l1i', l2);
    this.walks = { l1d: this.data, l2, l3, memory: null }[config.walks];
    this.caches = caches;
    memory.onWalk = (address, write) => this.walk(address, write);
  }

  /** A step begins. */
  beginStep(): void {
    this.fetchedOfStep = 0;
    this.accessesOfStep = 0;
  }

  /** The fetch of an instruction whose first byte is at a physical address. */
  fetch(address: number): void {
    this.fetchedOfStep = 1;
    this.count(FETCH, this.read(this.fetches, address >>> this.lineShift));
  }

  /** So many more fetches from the line of that address, one after the other: they hit. Only where L1I is for fetches alone. */
  fetchAgain(address: number, times: number): void {
    const level = this.fetches;
    if (times <= 0 || level === null) return;
    this.memory.count(FETCH[level.place]!, times);
    this.memory.count(level.hits, times);
    if (level.counting) for (let i = 0; i < times; i++) level.cache.used(level.cache.find(address >>> this.lineShift));
  }

  /** The instruction was fetched at the beginning of this step by somebody else, `beginStep` notwithstanding. */
  alreadyFetched(): void {
    this.fetchedOfStep = 1;
  }

  /** The further lines of an instruction of `bytes` bytes; `second` is the physical address of its first byte on a second page, or -1. */
  fetchRest(first: number, bytes: number, second: number, onFirst: number): void {
    const line = first >>> this.lineShift;
    if (second < 0) {
      this.fetchLines(line + 1, (first + bytes - 1) >>> this.lineShift);
      return;
    }
    this.fetchLines(line + 1, (first + onFirst - 1) >>> this.lineShift);
    this.fetchLines(second >>> this.lineShift, (second + bytes - onFirst - 1) >>> this.lineShift);
  }

  private fetchLines(from: number, to: number): void {
    for (let line = from; line <= to; line++) {
      this.memory.count(COUNTER.fetchLines);
      this.count(FETCH, this.read(this.fetches, line));
    }
  }

  /** A load, a store or both, translated: `second` is the physical address of the first byte on a second page, or -1. */
  access(first: number, bytes: number, second: number, onFirst: number, use: LineUse): void {
    if ((use & LINE_READ) !== 0) this.pieces(first, bytes, second, onFirst, false);
    if ((use & LINE_WRITE) !== 0) this.pieces(first, bytes, second, onFirst, true);
  }

  private pieces(first: number, bytes: number, second: number, onFirst: number, write: boolean): void {
    this.accessesOfStep++;
    const { lineShift } = this;
    const start = first >>> lineShift;
    const end = (first + (second < 0 ? bytes : onFirst) - 1) >>> lineShift;
    for (let line = start; line <= end; line++) this.dataLine(line, line !== start, write);
    if (second < 0) return;
    const last = (second + bytes - onFirst - 1) >>> lineShift;
    for (let line = second >>> lineShift; line <= last; line++) this.dataLine(line, true, write);
  }

  private dataLine(line: number, further: boolean, write: boolean): void {
    if (further) this.memory.count(COUNTER.dataLines);
    this.count(DATA, write ? this.write(this.data, line) : this.read(this.data, line));
  }

  /** A page-table entry is read, or written to set A or D. What lies beyond RAM is in no cache. */
  private walk(address: number, write: boolean): void {
    if (address >= this.memory.ramBytes) this.count(WALK, MEMORY);
    else {
      const line = address >>> this.lineShift;
      this.count(WALK, write ? this.write(this.walks, line) : this.read(this.walks, line));
    }
  }

  /** The present step has faulted; `repeating`: between two elements of a string instruction. */
  abort(repeating: boolean): void {
    this.memory.count(COUNTER.abortedFetchLines, repeating ? 1 : this.fetchedOfStep);
    this.memory.count(COUNTER.abortedDataLines, this.accessesOfStep);
    this.beginStep();
  }

  /** The next element of a string instruction: its fetch stands. */
  nextElement(): void {
    this.accessesOfStep = 0;
  }

  private count(places: readonly number[], place: number): void {
    this.memory.count(places[place]!);
  }

  /** Looks a line up from a level down and brings it to all levels on the way. Gives the place where it was. */
  private read(from: Level | null, line: number): number {
    const found = this.lookUp(from, line);
    if (found !== from) this.bring(from, found, line, false);
    return found === null ? MEMORY : found.place;
  }

  /** As a read, but past caches that are written through; then the line is written. */
  private write(from: Level | null, line: number): number {
    const found = this.lookUp(from, line);
    if (found !== from) this.bring(from, found, line, true);
    this.markWritten(from, line);
    return found === null ? MEMORY : found.place;
  }

  private lookUp(from: Level | null, line: number): Level | null {
    const { memory } = this;
    for (let level = from; level !== null; level = level.below) {
      const slot = level.cache.find(line);
      if (slot >= 0) {
        memory.count(level.hits);
        level.cache.used(slot);
        return level;
      }
      memory.count(level.misses);
    }
    return null;
  }

  /** Fills the levels above the one that has the line, the lowest first. */
  private bring(from: Level | null, until: Level | null, line: number, write: boolean): void {
    if (from === until || from === null) return;
    this.bring(from.below, until, line, write);
    if (!write || !from.through) this.fill(from, line);
  }

  /** Gives a line a slot; the victim, if it differs from the level below, is handed down. */
  private fill(level: Level, line: number): number {
    const { cache } = level;
    const slot = cache.place(line);
    const old = cache.lineOf(slot);
    if (old >= 0) {
      let dirty = cache.dirty[slot] === 1;
      if (this.inclusive) for (const above of level.above) dirty = this.dropAbove(above, old) || dirty;
      cache.drop(slot);
      if (dirty) this.handDown(level, old);
    }
    cache.fill(slot, line);
    return slot;
  }

  /** Inclusion: the line leaves this cache and those above. True: one of them had it dirty. */
  private dropAbove(level: Level, line: number): boolean {
    let dirty = false;
    for (const above of level.above) dirty = this.dropAbove(above, line) || dirty;
    const slot = level.cache.find(line);
    if (slot < 0) return dirty;
    dirty ||= level.cache.dirty[slot] === 1;
    level.cache.drop(slot);
    return dirty;
  }

  /** A whole line goes to the next level: it is there, or gets a slot. Replacement sees a fill, and not that it was there. */
  private handDown(from: Level, line: number): void {
    this.memory.count(from.writebacks);
    const level = from.below;
    if (level === null) return;
    let slot = level.cache.find(line);
    if (slot < 0) slot = this.fill(level, line);
    if (level.through) this.handDown(level, line);
    else level.cache.dirty[slot] = 1;
  }

  /** A store ends in the first cache that has the line and is written back; else in memory. */
  private markWritten(from: Level | null, line: number): void {
    for (let level = from; level !== null; level = level.below) {
      const slot = level.through ? -1 : level.cache.find(line);
      if (slot >= 0) {
        level.cache.dirty[slot] = 1;
        return;
      }
      this.memory.count(level.writebacks);
    }
  }

  /** Everything that later lookups depend on, for comparisons. */
  get state(): readonly (Int32Array | Uint32Array | Uint8Array)[] {
    return this.caches.flatMap((cache) => cache.state);
  }

  /** Remembers all caches: the function given back restores them. */
  remember(): () => void {
    const copies = this.state.map((array) => array.slice());
    return () => {
      this.beginStep();
      this.state.forEach((array, index) => {
        array.set(copies[index]!);
      });
    };
  }
}

function levelOf(name: CacheName, shape: CacheShape, seed: number, below: Level | null): Level {
  const counter = (what: 'Hits' | 'Misses') => COUNTER[`${name}${what}` satisfies CounterName];
  return {
    cache: new Cache(shape, seed),
    place: { l1i: 0, l1d: 0, l2: 1, l3: 2 }[name],
    through: shape.write === 'through',
    counting: shape.policy === 'lfu',
    hits: counter('Hits'),
    misses: counter('Misses'),
    writebacks: name === 'l1i' ? COUNTER.l1dWritebacks : COUNTER[`${name}Writebacks`],
    below,
    above: [],
  };
}
