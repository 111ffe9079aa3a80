import { effectsOf } from '../isa/effects.js';
import type { Form, OperandKind } from '../isa/form.js';
import { type OperandSlot, operandSlots } from '../isa/operands.js';
import type { OperandWidth, Width } from '../isa/registers.js';
import type { Meaning } from '../isa/semantics.js';
import { forms, instructionOf, instructions } from '../isa/table.js';

/**
 * Where a handler finds an operand. One handler serves every register and every encoding that means the same.
 * Memory: `memory` is any address but an absolute 64-bit one, `indexed` one without FS or GS, `simple` one that also has no index;
 * `near` is a branch target in the same page, `far` another.
 */
export type Place =
  | 'register'
  | 'xmm'
  | 'rcx'
  | 'rdx'
  | 'one'
  | 'immediate'
  | 'near'
  | 'far'
  | 'memory'
  | 'indexed'
  | 'simple'
  | 'absolute';

export interface OperandShape {
  readonly place: Place;
  readonly width: OperandWidth;
  /** Read-modify-write. */
  readonly modified: boolean;
}

export type Repeat = 'none' | 'rep' | 'repe' | 'repne';

/** What one handler serves: a meaning at a width with operands in certain places. */
export interface HandlerShape {
  /** Index among the distinct meanings of the table. */
  readonly meaning: number;
  readonly mnemonic: string;
  readonly width: Width;
  readonly operands: readonly OperandShape[];
  readonly repeat: Repeat;
  /** The data segment may be FS or GS. */
  readonly segmented: boolean;
}

/** The distinct meanings in the order of the table: different entries may share one (`movsxd` without REX.W is `mov`). */
export const meanings: readonly Meaning[] = [...new Set(instructions.map((entry) => entry.meaning))];
const meaningIndex = new Map(meanings.map((meaning, index) => [meaning, index]));

/** Name of each meaning: the first mnemonic that has it, and its position among the meanings of that mnemonic. */
const meaningNames: readonly string[] = (() => {
  const counts = new Map<string, number>();
  return meanings.map((meaning) => {
    const { mnemonic } = instructions.find((entry) => entry.meaning === meaning)!;
    const number = counts.get(mnemonic) ?? 0;
    counts.set(mnemonic, number + 1);
    return `${mnemonic}.${number}`;
  });
})();

/** The identity of a handler, the same at build time and at run time. */
export function keyOf(
  meaning: number,
  width: Width,
  places: readonly Place[],
  widths: readonly number[],
  repeat: Repeat,
): string {
  return `${meaningNames[meaning]}/${width}/${places.join()}/${widths.join()}/${repeat}`;
}

export function shapeKey(shape: HandlerShape): string {
  const { meaning, width, operands, repeat } = shape;
  return keyOf(
    meaning,
    width,
    operands.map(({ place }) => place),
    operands.map((operand) => operand.width),
    repeat,
  );
}

/** Key of the handler in the loop that leaves the flags alone. */
export function flaglessKey(shape: HandlerShape): string {
  return `${shapeKey(shape)}/flagless`;
}

/** Index of the meaning of a form, or -1 when it is left to the reference CPU. */
export function meaningOf(form: Form): number {
  const entry = instructionOf[form.id]!;
  if (entry.referenceOnly || form.privileged || form.encodeOnly) return -1;
  return meaningIndex.get(entry.meaning)!;
}

/** The places that an operand kind can be in. */
function placesOf(kind: OperandKind, { place: slot, bank }: OperandSlot): readonly Place[] {
  const register = bank === 'xmm' ? 'xmm' : 'register';
  switch (slot) {
    case 'reg':
    case 'rax':
      return [register];
    case 'rcx':
    case 'rdx':
    case 'one':
    case 'immediate':
      return [slot];
    case 'target':
      return ['near', 'far'];
    case 'rm':
      if (kind.startsWith('moffs')) return ['absolute'];
      if (/^[rx]m/.test(kind)) return [register, 'memory'];
      return kind.startsWith('m') ? ['memory'] : [register];
    default:
      return [];
  }
}

function combinations(choices: readonly (readonly Place[])[]): Place[][] {
  return choices.reduce<Place[][]>(
    (found, places) => found.flatMap((head) => places.map((place) => [...head, place])),
    [[]],
  );
}

const repeats: Record<Form['repeat'], readonly Repeat[]> = {
  none: ['none'],
  rep: ['none', 'rep'],
  repz: ['none', 'repe', 'repne'],
};

function shapesOf(form: Form, width: Width, meaning: number): HandlerShape[] {
  const slots = operandSlots(form, width);
  const choices = form.operands.map((kind, operand) => placesOf(kind, slots[operand]!));
  return combinations(choices).flatMap((places) => {
    const memory = places.some((place) => place === 'memory' || place === 'absolute');
    const access = effectsOf(form, width, memory).operands;
    const operands = places.map((place, operand) => ({
      place,
      width: slots[operand]!.width,
      modified: access[operand]!.get && access[operand]!.put,
    }));
    const { mnemonic } = form;
    return repeats[form.repeat].map((repeat) => ({ meaning, mnemonic, width, operands, repeat, segmented: true }));
  });
}

/** Every handler that the table asks for, each once, in a fixed order. */
export function allShapes(): HandlerShape[] {
  const found = new Map<string, HandlerShape>();
  for (const form of forms) {
    const meaning = meaningOf(form);
    if (meaning < 0) continue;
    for (const width of form.widths) {
      for (const shape of shapesOf(form, width, meaning)) {
        const key = shapeKey(shape);
        if (!found.has(key)) found.set(key, shape);
      }
    }
  }
  return [...found.values()];
}
