import { ELF } from '../elf/format.js';
import { executableHeaders } from '../elf/write.js';
import type { Image, ImageSymbol, Segment, SourceLine, ThreadLocalStorage } from '../image.js';
import { nops } from '../nops.js';
import { type ObjectSymbol, SECTION_FLAG, SECTION_TYPE } from '../object.js';
import { debugSection } from './debug.js';
import { isTbss, type Layout, type Placement } from './layout.js';
import { globalValue, type Linked, symbolValue } from './relocate.js';
import { addressIn, type InputSection, type OutputSection } from './sections.js';

/** Bytes of the ELF headers of a program with these sections: a program header for each change of rights, for thread-local data, for the stack. */
export function headerBytes(outputs: readonly OutputSection[]): number {
  const used = outputs.filter((output) => output.inputs.some((input) => input.size > 0));
  const segments = 1 + runs(used).filter((run, i) => i > 0 || rights(run[0]!) !== 0).length;
  const others = used.some(({ flags }) => (flags & SECTION_FLAG.tls) !== 0) ? 2 : 1;
  return ELF.headerBytes + ELF.programHeaderBytes * (segments + others);
}

/** The finished program: segments, symbols and the line table, sorted by address. */
export function buildImage(linked: Linked, layout: Layout, entry: bigint, name: string): Image {
  const outputs = layout.outputs.filter((output) => output.size > 0);
  const inMemory = outputs.filter((output) => !isTbss(output));
  const sections = outputs.map((output) => ({
    name: output.name,
    address: BigInt(output.address),
    size: output.size,
  }));
  const image: Image = {
    name,
    entry,
    segments: segmentsOf(inMemory, layout.place, headerBytes(outputs)),
    ...threadLocalOf(outputs),
    symbols: symbolsOf(linked, layout),
    lines: linesOf(linked, outputs),
    sections,
    ...(linked.debug.length > 0 ? { debug: linked.debug.map(debugSection) } : {}),
  };
  if (!layout.place.headers) return image;
  // The first page of a program shows its own ELF headers.
  const headers = executableHeaders(image);
  image.segments[0]!.bytes.set(headers.subarray(0, image.segments[0]!.bytes.length));
  return image;
}

/** Most bytes of content that a program may have, zeros between its sections included. */
const MOST_CONTENT = 2 ** 30;
/** End of the user half of the address space with 48-bit addresses, less one page. */
const USER_END = 0x7ffffffff000;

/** Why a program cannot be made because of its size; null when it can. */
export function oversize({ outputs, place: { base } }: Layout, debug: readonly OutputSection[]): string | null {
  for (const output of outputs) {
    const end = output.address + output.size;
    if (end > USER_END) return `${output.name} ends at 0x${end.toString(16)}, behind the end of the address space`;
    if (!output.nobits && output.size > 0 && end - base > MOST_CONTENT)
      return `the program is too large: with ${output.name} it has ${end - base} bytes, more than ${MOST_CONTENT}`;
  }
  const forDebuggers = debug.reduce((sum, { size }) => sum + size, 0);
  if (forDebuggers > MOST_CONTENT)
    return `the program is too large: it has ${forDebuggers} bytes for debuggers, more than ${MOST_CONTENT}`;
  return null;
}

function rights(output: OutputSection): number {
  return output.flags & (SECTION_FLAG.write | SECTION_FLAG.execute);
}

/** Neighbours with the same rights. */
function runs(outputs: readonly OutputSection[]): OutputSection[][] {
  const result: OutputSection[][] = [];
  for (const output of outputs) {
    const last = result.at(-1);
    if (last && rights(last[0]!) === rights(output)) last.push(output);
    else result.push([output]);
  }
  return result;
}

function threadLocalOf(outputs: readonly OutputSection[]): { threadLocal?: ThreadLocalStorage } {
  const parts = outputs.filter(({ flags }) => (flags & SECTION_FLAG.tls) !== 0);
  const first = parts[0];
  if (!first) return {};
  const end = (list: readonly OutputSection[]) => Math.max(first.address, ...list.map((o) => o.address + o.size));
  const contentBytes = end(parts.filter(({ nobits }) => !nobits)) - first.address;
  const [address, memoryBytes] = [BigInt(first.address), end(parts) - first.address];
  return { threadLocal: { address, contentBytes, memoryBytes, alignment: first.alignment } };
}

