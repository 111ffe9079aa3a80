import type { AsmOperand, MemorySource, Value } from '../../src/codec/operand.js';
import { isPrefix } from '../../src/codec/prefixes.js';
import { registers, type SegmentRegister, segmentRegisters, xmmRegisters } from '../../src/isa/registers.js';

/** One instruction of a test, read by the plainest means: numbers, symbols, registers, memory, `*` and `$`, no expressions. */
export interface AttLine {
  readonly prefixes: readonly string[];
  readonly mnemonic: string;
  readonly operands: readonly AsmOperand[];
}

const branch = /^(j|call|loop)/;

/** Reads a line such as `rep movsb` or `movl $1, foo+4(%rax,%rbx,2)`. Symbols become `{ symbolic: name }`. */
export function parseAttLine(line: string): AttLine {
  const words = line.trim().split(/\s+/);
  const prefixes: string[] = [];
  while (words.length > 1 && isPrefix(words[0]!.toLowerCase())) prefixes.push(words.shift()!.toLowerCase());
  const mnemonic = words.shift()!.toLowerCase();
  const text = words.join('');
  return { prefixes, mnemonic, operands: splitOperands(text).map((one) => parseOperand(one, branch.test(mnemonic))) };
}

function splitOperands(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if ((i === text.length || text[i] === ',') && depth === 0) {
      if (i > start) parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return parts;
}

function parseOperand(text: string, isBranch: boolean): AsmOperand {
  if (text.startsWith('*')) return { kind: 'indirect', operand: parseOperand(text.slice(1), false) };
  if (text.startsWith('$')) return { kind: 'immediate', value: parseValue(text.slice(1)) };
  const named = /^%(\w+)$/.exec(text)?.[1];
  if (named !== undefined) return parseRegister(named);
  const memory = parseMemory(text);
  const bare = memory.base === null && memory.index === null && memory.segment === null;
  return isBranch && bare ? { kind: 'target', value: memory.displacement! } : memory;
}

function parseRegister(name: string): AsmOperand {
  const register = registers.get(name.toLowerCase());
  if (register) return { kind: 'register', register };
  if (segmentRegisters.includes(name as SegmentRegister)) {
    return { kind: 'segmentRegister', name: name as SegmentRegister };
  }
  const xmm = xmmRegisters.indexOf(name.toLowerCase());
  if (xmm >= 0) return { kind: 'xmmRegister', number: xmm };
  const control = /^cr(\d+)$/.exec(name)?.[1];
  if (control !== undefined) return { kind: 'controlRegister', number: Number(control) };
  const debug = /^d[br](\d+)$/.exec(name)?.[1];
  if (debug !== undefined) return { kind: 'debugRegister', number: Number(debug) };
  throw new Error(`no register %${name}`);
}

function parseMemory(text: string): MemorySource {
  const match = /^(?:%(\w\w):)?([^(]*)(?:\((?:%(\w+))?(?:,(?:%(\w+))?(?:,?(\d))?)?\))?$/.exec(text);
  if (!match) throw new Error(`no memory operand: ${text}`);
  const [, segment, displacement, base, index, scale] = match;
  return {
    kind: 'memory',
    segment: (segment as SegmentRegister | undefined) ?? null,
    base: base === undefined ? null : base === 'rip' || base === 'eip' ? base : registers.get(base)!,
    index: index === undefined ? null : registers.get(index)!,
    scale: scale === undefined ? 1 : (Number(scale) as 1 | 2 | 4 | 8),
    displacement: displacement === '' ? null : parseValue(displacement!),
  };
}

/** A number, a symbol, or a symbol and a number: `foo+4`. */
function parseValue(text: string): Value {
  if (/^-?(0x[0-9a-f]+|\d+)$/i.test(text)) {
    return { constant: text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text) };
  }
  return { symbolic: text };
}
