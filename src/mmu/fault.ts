import { TLB_FLAG } from '../memory/layout.js';
import { CR0_WP, CR4_SMAP, CR4_SMEP, EFER_NXE, RFLAGS_AC } from './entry-bits.js';

/** What an access wants to do. A read-modify-write is a write, even where it loads. */
export type Access = 0 | 1 | 2;
export const READ: Access = 0;
export const WRITE: Access = 1;
export const FETCH: Access = 2;

/** Vectors that a translation can raise (Intel SDM vol. 3, table 6-1). */
export const GENERAL_PROTECTION = 13;
export const PAGE_FAULT = 14;

/** Bits of the page-fault error code (Intel SDM vol. 3, 4.7). */
export const ERROR = { present: 1, write: 2, user: 4, reserved: 8, fetch: 16 } as const;

/**
 * Whether combined rights (TLB_FLAG write, user, noExecute) allow an access, by the table of mmu/README.md. `cpl` 3 is user mode,
 * everything below is supervisor; the control registers are low halves.
 */
export function allowed(
  rights: number,
  access: Access,
  cpl: number,
  cr0: number,
  cr4: number,
  rflags: number,
): boolean {
  const user = (rights & TLB_FLAG.user) !== 0;
  if (cpl === 3) {
    if (!user) return false;
    if (access === READ) return true;
    return access === WRITE ? (rights & TLB_FLAG.write) !== 0 : (rights & TLB_FLAG.noExecute) === 0;
  }
  if (access === FETCH) return (rights & TLB_FLAG.noExecute) === 0 && !(user && (cr4 & CR4_SMEP) !== 0);
  if (user && (cr4 & CR4_SMAP) !== 0 && (rflags & RFLAGS_AC) === 0) return false;
  return access === READ || (rights & TLB_FLAG.write) !== 0 || (cr0 & CR0_WP) === 0;
}

/** The part of the error code that follows from the access alone: W, U and I/D. */
export function accessErrorBits(access: Access, cpl: number, cr4: number, efer: number): number {
  const fetch = access === FETCH && ((efer & EFER_NXE) !== 0 || (cr4 & CR4_SMEP) !== 0);
  return (access === WRITE ? ERROR.write : 0) | (cpl === 3 ? ERROR.user : 0) | (fetch ? ERROR.fetch : 0);
}
