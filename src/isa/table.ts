import type { Form } from './form.js';
import type { Instruction } from './instruction.js';
import * as arithmetic from './instructions/arithmetic.js';
import * as bit from './instructions/bit.js';
import * as control from './instructions/control.js';
import * as data from './instructions/data.js';
import * as exchange from './instructions/exchange.js';
import * as float from './instructions/float.js';
import * as logic from './instructions/logic.js';
import * as privileged from './instructions/privileged.js';
import * as save from './instructions/save.js';
import * as segment from './instructions/segment.js';
import * as shift from './instructions/shift.js';
import * as stack from './instructions/stack.js';
import * as string from './instructions/string.js';
import * as system from './instructions/system.js';
import * as vectorInteger from './instructions/vector-integer.js';
import * as vectorMove from './instructions/vector-move.js';

const groups: readonly object[] = [
  ...[data, arithmetic, logic, shift, bit, stack, control, string, system],
  ...[exchange, privileged, segment, save],
  ...[vectorMove, vectorInteger, float],
];

function isInstruction(entry: unknown): entry is Instruction {
  return typeof entry === 'object' && entry !== null && 'forms' in entry;
}

/**
 * Every instruction of the subset, in the order of declaration. Sorted, because the order of a module's exports is alphabetical in the
 * language but not in every bundler, and generated code relies on it.
 */
export const instructions: readonly Instruction[] = groups
  .flatMap((group) => Object.values(group).flat().filter(isInstruction))
  .sort((a, b) => a.forms[0]!.id - b.forms[0]!.id);

/** Every form, indexed by its id. */
export const forms: readonly Form[] = instructions.flatMap((entry) => entry.forms).sort((a, b) => a.id - b.id);

/** The instruction that owns a form, by form id. */
export const instructionOf: readonly Instruction[] = (() => {
  const owners: Instruction[] = [];
  for (const entry of instructions) for (const form of entry.forms) owners[form.id] = entry;
  return owners;
})();
