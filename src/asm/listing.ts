import type { LineEntry, ObjectFile } from './object.js';

/** Bytes on one row of a listing, and rows that one source line may take. */
const ROW = 8;
const MOST_ROWS = 8;
const BYTES_WIDTH = 3 * ROW - 1;

/** A run of bytes that came from one source line. */
interface Run {
  readonly section: number;
  readonly offset: number;
  readonly end: number;
}

/**
 * The source line by line, with the address and the bytes that each line put: offsets in the section, and fields that the linker fills
 * are zero. Ends with a newline; empty for an object that does not come from source.
 */
export function formatListing(object: ObjectFile): string {
  const source = object.sources.get(object.name);
  if (source === undefined) return '';
  const runs = runsByLine(object);
  const rows: string[] = [];
  const lines = source.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const widest = Math.max(...object.sections.map(({ name }) => name.length), 5);
  lines.forEach((text, i) => {
    const bytes = (runs.get(i + 1) ?? []).flatMap((run) => byteRows(object, run, widest));
    const number = String(i + 1).padStart(5);
    const blank = ' '.repeat(widest + 1 + 8 + 2 + BYTES_WIDTH);
    rows.push(`${number}  ${bytes[0] ?? blank}  ${text}`.trimEnd());
    for (const more of bytes.slice(1)) rows.push(`${' '.repeat(5)}  ${more}`.trimEnd());
  });
  return `${rows.join('\n')}\n`;
}

/** The runs of each line, in the order in which the line made them. */
function runsByLine({ sections, origins = [], name }: ObjectFile): Map<number, Run[]> {
  const byLine = new Map<number, Run[]>();
  origins.forEach((entry: LineEntry, i) => {
    if (entry.file !== name) return;
    const next = origins[i + 1];
    const end = next?.section === entry.section ? next.offset : sections[entry.section]!.size;
    if (end <= entry.offset) return;
    const list = byLine.get(entry.line) ?? [];
    list.push({ section: entry.section, offset: entry.offset, end });
    byLine.set(entry.line, list);
  });
  return byLine;
}

function byteRows({ sections }: ObjectFile, { section, offset, end }: Run, widest: number): string[] {
  const { name, bytes } = sections[section]!;
  const head = (at: number) => `${name.padEnd(widest)} ${at.toString(16).padStart(8, '0')}  `;
  if (bytes.length === 0) return [`${head(offset)}${`(${end - offset} bytes)`.padEnd(BYTES_WIDTH)}`];
  const rows: string[] = [];
  for (let at = offset; at < end; at += ROW) {
    if (rows.length === MOST_ROWS - 1 && end - at > ROW) {
      rows.push(`${head(at)}${`... ${end - at} bytes more`.padEnd(BYTES_WIDTH)}`);
      break;
    }
    const part = bytes.subarray(at, Math.min(end, at + ROW));
    rows.push(`${head(at)}${Array.from(part, hexByte).join(' ').padEnd(BYTES_WIDTH)}`);
  }
  return rows;
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
