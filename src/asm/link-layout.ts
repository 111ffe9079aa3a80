import { alignUp, type InputSection, type OutputSection, outputSection } from './link-sections.js';
import { SECTION_FLAG, SECTION_TYPE } from './object.js';

/**
 * Where things go: the default linker script of GNU ld (binutils 2.40, elf_x86_64.x with separate code) as a table, and the two-pass
 * arithmetic of its DATA_SEGMENT_* functions.
 */
type Step =
  | { readonly step: 'section'; readonly name: string; readonly inputs: readonly (readonly string[])[] }
  | { readonly step: 'symbols'; readonly names: readonly string[]; readonly provide: boolean }
  /** To the next page. */
  | { readonly step: 'page' }
  /** DATA_SEGMENT_ALIGN: to the next page, keeping the offset in the page, unless that wastes a page. */
  | { readonly step: 'dataSegment' }
  /** DATA_SEGMENT_RELRO_END: sections since `dataSegment` end on a page boundary, if there are any. */
  | { readonly step: 'relroEnd' }
  | { readonly step: 'align8' };

const section = (name: string, ...inputs: string[][]): Step => ({ step: 'section', name, inputs });
const provide = (...names: string[]): Step => ({ step: 'symbols', names, provide: true });
const define = (...names: string[]): Step => ({ step: 'symbols', names, provide: false });

const SCRIPT: readonly Step[] = [
  section('.interp', ['.interp']),
  { step: 'page' },
  section('.init', ['.init']),
  section(
    '.text',
    ['.text.unlikely', '.text.*_unlikely', '.text.unlikely.*'],
    ['.text.exit', '.text.exit.*'],
    ['.text.startup', '.text.startup.*'],
    ['.text.hot', '.text.hot.*'],
    ['.text.sorted.*'],
    ['.text', '.stub', '.text.*', '.gnu.linkonce.t.*'],
  ),
  section('.fini', ['.fini']),
  provide('__etext', '_etext', 'etext'),
  { step: 'page' },
  section('.rodata', ['.rodata', '.rodata.*', '.gnu.linkonce.r.*']),
  section('.rodata1', ['.rodata1']),
  section('.eh_frame', ['.eh_frame'], ['.eh_frame.*']),
  section('.gcc_except_table', ['.gcc_except_table', '.gcc_except_table.*']),
  { step: 'dataSegment' },
  section('.tdata', ['.tdata', '.tdata.*', '.gnu.linkonce.td.*']),
  section('.tbss', ['.tbss', '.tbss.*', '.gnu.linkonce.tb.*']),
  provide('__preinit_array_start'),
  section('.preinit_array', ['.preinit_array']),
  provide('__preinit_array_end', '__init_array_start'),
  section('.init_array', ['.init_array.*', '.ctors.*'], ['.init_array', '.ctors']),
  provide('__init_array_end', '__fini_array_start'),
  section('.fini_array', ['.fini_array.*', '.dtors.*'], ['.fini_array', '.dtors']),
  provide('__fini_array_end'),
  section(
    '.data.rel.ro',
    ['.data.rel.ro.local*', '.gnu.linkonce.d.rel.ro.local.*'],
    ['.data.rel.ro', '.data.rel.ro.*', '.gnu.linkonce.d.rel.ro.*'],
  ),
  section('.got', ['.got']),
  { step: 'relroEnd' },
  section('.got.plt', ['.got.plt']),
  section('.data', ['.data', '.data.*', '.gnu.linkonce.d.*']),
  section('.data1', ['.data1']),
  define('_edata'),
  provide('edata'),
  define('__bss_start'),
  section('.bss', ['.bss', '.bss.*', '.gnu.linkonce.b.*'], ['COMMON']),
  { step: 'align8' },
  define('_end'),
  provide('end'),
];

/** First address of an executable, where its headers are. */
export const BASE_ADDRESS = 0x400000;
const PAGE = 4096;
/** Room that `.got.plt` gives to the read-only-after-relocation part. */
const GOT_PLT_BYTES = 24;

