/**
 * A second MMU, written apart from src/mmu to check it: addresses and entries are BigInts as the manual prints them, the TLB is an
 * array of sets of objects, every rule is a line. Slow and plain on purpose.
 */
export type ModelAccess = 'read' | 'write' | 'fetch';

export interface ModelTlbEntry {
  page: bigint;
  frame: bigint;
  write: boolean;
  user: boolean;
  noExecute: boolean;
  dirty: boolean;
  global: boolean;
  /** log2 of the page that it is a piece of. */
  size: bigint;
  stamp: number;
}

export interface ModelShape {
  sets: number;
  ways: number;
}

export type ModelResult = { physical: bigint } | { vector: number; errorCode: number; address: bigint };

/** Where a walk of the model begins: a table, the levels from there down, and the rights of the levels above. */
export interface ModelStart {
  table: bigint;
  shifts: readonly bigint[];
  rights: ModelRights;
}

export interface ModelRights {
  write: boolean;
  user: boolean;
  noExecute: boolean;
}

const bit = (value: bigint, position: number) => ((value >> BigInt(position)) & 1n) === 1n;

export class ModelTlb {
  readonly sets: (ModelTlbEntry | null)[][];
  readonly shape: ModelShape;

  constructor(shape: ModelShape) {
    this.shape = shape;
    this.sets = Array.from({ length: shape.sets }, () => Array.from({ length: shape.ways }, () => null));
  }

  set(page: bigint): (ModelTlbEntry | null)[] {
    return this.sets[Number(BigInt.asUintN(52, page) % BigInt(this.shape.sets))]!;
  }

  find(page: bigint): ModelTlbEntry | null {
    return this.set(page).find((entry) => entry?.page === page) ?? null;
  }

  drop(unwanted: (entry: ModelTlbEntry) => boolean): number {
    let dropped = 0;
    for (const set of this.sets)
      for (let way = 0; way < set.length; way++) {
        const entry = set[way];
        if (!entry || !unwanted(entry)) continue;
        set[way] = null;
        dropped++;
      }
    return dropped;
  }
}

export class MmuModel {
  cpl = 3;
  wp = true;
  smep = false;
  smap = false;
  ac = false;
  nxe = true;
  pge = true;
  paging = true;
  cr3 = 0n;
  hits = { fetch: 0, data: 0 };
  misses = { fetch: 0, data: 0 };
  evictions = { fetch: 0, data: 0 };
  walks = 0;
  walkReads = 0;
  adWrites = 0;
  flushed = 0;
  readonly words: BigUint64Array;
  readonly fetchTlb: ModelTlb | null;
  readonly dataTlb: ModelTlb | null;
  readonly policy: 'lru' | 'fifo' | 'random';
  /** What the last complete walk read: the level of each entry, the entry, and the rights down to it. */
  path: { shift: bigint; entry: bigint; rights: ModelRights }[] = [];
  private random: number;

  constructor(
    ramBytes: number,
    shapes: { fetch: ModelShape | null; data: ModelShape | null; unified: boolean },
    policy: 'lru' | 'fifo' | 'random',
    seed: number,
  ) {
    this.words = new BigUint64Array(ramBytes / 8);
    this.fetchTlb = shapes.fetch && new ModelTlb(shapes.fetch);
    this.dataTlb = shapes.unified ? this.fetchTlb : shapes.data && new ModelTlb(shapes.data);
    this.policy = policy;
    this.random = seed;
  }

  translate(address: bigint, access: ModelAccess, time: number): ModelResult {
    const side = access === 'fetch' ? 'fetch' : 'data';
    const tlb = access === 'fetch' ? this.fetchTlb : this.dataTlb;
    const signed = BigInt.asIntN(64, address);
    const page = signed >> 12n;
    const offset = address & 0xfffn;
    const cached = tlb?.find(page) ?? null;
    if (tlb && cached) {
      if (!this.mayAccess(cached, access)) {
        this.hits[side]++;
        tlb.drop((entry) => entry === cached);
        return this.pageFault(address, access, { present: true, reserved: false });
      }
      if (access !== 'write' || cached.dirty) {
        this.hits[side]++;
        if (this.policy === 'lru') cached.stamp = time;
        return { physical: cached.frame * 4096n + offset };
      }
    }
    this.misses[side]++;
    if (!this.paging) {
      if (address < BigInt(this.words.byteLength)) return { physical: address };
      return { vector: 13, errorCode: 0, address };
    }
    if (signed !== BigInt.asIntN(48, signed)) return { vector: 13, errorCode: 0, address };
    const walked = this.walk(address, access);
    if ('vector' in walked) {
      if (tlb && cached) tlb.drop((entry) => entry === cached);
      return walked;
    }
    if (tlb && cached) Object.assign(cached, walked, { stamp: this.policy === 'lru' ? time : cached.stamp });
    else if (tlb) this.fill(tlb, side, { ...walked, page, stamp: time });
    return { physical: walked.frame * 4096n + offset };
  }

