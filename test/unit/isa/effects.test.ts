import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/codec/decode.js';
import { type Effects, effectsOf, hasMemoryOperand } from '../../../src/isa/effects.js';
import { FLAG_BIT, type Flag } from '../../../src/isa/flags.js';
import { isMemoryOnly } from '../../../src/isa/opcode-map.js';
import { operandSlots } from '../../../src/isa/operands.js';
import { RCX } from '../../../src/isa/registers.js';
import { forms } from '../../../src/isa/table.js';
import { unpack } from '../../support/silicon/recording.js';

const recording = unpack(readFileSync(new URL('../../golden/silicon.jsonl.gz', import.meta.url)));

function find(mnemonic: string, text: string) {
  return forms.find((form) => form.mnemonic === mnemonic && form.text.startsWith(text))!;
}

describe('effects', () => {
  it('exist for every form, width and shape: no meaning mixes widths', () => {
    let shapes = 0;
    for (const form of forms) {
      if (form.encodeOnly) continue;
      for (const width of form.widths) {
        const choices = form.operands.some(isMemoryOnly) ? [true] : hasMemoryOperand(form) ? [false, true] : [false];
        for (const memory of choices) {
          effectsOf(form, width, memory);
          shapes++;
        }
      }
    }
    expect(shapes).toBeGreaterThan(900);
  });

  it('tell a read-modify-write from a load and from a store', () => {
    const counts = ({ loads, stores, modifies }: Effects) => [loads, stores, modifies];
    expect(counts(effectsOf(find('add', 'rm,r ='), 32, true))).toEqual([1, 1, 1]);
    expect(counts(effectsOf(find('cmp', 'rm,r ='), 32, true))).toEqual([1, 0, 0]);
    expect(counts(effectsOf(find('mov', 'rm,r ='), 32, true))).toEqual([0, 1, 0]);
    expect(counts(effectsOf(find('lea', 'r,m ='), 64))).toEqual([0, 0, 0]);
    expect(counts(effectsOf(find('pop', 'rm ='), 64, true))).toEqual([1, 1, 0]);
  });

  it('name the flags that a condition reads', () => {
    expect([...effectsOf(find('jle', 'rel8'), 64).flagsRead].sort()).toEqual(['of', 'sf', 'zf']);
    expect([...effectsOf(find('adc', 'rm,r ='), 32).flagsRead]).toEqual(['cf']);
    expect([...effectsOf(find('inc', 'rm ='), 32).flagsWritten]).not.toContain('cf');
  });
});

/** Registers that an instruction may write: the implicit ones and the operands that it puts. */
function writable(code: Uint8Array): Set<number> {
  const decoded = decode(code, 0, code.length);
  if (typeof decoded === 'string') throw new Error(decoded);
  const effects = effectsOf(decoded.form, decoded.width, decoded.memory !== null);
  const numbers = new Set(effects.registersWritten);
  operandSlots(decoded.form, decoded.width).forEach(({ place, width, bank }, operand) => {
    if (!effects.operands[operand]!.put || bank === 'xmm') return;
    const number = place === 'reg' ? decoded.reg : place === 'rm' ? decoded.rm : 0;
    numbers.add(width === 8 && !decoded.rex && number >= 4 ? number - 4 : number);
  });
  if (decoded.repeat !== 'none' && decoded.form.repeat !== 'none') numbers.add(RCX);
  return numbers;
}

/** XMM registers that an instruction puts. */
function writableVectors(code: Uint8Array): Set<number> {
  const decoded = decode(code, 0, code.length);
  if (typeof decoded === 'string') throw new Error(decoded);
  const effects = effectsOf(decoded.form, decoded.width, decoded.memory !== null);
  const slots = operandSlots(decoded.form, decoded.width);
  const put = slots.filter(({ bank }, operand) => bank === 'xmm' && effects.operands[operand]!.put);
  return new Set(put.map(({ place }) => (place === 'reg' ? decoded.reg : decoded.rm)));
}

describe(`effects against what a processor did in ${recording.batch.cases.length} recorded cases`, () => {
  const runs = recording.batch.cases.map((test, index) => {
    const decoded = decode(test.code, 0, test.code.length);
    if (typeof decoded === 'string') throw new Error(decoded);
    const effects = effectsOf(decoded.form, decoded.width, decoded.memory !== null);
    return {
      test,
      effects,
      outcome: recording.outcomes[index]!,
      name: `${decoded.form.mnemonic} ${decoded.form.text}`,
    };
  });

  it('no other register has changed', () => {
    const wrong = runs.filter(({ test, outcome }) => {
      const allowed = writable(test.code);
      return outcome.registers.some((value, number) => value !== test.registers[number] && !allowed.has(number));
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('no other XMM register has changed, and MXCSR only where an exception is possible', () => {
    const vectors = runs.filter(({ test }) => test.vectors !== null);
    expect(vectors.length).toBeGreaterThan(1_000);
    const wrong = vectors.filter(({ test, outcome, effects }) => {
      const allowed = writableVectors(test.code);
      const before = test.vectors!;
      const after = outcome.vectors!;
      if (after.mxcsr !== before.mxcsr && !effects.mayFault) return true;
      return after.xmm.some((value, number) => value !== before.xmm[number] && !allowed.has(number));
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('no flag outside the written and the undefined ones has changed', async () => {
    const { undefinedMask } = await import('../../support/silicon/compare.js');
    const wrong = runs.filter(({ test, effects, outcome }) => {
      const written = [...effects.flagsWritten].reduce((mask, flag: Flag) => mask | (1 << FLAG_BIT[flag]), 0);
      const watched = Object.values(FLAG_BIT).reduce<number>((mask, bit) => mask | (1 << bit), 0) & ~0x300;
      return ((test.flags ^ outcome.flags) & watched & ~written & ~undefinedMask(test)) !== 0;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('memory has changed only where there is a store, and page faults have the right kind', () => {
    const wrong = runs.filter(({ name, effects, outcome }) => {
      // The loads of enter are as many as its immediate says.
      if (name.startsWith('enter')) return false;
      if (outcome.changes.length > 0 && effects.stores === 0) return true;
      if (outcome.vector !== 14 || (outcome.errorCode & 16) !== 0) return false;
      const write = (outcome.errorCode & 2) !== 0;
      return write ? effects.stores === 0 : effects.loads <= effects.modifies;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
