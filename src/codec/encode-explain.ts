import type { Width } from '../isa/registers.js';
import { kindFits } from './encode-match.js';
import { closestMnemonic, type Spelling, SUFFIX, spellingsOf } from './mnemonics.js';
import type { AsmOperand, EncodeError } from './operand.js';
import { unsupportedHint } from './unsupported.js';

/** Why a mnemonic is not one, with the nearest that is. */
export function unknownMnemonic(name: string): EncodeError {
  const hint = unsupportedHint(name);
  if (hint !== null) return { error: `instruction not supported: \`${name}'`, operand: -1, suggestion: hint };
  const stem = name.slice(0, -1);
  if (/[bwlq]$/.test(name) && spellingsOf(stem).length > 0) {
    const valid = spellingsOf(stem).some((spelling) => spelling.width === null);
    const others = Object.values(SUFFIX).filter((suffix) => spellingsOf(stem + suffix).length > 0);
    const ways = [...(valid ? [stem] : []), ...others.map((suffix) => stem + suffix)];
    return {
      error: `invalid instruction suffix for \`${stem}'`,
      operand: -1,
      suggestion: `write ${ways.map((way) => `'${way}'`).join(' or ')}`,
    };
  }
  const closest = closestMnemonic(name);
  return {
    error: `no such instruction: \`${name}'`,
    operand: -1,
    suggestion: closest === null ? null : `did you mean '${closest}'?`,
  };
}

/** Why the operands fit no form of a known mnemonic. Sentences as GNU as has them, and a way out. */
export function explainMismatch(
  name: string,
  spellings: readonly Spelling[],
  operands: readonly AsmOperand[],
): EncodeError {
  return (
    operandCount(name, spellings, operands) ??
    starOutsideBranch(name, operands) ??
    twoMemories(name, operands) ??
    constantDestination(name, spellings, operands) ??
    wrongSuffix(name, spellings, operands) ??
    mixedRegisters(name, operands) ??
    wrongSize(name, spellings, operands) ?? {
      error: `operand type mismatch for \`${name}'`,
      operand: -1,
      suggestion: `${name} takes ${shapes(spellings)}`,
    }
  );
}

function operandCount(
  name: string,
  spellings: readonly Spelling[],
  operands: readonly AsmOperand[],
): EncodeError | null {
  const counts = new Set(spellings.map(({ form }) => form.operands.length));
  if (spellings.some(({ form }) => form.repeat !== 'none')) counts.add(2);
  if (counts.has(operands.length)) return null;
  if (name.startsWith('imul') && operands.length === 2) return null;
  const allowed = [...counts].sort().join(' or ');
  return {
    error: `number of operands mismatch for \`${name}'`,
    operand: -1,
    suggestion: `${name} takes ${allowed} operand${allowed === '1' ? '' : 's'}, not ${operands.length}`,
  };
}

function starOutsideBranch(name: string, operands: readonly AsmOperand[]): EncodeError | null {
  const operand = operands.findIndex((one) => one.kind === 'indirect');
  if (operand < 0) return null;
  return {
    error: `operand type mismatch for \`${name}'`,
    operand,
    suggestion: "'*' marks the target of an indirect jmp or call: leave it out",
  };
}

function twoMemories(name: string, operands: readonly AsmOperand[]): EncodeError | null {
  const memories = operands.flatMap((one, i) => (one.kind === 'memory' ? [i] : []));
  if (memories.length < 2) return null;
  return {
    error: `too many memory references for \`${name}'`,
    operand: memories[1]!,
    suggestion: 'an instruction has at most one memory operand: go through a register',
  };
}

function constantDestination(
  name: string,
  spellings: readonly Spelling[],
  operands: readonly AsmOperand[],
): EncodeError | null {
  if (operands.length < 2 || operands.at(-1)!.kind !== 'immediate') return null;
  if (spellings.some(({ form }) => form.operands.every((kind) => kind.startsWith('i')))) return null;
  return {
    error: `operand type mismatch for \`${name}'`,
    operand: operands.length - 1,
    suggestion: 'AT&T syntax is source, destination: a constant cannot be the destination',
  };
}

/** A register whose size the suffix contradicts. */
function wrongSuffix(
  name: string,
  spellings: readonly Spelling[],
  operands: readonly AsmOperand[],
): EncodeError | null {
  const fixed = spellings[0]!.width;
  if (fixed === null || spellings.some((spelling) => spelling.width !== fixed)) return null;
  const suffix = SUFFIX[fixed];
  const stem = name.slice(0, -1);
  const wrong = operands.findIndex((one) => one.kind === 'register' && one.register.width !== fixed);
  const operand = operands[wrong];
  if (operand?.kind !== 'register' || !name.endsWith(suffix)) return null;
  const own = SUFFIX[operand.register.width];
  const known = spellingsOf(stem + own).length > 0;
  return {
    error: `incorrect register \`%${operand.register.name}' used with \`${suffix}' suffix`,
    operand: wrong,
    suggestion: `%${operand.register.name} has ${operand.register.width} bits, '${suffix}' means ${fixed}${known ? `: '${stem}${own}'?` : ''}`,
  };
}

function mixedRegisters(name: string, operands: readonly AsmOperand[]): EncodeError | null {
  const registers = operands.flatMap((one, index) =>
    one.kind === 'register' ? [{ index, register: one.register }] : [],
  );
  const [first, second] = registers;
  if (!first || !second || first.register.width === second.register.width) return null;
  const shift = /^(sh|sa|ro|rc)/.test(name);
  return {
    error: `${shift ? 'operand' : 'register'} type mismatch for \`${name}'`,
    operand: first.index,
    suggestion: shift
      ? 'the count is a constant or %cl'
      : `%${first.register.name} has ${first.register.width} bits and %${second.register.name} ${second.register.width}: use registers of one size`,
  };
}

/** The kinds fit, the register's size does not: `push %eax`. */
function wrongSize(name: string, spellings: readonly Spelling[], operands: readonly AsmOperand[]): EncodeError | null {
  const widths: readonly Width[] = [8, 16, 32, 64];
  const written = [...operands].reverse();
  const allowed = new Set<Width>();
  for (const { form } of spellings) {
    if (form.operands.length !== written.length) continue;
    const kinds = form.operands.map((kind) => kind.replace(/^(rm?)\d+$/, '$1') as typeof kind);
    if (widths.some((width) => kinds.every((kind, i) => kindFits(kind, width, written[i]!)))) {
      for (const width of form.widths) allowed.add(width);
    }
  }
  if (allowed.size === 0) return null;
  const operand = operands.findIndex((one) => one.kind === 'register');
  return {
    error: `operand size mismatch for \`${name}'`,
    operand,
    suggestion: `${name} works on ${[...allowed].sort((a, b) => a - b).join(', ')} bits`,
  };
}

const KIND_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^rm/, 'register/memory'],
  [/^moffs/, 'address'],
  [/^m\d*$/, 'memory'],
  [/^r\d*$/, 'register'],
  [/^(i\d*|s8|1)$/, 'constant'],
  [/^rel/, 'label'],
  [/^acc$/, '%rax/%eax/%ax'],
];

/** The operand shapes of a mnemonic in source order, for a message. */
function shapes(spellings: readonly Spelling[]): string {
  const texts = spellings.map(({ form }) =>
    form.operands
      .map((kind) => KIND_NAMES.find(([pattern]) => pattern.test(kind))?.[1] ?? `%${kind}`)
      .reverse()
      .join(', '),
  );
  return [...new Set(texts)].slice(0, 4).join('; or ');
}
