import type { ObjectFile } from '../../src/asm/object.js';

/**
 * An object file as comparable text: sections with their bytes, relocations and symbols, without the numbering that two assemblers may choose
 * differently. Empty sections without symbols and what debuggers alone read (.debug_line) are left out.
 */
export interface ObjectText {
  /** By section name (and group): attributes and bytes in hexadecimal. */
  readonly sections: Readonly<Record<string, string>>;
  readonly relocations: readonly string[];
  readonly symbols: readonly string[];
}

const dropped = (name: string) => name.startsWith('.debug_line') || name === '.note.gnu.property';

export function objectText({ sections, symbols, relocations, groups = [] }: ObjectFile): ObjectText {
  const text: Record<string, string> = {};
  const labels = sections.map(({ name }, index) => {
    const group = groups.find((one) => one.sections.includes(index));
    return group === undefined ? name : `${name} of ${group.comdat ? 'comdat ' : ''}${group.signature}`;
  });
  for (const [index, { name, type, flags, alignment, entsize, bytes, size }] of sections.entries()) {
    if (size === 0 || dropped(name)) continue;
    const content = bytes.length === 0 ? `${size} bytes` : Buffer.from(bytes).toString('hex');
    text[labels[index]!] = `type ${type} flags ${flags} align ${alignment} entsize ${entsize}: ${content}`;
  }
  const placeName = (place: number | string) => (typeof place === 'number' ? labels[place]! : place);
  const symbolName = (index: number) => {
    if (index < 0) return '*ABS*';
    const symbol = symbols[index]!;
    return symbol.type === 'section' ? placeName(symbol.section) : symbol.name;
  };
  return {
    sections: Object.fromEntries(Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1))),
    relocations: relocations
      .filter(({ section }) => !dropped(sections[section]!.name))
      .map((r) => `${labels[r.section]!}+${r.offset} type ${r.type} ${symbolName(r.symbol)} + ${r.addend}`)
      .sort(),
    symbols: symbols
      .filter(
        ({ type, section }) => type !== 'section' && !(typeof section === 'number' && dropped(sections[section]!.name)),
      )
      .map((s) => `${s.name} ${s.binding} ${s.type} ${s.visibility} ${placeName(s.section)} ${s.value} ${s.size}`)
      .sort(),
  };
}
