import type { StatusFlag } from './flags.js';
import { type Form, parseForm } from './form.js';
import type { Width } from './registers.js';
import type { Meaning } from './semantics.js';

/**
 * Status flags that the manual leaves undefined: always the same, or depending on operand width and the count operand as
 * the processor masks it (shifts). The meaning gives them one deterministic value; comparisons with silicon leave them out.
 */
export type UndefinedFlags = readonly StatusFlag[] | ((width: Width, count: number) => readonly StatusFlag[]);

export interface InstructionOptions {
  readonly undefinedFlags?: UndefinedFlags;
  /** Engines that generate code leave the instruction to the reference CPU: its meaning branches on an immediate, or they cannot state it. */
  readonly referenceOnly?: boolean;
}

/** One instruction: its name, one line that says what it does, its encodings in order of preference, its meaning. */
export interface Instruction {
  readonly mnemonic: string;
  readonly summary: string;
  readonly forms: readonly Form[];
  readonly meaning: Meaning;
  readonly undefinedFlags: UndefinedFlags;
  readonly referenceOnly: boolean;
}

let nextFormId = 0;

/** Declares an instruction. The order of `forms` is the encoder's preference and equals the choice of GNU as. */
export function instruction(
  mnemonic: string,
  summary: string,
  forms: readonly string[],
  meaning: Meaning,
  options: InstructionOptions = {},
): Instruction {
  return {
    mnemonic,
    summary,
    forms: forms.map((text) => parseForm(nextFormId++, mnemonic, text)),
    meaning,
    undefinedFlags: options.undefinedFlags ?? [],
    referenceOnly: options.referenceOnly ?? false,
  };
}

/** The undefined flags of one execution; `count` is the shift count as the processor masks it, 0 elsewhere. */
export function undefinedFlagsOf(entry: Instruction, width: Width, count: number): readonly StatusFlag[] {
  return typeof entry.undefinedFlags === 'function' ? entry.undefinedFlags(width, count) : entry.undefinedFlags;
}