function segmentsOf(outputs: readonly OutputSection[], { base, unit, headers }: Placement, header: number): Segment[] {
  const groups = runs(outputs);
  const first = groups[0] && rights(groups[0][0]!) === 0 ? groups.shift()! : [];
  const segments = headers ? [segment('headers', base, header, first)] : [];
  if (!headers && first.length > 0) groups.unshift(first);
  for (const run of groups) {
    const last = segments.at(-1);
    const next = segment(run[0]!.name, run[0]!.address, 0, run);
    const lastPage = last === undefined ? -1 : Math.floor((Number(last.address) + last.memoryBytes - 1) / unit);
    if (last !== undefined && lastPage >= Math.floor(run[0]!.address / unit))
      segments[segments.length - 1] = join(last, next);
    else segments.push(next);
  }
  return segments;
}

/** A segment from `start` on, with `head` bytes before its first section. */
function segment(name: string, start: number, head: number, outputs: readonly OutputSection[]): Segment {
  const end = Math.max(start + head, ...outputs.map((output) => output.address + output.size));
  const withContent = outputs.filter((output) => !output.nobits);
  const fileEnd = Math.max(start + head, ...withContent.map((output) => output.address + output.size));
  const bytes = new Uint8Array(fileEnd - start);
  for (const output of withContent) fill(bytes, output, start);
  const flags = outputs.reduce((all, output) => all | output.flags, 0);
  return {
    name,
    address: BigInt(start),
    bytes,
    memoryBytes: end - start,
    read: true,
    write: (flags & SECTION_FLAG.write) !== 0,
    execute: (flags & SECTION_FLAG.execute) !== 0,
  };
}

/** Two segments with different rights in one page: there is one page, so it gets the rights of both. */
function join(first: Segment, second: Segment): Segment {
  const distance = Number(second.address - first.address);
  const bytes = new Uint8Array(distance + second.bytes.length);
  bytes.set(first.bytes);
  bytes.set(second.bytes, distance);
  return {
    name: first.name,
    address: first.address,
    bytes,
    memoryBytes: distance + second.memoryBytes,
    read: true,
    write: first.write || second.write,
    execute: first.execute || second.execute,
  };
}

/** Copies a section's inputs; the gaps between pieces of code are filled with nops, as ld does. */
function fill(bytes: Uint8Array, output: OutputSection, start: number): void {
  const base = output.address - start;
  const code = (output.flags & SECTION_FLAG.execute) !== 0;
  let end = 0;
  for (const input of output.inputs) {
    if (input.size === 0) continue;
    if (code) fillNops(bytes, base + end, base + input.offset);
    bytes.set(input.bytes, base + input.offset);
    end = input.offset + input.size;
  }
  if (code) fillNops(bytes, base + end, base + output.size);
}

/** The longest no-operation that ld uses for padding; the assembler's are longer. */
const LONGEST_NOP = 10;

function fillNops(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const nop = nops[Math.min(LONGEST_NOP, to - at)]!;
    bytes.set(nop, at);
    at += nop.length;
  }
}

