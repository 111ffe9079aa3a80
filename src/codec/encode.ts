import type { Form } from '../isa/form.js';
import { addressComplaint, isAbsolute } from './encode-address.js';
import { type Emission, emit } from './encode-emit.js';
import { explainMismatch, unknownMnemonic } from './encode-explain.js';
import { type Attempt, attemptsOf, isShortOnly, numbersComplaint } from './encode-match.js';
import { assumedName, type Spelling, spellingsOf, withoutHint } from './mnemonics.js';
import type { AsmOperand, Encoded, EncodeError } from './operand.js';
import { isPrefix, prefixComplaint, prefixOf } from './prefixes.js';

export { closestMnemonic, isMnemonic } from './mnemonics.js';

/**
 * Encodes one instruction as GNU as (binutils 2.40, AT&T syntax, 64-bit) does. `mnemonic` is lower-case as written, suffix
 * and branch hint included; `prefixes` are the prefix words in front of it; `operands` are in source order. A mnemonic
 * that is itself a prefix word, without operands, gives the prefix bytes alone.
 */
export function encode(
  mnemonic: string,
  prefixes: readonly string[],
  operands: readonly AsmOperand[],
): Encoded | EncodeError {
  const unknown = prefixes.find((word) => !isPrefix(word));
  if (unknown !== undefined) return unknownMnemonic(unknown);
  if (operands.length === 0 && (mnemonic === '' || isPrefix(mnemonic))) {
    return prefixesAlone(mnemonic === '' ? prefixes : [...prefixes, mnemonic]);
  }
  const { name: bare, hint } = withoutHint(mnemonic);
  const words = hint === null ? prefixes : [...prefixes, hint];
  const warnings: string[] = [];
  let name = bare;
  let spellings = spellingsOf(name);
  // Without operands these are string instructions, with operands they belong to SSE.
  const assumed = operands.length === 0 ? assumedName(name) : null;
  if (assumed !== null) {
    warnings.push(`found \`${name}'; assuming \`${assumed}' was meant`);
    name = assumed;
    spellings = spellingsOf(name);
  }
  if (name === 'int' && isBreakpoint(operands)) return encode('int3', prefixes, []);
  if (spellings.length === 0) return unknownMnemonic(mnemonic);
  return encodeNamed(name, spellings, words, operands, warnings);
}

/** `int $3` is written with the one-byte opcode of int3. */
function isBreakpoint([operand, more]: readonly AsmOperand[]): boolean {
  return (
    more === undefined && operand?.kind === 'immediate' && 'constant' in operand.value && operand.value.constant === 3n
  );
}

function encodeNamed(
  name: string,
  spellings: readonly Spelling[],
  words: readonly string[],
  written: readonly AsmOperand[],
  warnings: string[],
): Encoded | EncodeError {
  const named = /^(in|out)s?$/.test(spellings[0]!.form.mnemonic) ? written.map(portRegister) : written;
  const invalid = invalidAddress(named, words);
  if (invalid !== null) return invalid;
  const { operands, indirect } = asBranch(name, spellings, named, warnings);
  const near = nearAttempts(attemptsOf(spellings, operands), words);
  const attempts = withOneWidth(name, near.attempts, warnings);
  if (attempts.length === 0) return explainMismatch(name, spellings, operands);
  const complaint = attempts.map((attempt) => numbersComplaint(attempt, name));
  const fitting = attempts.filter((_, i) => complaint[i] === null);
  if (fitting.length === 0) return numberError(attempts, complaint, operands);
  const chosen = fitting[0]!;
  const refused = refusal(name, near.words, chosen, indirect);
  if (refused !== null) return refused;
  return finish(chosen, fitting, branchWords(name, near.words, chosen, warnings), warnings);
}

