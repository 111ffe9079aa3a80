import type { Mmu } from '../../mmu/mmu.js';
import { SpaceNumbers } from './space-numbers.js';

/** Kept true by the kernel: what the TLB and the paging-structure caches may hold of its page tables, which are named by their root frame. */
export class Translations {
  /** For show: entries change and nobody tells the processor. */
  forgetful = false;
  private readonly mmu: Mmu;
  private readonly pageBytes: number;
  /** Root that CR3 names: without numbers only translations of that space can be cached. 0: the empty table in frame 0. */
  private activeRoot = 0;
  /** Numbers of the address spaces, where the TLB is tagged with them. */
  private readonly numbers: SpaceNumbers | null;
  private readonly cachesTables: boolean;

  constructor(mmu: Mmu, pageBytes: number) {
    const { tagged, walkCaches } = mmu.config.tlb;
    this.mmu = mmu;
    this.pageBytes = pageBytes;
    this.numbers = tagged === true ? new SpaceNumbers(mmu) : null;
    this.cachesTables = walkCaches?.some((shape) => shape !== null) === true;
  }

  /** The entry of a page has changed. `address`: virtual, of its first byte. */
  invalidate(root: number, address: number): void {
    if (this.forgetful) return;
    const halves = [address >>> 0, Math.floor(address / 2 ** 32)] as const;
    const number = this.numbers?.numberOf(root) ?? null;
    if (root === this.activeRoot) this.mmu.invalidatePage(...halves);
    else if (number !== null) this.mmu.invalidatePageIn(number, ...halves);
  }

  /** Tables have been given back: entries that named them may be in the paging-structure caches. INVLPG of any page drops all of those. */
  forgetTables(root: number): void {
    if (!this.cachesTables) return;
    const number = this.numbers?.numberOf(root) ?? null;
    if (root === this.activeRoot) this.mmu.invalidatePage(0, 0);
    else if (number !== null) this.mmu.flushSpace(number);
  }

  /** Writes CR3, which empties the TLB unless it is tagged. Root 0: no process runs. */
  activate(root: number): void {
    this.activeRoot = root;
    const numbers = root === 0 ? null : this.numbers;
    const { number, keep } = numbers === null ? { number: 0, keep: false } : numbers.assign(root);
    this.mmu.switchSpace(root * this.pageBytes, number, keep);
  }

  /** The tables of a root are about to be taken apart: nobody will run by them again. */
  retire(root: number): void {
    this.numbers?.release(root);
  }

  /** Number under which translations by the tables of a root may be cached; null: there can be none. */
  numberOf(root: number): number | null {
    if (this.numbers !== null) return this.numbers.numberOf(root);
    return root === this.activeRoot ? 0 : null;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const { activeRoot } = this;
    const numbers = this.numbers?.remember();
    return () => {
      this.activeRoot = activeRoot;
      numbers?.();
    };
  }
}
