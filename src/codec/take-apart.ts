import { register, segmentRegisters, xmmRegisters } from '../isa/registers.js';
import type { Decoded } from './decoded.js';
import { fixedAttName } from './mnemonics.js';

/** A piece of an encoded instruction: its bytes, what the manual calls it, what it says. */
export interface EncodingPart {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly meaning: string;
}

const LEGACY: Readonly<Record<number, string>> = {
  102: 'operand size: 16 bits instead of 32',
  103: 'address size: 32 bits instead of 64',
  240: 'LOCK: the access to memory is not interrupted',
  242: 'REPNE',
  243: 'REP',
  38: 'ES segment: without effect',
  46: 'CS segment: without effect, or a hint that a branch is not taken',
  54: 'SS segment: without effect',
  62: 'DS segment: without effect, or a hint that a branch is taken',
  100: 'FS segment: its base is added to the address',
  101: 'GS segment: its base is added to the address',
};

/** The parts of an instruction in their order: prefixes, REX, opcode, ModRM, SIB, displacement, immediates (Intel SDM vol. 2, 2.1). */
export function takeApart(decoded: Decoded, bytes: Uint8Array): EncodingPart[] {
  const parts: EncodingPart[] = [];
  let at = 0;
  const take = (size: number, name: string, meaning: (piece: Uint8Array) => string) => {
    const piece = bytes.subarray(at, at + size);
    at += size;
    parts.push({ bytes: piece, name, meaning: meaning(piece) });
  };
  for (const byte of decoded.prefixes) {
    if (byte >> 4 === 4) take(1, 'REX', () => rexMeaning(decoded, byte));
    else take(1, 'prefix', () => prefixMeaning(decoded, byte));
  }
  const { form, memory } = decoded;
  take(Math.min(form.map, 2) + 1, 'opcode', ([...codes]) => opcodeMeaning(decoded, codes.at(-1)!));
  if (form.modrm) take(1, 'ModRM', ([modrm]) => modrmMeaning(decoded, modrm!));
  if (memory?.sib) take(1, 'SIB', ([sib]) => sibMeaning(decoded, sib!));
  if (memory !== null && form.immediates[0] === 'mo') {
    take(memory.displacementBytes, 'address', () => `0x${memory.displacement.toString(16)}`);
    return parts;
  }
  if (memory !== null && memory.displacementBytes > 0) {
    take(memory.displacementBytes, 'displacement', () => displacementMeaning(memory.displacement, memory.ripRelative));
  }
  form.immediates.forEach((code, index) => {
    const size = { ib: 1, cb: 1, iw: 2, cw: 2, iq: 8, cd: 4, mo: 8, iz: decoded.width === 16 ? 2 : 4 }[code];
    const value = index === 0 ? decoded.immediate : decoded.immediate2;
    if (code === 'cb' || code === 'cw' || code === 'cd')
      take(size, 'displacement', () => displacementMeaning(value, true));
    else take(size, 'immediate', () => immediateMeaning(decoded, value, size));
  });
  return parts;
}

const bits = (value: number, width: number) => value.toString(2).padStart(width, '0');
const signed = (value: bigint) => (value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`);

function prefixMeaning({ form }: Decoded, byte: number): string {
  return form.prefix === byte ? 'mandatory prefix: part of the opcode' : LEGACY[byte]!;
}

function rexMeaning({ form }: Decoded, byte: number): string {
  const set: string[] = [];
  if (byte & 8) set.push('W: 64-bit operands');
  if (byte & 4) set.push('R: bit 3 of ModRM.reg');
  if (byte & 2) set.push('X: bit 3 of SIB.index');
  if (byte & 1)
    set.push(`B: bit 3 of ${form.registerInOpcode ? 'the register in the opcode' : 'ModRM.rm or SIB.base'}`);
  return set.length === 0 ? 'no bit set: byte registers 4 to 7 are spl, bpl, sil, dil' : set.join('; ');
}

function opcodeMeaning({ form, width, reg }: Decoded, last: number): string {
  if (form.registerInOpcode) return `low bits ${bits(last & 7, 3)}: register ${reg}`;
  if (form.digit >= 0) return `with /${form.digit} in ModRM.reg`;
  return form.fixedModrm >= 0 ? 'goes on in the next byte' : (fixedAttName(form, width) ?? form.mnemonic);
}

/** Name of the register that ModRM.reg or ModRM.rm holds for the operand there. */
function registerName(decoded: Decoded, number: number, inRm: boolean): string {
  const { form, width, rex } = decoded;
  const kind = form.operands.find((one) => (inRm ? /^(rm|xm|rr|xr)/.test(one) : /^([rx]\d*|[cds]reg)$/.test(one)));
  if (kind === undefined) return 'without meaning';
  if (kind === 'creg') return `cr${number}`;
  if (kind === 'dreg') return `db${number}`;
  if (kind === 'sreg') return segmentRegisters[number]!;
  if (kind.startsWith('x')) return xmmRegisters[number]!;
  const size = /\d+$/.exec(kind)?.[0];
  const own = size === undefined ? width : (Number(size) as 8 | 16 | 32 | 64);
  const high = own === 8 && !rex && number > 3 && number < 8;
  return register(high ? number - 4 : number, own, high).name;
}

function modrmMeaning(decoded: Decoded, modrm: number): string {
  const { form, reg, rm, memory } = decoded;
  if (form.fixedModrm >= 0) return 'part of the opcode';
  const mode = modrm >> 6;
  const regText = form.digit >= 0 ? `/${form.digit}, part of the opcode` : registerName(decoded, reg, false);
  const head = `mod ${bits(mode, 2)}, reg ${bits((modrm >> 3) & 7, 3)} (${regText}), rm ${bits(modrm & 7, 3)}`;
  if (memory === null) return `${head} (${registerName(decoded, rm, true)})`;
  const size = memory.displacementBytes;
  const displacement = size === 0 ? 'no displacement' : `${size * 8}-bit displacement`;
  if (memory.ripRelative) return `${head} (relative to rip, ${displacement})`;
  const base = memory.sib ? 'SIB follows' : register(memory.base, memory.address32 ? 32 : 64).name;
  return `${head} (memory: ${base}, ${displacement})`;
}

function sibMeaning({ memory }: Decoded, sib: number): string {
  const { base, index, scale, address32 } = memory!;
  const name = (number: number) => (number < 0 ? 'none' : register(number, address32 ? 32 : 64).name);
  return `scale ${bits(scale, 2)} (x${1 << scale}), index ${bits((sib >> 3) & 7, 3)} (${name(index)}), base ${bits(sib & 7, 3)} (${name(base)})`;
}

function displacementMeaning(value: bigint, fromNext: boolean): string {
  return fromNext ? `${signed(value)} from the next instruction` : signed(value);
}

function immediateMeaning({ form, width }: Decoded, value: bigint, size: number): string {
  const extended = form.operands.some((kind) => kind === 's8' || kind === 'i') && size * 8 < width;
  return `${signed(value)}${extended ? `, sign-extended to ${width} bits` : ''}`;
}
