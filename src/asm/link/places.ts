import type { Diagnostic } from '../diagnostics.js';
import type { ObjectFile, SymbolPlace } from '../object.js';

/** A line of a source file; line 0 stands for the file as a whole. */
export interface SourcePlace {
  readonly file: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
}

/** The source line of a place in a section, or the object with line 0. */
export function placeOf(object: ObjectFile, section: SymbolPlace, offset: number | bigint): SourcePlace {
  const { lines } = object;
  const wanted = Number(offset);
  // The last entry that is not behind the place: the table is sorted by section, then offset.
  let [low, high] = [0, lines.length];
  while (typeof section === 'number' && low < high) {
    const middle = (low + high) >> 1;
    const entry = lines[middle]!;
    if (entry.section < section || (entry.section === section && entry.offset <= wanted)) low = middle + 1;
    else high = middle;
  }
  const found = lines[low - 1];
  const known = found?.section === section && found.line > 0;
  return known ? { file: found.file, line: found.line } : { file: object.name, line: 0 };
}

/** Characters of a long source line that are shown before and behind the place. */
const EXCERPT_REACH = 80;

/** Position of a name in its source line, for a diagnostic, with the line itself. */
export function position(
  object: ObjectFile,
  { file, line }: SourcePlace,
  name: string,
): Pick<Diagnostic, 'file' | 'line' | 'column' | 'endColumn' | 'excerpt' | 'excerptColumn'> {
  const text = line > 0 ? linesOf(object, file)?.[line - 1] : undefined;
  if (text === undefined) return { file, line, column: 0 };
  const found = nameIn(text, name);
  const start = found >= 0 ? found : Math.max(0, text.search(/\S/));
  const from = Math.max(0, start - EXCERPT_REACH);
  return {
    file,
    line,
    column: start + 1,
    endColumn: start + 1 + (found >= 0 ? name.length : 1),
    excerpt: text.slice(from, start + EXCERPT_REACH).trimEnd(),
    excerptColumn: from + 1,
  };
}

/** Where a name stands by itself; -1 if it does not. */
function nameIn(text: string, name: string): number {
  if (name === '') return -1;
  const isPart = (character: string | undefined) => character !== undefined && /[\w.$]/.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + name.length])) return at;
  return -1;
}

/** Source texts cut into lines, once for each object. */
const cut = new WeakMap<ObjectFile, Map<string, readonly string[]>>();

function linesOf(object: ObjectFile, file: string): readonly string[] | undefined {
  const source = object.sources.get(file);
  if (source === undefined) return undefined;
  const files = cut.get(object) ?? new Map<string, readonly string[]>();
  cut.set(object, files);
  const lines = files.get(file) ?? source.split('\n');
  files.set(file, lines);
  return lines;
}
