import type { LineEntry } from './object.js';
import type { Fragment, Section } from './sections.js';

/** Where a statement stands, but for its line. */
export interface OriginPlace {
  /** Name of the assembly source. */
  readonly source: string;
  /** From `.loc`: file and line there. */
  readonly file: string | null;
  readonly fileLine: number;
}

/** Numbers of an entry. */
const WIDTH = 4;

/** The source lines of what one subsection holds, in its order. Numbers in a row: there are as many entries as statements. */
export class Origins {
  /** Of each entry the number of its fragment, its offset in that, the line of the source, and the index of its place. */
  readonly #entries: number[] = [];
  readonly #places: OriginPlace[] = [];

  /** What begins `offset` bytes into a fragment comes from a line of the source. */
  add({ order }: Fragment, offset: number, line: number, place: OriginPlace): void {
    const entries = this.#entries;
    if (!isSame(this.#places.at(-1), place)) this.#places.push(place);
    else if (entries[entries.length - 2] === line) return;
    entries.push(order, offset, line, this.#places.length - 1);
  }

  /** Appends the entries with the addresses of the last pass: to `origins` as they are, and to `lines` by what `.loc` says. */
  collect(section: Section, fragments: readonly Fragment[], origins: LineEntry[], lines: LineEntry[]): void {
    const entries = this.#entries;
    for (let i = 0; i < entries.length; i += WIDTH) {
      const offset = fragments[entries[i]!]!.address + entries[i + 1]!;
      const { source, file, fileLine } = this.#places[entries[i + 3]!]!;
      const entry: LineEntry = { section: section.index, offset, file: source, line: entries[i + 2]! };
      origins.push(entry);
      if (section.executable) lines.push(file === null ? entry : { ...entry, file, line: fileLine });
    }
  }
}

function isSame(a: OriginPlace | undefined, b: OriginPlace): boolean {
  return a === b || (a?.source === b.source && a.file === b.file && a.fileLine === b.fileLine);
}