function symbolsOf(linked: Linked, layout: Layout): ImageSymbol[] {
  const symbols: ImageSymbol[] = [];
  const names = new Set<string>();
  linked.objects.forEach((object, objectIndex) => {
    object.symbols.forEach((symbol, index) => {
      const global = symbol.binding !== 'local';
      if (!isNamed(symbol) || (!global && isMergeLabel(linked, objectIndex, symbol))) return;
      if (global && names.has(symbol.name)) return;
      const common = global ? linked.table.commons.get(symbol.name) : undefined;
      const owner = global ? linked.table.definitions.get(symbol.name) : undefined;
      if (global && !common && !owner) return;
      if (global) names.add(symbol.name);
      const shown = owner?.symbol ?? symbol;
      const value = global ? globalValue(linked, symbol.name) : symbolValue(linked, objectIndex, index, 0n);
      const input = common?.input ?? inputOf(linked, owner?.objectIndex ?? objectIndex, shown);
      const tentative = global ? linked.table.tentative.get(symbol.name) : undefined;
      symbols.push({
        name: symbol.name,
        address: BigInt.asUintN(64, value ?? 0n),
        size: Number(common?.size ?? (shown.size || (tentative ?? 0n))),
        section: input?.output?.name ?? '*ABS*',
        global,
        kind:
          common || tentative !== undefined || shown.type === 'object'
            ? 'object'
            : shown.type === 'function'
              ? 'function'
              : 'none',
      });
    });
  });
  symbols.push(...scriptSymbols(linked, layout, names));
  return symbols.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

/** What the linker script defines and nobody else: always some, others when an object asks for them. */
function scriptSymbols(linked: Linked, layout: Layout, taken: ReadonlySet<string>): ImageSymbol[] {
  const wanted = [...linked.script].filter(([name]) => {
    const always = layout.symbols.get(name)?.provide === false || name === '_GLOBAL_OFFSET_TABLE_';
    return !taken.has(name) && (always || linked.table.inserted.has(name));
  });
  return wanted.map(([name, address]) => {
    const section = layout.outputs.findLast((output) => output.size > 0 && output.address <= address);
    const got = name === '_GLOBAL_OFFSET_TABLE_';
    // PROVIDE_HIDDEN in ld's script.
    const hidden = got || /_array_(start|end)$/.test(name);
    const shape = { global: !hidden, kind: got ? 'object' : 'none' } as const;
    return { name, address: BigInt(address), size: 0, section: section?.name ?? '*ABS*', ...shape };
  });
}

/** A thread-local symbol is an offset for each thread, not an address. */
const NAMELESS: ReadonlySet<string> = new Set(['section', 'file', 'tls']);

function isNamed(symbol: ObjectSymbol): boolean {
  return symbol.name !== '' && symbol.section !== 'undefined' && !NAMELESS.has(symbol.type);
}

function inputOf(linked: Linked, objectIndex: number, symbol: ObjectSymbol) {
  return typeof symbol.section === 'number' ? linked.inputs[objectIndex]?.[symbol.section] : undefined;
}

/** Labels like `.LC0`, which stand in objects only because their strings may be merged; and labels in sections that are not loaded. */
function isMergeLabel(linked: Linked, objectIndex: number, symbol: ObjectSymbol): boolean {
  if (typeof symbol.section !== 'number') return false;
  const input = inputOf(linked, objectIndex, symbol);
  if (!input || (input.section.flags & SECTION_FLAG.alloc) === 0) return true;
  return symbol.name.startsWith('.L') && (input.section.flags & SECTION_FLAG.merge) !== 0;
}

function linesOf(linked: Linked, outputs: readonly OutputSection[]): SourceLine[] {
  const lines: SourceLine[] = [];
  linked.objects.forEach((object, objectIndex) => {
    const texts = new Map([...object.sources].map(([file, text]) => [file, text.split('\n')]));
    const described = new Set<InputSection>();
    for (const { section, offset, file, line } of object.lines) {
      const input = linked.inputs[objectIndex]?.[section];
      if (!input || input.section.type === SECTION_TYPE.nobits) continue;
      described.add(input);
      lines.push({ address: BigInt(addressIn(input, offset)), file, line, text: texts.get(file)?.[line - 1] ?? '' });
    }
    // What another object puts behind it comes from no line of this one.
    for (const input of described)
      lines.push({ address: BigInt(addressIn(input, input.size)), file: '', line: 0, text: '' });
  });
  const order = (a: SourceLine, b: SourceLine) => Math.sign(a.line) - Math.sign(b.line);
  lines.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : order(a, b)));
  const ends = new Set(outputs.map(({ address, size }) => BigInt(address + size)));
  return lines.filter((one, i) => one.line > 0 || !(one.address === lines[i + 1]?.address || ends.has(one.address)));
}
