import { STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { type Access, accessErrorBits, PAGE_FAULT } from './fault.js';

const CPL = STATE.cpl >>> 2;
const CR4 = STATE.cr4 >>> 2;
const EFER = STATE.efer >>> 2;

/** Why the last translation failed: exception vector, error code, and the address (CR2 of a page fault) in halves. */
export class FaultRecord {
  vector = 0;
  errorCode = 0;
  low = 0;
  high = 0;
  private readonly u32: Uint32Array;

  constructor(memory: PhysicalMemory) {
    this.u32 = memory.u32;
  }

  /** Notes a fault; -1 is what a translation answers then. */
  raise(vector: number, errorCode: number, low: number, high: number): -1 {
    this.vector = vector;
    this.errorCode = errorCode;
    this.low = low >>> 0;
    this.high = high >>> 0;
    return -1;
  }

  /** The same, with the part of a page fault's error code that follows from the access. `cause`: its bits P and RSVD. */
  raiseFor(access: Access, cause: number, low: number, high: number, vector = PAGE_FAULT): -1 {
    const { u32 } = this;
    return this.raise(vector, cause | accessErrorBits(access, u32[CPL]!, u32[CR4]!, u32[EFER]!), low, high);
  }
}
