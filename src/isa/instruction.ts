import { type Form, parseForm } from './form.js';
import type { Meaning } from './semantics.js';

/** One instruction: its name, one line that says what it does, its encodings in order of preference, its meaning. */
export interface Instruction {
  readonly mnemonic: string;
  readonly summary: string;
  readonly forms: readonly Form[];
  readonly meaning: Meaning;
}

let nextFormId = 0;

/** Declares an instruction. The order of `forms` is the encoder's preference and equals the choice of GNU as. */
export function instruction(
  mnemonic: string,
  summary: string,
  forms: readonly string[],
  meaning: Meaning,
): Instruction {
  return { mnemonic, summary, forms: forms.map((text) => parseForm(nextFormId++, mnemonic, text)), meaning };
}