export interface Layout {
  /** In the order of their addresses; empty ones are kept, for the symbols in them. */
  readonly outputs: readonly OutputSection[];
  /** What the script defines; `provide`d ones only stand in for undefined symbols. */
  readonly symbols: ReadonlyMap<string, { readonly address: number; readonly provide: boolean }>;
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
      const wanted = patterns.map(globToRegExp);
      const chosen = [...rest].filter((input) => wanted.some((pattern) => pattern.test(input.section.name)));
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

function globToRegExp(glob: string): RegExp {
  return new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
}

/** Sections between the start of the data segment and here become read-only after relocation, so ld gives them pages of their own. */
function hasRelro(placed: readonly Placed[]): boolean {
  const start = placed.findIndex((step) => step.step === 'dataSegment');
  const end = placed.findIndex((step) => step.step === 'relroEnd');
  return placed
    .slice(start, end)
    .some((step) => step.step === 'section' && step.output.inputs.some((input) => input.size > 0));
}

/** Addresses for everything. `headerBytes` of ELF headers stand at the base address. */
export function assignAddresses(placed: readonly Placed[], headerBytes: number): Layout {
  const first = pass(placed, headerBytes, null);
  let last = first;
  if (hasRelro(placed)) {
    const { base, relroEnd } = relroBase(placed, first);
    last = pass(placed, headerBytes, { base, padRelro: true });
    if (last.relroEnd > relroEnd) last = pass(placed, headerBytes, { base: first.base, padRelro: true });
  } else {
    // A page is saved if the data fits into the rest of its last page.
    const head = -first.base & (PAGE - 1);
    const tail = first.end & (PAGE - 1);
    const samePage = Math.floor(first.base / PAGE) === Math.floor(first.end / PAGE);
    if (head !== 0 && tail !== 0 && !samePage && head + tail <= PAGE)
      last = pass(placed, headerBytes, { base: first.base - (first.base % PAGE), padRelro: false });
  }
  const outputs = placed.flatMap((step) => (step.step === 'section' ? [step.output] : []));
  return { outputs, symbols: last.symbols, tlsEnd: tlsEnd(outputs) };
}

/** Start of the data segment such that its relro sections end at a page boundary. */
function relroBase(placed: readonly Placed[], first: Pass): { base: number; relroEnd: number } {
  const relroEnd = alignUp(first.relroEnd, PAGE);
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

/** One walk through the script. `force`: the data segment starts here, and the relro part is padded to a page. */
function pass(placed: readonly Placed[], headerBytes: number, force: { base: number; padRelro: boolean } | null): Pass {
  let dot = BASE_ADDRESS + headerBytes;
  const result: Pass = { base: 0, relroEnd: 0, relroOffset: 0, end: 0, symbols: new Map() };
  result.symbols.set('__executable_start', { address: BASE_ADDRESS, provide: true });
  for (const step of placed) {
    switch (step.step) {
      case 'page':
        dot = alignUp(dot, PAGE);
        break;
      case 'align8':
        dot = alignUp(dot, 8);
        break;
      case 'dataSegment':
        dot = force?.base ?? alignUp(dot, PAGE) + (dot % PAGE);
        result.base = dot;
        break;
      case 'relroEnd':
        result.relroOffset = gotPltSize(placed) >= GOT_PLT_BYTES ? GOT_PLT_BYTES : 0;
        result.relroEnd = dot + result.relroOffset;
        if (force?.padRelro && result.relroEnd % PAGE !== 0) {
          result.relroEnd = alignUp(result.relroEnd, PAGE);
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
function placeInputs(output: OutputSection, dot: number): number {
  if (output.inputs.every((input) => input.size === 0)) {
    output.address = dot;
    output.size = 0;
    return dot;
  }
  output.address = alignUp(dot, output.alignment);
  let end = output.address;
  for (const input of output.inputs) {
    end = alignUp(end, input.section.alignment);
    input.offset = end - output.address;
    end += input.size;
  }
  if (output.name === '.bss') end = alignUp(end, 8);
  output.size = end - output.address;
  return isTbss(output) ? dot : end;
}

function isTbss(output: OutputSection): boolean {
  return output.nobits && (output.flags & SECTION_FLAG.tls) !== 0;
}

function tlsEnd(outputs: readonly OutputSection[]): number {
  const parts = outputs.filter((output) => (output.flags & SECTION_FLAG.tls) !== 0 && output.size > 0);
  if (parts.length === 0) return 0;
  const alignment = Math.max(...parts.map((output) => output.alignment));
  return alignUp(Math.max(...parts.map((output) => output.address + output.size)), alignment);
}
