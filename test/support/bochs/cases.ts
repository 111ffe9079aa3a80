import { A, D, NX, P, PS, U, W } from '../page-tables.js';

/*
 * The cases of cases.c, in the same order: 64-bit mode, page tables of four levels for one address, one access. Sources: Intel SDM vol. 3, 4.6
 * and 4.7.
 */

/** Physical addresses of the tables, PML4 first, and of the page, which lies at the same place below a page of any size. */
export const TABLES = [0x30000, 0x40000, 0x41000, 0x42000] as const;
const PAGE = 0x75000n;
export const ADDRESS = (2n << 39n) | PAGE;
/** Physical address of the entry of `ADDRESS` at each level. */
export const ENTRIES = [TABLES[0] + 16, TABLES[1], TABLES[2], TABLES[3] + 8 * 0x75] as const;

/** Mode and control bits of a case. */
export interface Control {
  readonly wp: boolean;
  readonly smep: boolean;
  readonly smap: boolean;
  readonly ac: boolean;
  readonly nxe: boolean;
}

export interface PagingCase {
  readonly group: string;
  readonly control: Control;
  /** Entry of each level. Below the leaf 0. */
  readonly entries: readonly bigint[];
  /** Level that was meant to be the leaf: 3 (4 KiB), 2 (2 MiB), 1 (1 GiB). */
  readonly leaf: 1 | 2 | 3;
  readonly user: boolean;
  /** 0 read, 1 write, 2 fetch. */
  readonly access: 0 | 1 | 2;
}

const LEAVES = [3, 2, 1] as const;
const ACCESSES = [0, 1, 2] as const;

function controlOf(set: number): Control {
  const bit = (number: number) => (set & (1 << number)) !== 0;
  return { wp: bit(0), smep: bit(1), smap: bit(2), ac: bit(3), nxe: bit(4) };
}

/** What an entry names: the next table, or the page. */
function named(level: number, leaf: number): bigint {
  if (level < leaf) return BigInt(TABLES[level + 1]!);
  return leaf === 3 ? PAGE : 0n;
}

const when = (condition: boolean | number, bits: bigint): bigint => (condition ? bits : 0n);

function* accesses(group: string, set: number, leaf: 1 | 2 | 3, entries: readonly bigint[]): Generator<PagingCase> {
  const control = controlOf(set);
  for (const user of [false, true])
    for (const access of ACCESSES) yield { group, control, entries, leaf, user, access };
}

function* rights(leaf: 1 | 2 | 3): Generator<PagingCase> {
  const levels = leaf + 1;
  for (let set = 0; set < 32; set++)
    for (let pat = 0; pat < (leaf === 3 ? 1 : 2); pat++)
      for (let bits = 0; bits < 1 << (3 * levels); bits++) {
        const entries = [0n, 0n, 0n, 0n].map((none, level) => {
          if (level > leaf) return none;
          const own = bits >> (3 * level);
          const large = when(level === leaf && leaf !== 3, PS | when(pat, 0x1000n));
          return named(level, leaf) | P | when(own & 1, W) | when(own & 2, U) | when(own & 4, NX) | large;
        });
        yield* accesses('rights', set, leaf, entries);
      }
}

/** The seven states of an entry that may end a walk, by number. */
function endingEntry(state: number, level: number): bigint {
  const good = named(level, 3) | P | W | U;
  const large = P | W | U | PS | when(level === 3, PAGE);
  return [good, 0n, 0xffff_ffff_ffff_fffen, good | (1n << 51n), good | PS, good | NX, large][state]!;
}

function* endings(): Generator<PagingCase> {
  for (const set of [1, 17])
    for (let number = 0; number < 7 ** 4; number++) {
      const entries = [0, 1, 2, 3].map((level) => endingEntry(Math.floor(number / 7 ** level) % 7, level));
      yield* accesses('endings', set, 3, entries);
    }
}

function* marks(): Generator<PagingCase> {
  for (const leaf of [1, 2, 3] as const)
    for (let before = 0; before < 64; before++)
      for (let allows = 0; allows < 4; allows++) {
        const entries = [0n, 0n, 0n, 0n].map((none, level) => {
          if (level > leaf) return none;
          const dirty = before & (level < leaf ? 32 : 16);
          const common = named(level, leaf) | P | when(before & (1 << level), A) | when(dirty, D);
          if (level < leaf) return common | W | U;
          return common | when(allows & 1, W) | when(allows & 2, U) | when(leaf < 3, PS);
        });
        yield* accesses('marks', 17, leaf, entries);
      }
}

function* singleBits(): Generator<PagingCase> {
  for (const set of [1, 17])
    for (const leaf of [1, 2, 3] as const)
      for (let level = 0; level <= leaf; level++)
        for (let bit = 0; bit < 64; bit++) {
          const belowPage = level === leaf && leaf < 3 && bit < (leaf === 2 ? 21 : 30);
          if (bit >= 12 && bit < 40 && !belowPage) continue;
          const entries = [0n, 0n, 0n, 0n].map((none, at) => {
            if (at > leaf) return none;
            const entry = named(at, leaf) | P | W | U | when(at === leaf && leaf < 3, PS);
            return at === level ? entry ^ (1n << BigInt(bit)) : entry;
          });
          yield* accesses('single bits', set, leaf, entries);
        }
}

/** Every case, in the order of the recording. */
export function* pagingCases(): Generator<PagingCase> {
  for (const leaf of LEAVES) yield* rights(leaf);
  yield* endings();
  yield* marks();
  yield* singleBits();
}

/** What a case came to, as the two bytes that cases.c writes. */
export interface PagingOutcome {
  /** 0xff no fault, else the error code of #PF; 0xfe another exception. */
  readonly end: number;
  /** Bits 0-3 A of PML4E to PTE; bit 4 D of the leaf; bit 5 D of another entry; bit 6 CR2 is wrong. */
  readonly marks: number;
}

/** The second byte, from the entries after the access. */
export function marksOf(entries: readonly bigint[], leaf: number, wrongAddress: boolean): number {
  let marks = wrongAddress ? 64 : 0;
  for (let level = 0; level <= leaf; level++) {
    if ((entries[level]! & A) !== 0n) marks |= 1 << level;
    if ((entries[level]! & D) !== 0n) marks |= level === leaf ? 16 : 32;
  }
  return marks;
}
