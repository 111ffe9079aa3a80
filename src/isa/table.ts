import type { Form } from './form.js';
import type { Instruction } from './instruction.js';
import * as arithmetic from './instructions/arithmetic.js';

/** Every instruction of the subset. */
export const instructions: readonly Instruction[] = [arithmetic].flatMap((group) =>
  Object.values(group).filter((entry): entry is Instruction => typeof entry === 'object' && 'forms' in entry),
);

/** Every form, indexed by its id. */
export const forms: readonly Form[] = instructions.flatMap((entry) => entry.forms).sort((a, b) => a.id - b.id);

/** The instruction that owns a form, by form id. */
export const instructionOf: readonly Instruction[] = (() => {
  const owners: Instruction[] = [];
  for (const entry of instructions) for (const form of entry.forms) owners[form.id] = entry;
  return owners;
})();