  private fill(tlb: ModelTlb, side: 'fetch' | 'data', entry: ModelTlbEntry): void {
    const set = tlb.set(entry.page);
    let way = set.indexOf(null);
    if (way < 0) {
      this.evictions[side]++;
      if (this.policy === 'random') way = this.xorshift() % set.length;
      else {
        const stamps = set.map((other) => other!.stamp);
        way = stamps.indexOf(Math.min(...stamps));
      }
    }
    set[way] = entry;
  }

  /** Marsaglia's xorshift32 with shifts 13, 17, 5. */
  protected xorshift(): number {
    let x = BigInt(this.random);
    x ^= BigInt.asUintN(32, x << 13n);
    x ^= x >> 17n;
    x ^= BigInt.asUintN(32, x << 5n);
    this.random = Number(x);
    return this.random;
  }

  protected walk(
    address: bigint,
    access: ModelAccess,
    from: ModelStart = this.root(),
  ): Omit<ModelTlbEntry, 'page' | 'stamp'> | (ModelResult & { vector: number }) {
    this.walks++;
    const ram = BigInt(this.words.byteLength);
    let { table } = from;
    const used: number[] = [];
    for (const shift of from.shifts) {
      this.walkReads++;
      const location = table + 8n * ((address >> shift) & 511n);
      const entry = location < ram ? this.words[Number(location / 8n)]! : 0xffff_ffff_ffff_ffffn;
      if (!bit(entry, 0)) return this.pageFault(address, access, { present: false, reserved: false });
      const large = bit(entry, 7);
      const leaf = shift === 12n || (shift !== 39n && large);
      const bad =
        (bit(entry, 63) && !this.nxe) ||
        (shift === 39n && large) ||
        (leaf && shift === 21n && (entry & 0x1fe000n) !== 0n) ||
        (leaf && shift === 30n && (entry & 0x3fffe000n) !== 0n);
      const named = entry & 0x000f_ffff_ffff_f000n;
      const size = 1n << shift;
      const target = leaf ? (named / size) * size + (address % size) : named;
      if (bad || target >= ram) return this.pageFault(address, access, { present: true, reserved: true });
      used.push(Number(location / 8n));
      table = named;
      if (leaf) return this.use(used, from, address, access, target / 4096n, shift);
    }
    throw new Error('the last level is always a leaf');
  }

  protected root(): ModelStart {
    const rights = { write: true, user: true, noExecute: false };
    return { table: this.cr3 & 0x000f_ffff_ffff_f000n, shifts: [39n, 30n, 21n, 12n], rights };
  }

  private use(used: number[], from: ModelStart, address: bigint, access: ModelAccess, frame: bigint, size: bigint) {
    const entries = used.map((index) => this.words[index]!);
    const leaf = entries.at(-1)!;
    this.path = entries.map((entry, level) => ({
      shift: from.shifts[level]!,
      entry,
      rights: {
        write: from.rights.write && entries.slice(0, level + 1).every((each) => bit(each, 1)),
        user: from.rights.user && entries.slice(0, level + 1).every((each) => bit(each, 2)),
        noExecute: from.rights.noExecute || entries.slice(0, level + 1).some((each) => bit(each, 63)),
      },
    }));
    const { rights } = this.path.at(-1)!;
    if (!this.mayAccess(rights, access)) return this.pageFault(address, access, { present: true, reserved: false });
    used.forEach((index, level) => {
      const before = this.words[index]!;
      const isLeaf = level === used.length - 1;
      const after = before | 0x20n | (isLeaf && access === 'write' ? 0x40n : 0n);
      if (after === before) return;
      this.words[index] = after;
      this.adWrites++;
    });
    const dirty = bit(leaf, 6) || access === 'write';
    return { ...rights, frame, dirty, global: bit(leaf, 8) && this.pge, size };
  }

  /** The table of rights, column by column. */
  mayAccess(rights: { write: boolean; user: boolean; noExecute: boolean }, access: ModelAccess): boolean {
    const { write: W, user: U, noExecute } = rights;
    const X = !noExecute;
    if (this.cpl === 3) {
      if (access === 'read') return U;
      if (access === 'write') return U && W;
      return U && X;
    }
    const supervisorRead = !U || !this.smap || this.ac;
    if (access === 'read') return supervisorRead;
    if (access === 'write') return supervisorRead && (W || !this.wp);
    return X && (!U || !this.smep);
  }

  protected pageFault(address: bigint, access: ModelAccess, cause: { present: boolean; reserved: boolean }) {
    const errorCode =
      (cause.present ? 1 : 0) +
      (access === 'write' ? 2 : 0) +
      (this.cpl === 3 ? 4 : 0) +
      (cause.reserved ? 8 : 0) +
      (access === 'fetch' && (this.nxe || this.smep) ? 16 : 0);
    return { vector: 14, errorCode, address };
  }

  private tlbs(): ModelTlb[] {
    return [...new Set([this.fetchTlb, this.dataTlb])].filter((tlb) => tlb !== null);
  }

  flush(globalToo: boolean): void {
    for (const tlb of this.tlbs()) this.flushed += tlb.drop((entry) => globalToo || !entry.global);
  }

  invalidate(address: bigint): void {
    const page = BigInt.asIntN(64, address) >> 12n;
    for (const tlb of this.tlbs()) tlb.drop((entry) => entry.page >> (entry.size - 12n) === page >> (entry.size - 12n));
  }
}
