import type { Image, ImageSymbol, Segment } from '../../asm/image.js';
import { decode } from '../../codec/decode.js';
import { formatObjdump } from '../../codec/format-att.js';
import { Symbols } from '../../observe/symbols.js';
import { EXIT } from '../exit-status.js';
import { print } from '../output.js';
import { readProgramOf } from '../sources.js';

/** Bytes shown on a line, as objdump does. */
const BYTES_A_LINE = 7;

export interface DisasmOptions {
  readonly lines?: boolean;
}

/** `pagewalk disasm FILE...`: the executable sections of one file, or of several linked, in the form of `objdump -d`, or of `objdump -dl` with `lines`. */
export async function disasm(paths: readonly string[], { lines = false }: DisasmOptions = {}): Promise<number> {
  const image = await readProgramOf(paths);
  print(disassembly(image, lines));
  return EXIT.success;
}

export function disassembly(image: Image, lines = false): string {
  const symbols = new Symbols(image);
  const places = lines ? new Places(symbols) : null;
  const parts = [`\n${image.name}:     file format elf64-x86-64\n\n`];
  for (const section of image.sections) {
    const segment = image.segments.find((one) => one.execute && holds(one, section.address));
    if (segment === undefined || section.size === 0) continue;
    const start = Number(section.address - segment.address);
    const bytes = segment.bytes.subarray(start, start + section.size);
    parts.push(
      `\nDisassembly of section ${section.name}:\n`,
      sectionText(bytes, section.address, symbols, image, places),
    );
  }
  return parts.join('');
}

function holds(segment: Segment, address: bigint): boolean {
  return address >= segment.address && address < segment.address + BigInt(segment.memoryBytes);
}

/** Says in which function and on which source line code stands, when that changes. */
class Places {
  readonly #symbols: Symbols;
  #function: string | null = null;
  #place = '';

  constructor(symbols: Symbols) {
    this.#symbols = symbols;
  }

  /** Lines to print before the instruction at an address. */
  before(address: bigint): string[] {
    const lines: string[] = [];
    const symbol = this.#symbols.before(address);
    if (symbol?.kind === 'function' && symbol.name !== this.#function) {
      this.#function = symbol.name;
      this.#place = '';
      lines.push(`${symbol.name}():`);
    }
    const line = this.#symbols.line(address);
    const place = line === null ? '' : `${line.file}:${line.line}`;
    if (place !== '' && place !== this.#place) lines.push(place);
    if (place !== '') this.#place = place;
    return lines;
  }
}

function sectionText(
  bytes: Uint8Array,
  address: bigint,
  symbols: Symbols,
  image: Image,
  places: Places | null,
): string {
  const lines: string[] = [];
  const labels = labelsBetween(image, address, address + BigInt(bytes.length), symbols);
  const symbolize = (target: bigint) => symbols.text(target);
  for (let at = 0; at < bytes.length; ) {
    const here = address + BigInt(at);
    const label = labels.get(here) ?? (at === 0 ? symbols.before(here)?.name : undefined);
    if (label !== undefined) lines.push('', `${here.toString(16).padStart(16, '0')} <${label}>:`);
    if (places !== null) lines.push(...places.before(here));
    const border = nextLabel(labels, here, address + BigInt(bytes.length));
    const end = Math.min(bytes.length, Number(border - address));
    const decoded = decode(bytes, at, end);
    if (typeof decoded === 'string') {
      lines.push(...codeLines(here, bytes.subarray(at, at + 1), '(bad)'));
      at++;
      continue;
    }
    const text = formatObjdump(decoded, here, symbolize);
    lines.push(...codeLines(here, bytes.subarray(at, at + decoded.length), text));
    at += decoded.length;
  }
  return `${lines.join('\n')}\n`;
}

/** Names by address, the one that people know each place by. */
function labelsBetween(image: Image, start: bigint, end: bigint, symbols: Symbols): Map<bigint, string> {
  const labels = new Map<bigint, string>();
  const inside = (symbol: ImageSymbol) => symbol.address >= start && symbol.address < end;
  for (const { address } of image.symbols.filter(inside)) {
    const symbol = symbols.before(address);
    if (symbol?.address === address) labels.set(address, symbol.name);
  }
  return labels;
}

function nextLabel(labels: ReadonlyMap<bigint, string>, here: bigint, end: bigint): bigint {
  for (let at = here + 1n; at < end && at <= here + 15n; at++) if (labels.has(at)) return at;
  return end;
}

function codeLines(address: bigint, bytes: Uint8Array, text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE) {
    const shown = Array.from(bytes.subarray(at, at + BYTES_A_LINE), (byte) => `${byte.toString(16).padStart(2, '0')} `);
    const head = `${(address + BigInt(at)).toString(16).padStart(8)}:\t${shown.join('')}`;
    lines.push(at === 0 ? `${head.padEnd(10 + 3 * BYTES_A_LINE)}\t${text}` : head);
  }
  return lines;
}