/** A direct branch has a displacement of 16 bits under `data16`, which then is part of the form, and only there (and in `callw`). */
function nearAttempts(
  attempts: readonly Attempt[],
  words: readonly string[],
): { attempts: Attempt[]; words: readonly string[] } {
  const isNarrow = ({ form }: Attempt) => form.operands[0] === 'rel16';
  const narrow = attempts.filter(isNarrow);
  const others = attempts.filter((attempt) => !isNarrow(attempt));
  if (narrow.length > 0 && words.includes('data16')) {
    return { attempts: narrow, words: words.filter((word) => word !== 'data16') };
  }
  return { attempts: others.length > 0 ? others : narrow, words };
}

/**
 * GNU as drops most prefixes in front of a direct branch: what stays is REX, BND, the branch hints (not on call), and the
 * address size where it selects the count register.
 */
function branchWords(name: string, words: readonly string[], { form }: Attempt, warnings: string[]): readonly string[] {
  if (!form.operands[0]?.startsWith('rel')) return words;
  const call = form.mnemonic === 'call';
  const kept = words.filter((word) => {
    if (word === 'bnd' || prefixOf(word)!.slot === 'rex') return true;
    if (word === 'addr32') return isShortOnly(form);
    return !call && (word === 'cs' || word === 'ds');
  });
  if (kept.length < words.length) warnings.push(`skipping prefixes on \`${name.replace(/(loop\w*|call)[qw]$/, '$1')}'`);
  return kept;
}

function failure(error: string, operand = -1, suggestion: string | null = null): EncodeError {
  return { error, operand, suggestion };
}

function prefixesAlone(words: readonly string[]): Encoded | EncodeError {
  const slots = words.map((word) => prefixOf(word)!.slot);
  if (new Set(slots).size < slots.length) return failure('same type of prefix used twice');
  const warnings = words
    .filter((word) => word === 'addr32' || word === 'data16')
    .map((word) => `stand-alone \`${word}' prefix`);
  return { bytes: Uint8Array.from(words, (word) => prefixOf(word)!.byte), fixups: [], near: null, warnings };
}

function invalidAddress(operands: readonly AsmOperand[], words: readonly string[]): EncodeError | null {
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i]!;
    const inner = operand.kind === 'indirect' ? operand.operand : operand;
    const complaint = inner.kind === 'memory' ? addressComplaint(inner, words.includes('addr32')) : null;
    if (complaint === null) continue;
    return failure(complaint, i, 'base and index are both 64-bit or both 32-bit registers; %rsp cannot be an index');
  }
  return null;
}

/**
 * Branches: strips the `*` of an indirect one and reads a bare address as a target. Elsewhere a bare target is an absolute
 * memory operand.
 */
function asBranch(
  name: string,
  spellings: readonly Spelling[],
  operands: readonly AsmOperand[],
  warnings: string[],
): { operands: readonly AsmOperand[]; indirect: boolean } {
  const isBranch = spellings.some(({ form }) => form.operands[0]?.startsWith('rel') || isIndirectForm(form));
  if (!isBranch) return { operands: operands.map(targetAsMemory), indirect: false };
  const [operand] = operands;
  if (operands.length !== 1 || operand === undefined) return { operands, indirect: false };
  if (operand.kind === 'indirect') return { operands: [targetAsMemory(operand.operand)], indirect: true };
  if (operand.kind === 'memory' && isAbsolute(operand) && operand.segment === null && !isFar(spellings[0]!.form)) {
    return { operands: [{ kind: 'target', value: operand.displacement ?? { constant: 0n } }], indirect: false };
  }
  const indirect =
    operand.kind === 'register' ||
    operand.kind === 'memory' ||
    (operand.kind === 'target' && isFar(spellings[0]!.form));
  if (indirect)
    warnings.push(`indirect ${/^l?call/.exec(name)?.[0] ?? /^l?jmp/.exec(name)?.[0] ?? 'jmp'} without \`*'`);
  return { operands: isFar(spellings[0]!.form) ? operands.map(targetAsMemory) : operands, indirect };
}

