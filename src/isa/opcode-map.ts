import type { Form, OperandKind } from './form.js';
import type { Width } from './registers.js';
import { forms } from './table.js';

/**
 * The opcode map (Intel SDM vol. 2, appendix A), derived from the form strings. It answers one question: which form, at
 * which operand size, do these prefixes, this opcode and this ModRM byte name?
 */

/** A form and the operand size at which it executes. */
export interface Selection {
  readonly form: Form;
  readonly width: Width;
}

/** Everything that one opcode byte of one map can mean. */
export interface OpcodeEntry {
  readonly modrm: boolean;
  /** Forms that name this opcode byte exactly, before forms that contain it in a `+r` range. */
  readonly forms: readonly Form[];
  /** Memo of `select`: by prefix bits, then ModRM; `null` is an undefined opcode. */
  readonly selections: (Selection | null | undefined)[][];
}

/** Bits of the prefix index of `select`. The last F2 or F3 decides; `rexB` matters for 90 (nop) against 49 90 (xchg). */
export const SELECT = { operandSize: 1, rexW: 2, repne: 4, rep: 8, rexB: 16 } as const;

/** Of 256 indices per map; `null` is an opcode without a form. */
const entries: (OpcodeEntry | null)[] = buildEntries(forms.filter((form) => !form.encodeOnly));

/** The entry of an opcode byte in a map (0 one-byte, 1 0f, 2 0f38, 3 0f3a), or null if the subset has no such opcode. */
export function opcodeEntry(map: number, opcode: number): OpcodeEntry | null {
  return entries[map * 256 + opcode]!;
}

/** The form for a combination of `SELECT` bits and a ModRM byte (0 when the opcode has none), or null: undefined opcode. */
export function select(entry: OpcodeEntry, prefixes: number, modrm: number): Selection | null {
  const row = entry.selections[prefixes]!;
  const known = row[modrm];
  if (known !== undefined) return known;
  if (row.length === 0 && entry.modrm) row.push(...new Array<undefined>(256).fill(undefined));
  const found = resolve(entry.forms, prefixes, modrm);
  row[modrm] = found;
  return found;
}

/** True if the operand kind is read from ModRM.rm and may only be memory. */
export function isMemoryOnly(kind: OperandKind): boolean {
  return /^m\d*$/.test(kind);
}

/** True if the operand kind is read from ModRM.rm: register or memory, or memory only. */
export function isRm(kind: OperandKind): boolean {
  return kind.startsWith('rm') || kind.startsWith('xm') || isMemoryOnly(kind);
}

/** True if the operand kind is read from ModRM.rm and may only be a register. */
export function isRegisterOnly(kind: OperandKind): boolean {
  return kind.startsWith('xr') || kind.startsWith('rr');
}

/** The operand size that the prefixes ask for; a form that does not have it falls back to one of its own. */
function wantedWidth(form: Form, prefixes: number): Width {
  if (prefixes & SELECT.rexW) return 64;
  if (prefixes & SELECT.operandSize && form.prefix !== 0x66) return 16;
  return form.default64 ? 64 : 32;
}

function resolve(candidates: readonly Form[], prefixes: number, modrm: number): Selection | null {
  // 90 is nop, 49 90 is xchg: REX.B decides between an opcode of its own and a `+r` range that contains it.
  const inRange = (prefixes & SELECT.rexB) !== 0;
  for (const mandatory of mandatoryPrefixes(prefixes, candidates)) {
    const list = candidates.filter((form) => form.prefix === mandatory && matchesModrm(form, modrm));
    const found =
      selectSize(
        list.filter((form) => form.registerInOpcode === inRange),
        prefixes,
      ) ??
      selectSize(
        list.filter((form) => form.registerInOpcode !== inRange),
        prefixes,
      );
    if (found !== null) return found;
  }
  return null;
}

function selectSize(list: readonly Form[], prefixes: number): Selection | null {
  const exact = list.find((form) => form.widths.includes(wantedWidth(form, prefixes)));
  if (exact) return { form: exact, width: wantedWidth(exact, prefixes) };
  const form = list.find(ignoresSize);
  return form ? { form, width: form.widths.includes(32) ? 32 : form.widths[0]! } : null;
}

