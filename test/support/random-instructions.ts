import type { Form } from '../../src/isa/form.js';
import { isMemoryOnly, isRegisterOnly, isRm } from '../../src/isa/opcode-map.js';
import type { Width } from '../../src/isa/registers.js';
import { forms } from '../../src/isa/table.js';
import type { SeededRandom } from './seeded-random.js';

/** Every pair of form and operand size that the decoder can give. */
export const shapes: readonly { form: Form; width: Width }[] = forms
  .filter((form) => !form.encodeOnly && !form.sse)
  .flatMap((form) => form.widths.map((width) => ({ form, width })))
  // 66 90 is one and the same for nop and xchg; 66 63 only moves 16 bits.
  .filter(({ form, width }) => !(form.opcode === 0x90 && form.registerInOpcode && width === 16))
  // What assemblers write in another way; fences have their own tests.
  .filter(({ form }) => !form.decodeOnly || form.mnemonic === 'movsxd')
  .filter(({ form, width }) => !(form.mnemonic === 'movsxd' && width === 16));

export interface RandomOptions {
  /** Prefixes without effect in front, now and then. */
  readonly redundantPrefixes: boolean;
}

const REDUNDANT = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67];
const NUMBERS = [
  0, 1, -1, 2, 0x7f, -0x80, 0x80, 0xff, -0x81, 0x7fff, -0x8000, 0xffff, 0x7fffffff, -0x80000000, 0x12345,
];

/**
 * Bytes of a random instruction of a form: registers, addressing mode, displacement and immediates at random, encoded by
 * the plain rules of the manual and not by the encoder under test.
 */
export function randomInstruction(
  random: SeededRandom,
  form: Form,
  width: Width,
  { redundantPrefixes }: RandomOptions,
): number[] {
  const bytes: number[] = redundantPrefixes && random.chance(0.3) ? [random.pick(REDUNDANT)] : [];
  const byteRegister = form.operands.some((kind) => kind === 'r8' || kind === 'rm8');
  const address32 = random.chance(0.06);
  const body = operandBytes(random, form, width, address32);
  let rex = body.rex;
  if (width === 64 && !form.default64 && form.widths.includes(64)) rex |= 8;
  if (usesMemory(form, body) && random.chance(0.08)) bytes.push(random.pick([0x64, 0x65]));
  if (address32 && (usesMemory(form, body) || /^(loop|jrcxz)/.test(form.mnemonic)) && body.moffs === 0)
    bytes.push(0x67);
  if (width === 16 && form.sized) bytes.push(0x66);
  if (form.prefix !== 0) bytes.push(form.prefix);
  if (form.repeat !== 'none' && random.chance(0.5)) bytes.push(random.pick([0xf2, 0xf3]));
  if (form.lockable && body.memory && random.chance(0.2)) bytes.push(0xf0);
  if (rex !== 0) bytes.push(0x40 | rex);
  else if (byteRegister && body.low && random.chance(0.5)) bytes.push(0x40);
  if (form.map > 0) bytes.push(0x0f);
  if (form.map > 1) bytes.push(form.map === 2 ? 0x38 : 0x3a);
  bytes.push(form.opcode | body.opcodeRegister, ...body.bytes);
  return bytes;
}

interface Body {
  rex: number;
  memory: boolean;
  moffs: number;
  /** A byte register 4 to 7 is named: REX decides which. */
  low: boolean;
  opcodeRegister: number;
  bytes: number[];
}

function usesMemory(form: Form, body: Body): boolean {
  return body.memory || /^(movs|cmps|lods|xlat|outs)$/.test(form.mnemonic);
}

