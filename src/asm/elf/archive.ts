import type { Diagnostic } from '../diagnostics.js';
import { Malformed } from './reader.js';

/** One file of an archive. */
export interface ArchiveMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A library of object files as `ar` writes it. */
export interface Archive {
  /** Name for messages: the file. */
  readonly name: string;
  readonly members: readonly ArchiveMember[];
  /** Which member defines a global name, in the order of the archive's index; null without an index. */
  readonly index: readonly { readonly name: string; readonly member: number }[] | null;
}

const MAGIC = '!<arch>\n';
const THIN_MAGIC = '!<thin>\n';
const HEADER_BYTES = 60;

/** Whether the bytes begin like an archive, thin ones included. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, MAGIC.length));
  return start === MAGIC || start === THIN_MAGIC;
}

/**
 * Reads an archive in the System V format as GNU ar writes it: an index of symbols (`/`, or `/SYM64/` for large files), long names (`//`).
 * Never throws: `archive` is null when `diagnostics` has an error. Members are views of the file, and not looked into.
 * Specification: System V ABI, chapter 7, "Archive File"; ar(5).
 */
export function readArchive(bytes: Uint8Array, name: string): { archive: Archive | null; diagnostics: Diagnostic[] } {
  try {
    return { archive: parse(bytes, name), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const problem: Diagnostic = { file: name, line: 0, column: 0, severity: 'error', message: error.message };
    return { archive: null, diagnostics: [problem] };
  }
}

/** A member with the place of its header, by which the index names it. */
interface Entry {
  readonly at: number;
  /** The name field, without the blanks behind it. */
  readonly field: string;
  readonly bytes: Uint8Array;
}

function parse(bytes: Uint8Array, name: string): Archive {
  const magic = latin1(bytes.subarray(0, MAGIC.length));
  if (magic === THIN_MAGIC)
    throw new Malformed('this is a thin archive, which only names its members: build it with ar rc, without T');
  if (magic !== MAGIC) throw new Malformed('this is not an archive: it does not begin with !<arch>');
  const entries = entriesOf(bytes);
  const longNames = entries.find(({ field }) => field === '//')?.bytes ?? new Uint8Array(0);
  const ordinary = entries.filter(({ field }) => !['/', '//', '/SYM64/'].includes(field));
  const members = ordinary.map(({ field, bytes }) => ({ name: memberName(field, longNames), bytes }));
  const table = entries.find(({ field }) => field === '/' || field === '/SYM64/');
  const places = new Map(ordinary.map(({ at }, member) => [at, member]));
  return { name, members, index: table ? readIndex(table, places) : null };
}

/**
 * Cuts the file into members. A header is text, 60 bytes:
 *
 *     0 name, 16    16 date, 12    28 user, 6    34 group, 6    40 mode, 8    48 size, 10, decimal    58 "`\n"
 */
function entriesOf(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let at = MAGIC.length; at < bytes.length; ) {
    const header = latin1(bytes.subarray(at, at + HEADER_BYTES));
    if (header.length < HEADER_BYTES) throw new Malformed('the archive is truncated: a header is incomplete');
    const digits = header.slice(48, 58).trim();
    if (header.slice(58) !== '`\n' || !/^\d+$/.test(digits))
      throw new Malformed(`the archive is damaged: there is no header at byte ${at}`);
    const [start, size] = [at + HEADER_BYTES, Number(digits)];
    if (size > bytes.length - start) throw new Malformed('the archive is truncated: its last member is incomplete');
    entries.push({ at, field: header.slice(0, 16).trimEnd(), bytes: bytes.subarray(start, start + size) });
    // Members begin at even places.
    at = start + size + (size % 2);
  }
  return entries;
}

/** `name/`; `/N` for the name at N of the list of long names, where it ends with a slash and a newline. */
function memberName(field: string, longNames: Uint8Array): string {
  if (!/^\/\d+$/.test(field)) return field.replace(/\/$/, '');
  const start = Number(field.slice(1));
  const end = longNames.indexOf(0x0a, start);
  if (start >= longNames.length || end < 0)
    throw new Malformed('the archive is damaged: the name of a member is missing');
  return utf8.decode(longNames.subarray(start, end)).replace(/\/$/, '');
}

/** The index: a count, the places of the members, then the names, each with a zero; numbers are big-endian, of 4 or 8 bytes. */
function readIndex({ field, bytes }: Entry, places: ReadonlyMap<number, number>): NonNullable<Archive['index']> {
  const width = field === '/' ? 4 : 8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (at: number) => (width === 4 ? view.getUint32(at) : Number(view.getBigUint64(at)));
  const count = bytes.length < width ? 0 : number(0);
  if (bytes.length < width || count > bytes.length / width - 1)
    throw new Malformed('the archive is damaged: its index of symbols is incomplete');
  let at = width * (count + 1);
  return Array.from({ length: count }, (_, i) => {
    const member = places.get(number(width * (i + 1)));
    const end = bytes.indexOf(0, at);
    if (member === undefined || end < 0)
      throw new Malformed('the archive is damaged: its index of symbols leads nowhere; ranlib writes a new one');
    const name = utf8.decode(bytes.subarray(at, end));
    at = end + 1;
    return { name, member };
  });
}

const utf8 = new TextDecoder();

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
