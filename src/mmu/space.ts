import { STATE } from '../memory/layout.js';
import { CR4_PCIDE } from './entry-bits.js';

const CR3 = STATE.cr3 >>> 2;
const CR4 = STATE.cr4 >>> 2;
const SPACE = STATE.space >>> 2;
/** Bits of CR3. */
export const PCID_MASK = 0xfff;

/** Number of the current address space: the PCID of CR3 where CR4.PCIDE is set; else STATE.space, which is 0 where nobody uses it. */
export function spaceOf(u32: Uint32Array): number {
  return (u32[CR4]! & CR4_PCIDE) !== 0 ? u32[CR3]! & PCID_MASK : u32[SPACE]!;
}
