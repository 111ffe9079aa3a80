import type { HierarchyConfig } from '../../src/mmu/caches/config.js';
import type { Design } from '../../src/mmu/design.js';
import type { TlbConfig } from '../../src/mmu/tlb-config.js';
import { add, type Counts, TraceCaches } from './trace-caches.js';
import { isOfPage, levelsOf, type TraceLevels, type TraceSide, translationOf } from './trace-levels.js';
import { OP, OP_LENGTH, type Trace } from './trace-record.js';
import { type Begin, TraceTables } from './trace-tables.js';
import type { Held, Translation } from './trace-tlb.js';

/** What the model is of. */
export interface TraceMachine {
  readonly design: Design;
  readonly tlb: TlbConfig;
  readonly caches: HierarchyConfig | null;
  readonly ramBytes: number;
}

const [READ, WRITE, FETCH] = [0, 1, 2];
/** Moments of a step (src/cpu/step-time.ts). */
const TIME_PER_STEP = 8;
const IN_ATTEMPT: readonly number[] = [OP.lookup, OP.entry, OP.fetch, OP.decoded, OP.access];
/** Counters of the first level. */
const ITLB = { hits: 'itlbHits', misses: 'itlbMisses', evictions: 'itlbEvictions' };
const DTLB = { hits: 'dtlbHits', misses: 'dtlbMisses', evictions: 'dtlbEvictions' };
/** By levels above the pages. */
const READS = ['', 'walkReads1', 'walkReads2', 'walkReads3', 'walkReads4', 'walkReads5'];
const STRUCTURE_CACHES = ['pdeCacheHits', 'pdpteCacheHits', 'pml4eCacheHits', 'pml5eCacheHits'];

/**
 * MMU and caches after their specifications, plain and slow: fed with what a run asked them (trace-record.ts), it counts what a machine of
 * some TLB, structure caches, caches and way to refill would count. It walks its own copy of the tables and keeps accessed and dirty bits itself.
 */
export class TraceModel {
  readonly counts: Counts = new Map();
  private readonly trace: Trace;
  private readonly config: TlbConfig;
  private readonly caches: TraceCaches | null;
  private readonly levels: TraceLevels;
  private readonly tables: TraceTables;
  private space = 0;

  constructor(trace: Trace, { design, tlb, caches, ramBytes }: TraceMachine) {
    this.trace = trace;
    this.config = tlb;
    this.caches = caches && new TraceCaches(caches, ramBytes, this.counts);
    this.levels = levelsOf(tlb, ramBytes);
    this.tables = new TraceTables(design, (address, above) => {
      this.count('walkReads');
      this.count(READS[above]!);
      this.caches?.walk(address, false);
    });
  }

  private count(name: string, by = 1): void {
    add(this.counts, name, by);
  }

  /** Goes through the whole trace. Throws when a translation is not the one that the run found. */
  run(): Counts {
    return this.config.refill === 'software' ? this.runRefilled() : this.runThrough();
  }

  private runThrough(): Counts {
    const { trace } = this;
    for (let at = 0; at < trace.length; at += 1 + OP_LENGTH[trace[at]!]!) this.perform(at);
    return this.counts;
  }

  /** False: a lookup was not answered, and software must refill. `step`: when a lookup is made in another step than in the run, its time. */
  private perform(at: number, step?: number): boolean {
    const { trace } = this;
    const [a, b, c, d, e] = [trace[at + 1]!, trace[at + 2]!, trace[at + 3]!, trace[at + 4]!, trace[at + 5]!];
    switch (trace[at]) {
      case OP.lookup: {
        const physical = this.translate(a, b, step === undefined ? c : step + (c % TIME_PER_STEP));
        if (physical === null) return false;
        if (physical !== d) throw new Error(`0x${b.toString(16)} is at ${physical}, not at ${d}`);
        return true;
      }
      case OP.entry:
        this.tables.write(a, b, c);
        return true;
      case OP.fetch:
        this.caches?.fetch(a);
        return true;
      case OP.decoded:
        this.caches?.decoded(a, b, c, d);
        return true;
      case OP.access:
        this.caches?.access(a, b, c, d, e);
        return true;
      default:
        this.invalidate(trace[at]!, a, b, c);
        return true;
    }
  }

