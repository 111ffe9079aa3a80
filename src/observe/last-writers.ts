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
  /** For a copy from register to register: number of the source, and who had written it. */
  readonly source: { readonly register: number; readonly step: PastStep } | null;
  /** For `syscall`: what the kernel answered. */
  systemCall: { readonly name: string; readonly result: number } | null;
}

/** Copies are followed so far back. */
const LONGEST_CHAIN = 3;

/** Numbers of the general registers that an instruction writes, whatever the values. rax, rcx and r11 for `syscall`. */
export function registersWritten(decoded: Decoded): readonly number[] {
  const { form, width } = decoded;
  const effects = effectsOf(form, width, decoded.memory !== null);
  const written = new Set(effects.registersWritten);
  if (effects.trap === 'syscall') written.add(0);
  operandSlots(form, width).forEach((slot, operand) => {
    if (!effects.operands[operand]!.put || slot.bank === 'xmm') return;
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
    const { rip, decoded } = step;
    const past: PastStep = { rip, decoded, index: this.count, source: this.sourceOf(decoded), systemCall: null };
    let registers = this.cache.get(step.decoded);
    if (registers === undefined) {
      registers = registersWritten(step.decoded);
      this.cache.set(step.decoded, registers);
    }
    for (const register of registers) this.writers[register] = past;
    this.last = past;
    if (step.last) this.count++;
  }
  private sourceOf({ form, memory, reg, rm }: Decoded): PastStep['source'] {
    if (form.mnemonic !== 'mov' || memory !== null || form.immediates.length > 0 || !form.modrm) return null;
    const register = form.operands[1]?.startsWith('rm') ? rm : reg;
    const step = this.writers[register];
    return step === undefined ? null : { register, step: shortened(step, LONGEST_CHAIN - 1) };
  }
}

/** The step with at most `depth` copies behind it: histories must not hold on to all of the past. */
function shortened(step: PastStep, depth: number): PastStep {
  if (step.source === null) return step;
  if (depth === 0) return { ...step, source: null };
  return { ...step, source: { ...step.source, step: shortened(step.source.step, depth - 1) } };
}
