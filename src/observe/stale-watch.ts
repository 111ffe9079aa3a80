import type { Lookup, Probe } from '../cpu/probe.js';
import { STATE, TLB_FLAG } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { pageShiftOf } from '../mmu/design.js';
import { EFER_NXE } from '../mmu/entry-bits.js';
import { inspectWalk } from '../mmu/inspect.js';
import type { Mmu } from '../mmu/mmu.js';

const ADDRESS = 0x000f_ffff_ffff_ffffn;

/** What a translation says: frame of the page, in units of the page size, or -1 for none; rights. */
export interface StaleSide {
  readonly frame: number;
  readonly write: boolean;
  readonly user: boolean;
  readonly execute: boolean;
  readonly dirty: boolean;
}

/** A translation was used that the page tables do not give any more. Addresses in bytes. */
export interface StaleUse {
  readonly rip: bigint;
  readonly access: Lookup['access'];
  readonly virtual: bigint;
  /** Physical address of the leaf entry that the translation was read from. */
  readonly entry: number;
  /** What the TLB says, and what a walk would say now. */
  readonly cached: StaleSide;
  readonly now: StaleSide;
}

/**
 * A probe that names the use of stale translations: hits whose page-table entries have changed since they were cached, without an invalidation. Each
 * change is told once for each page.
 */
export class StaleWatch implements Probe {
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;
  private readonly tell: (use: StaleUse) => void;
  private readonly told = new Set<string>();
  private readonly pageBytes: number;
  /** Entries have a dirty bit. */
  private readonly hasDirty: boolean;

  constructor(memory: PhysicalMemory, mmu: Mmu, tell: (use: StaleUse) => void) {
    this.memory = memory;
    this.mmu = mmu;
    this.tell = tell;
    const { design } = mmu.config;
    this.pageBytes = 2 ** pageShiftOf(design);
    this.hasDirty = design.kind !== 'paged' || design.entry.dirty !== null;
  }

  lookup({ access, virtual, physical, hit }: Lookup): void {
    const { mmu } = this;
    if (!hit || physical < 0 || mmu.entryAddress === 0) return;
    const cached = this.cached(physical);
    const now = this.present(virtual);
    // A right that was added, or a D that was set, takes effect with the next walk.
    const lost =
      now.frame !== cached.frame ||
      (cached.write && !now.write) ||
      (cached.user && !now.user) ||
      (cached.execute && !now.execute) ||
      (access === 'write' && !now.dirty);
    if (!lost) return;
    const entry = this.memory.u32[(mmu.entryAddress >>> 2) + 5]!;
    const page = virtual >> BigInt(Math.log2(this.pageBytes));
    const key = `${page} ${entry} ${JSON.stringify(now)}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.tell({ rip: this.memory.u64[STATE.rip >>> 3]!, access, virtual, entry, cached, now });
  }

  private cached(physical: number): StaleSide {
    const flags = this.memory.u32[(this.mmu.entryAddress >>> 2) + 3]!;
    return {
      frame: Math.floor(physical / this.pageBytes),
      write: (flags & TLB_FLAG.write) !== 0,
      user: (flags & TLB_FLAG.user) !== 0,
      execute: (flags & TLB_FLAG.noExecute) === 0,
      dirty: (flags & TLB_FLAG.dirty) !== 0,
    };
  }

  private present(virtual: bigint): StaleSide {
    const { memory, mmu } = this;
    const cr3 = Number(memory.u64[STATE.cr3 >>> 3]! & ADDRESS);
    const halves = [Number(virtual & 0xffff_ffffn), Number(virtual >> 32n)] as const;
    const walk = inspectWalk(
      memory,
      mmu.config.design,
      cr3,
      ...halves,
      (memory.u32[STATE.efer >>> 2]! & EFER_NXE) !== 0,
    );
    if (walk.physical < 0) return { frame: -1, write: false, user: false, execute: false, dirty: false };
    const { write, user, execute } = walk;
    const { dirty } = walk.levels.at(-1)!.bits;
    const frame = Math.floor(walk.physical / this.pageBytes);
    return { frame, write, user, execute, dirty: dirty || !this.hasDirty };
  }
}

const words = ({ frame, write, execute }: StaleSide) =>
  frame < 0 ? 'no page' : `frame ${frame}, r${write ? 'w' : '-'}${execute ? 'x' : '-'}`;

/** `stale translation used at 0x401000: write of 0x602010 through frame 12, rw-; its entry at 0x5010 now says frame 12, r--; no INVLPG since`. */
export function staleInWords({ rip, access, virtual, entry, cached, now }: StaleUse): string {
  const hex = (value: number | bigint) => `0x${value.toString(16)}`;
  const change = words(cached) === words(now) ? `${words(now)}, not dirty` : words(now);
  return `stale translation used at ${hex(rip)}: ${access} of ${hex(virtual)} through ${words(cached)}; its entry at ${hex(entry)} now says ${change}; no INVLPG since`;
}
