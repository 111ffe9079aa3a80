import type { Decoded } from '../codec/decoded.js';
import type { Step } from '../cpu/probe.js';
import { effectsOf } from '../isa/effects.js';
import { operandSlots } from '../isa/operands.js';

/** A completed instruction in the history of a process. */
export interface PastStep {
  readonly rip: bigint;
  readonly decoded: Decoded;
  /** How many instructions the process had completed before. */
  readonly index: number;
}

/** Numbers of the general registers that an instruction writes, whatever the values. rax, rcx and r11 for `syscall`. */
export function registersWritten(decoded: Decoded): readonly number[] {
  const { form, width } = decoded;
  const effects = effectsOf(form, width, decoded.memory !== null);
  const written = new Set(effects.registersWritten);
  if (effects.trap === 'syscall') written.add(0);
  operandSlots(form, width).forEach((slot, operand) => {
    if (!effects.operands[operand]!.put) return;
    const register = registerIn(decoded, slot.place);
    if (register === null) return;
    const highByte = slot.width === 8 && !decoded.rex && register >= 4 && register < 8;
    written.add(highByte ? register - 4 : register);
  });
  return [...written];
}

function registerIn(decoded: Decoded, place: string): number | null {
  switch (place) {
    case 'reg':
      return decoded.reg;
    case 'rm':
      return decoded.memory === null ? decoded.rm : null;
    case 'rax':
      return 0;
    case 'rcx':
      return 1;
    case 'rdx':
      return 2;
    default:
      return null;
  }
}

/**
 * Remembers, for one process, which instruction wrote each general register last, and which completed last. Fed with the completed steps of that
 * process in order.
 */
export class LastWriters {
  /** By register number; undefined: not written since the process began. */
  readonly writers: (PastStep | undefined)[] = [];
  last: PastStep | null = null;
  /** Instructions completed. */
  count = 0;
  private readonly cache = new Map<Decoded, readonly number[]>();

  step(step: Step): void {
    const past: PastStep = { rip: step.rip, decoded: step.decoded, index: this.count };
    let registers = this.cache.get(step.decoded);
    if (registers === undefined) {
      registers = registersWritten(step.decoded);
      this.cache.set(step.decoded, registers);
    }
    for (const register of registers) this.writers[register] = past;
    this.last = past;
    if (step.last) this.count++;
  }
}