  private side(access: number): { side: TraceSide; names: typeof ITLB } {
    return access === FETCH ? { side: this.levels.fetch, names: ITLB } : { side: this.levels.data, names: DTLB };
  }

  private allows({ write, user, execute }: Held, access: number): boolean {
    return user && (access === READ || (access === WRITE ? write : execute));
  }

  /** One lookup: the physical address, -1 for a fault, null when software must refill. */
  private translate(access: number, virtual: number, time: number): number | null {
    const { side, names } = this.side(access);
    const page = Math.floor(virtual / this.tables.pageBytes);
    const offset = virtual % this.tables.pageBytes;
    const levels = [
      { level: side.first, hits: names.hits, misses: names.misses },
      { level: side.second, hits: 'stlbHits', misses: 'stlbMisses' },
    ];
    if (side.first === null) this.count(names.misses);
    for (const { level, hits, misses } of levels) {
      if (level === null) continue;
      const known = level.find(page, this.space);
      const allowed = known !== null && this.allows(known.held, access);
      if (known === null || (allowed && access === WRITE && !known.held.dirty)) {
        this.count(misses);
        continue;
      }
      this.count(hits);
      if (!allowed) return this.pageFault(side, page);
      known.array.use(known.held, time);
      const translation = translationOf(known.held, page);
      if (level === side.second && side.first!.enter(translation, time)) this.count(names.evictions);
      return translation.frame * this.tables.pageBytes + offset;
    }
    if (this.config.refill === 'software') return null;
    const found = this.walk(side, access, page, time);
    if (found === null) return -1;
    this.enter(side, found, time, names.evictions);
    return found.frame * this.tables.pageBytes + offset;
  }

  private enter(side: TraceSide, found: Translation, time: number, evictions: string): void {
    if (side.second?.enter(found, time)) this.count('stlbEvictions');
    if (side.first?.enter(found, time)) this.count(evictions);
  }

  private pageFault(side: TraceSide, page: number): -1 {
    for (const level of [side.first, side.second]) level?.dropFound(page, this.space);
    this.levels.walkCaches.forEach((cache, index) => {
      const prefix = this.tables.prefix(page, index);
      cache?.drop((held) => held.page === prefix && held.space === this.space);
    });
    return -1;
  }

  private walk(side: TraceSide, access: number, page: number, time: number): Translation | null {
    this.count('walks');
    const begin = this.deepest(page, time);
    const walked = this.tables.read(page, this.space, begin, true);
    if (walked === null || !this.allows(walked.found, access)) {
      this.pageFault(side, page);
      return null;
    }
    walked.used.forEach((address, index) => {
      const entry = this.tables.entries.get(address)!;
      const dirties = access === WRITE && index === walked.used.length - 1 && !entry.dirty;
      if (entry.accessed && !dirties) return;
      entry.accessed = true;
      if (dirties) entry.dirty = true;
      this.count('adWrites');
      this.caches?.walk(address, true);
    });
    for (const { index, held } of walked.steps) this.levels.walkCaches[index]?.fill(held, time);
    return { ...walked.found, dirty: this.tables.entries.get(walked.used.at(-1)!)!.dirty };
  }

  /** The deepest entry of a paging-structure cache on the way to a page, and how many levels above the leaf tables it is; else the root. */
  private deepest(page: number, time: number): Begin {
    const { walkCaches } = this.levels;
    for (let index = 0; index < Math.min(walkCaches.length, this.tables.levels - 1); index++) {
      const held = walkCaches[index]?.find(this.tables.prefix(page, index), this.space) ?? null;
      if (held === null) continue;
      this.count(STRUCTURE_CACHES[index]!);
      walkCaches[index]!.use(held, time);
      return { above: index + 1, held };
    }
    return { above: this.tables.levels, held: null };
  }

