import type { OperandWidth, Width } from './registers.js';

/**
 * One encoding of an instruction, parsed from a string in the notation of the Intel manual:
 *
 *     operands '=' [66|f2|f3] [0f [38|3a]] opcode['+r'] ['/r' | '/digit'] [immediate...] [';' attribute...]
 *
 * `rm,s8 = 83 /0 ib ; lock` is "add sign-extended byte to register or memory". Operands are in Intel order
 * (destination first). An operand without a size (`r`, `rm`, `m`, `acc`, `i`) has the operand size of the instruction: 16
 * (66 prefix), 32 or 64 (REX.W) bits.
 */
export interface Form {
  /** Position in the table of all forms; stable within one build. */
  readonly id: number;
  readonly mnemonic: string;
  /** The form string, as written. */
  readonly text: string;
  readonly operands: readonly OperandKind[];
  /** Mandatory prefix, 0 when there is none (66 is then an operand-size prefix). */
  readonly prefix: 0 | 0x66 | 0xf2 | 0xf3;
  /** Opcode map: 0 one-byte, 1 0f, 2 0f38, 3 0f3a. */
  readonly map: 0 | 1 | 2 | 3;
  readonly opcode: number;
  /** The low three bits of the opcode name a register. */
  readonly registerInOpcode: boolean;
  readonly modrm: boolean;
  /** Opcode extension in ModRM.reg, or -1. */
  readonly digit: number;
  /** A fixed ModRM byte that is part of the opcode (`0f 01 /f8` style, written as a second hex byte), or -1. */
  readonly fixedModrm: number;
  /** Immediates in encoding order. */
  readonly immediates: readonly ImmediateCode[];
  /** Operand sizes in which the form exists. */
  readonly widths: readonly Width[];
  /** Operand size is 64 without REX.W (push, pop, near branches); 32 is not encodable. */
  readonly default64: boolean;
  /** LOCK is legal when the destination is memory. */
  readonly lockable: boolean;
  /** `rep`: F3 repeats; `repz`: F3/F2 repeat while ZF = 1/0. */
  readonly repeat: 'none' | 'rep' | 'repz';
  /** Needs CPL 0; otherwise #GP(0). */
  readonly privileged: boolean;
  /** Only decoded: no name stands for it in source (movsxd without REX.W apart). */
  readonly decodeOnly: boolean;
  /** Another way to write what an earlier form encodes: the decoder never produces it, and it is never executed. */
  readonly encodeOnly: boolean;
  /**
   * AT&T names. One name: it replaces the mnemonic and takes the suffix of the operand size. Several names: one for each of
   * the widths 16, 32, 64, written without suffix.
   */
  readonly att: readonly string[];
  /** It has an operand in an XMM register, or is declared to belong to SSE (attribute `sse`). */
  readonly sse: boolean;
  /** At operand size 16 a 66 prefix says so: the size is not that of an operand. */
  readonly sized: boolean;
  /** Never written with an operand-size suffix: no operand has the operand size of the instruction (attribute `plain`). */
  readonly plain: boolean;
}

/**
 * Kinds of operand. `r*` ModRM.reg (or the opcode's low bits with +r), `rm*` ModRM.rm register or memory, `m*` memory only,
 * `acc`/`al`/`cl`/`dx`/`ax` fixed registers, `1` the constant one, `i*` immediate (`i` is 16 or 32 bits, sign-extended to 64),
 * `s8` byte immediate sign-extended to the operand size, `i64` full 64-bit immediate, `rel*` branch target,
 * `moffs*` 64-bit absolute address, `creg` control and `dreg` debug register in ModRM.reg, `sreg` segment register in ModRM.reg, `fs`/`gs` themselves.
 *
 * XMM registers: `x*` in ModRM.reg, `xm*` in ModRM.rm or memory. With a size only so many low bits of the register take part: a write keeps
 * the others. `xr*`, `rr*`: ModRM.rm, and only a register (XMM, general), where memory is another form or undefined.
 */
export type OperandKind =
  | 'r8' | 'r16' | 'r32' | 'r64' | 'r'
  | 'rm8' | 'rm16' | 'rm32' | 'rm64' | 'rm'
  | 'm8' | 'm16' | 'm32' | 'm64' | 'm'
  | 'al' | 'ax' | 'acc' | 'cl' | 'dx' | '1'
  | 'i8' | 'i16' | 'i' | 'i64' | 's8'
  | 'rel8' | 'rel16' | 'rel32'
  | 'moffs8' | 'moffs'
  | 'creg' | 'dreg' | 'sreg' | 'fs' | 'gs'
  | 'x' | 'x32' | 'x64' | 'xm' | 'xm32' | 'xm64' | 'xr' | 'xr32' | 'xr64' | 'm128' | 'rr' | 'rr16' | 'rr32' | 'rr64'; // biome-ignore format: a table

/** Immediate fields: byte, word, operand-size (16 or 32), 64-bit, branch byte, word and dword, 64-bit memory offset. */
export type ImmediateCode = 'ib' | 'iw' | 'iz' | 'iq' | 'cb' | 'cw' | 'cd' | 'mo';

