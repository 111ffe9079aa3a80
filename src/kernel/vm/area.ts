import type { Image } from '../../asm/image.js';
import type { Rights } from './entry.js';

export type AreaKind = 'text' | 'rodata' | 'data' | 'bss' | 'heap' | 'mmap' | 'stack';

/**
 * A stretch of an address space with one set of rights and one origin: what Linux calls a VMA. Addresses are virtual, in bytes,
 * page-aligned, `end` exclusive; they are below 2^47, so a number holds them exactly. Immutable: a change makes a new one.
 */
export interface Area {
  readonly start: number;
  readonly end: number;
  readonly rights: Rights;
  readonly kind: AreaKind;
  /** For people: `.text`, `[heap]`, `[stack]`, ... */
  readonly name: string;
  /** Where the content of a page comes from at its first touch; null: zeros. */
  readonly image: Image | null;
  /** Grows downwards on a fault below it (MAP_GROWSDOWN, the stack). */
  readonly growsDown: boolean;
  /** MAP_SHARED: relatives see each other's stores. */
  readonly shared: boolean;
  /** Bytes of its pages where they are large ones (MAP_HUGETLB); start and end are multiples of it. */
  readonly pageBytes?: number;
}

/** End of user addresses: Linux keeps the last page below 2^47 free (arch/x86/include/asm/page_64_types.h). */
export const USER_END = 2 ** 47 - 4096;

export const PAGE = 4096;
export const pageDown = (address: number): number => Math.floor(address / PAGE) * PAGE;
export const pageUp = (address: number): number => Math.ceil(address / PAGE) * PAGE;

export const sameRights = (a: Rights, b: Rights): boolean =>
  a.read === b.read && a.write === b.write && a.execute === b.execute;

/** `rwx` with dashes, as in /proc/PID/maps. */
export const rightsText = ({ read, write, execute }: Rights): string =>
  `${read ? 'r' : '-'}${write ? 'w' : '-'}${execute ? 'x' : '-'}`;

/** Two neighbours that are one area in all but name of their border. */
export function mergeable(left: Area, right: Area): boolean {
  return (
    left.end === right.start &&
    left.kind === right.kind &&
    left.name === right.name &&
    left.image === right.image &&
    left.growsDown === right.growsDown &&
    left.shared === right.shared &&
    left.pageBytes === right.pageBytes &&
    sameRights(left.rights, right.rights)
  );
}
