import { SECTION_FLAG, SECTION_TYPE } from '../object.js';
import { SCRIPT, type Step } from './script.js';
import { alignUp, type InputSection, type OutputSection, outputSection } from './sections.js';

/*
 * Addresses: the script of link-script.ts walked through, with the two-pass arithmetic of its DATA_SEGMENT_* functions as ld does it
 * (ld/ldexp.c, ld/ldlang.c).
 */

/** Where a program is placed. */
export interface Placement {
  /** First address of the program: of its headers, if it has any. */
  readonly base: number;
  /** Parts with different rights begin at multiples of this many bytes. */
  readonly unit: number;
  /** The program starts with its ELF headers, as ld makes it. Where addresses are scarce it does without. */
  readonly headers: boolean;
  /** Where writable data begins, a multiple of `unit`; absent: behind the rest. */
  readonly dataBase?: number;
  /** The image says which of its fields hold addresses (`Image.relocations`), so that it can be loaded elsewhere. */
  readonly keepsRelocations?: boolean;
}

/** As ld places a program that has no other wishes. */
export const LD_PLACEMENT: Placement = { base: 0x400000, unit: 4096, headers: true };
/** Room that `.got.plt` gives to the read-only-after-relocation part. */
const GOT_PLT_BYTES = 24;

export interface Layout {
  readonly place: Placement;
  /** In the order of their addresses; empty ones are kept, for the symbols in them. */
  readonly outputs: readonly OutputSection[];
  /** What the script defines; `provide`d ones only stand in for undefined symbols. */
  readonly symbols: ReadonlyMap<string, { readonly address: number; readonly provide: boolean }>;
  /** Where thread-local storage begins; 0 without any. */
  readonly tlsStart: number;
  /** End of thread-local storage, from which offsets count down; 0 without any. */
  readonly tlsEnd: number;
}

type Placed = Exclude<Step, { step: 'section' }> | { step: 'section'; output: OutputSection };

/** Gives every allocated input section its output section. The result goes to `assignAddresses`. */
export function assignOutputs(inputs: readonly InputSection[]): Placed[] {
  const placed: Placed[] = [];
  const rest = new Set(inputs);
  for (const step of SCRIPT) {
    if (step.step !== 'section') {
      placed.push(step);
      continue;
    }
    const output = outputSection(step.name);
    for (const patterns of step.inputs) {
      const chosen = [...rest].filter((input) => patterns.some((pattern) => matches(input.section.name, pattern)));
      if (patterns[0] === '.text.sorted.*') chosen.sort((a, b) => (a.section.name < b.section.name ? -1 : 1));
      if (/^\.(init|fini)_array\.\*/.test(patterns[0]!)) chosen.sort((a, b) => priority(a) - priority(b));
      for (const input of chosen) {
        rest.delete(input);
        addInput(output, input);
      }
    }
    placed.push({ step: 'section', output });
  }
  placeOrphans(placed, rest);
  alignTls(placed);
  return placed;
}

function addInput(output: OutputSection, input: InputSection): void {
  const { flags, alignment, type } = input.section;
  output.inputs.push(input);
  output.flags |= flags & (SECTION_FLAG.write | SECTION_FLAG.alloc | SECTION_FLAG.execute | SECTION_FLAG.tls);
  output.alignment = Math.max(output.alignment, alignment);
  if (type !== SECTION_TYPE.nobits) output.nobits = false;
  input.output = output;
}

/** The first thread-local section has the largest alignment of all of them, since they are copied as one block. */
function alignTls(placed: readonly Placed[]): void {
  const sections = placed.flatMap((step) => (step.step === 'section' ? [step.output] : []));
  const tls = sections.filter(
    ({ flags, inputs }) => (flags & SECTION_FLAG.tls) !== 0 && inputs.some((i) => i.size > 0),
  );
  if (tls[0]) tls[0].alignment = Math.max(...tls.map((output) => output.alignment));
}

/** Constructor priorities: `.init_array.00100` before `.init_array.65000`; `.ctors.N` count the other way. */
function priority(input: InputSection): number {
  const number = Number(input.section.name.split('.').at(-1));
  return /^\.[cd]tors/.test(input.section.name) ? 65535 - number : number;
}