const immediateCodes = new Set(['ib', 'iw', 'iz', 'iq', 'cb', 'cw', 'cd', 'mo']);
const unsized = new Set<OperandKind>(['r', 'rr', 'rm', 'm', 'acc', 'i', 's8', 'moffs']);

/** Parses a form string. Throws on a string that does not follow the notation (a defect of the table). */
export function parseForm(id: number, mnemonic: string, text: string): Form {
  const [encodingPart, attributePart = ''] = text.split(';') as [string, string?];
  const [operandPart, codePart] = encodingPart.split('=') as [string, string?];
  if (codePart === undefined) throw new Error(`${mnemonic}: no '=' in form '${text}'`);
  const operands = operandPart
    .trim()
    .split(',')
    .filter((name) => name !== '') as OperandKind[];
  return {
    id,
    mnemonic,
    text,
    operands,
    ...parseCode(text, codePart),
    ...parseAttributes(operands, codePart, attributePart),
  };
}

function parseCode(text: string, codePart: string) {
  const tokens = codePart.trim().split(/\s+/);
  let prefix: Form['prefix'] = 0;
  if (tokens.length > 1 && /^(66|f2|f3)$/.test(tokens[0]!) && /^[0-9a-f]{2}/.test(tokens[1]!)) {
    prefix = Number.parseInt(tokens.shift()!, 16) as Form['prefix'];
  }
  let map: Form['map'] = 0;
  if (tokens[0] === '0f') {
    const second = tokens[1];
    map = second === '38' ? 2 : second === '3a' ? 3 : 1;
    tokens.splice(0, map === 1 ? 1 : 2);
  }
  const opcodeToken = tokens.shift() ?? '';
  const match = /^([0-9a-f]{2})(\+r)?$/.exec(opcodeToken);
  if (!match) throw new Error(`bad opcode in form '${text}'`);
  let modrm = false;
  let digit = -1;
  let fixedModrm = -1;
  const immediates: ImmediateCode[] = [];
  for (const token of tokens) {
    if (token === '/r') modrm = true;
    else if (/^\/[0-7]$/.test(token)) {
      modrm = true;
      digit = Number(token[1]);
    } else if (immediateCodes.has(token)) immediates.push(token as ImmediateCode);
    else if (/^[0-9a-f]{2}$/.test(token)) {
      // `cb` and `cd` are branch displacements, although they look like a ModRM byte.
      modrm = true;
      fixedModrm = Number.parseInt(token, 16);
    } else throw new Error(`bad token '${token}' in form '${text}'`);
  }
  return {
    prefix,
    map,
    opcode: Number.parseInt(match[1]!, 16),
    registerInOpcode: match[2] !== undefined,
    modrm,
    digit,
    fixedModrm,
    immediates,
  };
}

function parseAttributes(operands: readonly OperandKind[], codePart: string, attributePart: string) {
  const words = attributePart
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const has = (word: string) => words.includes(word);
  const sizes = words.filter((word) => /^(8|16|32|64)$/.test(word)).map(Number) as Width[];
  const default64 = has('d64');
  const natural = operands.some((kind) => unsized.has(kind)) || /\biz\b/.test(codePart);
  const widths: Width[] =
    sizes.length > 0 ? sizes : default64 ? [16, 64] : natural ? [16, 32, 64] : [fixedWidth(operands)];
  const attIndex = words.indexOf('att');
  const sse = has('sse') || operands.some((kind) => kind.startsWith('x'));
  return {
    widths,
    default64,
    lockable: has('lock'),
    repeat: (has('repz') ? 'repz' : has('rep') ? 'rep' : 'none') as Form['repeat'],
    privileged: has('cpl0'),
    decodeOnly: has('decode'),
    encodeOnly: has('encode'),
    att: attIndex < 0 ? [] : words[attIndex + 1]!.split('/'),
    sse,
    sized: widths.length > 1 || (widths[0] === 16 && (natural || default64)),
    plain: has('plain') || (sse && !natural),
  };
}

/** Operand size of a form whose operands all have a size of their own: that of the first one that has any, else 32; 32 with XMM registers. */
function fixedWidth(operands: readonly OperandKind[]): Width {
  if (operands.some((kind) => kind.startsWith('x'))) return 32;
  for (const kind of operands) {
    if (kind === 'al') return 8;
    const size = /(8|16|32|64)$/.exec(kind)?.[1];
    if (size !== undefined && !kind.startsWith('rel') && kind !== 's8') return Number(size) as Width;
  }
  return 32;
}

/** Width in bits of an operand of `form` when it executes at operand size `width`. */
export function operandWidth(kind: OperandKind, width: Width): OperandWidth {
  switch (kind) {
    case 'al':
    case 'cl':
    case '1':
      return 8;
    case 'ax':
    case 'dx':
    case 'sreg':
    case 'fs':
    case 'gs':
      return 16;
    case 'creg':
    case 'dreg':
    case 'rel8':
    case 'rel16':
    case 'rel32':
      return 64;
    case 's8':
      return width;
    case 'i':
      return width;
    case 'x':
    case 'xm':
    case 'xr':
    case 'm128':
      return 128;
  }
  const size = /(8|16|32|64)$/.exec(kind)?.[1];
  return size === undefined ? width : (Number(size) as Width);
}
