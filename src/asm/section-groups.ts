import type { Assembler } from './assembler.js';
import type { ObjectSymbol, SectionGroup } from './object.js';

/** Groups go by the name of a symbol: the names for which the file has none. */
export function missingSignatures({ sections }: Assembler, known: readonly ObjectSymbol[]): Set<string> {
  const names = new Set(sections.flatMap(({ group }) => group?.signature ?? []));
  for (const { name, type } of known) if (type !== 'file') names.delete(name);
  return names;
}

/** The groups of a file in the order of their first members. */
export function groupsOf({ sections }: Assembler): { groups?: SectionGroup[] } {
  const groups = new Map<string, SectionGroup & { readonly sections: number[] }>();
  for (const { group, index } of sections) {
    if (group === null) continue;
    const known = groups.get(group.signature);
    if (known === undefined) groups.set(group.signature, { ...group, sections: [index] });
    else known.sections.push(index);
  }
  return groups.size === 0 ? {} : { groups: [...groups.values()] };
}
