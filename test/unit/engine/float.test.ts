import { afterEach, describe, expect, it, vi } from 'vitest';
import { FloatUnit } from '../../../src/cpu/float-unit.js';
import { ReferenceCpu } from '../../../src/cpu/reference.js';
import { Interpreter } from '../../../src/engine/interpreter.js';
import { forms } from '../../../src/isa/table.js';
import { generateBatch, shapes } from '../../support/silicon/cases.js';
import { CaseMachine } from '../../support/silicon/emulate.js';
import type { Batch, Case } from '../../support/silicon/layout.js';

/** MXCSR at first, and after an inexact result. */
const FRESH = 0x1f80;
const USUAL = 0x1fa0;
const USUAL_VALUES = [1.5, 2, 3.25, 0.1, 1000.7, 12345, 7.75];
/** Sums, products, quotients and roots of these are exact. */
const POWERS = [1, 4, 16, 256, 0, 64, 1024];
/** With SF it is the reference CPU's turn. */
const ZF = 0x40;
const ARITHMETIC = /^((add|sub|mul|div|min|max|sqrt|cmp|rcp|rsqrt)[sp][sd]|u?comis[sd]|cvt.*)$/;
const pool = shapes.filter(({ form }) => form.sse && ARITHMETIC.test(form.mnemonic));

const interpreter = () =>
  new CaseMachine(
    (memory, mmu) => new Interpreter(memory, mmu, new ReferenceCpu(memory, mmu)),
    Interpreter.engineBytes,
  );
const reference = () => new CaseMachine((memory, mmu) => new ReferenceCpu(memory, mmu));

function bits(value: number, width: 32 | 64): bigint {
  const view = new DataView(new ArrayBuffer(8));
  if (width === 64) view.setFloat64(0, value);
  else for (const at of [0, 4]) view.setFloat32(at, value);
  return view.getBigUint64(0);
}

/** The cases with numbers like those of programs in all registers, and in memory. */
function withNumbers({ cases }: Batch, width: 32 | 64, mxcsr: number, values = USUAL_VALUES): Batch {
  const numbers = values.map((value) => bits(value, width));
  const word = (index: number) => numbers[index % numbers.length]!;
  const xmm = Array.from({ length: 16 }, (_, index) => (word(index + 3) << 64n) | word(index));
  const memory = new BigUint64Array(0x4000 / 8).map((_, index) => word(index));
  return {
    memory: new Uint8Array(memory.buffer),
    cases: cases.map((test): Case => ({ ...test, flags: test.flags & ~ZF, vectors: { xmm, mxcsr } })),
  };
}

/** Width of the numbers that an instruction reads: those of `cvtps2pd` are singles. */
const isSingle = (mnemonic: string) =>
  /^cvtt?(ps|ss|dq2ps)/.test(mnemonic) || (!/^cvt/.test(mnemonic) && /s$/.test(mnemonic));

const poolOf = (width: 32 | 64) => pool.filter(({ form }) => isSingle(form.mnemonic) === (width === 32));

function batchOf(width: 32 | 64, count: number, mxcsr: number): Batch {
  return withNumbers(generateBatch(5, 0, count, poolOf(width)), width, mxcsr);
}

afterEach(() => vi.restoreAllMocks());

/** How often the reference's arithmetic was asked while the interpreter ran a batch. */
function asked(batch: Batch): number {
  const machine = interpreter();
  const begin = vi.spyOn(FloatUnit.prototype, 'begin');
  machine.run(batch);
  return begin.mock.calls.length;
}

describe('floating point on the interpreter', () => {
  it('covers every arithmetic instruction', () => {
    expect(new Set(pool.map(({ form }) => form.mnemonic)).size).toBeGreaterThan(50);
  });

  it.each([32, 64] as const)('lets the host compute with usual numbers of %i bits', (width) => {
    const inRegisters = poolOf(width).filter(({ memory }) => !memory);
    expect(asked(withNumbers(generateBatch(5, 0, 300, inRegisters), width, USUAL))).toBe(0);
  });

  it.each([32, 64] as const)('lets it compute exact results at first: %i bits', (width) => {
    const fits = ({ form, memory }: (typeof pool)[number]) =>
      !memory && !/^(cvt(si|dq)|div|r?sqrt|rcp)/.test(form.mnemonic);
    const made = generateBatch(6, 0, 300, poolOf(width).filter(fits));
    expect(asked(withNumbers(made, width, FRESH, POWERS))).toBe(0);
    expect(asked(withNumbers(made, width, FRESH))).toBeGreaterThan(50);
  });

  it('finds quotients and roots exact', () => {
    const made = generateBatch(
      7,
      0,
      200,
      pool.filter(({ form, memory }) => !memory && /^(div|sqrt)/.test(form.mnemonic)),
    );
    const powers = POWERS.map((value) => value || 4096);
    for (const width of [32, 64] as const) {
      const own = made.cases.filter((test) => isSingle(forms[test.form]!.mnemonic) === (width === 32));
      expect(asked(withNumbers({ ...made, cases: own }, width, FRESH, powers))).toBe(0);
    }
  });

  it.each([32, 64] as const)('does not while MXCSR rounds up: %i bits', (width) => {
    expect(asked(batchOf(width, 300, USUAL | 0x4000))).toBeGreaterThan(0.3 * 300);
  });

  it('does both in the cases that are held to the processor', () => {
    const batch = generateBatch(9, 0, 500, pool);
    const share = asked(batch) / 500;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.9);
  });

  it.each([0x1f80, USUAL, USUAL | 0x4000, USUAL | 0x8040, 0])(
    'leaves what the reference leaves with MXCSR %i',
    (mxcsr) => {
      for (const width of [32, 64] as const) {
        const batch = batchOf(width, 120, mxcsr);
        expect(interpreter().run(batch)).toEqual(reference().run(batch));
        const exact = { ...batch, cases: withNumbers(batch, width, mxcsr, POWERS).cases };
        expect(interpreter().run(exact)).toEqual(reference().run(exact));
      }
    },
  );
});
