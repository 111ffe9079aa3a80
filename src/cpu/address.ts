import type { Decoded } from '../codec/decoded.js';
import { RBP, RSP } from '../isa/registers.js';

/**
 * The constant part of a memory operand's address, given the address of the next instruction: the displacement, for a rip-relative
 * operand counted from there. `pop` with base rsp is addressed after rsp has moved (Intel SDM vol. 2, POP).
 */
export function addressConstant(decoded: Decoded, next: bigint): bigint {
  const memory = decoded.memory!;
  if (memory.ripRelative) return memory.displacement + next;
  if (memory.base === RSP && decoded.form.mnemonic === 'pop') return memory.displacement + BigInt(decoded.width / 8);
  return memory.displacement;
}

/**
 * A violation of canonical form through the memory operand is a stack fault: the default segment is SS when the base is rsp or
 * rbp (Intel SDM vol. 1, table 3-5), unless FS or GS is named.
 */
export function usesStackSegment(decoded: Decoded): boolean {
  const { memory, segment } = decoded;
  if (segment === 'fs' || segment === 'gs') return false;
  return memory !== null && (memory.base === RSP || memory.base === RBP);
}
