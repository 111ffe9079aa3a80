/** The steps of tlb-cases.c, in the same order, for any machine; and what the manual allows each access to read. */
const STEPS = 60_000;
export const PAGES = [0, 1, 2, 3, 4] as const;
/** Pages below this one are small. */
export const SMALL = 3;
const SMALL_FRAMES = 40;
const LARGE_FRAMES = 12;
const BASE = 3n << 39n;
const FAR = 300n;
export const ROOTS = [0x50000, 0x51000] as const;
export const IDENTITY = 0x83;
export const P = 1;
export const W = 2;
export const PS = 0x80;
export const G = 0x100;
export const CR4 = { pae: 0x20, pge: 0x80, pcide: 0x2_0000, smep: 0x10_0000 } as const;

const pdpt = (root: number) => 0x54000 + 0x1000 * root;
const pd = (root: number) => 0x58000 + 0x1000 * root;
const table = (root: number, page: number, which: number) => 0x60000 + 0x1000 * ((root * SMALL + page) * 2 + which);

export const smallFrame = (number: number) => 0x20_0000 + 0x1000 * number;
export const largeFrame = (number: number) => 0x40_0000 + 0x20_0000 * number;

/** The number that stands at a physical address of the pages. */
export function numberAt(physical: number): number {
  return physical < 0x40_0000 ? (physical - 0x20_0000) >>> 12 : 100 + ((physical - 0x40_0000) >>> 21);
}

export function address(page: number, far: boolean): bigint {
  return BASE + BigInt(page) * 0x20_0000n + (page < SMALL ? 0x1000n : far ? FAR * 0x1000n : 0n) + 0x123n;
}

/** A machine that makes the steps. Entries by physical address. */
export interface SteppedMachine {
  writeEntry(address: number, entry: number): void;
  writeCr3(value: bigint): void;
  writeCr4(value: number): void;
  invlpg(address: bigint): void;
  invpcid(type: number, space: number, address: bigint): void;
  /** The number at an address. */
  read(address: bigint, page: number): number;
}

class Dice {
  private seed = 1;

  roll(sides: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.seed >>> 8) % sides;
  }
}

/** Makes the steps, all or the first; gives what each access read. */
export class Steps {
  private readonly dice = new Dice();
  private readonly machine: SteppedMachine;
  private cr4: number = CR4.pae;
  private root = 0;

  constructor(machine: SteppedMachine) {
    this.machine = machine;
    for (const root of [0, 1]) {
      machine.writeEntry(ROOTS[root]!, IDENTITY);
      machine.writeEntry(ROOTS[root]! + 24, pdpt(root) | P | W);
      machine.writeEntry(pdpt(root), pd(root) | P | W);
      for (const page of PAGES) {
        for (const which of [0, 1])
          this.change(root, page, which, 7 * root + 2 * page + which, page === 1 || page === 4);
        if (page < SMALL) machine.writeEntry(pd(root) + 8 * page, table(root, page, 0) | P | W);
      }
    }
    machine.writeCr3(BigInt(ROOTS[0]));
    machine.writeCr4(this.cr4);
  }

  private change(root: number, page: number, which: number, number: number, global: boolean): void {
    const bits = P | W | (global ? G : 0);
    if (page < SMALL) this.machine.writeEntry(table(root, page, which) + 8, smallFrame(number % SMALL_FRAMES) | bits);
    else this.machine.writeEntry(pd(root) + 8 * page, largeFrame(number % LARGE_FRAMES) | bits | PS);
  }

  private get numbered(): boolean {
    return (this.cr4 & CR4.pcide) !== 0;
  }

  private toggle(bit: number): void {
    this.cr4 ^= bit;
    this.machine.writeCr4(this.cr4);
  }

  *run(steps = STEPS): Generator<number> {
    for (let step = 0; step < steps; step++) {
      const read = this.step();
      if (read !== null) yield read;
    }
  }