function operandBytes(random: SeededRandom, form: Form, width: Width, address32: boolean): Body {
  const body: Body = { rex: 0, memory: false, moffs: 0, low: false, opcodeRegister: 0, bytes: [] };
  if (form.registerInOpcode) {
    const register = random.below(16);
    // 90 without REX.B is nop.
    const number = form.opcode === 0x90 && register === 0 ? 9 : register;
    body.opcodeRegister = number & 7;
    if (number > 7) body.rex |= 1;
    else body.low = number > 3;
  }
  if (form.fixedModrm >= 0) body.bytes.push(form.fixedModrm);
  else if (form.modrm) addModrm(random, form, body, address32);
  for (const code of form.immediates) {
    if (code === 'mo') {
      body.memory = true;
      body.moffs = 8;
    }
    const size =
      code === 'ib' || code === 'cb' ? 1 : code === 'iw' || code === 'cw' ? 2 : code === 'iq' || code === 'mo' ? 8 : 4;
    body.bytes.push(...numberBytes(random, code === 'iz' && width === 16 ? 2 : size));
  }
  return body;
}

function regNumber(random: SeededRandom, form: Form): number {
  if (form.operands.includes('creg')) return random.pick([0, 2, 3, 4, 8]);
  if (form.operands.includes('dreg')) return random.below(8);
  // CS cannot be loaded.
  if (form.operands[0] === 'sreg') return random.pick([0, 2, 3, 4, 5]);
  if (form.operands.includes('sreg')) return random.below(6);
  // Where ModRM.reg means nothing, REX.R would be a prefix without effect.
  return random.below(form.operands.some((kind) => /^[rx]\d*$/.test(kind)) ? 16 : 8);
}

function addModrm(random: SeededRandom, form: Form, body: Body, address32: boolean): void {
  let reg = form.digit;
  if (reg < 0) {
    const number = regNumber(random, form);
    if (number > 7) body.rex |= 4;
    reg = number & 7;
    if (form.operands.includes('r8') && number > 3 && number < 8) body.low = true;
  }
  const memoryOnly = form.operands.some(isMemoryOnly);
  const registerOnly = form.operands.some(isRegisterOnly);
  if (registerOnly || (!memoryOnly && form.operands.some(isRm) && random.chance(0.4))) {
    const number = random.below(16);
    if (number > 7) body.rex |= 1;
    else if (form.operands.includes('rm8') && number > 3) body.low = true;
    body.bytes.push(0xc0 | (reg << 3) | (number & 7));
    return;
  }
  body.memory = true;
  addMemory(random, body, reg, address32);
}

function addMemory(random: SeededRandom, body: Body, reg: number, address32: boolean): void {
  const mode = random.below(3);
  const rm = random.below(8);
  if (random.chance(0.5)) body.rex |= 1;
  body.bytes.push((mode << 6) | (reg << 3) | rm);
  let noBase = mode === 0 && rm === 5;
  if (rm === 4) {
    let base = random.below(8);
    const index = random.below(8);
    let scale = random.below(4);
    if (random.chance(0.5)) body.rex |= 2;
    if (index === 4 && !(body.rex & 2)) {
      // Without an index: rsp, r12 or, with 64-bit addresses, a bare displacement; anything else is written with %riz.
      scale = 0;
      base = mode === 0 && !address32 && random.chance(0.5) ? 5 : 4;
      if (base === 5) body.rex &= ~1;
    }
    noBase = mode === 0 && base === 5;
    // REX.B does nothing without a base.
    if (noBase) body.rex &= ~1;
    body.bytes.push((scale << 6) | (index << 3) | base);
  } else if (noBase) body.rex &= ~1;
  if (mode === 1) body.bytes.push(...numberBytes(random, 1));
  if (mode === 2 || noBase) body.bytes.push(...numberBytes(random, 4));
}

function numberBytes(random: SeededRandom, size: number): number[] {
  const number = BigInt(random.chance(0.5) ? random.pick(NUMBERS) : random.below(0x1_0000_0000));
  const high = size === 8 && random.chance(0.5) ? BigInt(random.below(0x1_0000_0000)) << 32n : 0n;
  return Array.from({ length: size }, (_, i) => Number(((number + high) >> BigInt(8 * i)) & 0xffn));
}
