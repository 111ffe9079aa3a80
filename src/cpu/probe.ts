import type { Decoded } from '../codec/decoded.js';

/** One question to the MMU: where is this byte? Reported when it is asked, also by attempts that fault. */
export interface Lookup {
  readonly access: 'fetch' | 'read' | 'write';
  readonly virtual: bigint;
  /** Physical address, or -1: the lookup faulted. */
  readonly physical: number;
  /** The TLB had the translation. */
  readonly hit: boolean;
  /** Page-table entries that the walk read, and wrote to set accessed or dirty. */
  readonly entriesRead: number;
  readonly entriesWritten: number;
}

/** One program reference of a completed instruction or rep element. `modify` is a load and a store of one location. */
export interface Reference {
  readonly kind: 'fetch' | 'load' | 'store' | 'modify';
  readonly virtual: bigint;
  /** Physical address of the first byte. */
  readonly physical: number;
  /** Bytes. */
  readonly size: number;
  /** Physical address of the first byte on the second page of a reference that crosses pages, or -1. */
  readonly secondPhysical: number;
}

/** One completed step: an instruction, or an element of a rep instruction. */
export interface Step {
  readonly rip: bigint;
  readonly decoded: Decoded;
  /** False: the instruction goes on with another element. */
  readonly last: boolean;
  /** In order: the fetch (in the last step of the instruction), loads and modifies, stores. */
  readonly references: readonly Reference[];
}

/** What an observer of the reference CPU may ask to be told. Callbacks must not change the machine. */
export interface Probe {
  lookup?(lookup: Lookup): void;
  step?(step: Step): void;
  /** An exception, syscall, breakpoint or halt; the numbers of STATE.trapVector, trapErrorCode and trapAddress. */
  trap?(vector: number, errorCode: number, address: bigint): void;
}