  private step(): number | null {
    const { dice, machine } = this;
    const [what, page, root, bit, other] = [16, 5, 2, 2, 2].map((sides) => dice.roll(sides)) as [number, number, number, number, number]; // biome-ignore format: one line
    const [number, type] = [dice.roll(1000), dice.roll(4)];
    if (what < 6) return machine.read(address(page, bit === 1), page);
    if (what < 9) this.change(root, page, bit, number, other === 1);
    else if (what === 9 && page < SMALL) machine.writeEntry(pd(root) + 8 * page, table(root, page, bit) | P | W);
    else if (what === 10) this.switchTo(root, bit === 1);
    else if (what === 11) machine.invlpg(address(page, bit === 1));
    else if (what === 12) machine.invpcid(type, this.numbered ? root + 1 : 0, address(page, bit === 1));
    else if (what === 13 && number < 300) this.toggle(CR4.pge);
    else if (what === 14 && number < 300) this.toggle(CR4.smep);
    else if (what === 15 && number < 200) this.toggleNumbers();
    return null;
  }

  private switchTo(root: number, keep: boolean): void {
    this.root = root;
    const space = this.numbered ? BigInt(root + 1) | (keep ? 1n << 63n : 0n) : 0n;
    this.machine.writeCr3(BigInt(ROOTS[root]!) | space);
  }

  private toggleNumbers(): void {
    if (!this.numbered) this.machine.writeCr3(BigInt(ROOTS[this.root]!));
    this.toggle(CR4.pcide);
    if (this.numbered) this.machine.writeCr3(BigInt(ROOTS[this.root]!) | BigInt(this.root + 1));
  }
}

/** How many accesses the steps make. */
export function readsOfSteps(): number {
  const idle = { writeEntry() {}, writeCr3() {}, writeCr4() {}, invlpg() {}, invpcid() {}, read: () => 0 };
  return [...new Steps(idle).run()].length;
}

/** A translation that may be cached: the number of its frame, and whether it is global. */
interface Cached {
  readonly number: number;
  readonly global: boolean;
}

/**
 * What an access may read after Intel SDM vol. 3, 4.10: what the tables say now, by way of PDEs that may be cached; or what an earlier access has
 * read and no event since must have dropped.
 */
export class AllowedReads implements SteppedMachine {
  private readonly entries = new Map<number, number>();
  private cr3 = 0n;
  private cr4 = 0;
  /** By address space and page: translations, and tables that PDEs named. */
  private readonly translations = new Map<string, Cached[]>();
  private readonly tables = new Map<string, Set<number>>();
  private readonly told: Iterator<number>;
  /** Accesses that read what they may not; and, by number, those that could read one value only. */
  readonly wrong: string[] = [];
  readonly single = new Set<number>();
  /** Accesses whose only value is not what the last one to the page has read under this root; and those that read what the tables do not say. */
  renewed = 0;
  stale = 0;
  reads = 0;
  private readonly last = new Map<string, number>();

  /** `told`: what the machine in question has read. */
  constructor(told: Iterable<number>) {
    this.told = told[Symbol.iterator]();
  }

  private get numbered(): boolean {
    return (this.cr4 & CR4.pcide) !== 0;
  }

  private get space(): number {
    return this.numbered ? Number(this.cr3 & 0xfffn) : 0;
  }

  writeEntry(address: number, entry: number): void {
    this.entries.set(address, entry);
  }

  /** Drops translations that match; and the tables of a space (null: all). */
  private drop(matches: (space: number, page: number, cached: Cached) => boolean): void {
    for (const [key, list] of this.translations) {
      const [space, page] = key.split(' ').map(Number) as [number, number];
      this.translations.set(key, list.filter((cached) => !matches(space, page, cached))); // biome-ignore format: one line
    }
  }

  private dropTables(matches: (space: number, page: number) => boolean): void {
    for (const key of [...this.tables.keys()]) {
      const [space, page] = key.split(' ').map(Number) as [number, number];
      if (matches(space, page)) this.tables.delete(key);
    }
  }