/** Sections that the script does not name follow the standard section of their kind, each name once. */
function placeOrphans(placed: Placed[], rest: ReadonlySet<InputSection>): void {
  const lastOfKind = new Map<string, Placed>();
  const byName = new Map<string, OutputSection>();
  for (const input of rest) {
    const known = byName.get(input.section.name);
    if (known) {
      addInput(known, input);
      continue;
    }
    const output = outputSection(input.section.name);
    addInput(output, input);
    byName.set(output.name, output);
    const anchor = anchorOf(input);
    const after =
      lastOfKind.get(anchor) ?? placed.find((step) => step.step === 'section' && step.output.name === anchor)!;
    const entry: Placed = { step: 'section', output };
    placed.splice(placed.indexOf(after) + 1, 0, entry);
    lastOfKind.set(anchor, entry);
  }
}

function anchorOf({ section: { type, flags } }: InputSection): string {
  if (type === SECTION_TYPE.note) return '.interp';
  if ((flags & SECTION_FLAG.tls) !== 0) return '.tdata';
  if (type === SECTION_TYPE.nobits) return '.bss';
  if ((flags & SECTION_FLAG.write) !== 0) return '.data';
  return (flags & SECTION_FLAG.execute) !== 0 ? '.text' : '.rodata';
}

/** Whether a name fits a pattern with at most one `*`. */
function matches(name: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return name === pattern;
  const tail = pattern.length - star - 1;
  return (
    name.length >= star + tail && name.startsWith(pattern.slice(0, star)) && name.endsWith(pattern.slice(star + 1))
  );
}

/** What ld's script has among those sections once more, for the case that they are writable. ld looks at the names alone. */
const RELRO_BY_NAME = new Set(['.eh_frame', '.gcc_except_table']);

/** Sections between the start of the data segment and here become read-only after relocation, so ld gives them pages of their own. */
function hasRelro(placed: readonly Placed[]): boolean {
  const start = placed.findIndex((step) => step.step === 'dataSegment');
  const end = placed.findIndex((step) => step.step === 'relroEnd');
  const named = placed.filter((step) => step.step === 'section' && RELRO_BY_NAME.has(step.output.name));
  return [...named, ...placed.slice(start, end)]
    .flatMap((step) => (step.step === 'section' && !isTbss(step.output) ? step.output.inputs : []))
    .some((input) => input.size > 0);
}

/** Addresses for everything. `headerBytes` of ELF headers stand at the base address. */
export function assignAddresses(placed: readonly Placed[], headerBytes: number, place: Placement): Layout {
  const relro = hasRelro(placed);
  const first = pass(placed, headerBytes, { place, base: null, relro, padRelro: false });
  let last = first;
  if (relro) {
    const { base, relroEnd } = relroBase(placed, first, place.unit);
    last = pass(placed, headerBytes, { place, base, relro, padRelro: true });
    if (last.relroEnd > relroEnd) last = pass(placed, headerBytes, { place, base: first.base, relro, padRelro: true });
  } else {
    // A page is saved if the data fits into the rest of its last page.
    const { unit } = place;
    const head = -first.base & (unit - 1);
    const tail = first.end & (unit - 1);
    if (head !== 0 && tail !== 0 && head + tail <= unit)
      last = pass(placed, headerBytes, { place, base: first.base - (first.base % unit), relro, padRelro: false });
  }
  const outputs = placed.flatMap((step) => (step.step === 'section' ? [step.output] : []));
  return { place, outputs, symbols: last.symbols, ...tlsRange(outputs) };
}

/** Start of the data segment such that its relro sections end at a page boundary. */
function relroBase(placed: readonly Placed[], first: Pass, unit: number): { base: number; relroEnd: number } {
  const relroEnd = alignUp(first.relroEnd, unit);
  let desired = relroEnd - first.relroOffset;
  const sections = placed.flatMap((step) => (step.step === 'section' ? [step.output] : []));
  for (const output of sections.reverse()) {
    const inRelro = output.address >= first.base && output.address < first.relroEnd - first.relroOffset;
    if (!inRelro || output.size === 0) continue;
    const end = output.address + (isTbss(output) ? 0 : output.size);
    const start = output.address + desired - end;
    desired = start - (start % output.alignment);
  }
  return { base: desired, relroEnd };
}

