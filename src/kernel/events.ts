import type { SavedState } from '../cpu/state.js';
import type { InspectedSegment } from '../mmu/schemes/registers.js';
import type { InspectedWalk } from '../mmu/schemes/scheme.js';
import type { Damage } from './unpaged/os-image.js';
import type { Area } from './vm/area.js';
import type { ShortageReason } from './vm/virtual-memory.js';

/**
 * What the kernel did, as it happens: for logs, traces and pictures. Addresses of pages are virtual, in bytes; `time` is the
 * number of steps completed (COUNTER.steps).
 */
export type KernelEvent = { readonly time: number } & KernelHappening;

export type KernelHappening =
  | { readonly kind: 'spawn'; readonly pid: number; readonly parent: number; readonly name: string }
  | {
      readonly kind: 'fault';
      readonly pid: number;
      readonly address: bigint;
      readonly rip: bigint;
      readonly errorCode: number;
    }
  | {
      readonly kind: 'fill';
      readonly pid: number;
      readonly page: number;
      readonly frame: number;
      readonly content: 'zero' | 'image';
    }
  | { readonly kind: 'copy'; readonly pid: number; readonly page: number; readonly from: number; readonly to: number }
  | {
      readonly kind: 'evict';
      readonly pid: number;
      readonly page: number;
      readonly frame: number;
      readonly slot: number;
    }
  | {
      readonly kind: 'swapOut';
      readonly pid: number;
      readonly page: number;
      readonly frame: number;
      readonly slot: number;
    }
  | {
      readonly kind: 'swapIn';
      readonly pid: number;
      readonly page: number;
      readonly frame: number;
      readonly slot: number;
    }
  | { readonly kind: 'stackGrowth'; readonly pid: number; readonly from: number; readonly to: number }
  | {
      /** Not for the call with which a process ends: that is its `exit` or `signal`. */
      readonly kind: 'syscall';
      readonly pid: number;
      readonly number: number;
      /** null: there is no such syscall here. */
      readonly name: string | null;
      /** As many as the call takes; six of an unknown one. */
      readonly arguments: readonly bigint[];
      /** As the program sees it: negative numbers are errors. null: the caller waits. */
      readonly result: number | null;
    }
  | { readonly kind: 'move'; readonly from: number; readonly to: number; readonly bytes: number }
  | {
      /** A whole process goes to the disk, or comes back. */
      readonly kind: 'imageSwap';
      readonly pid: number;
      readonly direction: 'in' | 'out';
      readonly pages: number;
    }
  | {
      /** An access to RAM that is not the process's own, which nothing has stopped. */
      readonly kind: 'stray';
      readonly pid: number;
      readonly physical: number;
      readonly write: boolean;
      /** `kernel`, `free`, or whose it is. */
      readonly owner: 'kernel' | 'free' | number;
    }
  | { readonly kind: 'timer'; readonly pid: number }
  | {
      readonly kind: 'switch';
      /** 0: nobody was running. */
      readonly from: number;
      readonly to: number;
      readonly reason: SwitchReason;
      /** Translations that the TLB lost by it. */
      readonly lost: number;
    }
  | { readonly kind: 'signal'; readonly pid: number; readonly fault: FatalFault }
  | { readonly kind: 'exit'; readonly pid: number; readonly status: number };

export type SwitchReason = 'start' | 'timer' | 'yield' | 'wait' | 'exit';

/** Why a process was killed: everything an explanation needs, nothing put into words. */
export interface FatalFault {
  readonly pid: number;
  /** `SIGSEGV`, ...; `signalNumber` is Linux's. */
  readonly signal: string;
  readonly signalNumber: number;
  /** si_code as Linux names it: SEGV_MAPERR, SEGV_ACCERR, FPE_INTDIV, ILL_ILLOPN, SI_KERNEL, ...; SI_USER when a process sent it. */
  readonly code: string;
  /** Exception vector (cpu/trap.ts) and its error code; -1 and 0 when no exception is behind it. */
  readonly vector: number;
  readonly errorCode: number;
  /** CR2 of a page fault or the address the kernel needed; null when no address is known (#GP). */
  readonly address: bigint | null;
  readonly access: 'read' | 'write' | 'fetch' | null;
  /** Address of the instruction at fault (of the one behind it, for traps). */
  readonly rip: bigint;
  readonly registers: SavedState;
  /** The area that holds the address, and the nearest ones on either side. */
  readonly area: Area | null;
  readonly below: Area | null;
  readonly above: Area | null;
  /** All areas at the time. */
  readonly areas: readonly Area[];
  /** Walk of the address at the time, as far as it came; null when there is no address or it is not canonical. */
  readonly walk: InspectedWalk | null;
  /** Where registers translate: what they made of the address; else null. */
  readonly register: InspectedSegment | null;
  /** What of the kernel's own memory the program has overwritten. */
  readonly damage: readonly Damage[];
  /** Set when memory or swap ran out: what there was. */
  readonly shortage: ShortageReason | null;
}