  private invalidate(op: number, a: number, b: number, c: number): void {
    const { all, walkCaches } = this.levels;
    const drop = (unwanted: (held: Held) => boolean) => all.reduce((sum, level) => sum + level.drop(unwanted), 0);
    const forget = (unwanted: (held: Held) => boolean) => {
      for (const cache of walkCaches) cache?.drop(unwanted);
    };
    const flush = (unwanted: (held: Held) => boolean) => {
      this.count('tlbFlushes');
      this.count('tlbFlushed', drop(unwanted));
      forget(unwanted);
    };
    const here = Math.floor((op === OP.pageIn ? b : a) / this.tables.pageBytes);
    switch (op) {
      case OP.flush:
        flush(() => true);
        break;
      case OP.flushSpace:
        flush(({ space }) => space === a);
        break;
      case OP.page:
        this.count('invalidations');
        drop((held) => isOfPage(held, here) && held.space === this.space);
        forget(({ space }) => space === this.space);
        break;
      case OP.pageIn:
        this.count('invalidations');
        drop((held) => isOfPage(held, here) && held.space === a);
        walkCaches.forEach((cache, index) => {
          const prefix = this.tables.prefix(here, index);
          cache?.drop(({ page, space }) => page === prefix && space === a);
        });
        break;
      case OP.root:
        this.tables.root = a;
        this.space = b;
        if (this.config.tagged !== true) flush(() => true);
        else if (c === 0) flush(({ space }) => space === b);
    }
  }

  /** As `runThrough`, but a miss is a trap: the kernel enters the translation and the attempt starts anew. */
  private runRefilled(): Counts {
    const { trace } = this;
    let fetch: readonly number[] = [];
    for (let at = 0; at < trace.length; ) {
      const ops: number[] = [];
      const begins = trace[at] === OP.begin;
      if (!begins) this.perform(at);
      at += 1 + OP_LENGTH[trace[at]!]!;
      for (; begins && IN_ATTEMPT.includes(trace[at]!); at += 1 + OP_LENGTH[trace[at]!]!) ops.push(at);
      const fetched = ops.filter((op) => this.isFetch(op));
      if (fetched.length > 0) fetch = fetched;
      this.attempt(ops, fetched.length > 0 ? [] : fetch);
    }
    return this.counts;
  }

  private isFetch(at: number): boolean {
    const { trace } = this;
    return trace[at] === OP.fetch || trace[at] === OP.decoded || (trace[at] === OP.lookup && trace[at + 1] === FETCH);
  }

  /**
   * An attempt at an instruction, as often as it takes. `fetch`: how the string instruction was fetched that this is a further element of; each time
   * but the first it is fetched again.
   */
  private attempt(ops: readonly number[], fetch: readonly number[]): void {
    const { trace } = this;
    for (const at of ops) if (trace[at] === OP.entry) this.perform(at);
    const own = ops.filter((at) => trace[at] !== OP.entry);
    const lookup = own.find((at) => trace[at] === OP.lookup);
    const step = lookup === undefined ? 0 : Math.floor(trace[lookup + 3]! / TIME_PER_STEP) * TIME_PER_STEP;
    let missed = own.find((at) => !this.perform(at));
    while (missed !== undefined && this.refill(missed)) {
      missed = fetch.find((at) => !this.perform(at, step)) ?? own.find((at) => !this.perform(at));
    }
  }

  /** What the kernel's handler does. False: there is no translation or no right to it, and the attempt faults as it did in the run. */
  private refill(at: number): boolean {
    const [access, virtual, time, physical] = [...this.trace.subarray(at + 1, at + 5)] as [
      number,
      number,
      number,
      number,
    ];
    const { side, names } = this.side(access);
    const page = Math.floor(virtual / this.tables.pageBytes);
    const walked = this.tables.read(page, this.space, { above: this.tables.levels, held: null }, false);
    const entered = walked !== null && this.allows(walked.found, access);
    if (entered !== physical >= 0) throw new Error(`0x${virtual.toString(16)}: a refill that the run did not need`);
    if (!entered) return false;
    const leaf = this.tables.entries.get(walked.used.at(-1)!)!;
    leaf.accessed = true;
    if (access === WRITE) leaf.dirty = true;
    this.count('tlbRefills');
    const moment = Math.floor(time / TIME_PER_STEP) * TIME_PER_STEP;
    const found = { ...walked.found, dirty: leaf.dirty };
    this.enter(side, found, moment, names.evictions);
    return true;
  }
}
