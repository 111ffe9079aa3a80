import { CONDITION_ALIASES } from '../isa/conditions.js';
import type { Form } from '../isa/form.js';
import type { Width } from '../isa/registers.js';
import { forms } from '../isa/table.js';
import { closestName } from './edit-distance.js';
import { isPrefix, prefixNames } from './prefixes.js';

/** One way to read a mnemonic: a form, and the operand size that the spelling fixes (null: the operands decide). */
export interface Spelling {
  readonly form: Form;
  readonly width: Width | null;
  /** The constant that the name of a comparison says (`cmpltsd`), or null. */
  readonly predicate: number | null;
  /** Width of the general register that a suffix asks for where the operand size of the form does not depend on it, or null. */
  readonly register: 32 | 64 | null;
}

/** Predicates of the SSE comparisons by their number. */
export const PREDICATES: readonly string[] = ['eq', 'lt', 'le', 'unord', 'neq', 'nlt', 'nle', 'ord'];

/** The suffix letters of AT&T syntax. */
export const SUFFIX: Readonly<Record<Width, string>> = { 8: 'b', 16: 'w', 32: 'l', 64: 'q' };

/** Operand sizes in the order of a form's several AT&T names. */
export const NAMED_WIDTHS: readonly Width[] = [16, 32, 64];

/** Intel's names of the conversions inside rax and rdx:rax, which GNU as accepts too. */
const CONVERSIONS: Readonly<Record<string, readonly string[]>> = {
  cbw: ['cbw', 'cwde', 'cdqe'],
  cwd: ['cwd', 'cdq', 'cqo'],
};

/** Whole-name aliases: the name that GNU as also accepts, and the one that the table has. */
const NAME_ALIASES: Readonly<Record<string, string>> = {
  sal: 'shl',
  loopz: 'loope',
  loopnz: 'loopne',
  ud2a: 'ud2',
  ud2b: 'ud1',
  fxsaveq: 'fxsave64',
  fxrstorq: 'fxrstor64',
  xlatb: 'xlat',
  sgdtq: 'sgdt',
  sidtq: 'sidt',
  lgdtq: 'lgdt',
  lidtq: 'lidt',
  cmpxchg8bq: 'cmpxchg8b',
};

/** Spellings that GNU as takes for another one, with a warning. */
const ASSUMED: Readonly<Record<string, string>> = { movsd: 'movsl', cmpsd: 'cmpsl' };

let table: Map<string, Spelling[]> | null = null;

/** The readings of a mnemonic in the order of the table, or none. Lower-case, suffix included. */
export function spellingsOf(name: string): readonly Spelling[] {
  table ??= buildTable();
  return table.get(name) ?? [];
}

/** The mnemonic for which GNU as takes this one, with a warning; null for others. */
export function assumedName(name: string): string | null {
  return ASSUMED[name] ?? null;
}

/** True for a mnemonic that some instruction of the subset has, for a prefix word, and for both with a branch hint. */
export function isMnemonic(name: string): boolean {
  const bare = withoutHint(name).name;
  return spellingsOf(bare).length > 0 || isPrefix(name) || ASSUMED[name] !== undefined;
}

/**
 * A mnemonic that says a prefix, as the plain one and the prefix word: `je,pt` is a DS prefix, `je,pn` a CS prefix; `jecxz` and
 * `loopl` count with ecx.
 */
export function withoutHint(name: string): { name: string; hint: string | null } {
  if (name.endsWith(',pt')) return { name: name.slice(0, -3), hint: 'ds' };
  if (name.endsWith(',pn')) return { name: name.slice(0, -3), hint: 'cs' };
  if (name === 'jecxz') return { name: 'jrcxz', hint: 'addr32' };
  if (/^loop(n?[ez])?l$/.test(name)) return { name: name.slice(0, -1), hint: 'addr32' };
  return { name, hint: null };
}

/** The known mnemonic that is the fewest edits away from `name`, or null if none is near. */
export function closestMnemonic(name: string): string | null {
  table ??= buildTable();
  return closestName(name, [...table.keys(), ...prefixNames]);
}

/** All known mnemonics, for listings and tests. */
export function allMnemonics(): readonly string[] {
  table ??= buildTable();
  return [...table.keys()];
}

/** AT&T name of a form at an operand size when the form names it outright, without a suffix; else null. */
export function fixedAttName(form: Form, width: Width): string | null {
  return form.att.length > 1 ? form.att[NAMED_WIDTHS.indexOf(width)]! : null;
}