/** `(%dx)` names the port in dx. */
function portRegister(operand: AsmOperand): AsmOperand {
  if (operand.kind !== 'memory' || operand.index !== null || operand.displacement !== null) return operand;
  const { base } = operand;
  return base !== null && typeof base !== 'string' && base.name === 'dx'
    ? { kind: 'register', register: base }
    : operand;
}

/** Through memory only: there is no direct one in 64-bit mode. */
function isFar(form: Form): boolean {
  return form.mnemonic === 'ljmp' || form.mnemonic === 'lcall';
}

function isIndirectForm(form: Form): boolean {
  return /^l?(jmp|call)$/.test(form.mnemonic);
}

function targetAsMemory(operand: AsmOperand): AsmOperand {
  if (operand.kind !== 'target') return operand;
  return { kind: 'memory', segment: null, base: null, index: null, scale: 1, displacement: operand.value };
}

/** If neither suffix nor registers decide the operand size: 64 bits for push and its like, else 32 bits with a warning. */
function withOneWidth(name: string, attempts: Attempt[], warnings: string[]): Attempt[] {
  const widths = new Set(attempts.map((attempt) => attempt.width));
  if (widths.size <= 1) return attempts;
  const stack = attempts.some((attempt) => attempt.form.default64);
  if (!stack && !attempts[0]!.form.sse && !isFar(attempts[0]!.form)) {
    warnings.push(`no instruction mnemonic suffix given and no register operands; using default for \`${name}'`);
  }
  return attempts.filter((attempt) => attempt.width === (stack ? 64 : 32));
}

function numberError(
  attempts: readonly Attempt[],
  complaints: readonly ({ error: string; index: number } | null)[],
  operands: readonly AsmOperand[],
): EncodeError {
  const last = complaints.length - 1;
  const { error, index } = complaints[last]!;
  const culprit = attempts[last]!.operands[index]!;
  const { width } = attempts[last]!;
  const suggestion =
    culprit.kind === 'immediate' && width === 64
      ? 'only mov takes a 64-bit constant (movabs $N, %reg); other instructions take -0x80000000 to 0x7fffffff'
      : culprit.kind === 'immediate'
        ? 'the constant does not fit its field'
        : 'put the address into a register first';
  return failure(error, operands.indexOf(culprit), suggestion);
}

function refusal(name: string, words: readonly string[], attempt: Attempt, indirect: boolean): EncodeError | null {
  const { form, string } = attempt;
  if (string?.error) return failure(string.error.message, string.error.operand);
  const toMemory = attempt.operands.some((one) => one.kind === 'memory');
  for (const word of words) {
    const complaint = prefixComplaint(word, form, name, toMemory, indirect);
    if (complaint !== null) return failure(complaint);
  }
  return null;
}

function finish(
  chosen: Attempt,
  fitting: readonly Attempt[],
  words: readonly string[],
  warnings: readonly string[],
): Encoded | EncodeError {
  const target = chosen.operands[0];
  const far = fitting.find((attempt) => attempt.form.operands[0] === 'rel32');
  if (target?.kind === 'target' && far !== undefined && far !== chosen) {
    const near = emit(far, words);
    // A jump to a number has nothing to be relaxed against.
    if ('constant' in target.value) return encoded(near, null, warnings);
    return encoded(emit(chosen, words), near, warnings);
  }
  return encoded(emit(chosen, words), null, [...warnings, ...(chosen.string?.warnings ?? [])]);
}

function encoded(emission: Emission, near: Emission | null, warnings: readonly string[]): Encoded | EncodeError {
  if ('error' in emission) return failure(emission.error);
  return {
    bytes: emission.bytes,
    fixups: emission.fixups,
    near: near === null || 'error' in near ? null : { bytes: near.bytes, fixups: near.fixups },
    warnings: [...warnings, ...emission.warnings],
  };
}
