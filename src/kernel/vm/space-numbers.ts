import type { Mmu } from '../../mmu/mmu.js';

/** Numbers that a PCID can have, but for 0, which means that no process runs. */
const MOST = 4095;

/**
 * Numbers of address spaces (PCIDs), so that the TLB need not be emptied at a switch. A space gets the next number when it first runs; when all have been
 * given out, everything is dropped and the numbering begins anew.
 */
export class SpaceNumbers {
  private readonly mmu: Mmu;
  private readonly most: number;
  /** By the root of the page table. */
  private numbers = new Map<number, number>();
  private last = 0;

  /** `most`: the largest number. */
  constructor(mmu: Mmu, most = MOST) {
    this.mmu = mmu;
    this.most = most;
  }

  /** The number of a space whose translations may be in the TLB; null: there can be none. */
  numberOf(root: number): number | null {
    return this.numbers.get(root) ?? null;
  }

  /** The number under which a space is to run. `keep`: what is cached under it is true. */
  assign(root: number): { readonly number: number; readonly keep: boolean } {
    const known = this.numbers.get(root);
    if (known !== undefined) return { number: known, keep: true };
    if (this.last === this.most) {
      this.mmu.flush(true);
      this.numbers.clear();
      this.last = 0;
    }
    this.numbers.set(root, ++this.last);
    return { number: this.last, keep: false };
  }

  /** The space of a root has ended. Its number is not given out again before everything has been dropped. */
  release(root: number): void {
    this.numbers.delete(root);
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const numbers = new Map(this.numbers);
    const { last } = this;
    return () => {
      this.numbers = new Map(numbers);
      this.last = last;
    };
  }
}