function buildTable(): Map<string, Spelling[]> {
  const found = new Map<string, Spelling[]>();
  for (const form of forms) {
    if (form.decodeOnly && form.mnemonic !== 'movsxd') continue;
    for (const { name, ...spelling } of formNames(form)) {
      for (const spelled of [name, ...aliasesOf(form, name)]) {
        const list = found.get(spelled);
        if (list) list.push({ form, ...spelling });
        else found.set(spelled, [{ form, ...spelling }]);
      }
    }
  }
  return found;
}

type Name = { readonly name: string } & Omit<Spelling, 'form'>;

function sized(name: string, width: Width | null): Name {
  return { name, width, predicate: null, register: null };
}

function formNames(form: Form): Name[] {
  if (form.plain) return plainNames(form);
  if (form.sse && form.att.length > 1) return movdNames(form);
  if (/^mov[sz]x/.test(form.mnemonic)) return extensionNames(form);
  const intel = CONVERSIONS[form.mnemonic];
  if (intel) {
    return form.widths.flatMap((width) => {
      const index = NAMED_WIDTHS.indexOf(width);
      return [form.att[index]!, intel[index]!].map((name) => sized(name, width));
    });
  }
  const suffixed = takesSuffix(form);
  return [...new Set([form.mnemonic, ...form.att])].flatMap((name) => [
    sized(name, null),
    ...(suffixed ? form.widths.map((width) => sized(name + SUFFIX[width], width)) : []),
  ]);
}

/** True if the form has a general register besides an XMM one, and its size does not matter: the operand size is fixed. */
export function hasFreeRegister(form: Form): boolean {
  return form.sse && form.plain && form.operands.some((kind) => kind === 'r32' || kind === 'rr32');
}

/** Names without a suffix for the operand size; comparisons have one for each predicate. */
function plainNames(form: Form): Name[] {
  const names = [sized(form.mnemonic, null)];
  if (hasFreeRegister(form)) {
    for (const register of [32, 64] as const) {
      names.push({ ...sized(form.mnemonic + SUFFIX[register], null), register });
    }
  }
  if (isComparison(form)) {
    for (const [predicate, word] of PREDICATES.entries()) {
      names.push({ ...sized(`cmp${word}${form.mnemonic.slice(3)}`, null), predicate });
    }
  }
  return names;
}

/** An SSE comparison, whose constant says what is compared. */
export function isComparison(form: Form): boolean {
  return form.sse && /^cmp[ps][sd]$/.test(form.mnemonic);
}

/** `movd` takes any register; `movq` a 64-bit one. */
function movdNames(form: Form): Name[] {
  const names = new Set(form.att);
  return [...names].map((name) => sized(name, name === form.mnemonic ? null : 64));
}

/**
 * movsx and movzx: `movsbl` has two suffixes, source and destination; `movsb`, `movsxb` leave the destination to the register;
 * `movsx` leaves both.
 */
function extensionNames(form: Form): Name[] {
  const family = form.mnemonic.slice(0, 5);
  const source = SUFFIX[sourceWidth(form)];
  const stem = form.mnemonic.slice(0, 4) + source;
  // A movsxd that extends nothing is never what `movslq` asks for.
  if (form.decodeOnly) return ['movsxd', 'movsxl', 'movsx'].map((name) => sized(name, 32));
  const same = form.widths.length === 1 && SUFFIX[form.widths[0]!] === source;
  const names = (same ? [family, family + source] : [family, stem, family + source]).map((name) => sized(name, null));
  if (source === 'l') names.push(sized('movsxd', null));
  for (const width of form.widths) if (SUFFIX[width] !== source) names.push(sized(stem + SUFFIX[width], width));
  return names;
}

function sourceWidth(form: Form): Width {
  const size = /\d+$/.exec(form.operands[1]!)?.[0];
  return size === undefined ? 32 : (Number(size) as Width);
}

/** Direct jumps, and instructions that know no operand size, have no suffix. */
function takesSuffix(form: Form): boolean {
  if (/^(j|prefetch)/.test(form.mnemonic)) return /^rm/.test(form.operands[0] ?? '');
  if (form.mnemonic === 'sysret') return true;
  return form.operands.length > 0 || form.widths.length > 1 || form.widths[0] === 8 || form.default64;
}

function aliasesOf(form: Form, name: string): string[] {
  const aliases: string[] = [];
  for (const [other, known] of Object.entries(NAME_ALIASES)) {
    if (form.mnemonic === known) aliases.push(other + name.slice(known.length));
  }
  const match = /^(j|set|cmov)(.+)$/.exec(form.mnemonic);
  if (match && form.mnemonic !== 'jmp' && form.mnemonic !== 'jrcxz') {
    const rest = name.slice(form.mnemonic.length);
    for (const [alias, condition] of Object.entries(CONDITION_ALIASES)) {
      if (condition === match[2]) aliases.push(match[1] + alias + rest);
    }
  }
  return aliases;
}