interface Pass {
  base: number;
  relroEnd: number;
  relroOffset: number;
  end: number;
  readonly symbols: Map<string, { address: number; provide: boolean }>;
}

interface PassOptions {
  readonly place: Placement;
  /** Where the data segment starts; null: as DATA_SEGMENT_ALIGN computes it at first. */
  readonly base: number | null;
  readonly relro: boolean;
  /** The relro part is padded to a page. */
  readonly padRelro: boolean;
}

/** One walk through the script. */
function pass(placed: readonly Placed[], headerBytes: number, options: PassOptions): Pass {
  const { base, unit, headers, dataBase } = options.place;
  let dot = base + headerBytes;
  const result: Pass = { base: 0, relroEnd: 0, relroOffset: 0, end: 0, symbols: new Map() };
  for (const name of ['__executable_start', '__ehdr_start']) result.symbols.set(name, { address: base, provide: true });
  for (const step of placed) {
    switch (step.step) {
      case 'page':
        dot = alignUp(dot, unit);
        break;
      case 'align8':
        dot = alignUp(dot, 8);
        break;
      case 'dataSegment':
        // With headers there is a file, and data stands at the same offset of a page in it as in memory.
        dot = options.base ?? dataBase ?? alignUp(dot, unit) + (options.relro || !headers ? 0 : dot % unit);
        result.base = dot;
        break;
      case 'relroEnd':
        result.relroOffset = gotPltSize(placed) >= GOT_PLT_BYTES ? GOT_PLT_BYTES : 0;
        result.relroEnd = dot + result.relroOffset;
        if (options.padRelro && result.relroEnd % unit !== 0) {
          result.relroEnd = alignUp(result.relroEnd, unit);
          dot = result.relroEnd - result.relroOffset;
        }
        break;
      case 'symbols':
        for (const name of step.names) result.symbols.set(name, { address: dot, provide: step.provide });
        break;
      case 'section':
        dot = placeInputs(step.output, dot);
    }
  }
  result.end = dot;
  return result;
}

function gotPltSize(placed: readonly Placed[]): number {
  const found = placed.find((step) => step.step === 'section' && step.output.name === '.got.plt');
  return found?.step === 'section' ? found.output.inputs.reduce((size, input) => size + input.size, 0) : 0;
}

/** Puts the inputs of a section one behind the other; gives the address behind it. */
export function placeInputs(output: OutputSection, dot: number): number {
  output.address = alignUp(dot, output.alignment);
  output.size = 0;
  // An empty section is left out of the program; labels in it stand where it would be.
  if (output.inputs.every((input) => input.size === 0)) return dot;
  let end = output.address;
  for (const input of output.inputs) {
    // A section of which nothing is left after merging is gone, with its alignment.
    const gone = input.merged !== null && input.size === 0;
    if (!gone) end = alignUp(end, input.section.alignment);
    input.offset = end - output.address;
    end += input.size;
  }
  if (output.name === '.bss') end = alignUp(end, 8);
  output.size = end - output.address;
  return isTbss(output) ? output.address : end;
}

/** Thread-local storage without content, which takes no room in the program itself. */
export function isTbss(output: OutputSection): boolean {
  return output.nobits && (output.flags & SECTION_FLAG.tls) !== 0;
}

function tlsRange(outputs: readonly OutputSection[]): Pick<Layout, 'tlsStart' | 'tlsEnd'> {
  const parts = outputs.filter((output) => (output.flags & SECTION_FLAG.tls) !== 0 && output.size > 0);
  if (parts.length === 0) return { tlsStart: 0, tlsEnd: 0 };
  const alignment = Math.max(...parts.map((output) => output.alignment));
  const end = Math.max(...parts.map((output) => output.address + output.size));
  return { tlsStart: Math.min(...parts.map((output) => output.address)), tlsEnd: alignUp(end, alignment) };
}
