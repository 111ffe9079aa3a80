import { type Instruction, instruction } from '../instruction.js';
import type { Meaning } from '../semantics.js';

/** Declares an instruction of SSE or SSE2. */
export function sse(mnemonic: string, summary: string, forms: readonly string[], meaning: Meaning): Instruction {
  return instruction(mnemonic, summary, forms, meaning);
}