/** A form of one fixed size executes under any size prefix, except one that exists only with REX.W. */
function ignoresSize(form: Form): boolean {
  return form.default64 || form.widths.length > 1 || form.widths[0] !== 64;
}

/**
 * Mandatory prefixes in the order in which they are tried: an integer instruction ignores F3, F2 and 66 where they select nothing, an
 * opcode of SSE is undefined under a prefix that it does not have.
 */
function mandatoryPrefixes(prefixes: number, candidates: readonly Form[]): Form['prefix'][] {
  if (candidates.some((form) => form.sse)) {
    if (prefixes & SELECT.rep) return [0xf3];
    if (prefixes & SELECT.repne) return [0xf2];
    return prefixes & SELECT.operandSize ? [0x66] : [0];
  }
  const order: Form['prefix'][] = [];
  if (prefixes & SELECT.rep) order.push(0xf3);
  else if (prefixes & SELECT.repne) order.push(0xf2);
  else if (prefixes & SELECT.operandSize) order.push(0x66);
  order.push(0);
  return order;
}

function matchesModrm(form: Form, modrm: number): boolean {
  if (!form.modrm) return true;
  if (form.fixedModrm >= 0) return form.fixedModrm === modrm;
  if (form.digit >= 0 && form.digit !== ((modrm >> 3) & 7)) return false;
  // ModRM.mod means nothing to MOV with a control or debug register.
  if (form.operands.includes('creg') || form.operands.includes('dreg')) return true;
  return !form.operands.some(modrm < 0xc0 ? isRegisterOnly : isMemoryOnly);
}

function buildEntries(all: readonly Form[]): (OpcodeEntry | null)[] {
  const lists = new Map<number, Form[]>();
  // Exact opcodes first: 90 is nop before it is xchg acc,r.
  for (const form of [...all].sort((a, b) => Number(a.registerInOpcode) - Number(b.registerInOpcode) || a.id - b.id)) {
    for (let low = 0; low < (form.registerInOpcode ? 8 : 1); low++) {
      const index = form.map * 256 + form.opcode + low;
      const list = lists.get(index);
      if (list) list.push(form);
      else lists.set(index, [form]);
    }
  }
  return Array.from({ length: 1024 }, (_, index) => {
    const list = lists.get(index);
    if (!list) return null;
    checkConflicts(list);
    const sorted = [...list].sort((a, b) => Number(b.fixedModrm >= 0) - Number(a.fixedModrm >= 0));
    return { modrm: list[0]!.modrm, forms: sorted, selections: Array.from({ length: 32 }, () => []) };
  });
}

/** Throws if two forms of one opcode byte cannot be told apart: a defect of the table. */
export function checkConflicts(list: readonly Form[]): void {
  const claims = new Map<string, Form>();
  for (const form of list) {
    if (form.modrm !== list[0]!.modrm) throw conflict(form, list[0]!);
    for (const claim of claimsOf(form)) {
      const owner = claims.get(claim);
      if (owner) throw conflict(form, owner);
      claims.set(claim, form);
    }
  }
}

function claimsOf(form: Form): string[] {
  const places: string[] = [];
  if (form.fixedModrm >= 0) places.push(`modrm ${form.fixedModrm}`);
  else {
    const digits = form.digit >= 0 ? [form.digit] : form.modrm ? [0, 1, 2, 3, 4, 5, 6, 7] : [-1];
    const modes = [];
    if (!form.operands.some(isRegisterOnly)) modes.push('memory');
    if (!form.operands.some(isMemoryOnly)) modes.push('register');
    for (const digit of digits) for (const mode of modes) places.push(`${digit} ${mode}`);
  }
  const kind = form.registerInOpcode ? '+r' : '';
  return places.flatMap((place) => form.widths.map((width) => `${form.prefix} ${kind} ${place} ${width}`));
}

function conflict(a: Form, b: Form): Error {
  return new Error(`two forms claim one opcode: ${a.mnemonic} '${a.text}' and ${b.mnemonic} '${b.text}'`);
}
