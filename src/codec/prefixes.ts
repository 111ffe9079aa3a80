import type { Form } from '../isa/form.js';

/**
 * Prefix bytes by the words of GNU as. The slot says which of them exclude each other and in which order they are emitted:
 * segment, address size, operand size, repeat, lock, REX.
 */
export type PrefixSlot = 'segment' | 'address' | 'operand' | 'repeat' | 'lock' | 'rex';
export const PREFIX_ORDER: readonly PrefixSlot[] = ['segment', 'address', 'operand', 'repeat', 'lock', 'rex'];

export interface Prefix {
  readonly slot: PrefixSlot;
  readonly byte: number;
}

const prefixes: ReadonlyMap<string, Prefix> = new Map<string, Prefix>([
  ['es', { slot: 'segment', byte: 0x26 }],
  ['cs', { slot: 'segment', byte: 0x2e }],
  ['ss', { slot: 'segment', byte: 0x36 }],
  ['ds', { slot: 'segment', byte: 0x3e }],
  ['fs', { slot: 'segment', byte: 0x64 }],
  ['gs', { slot: 'segment', byte: 0x65 }],
  ['notrack', { slot: 'segment', byte: 0x3e }],
  ['addr32', { slot: 'address', byte: 0x67 }],
  ['data16', { slot: 'operand', byte: 0x66 }],
  ['rep', { slot: 'repeat', byte: 0xf3 }],
  ['repe', { slot: 'repeat', byte: 0xf3 }],
  ['repz', { slot: 'repeat', byte: 0xf3 }],
  ['repne', { slot: 'repeat', byte: 0xf2 }],
  ['repnz', { slot: 'repeat', byte: 0xf2 }],
  ['bnd', { slot: 'repeat', byte: 0xf2 }],
  ['lock', { slot: 'lock', byte: 0xf0 }],
  ...rexPrefixes(),
]);

/** `rex`, `rex.w` ... `rex.wrxb`, and `rex64` for `rex.w`. */
function rexPrefixes(): [string, Prefix][] {
  const list: [string, Prefix][] = [['rex64', { slot: 'rex', byte: 0x48 }]];
  for (let bits = 0; bits < 16; bits++) {
    const letters = ['w', 'r', 'x', 'b'].filter((_, i) => bits & (8 >> i)).join('');
    list.push([letters === '' ? 'rex' : `rex.${letters}`, { slot: 'rex', byte: 0x40 | bits }]);
  }
  return list;
}

/** Every prefix word. */
export const prefixNames: readonly string[] = [...prefixes.keys()];

/** True for a word that GNU as reads as a prefix of the instruction that follows. */
export function isPrefix(name: string): boolean {
  return prefixes.has(name);
}

/** The prefix that a word names, or undefined. */
export function prefixOf(name: string): Prefix | undefined {
  return prefixes.get(name);
}

/** Besides the string instructions, those in front of which GNU as accepts F2 and F3. */
function isRepeatable(form: Form): boolean {
  return form.repeat !== 'none' || /^(ret|bs[fr])$/.test(form.mnemonic) || (form.mnemonic === 'nop' && !form.modrm);
}

/**
 * What GNU as says against a prefix word in front of a form, or null. `toMemory` is true if the instruction writes (or,
 * for a lockable form, may write) a memory operand. `indirect` is true for a jump or call through a register or memory.
 */
export function prefixComplaint(
  word: string,
  form: Form,
  name: string,
  toMemory: boolean,
  indirect: boolean,
): string | null {
  const prefix = prefixes.get(word)!;
  if (word === 'notrack')
    return indirect && !form.mnemonic.startsWith('l') ? null : "expecting indirect branch instruction after `notrack'";
  if (word === 'bnd') {
    return /^(j|call|ret)/.test(form.mnemonic) && form.mnemonic !== 'jrcxz'
      ? null
      : "expecting valid branch instruction after `bnd'";
  }
  if (prefix.slot === 'repeat' && !isRepeatable(form)) {
    return `invalid instruction \`${name}' after \`${word}'`;
  }
  if (word === 'data16' && form.operands.some((kind) => kind.startsWith('x'))) {
    return `data size prefix invalid with \`${name}'`;
  }
  if (prefix.slot === 'lock' && !(form.lockable && toMemory)) return "expecting lockable instruction after `lock'";
  if (word === 'es' && form.repeat !== 'none') return "`es' is not supported in 64-bit mode";
  return null;
}
