import type { Probe, Reference, Step } from '../../cpu/probe.js';
import { STATE } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';

/** Uses of pages in their order. Pages are numbered from 0 in the order of their first use. */
export interface ReferenceString {
  readonly uses: Int32Array;
  /** What each page is called. */
  readonly names: readonly string[];
}

/** Makes a reference string of names. */
export function referenceString(names: Iterable<string>): ReferenceString {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  for (const name of names) {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    uses.push(number);
  }
  return { uses: Int32Array.from(uses), names: [...numbers.keys()] };
}

/** Most uses that a trace keeps: 2^26, 256 MiB. */
export const MOST_USES = 2 ** 26;

/** Which references of a program count as uses of pages. */
export type Traced = 'all' | 'data' | 'fetches';

/** Notes the page of every reference that a program makes, in order; the second page of one that crosses as well. */
export class PageTrace implements Probe {
  /** Uses that did not fit. */
  dropped = 0;
  private readonly memory: PhysicalMemory;
  private readonly pageBytes: bigint;
  private readonly traced: Traced;
  /** Number of a page, by address space and page number. */
  private readonly numbers = new Map<number, Map<bigint, number>>();
  private readonly names: string[] = [];
  private uses = new Int32Array(2 ** 16);
  private count = 0;

  constructor(memory: PhysicalMemory, pageBytes: number, traced: Traced) {
    this.memory = memory;
    this.pageBytes = BigInt(pageBytes);
    this.traced = traced;
  }

  step({ references }: Step): void {
    for (const reference of references) {
      if (this.traced !== 'all' && (reference.kind === 'fetch') !== (this.traced === 'fetches')) continue;
      this.note(reference);
    }
  }

  private note({ virtual, size, secondPhysical }: Reference): void {
    const page = virtual / this.pageBytes;
    this.add(page);
    if (secondPhysical >= 0) this.add((virtual + BigInt(size - 1)) / this.pageBytes);
  }

  private add(page: bigint): void {
    if (this.count === MOST_USES) {
      this.dropped++;
      return;
    }
    if (this.count === this.uses.length) {
      const longer = new Int32Array(2 * this.count);
      longer.set(this.uses);
      this.uses = longer;
    }
    this.uses[this.count++] = this.numberOf(page);
  }

  private numberOf(page: bigint): number {
    const space = this.memory.u32[STATE.cr3 >>> 2]!;
    const known = this.numbers.get(space) ?? new Map<bigint, number>();
    this.numbers.set(space, known);
    const number = known.get(page);
    if (number !== undefined) return number;
    known.set(page, this.names.length);
    const process = this.numbers.size > 1 ? `${[...this.numbers.keys()].indexOf(space) + 1}:` : '';
    return this.names.push(`${process}0x${page.toString(16)}`) - 1;
  }

  /** What was noted. */
  get result(): ReferenceString {
    return { uses: this.uses.subarray(0, this.count), names: this.names };
  }
}