  writeCr3(value: bigint): void {
    const keep = this.numbered && value >> 63n !== 0n;
    this.cr3 = value & ~(1n << 63n);
    if (keep) return;
    const { space, numbered } = this;
    this.drop((owner, _, { global }) => !global && (!numbered || owner === space));
    this.dropTables((owner) => !numbered || owner === space);
  }

  writeCr4(value: number): void {
    const before = this.cr4;
    this.cr4 = value;
    const everything = ((before ^ value) & CR4.pge) !== 0 || (before & ~value & CR4.pcide) !== 0;
    if (everything) {
      this.drop(() => true);
      this.dropTables(() => true);
    } else if ((value & ~before & CR4.smep) !== 0) {
      this.drop((owner, _, { global }) => !global && owner === this.space);
      this.dropTables((owner) => owner === this.space);
    }
  }

  private pageOf(address: bigint): number {
    return Number((address - BASE) >> 21n);
  }

  invlpg(address: bigint): void {
    const page = this.pageOf(address);
    this.drop((owner, at, { global }) => at === page && (global || owner === this.space));
    this.dropTables((owner) => owner === this.space);
  }

  invpcid(type: number, space: number, address: bigint): void {
    const page = this.pageOf(address);
    this.drop((owner, at, { global }) =>
      type === 2 ? true
      : global ? false
      : type === 3 || (owner === space && (type === 1 || at === page))); // biome-ignore format: a table
    this.dropTables((owner, at) => type >= 2 || (owner === space && (type === 1 || at === page)));
  }

  private leaves(page: number): Cached[] {
    const root = ROOTS.indexOf(Number(this.cr3 & 0xf_f000n) as 0x50000);
    const pde = this.entries.get(pd(root) + 8 * page)!;
    const cached = (entry: number) => ({
      number: numberAt(entry & 0xffff_f000),
      global: (entry & G) !== 0 && (this.cr4 & CR4.pge) !== 0,
    });
    if (page >= SMALL) return [cached(pde)];
    const tables = this.tables.get(`${this.space} ${page}`) ?? new Set();
    return [...new Set([pde & 0xffff_f000, ...tables])].map((at) => cached(this.entries.get(at + 8)!));
  }

  private mayBeCached(page: number): Cached[] {
    return [...this.translations].flatMap(([key, list]) => {
      const [space, at] = key.split(' ').map(Number);
      return at === page ? list.filter(({ global }) => global || space === this.space) : [];
    });
  }

  read(_address: bigint, page: number): number {
    const found = this.told.next().value!;
    const now = this.leaves(page);
    const cached = this.mayBeCached(page);
    const allowed = new Set([...now, ...cached].map(({ number }) => number));
    const key = `${this.cr3} ${page}`;
    if (allowed.size === 1) {
      this.single.add(this.reads);
      if (this.last.has(key) && this.last.get(key) !== found) this.renewed++;
    }
    this.last.set(key, found);
    this.reads++;
    if (!allowed.has(found)) this.wrong.push(`access ${this.reads}, page ${page}: ${found}, not ${[...allowed]}`);
    if (now.every(({ number }) => number !== found)) this.stale++;
    this.note(page, now.filter(({ number }) => number === found)); // biome-ignore format: one line
    return found;
  }

  /** The access may have put into the caches what it went by. */
  private note(page: number, used: readonly Cached[]): void {
    const key = `${this.space} ${page}`;
    this.translations.set(key, [...(this.translations.get(key) ?? []), ...used]);
    if (page >= SMALL || used.length === 0) return;
    const root = ROOTS.indexOf(Number(this.cr3 & 0xf_f000n) as 0x50000);
    const tables = this.tables.get(key) ?? new Set();
    this.tables.set(key, tables.add(this.entries.get(pd(root) + 8 * page)! & 0xffff_f000));
  }
}
