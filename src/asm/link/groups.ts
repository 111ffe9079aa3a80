import { type ObjectFile, SECTION_FLAG } from '../object.js';

/**
 * COMDAT groups: of those with one signature the first of the link stays, the sections of the others are left out, and what they define
 * becomes a reference to the first (System V ABI, chapter 4, "Section Groups"). `.gnu.linkonce` sections, the older way, stay once for
 * each name.
 */
export function withoutDuplicates(objects: readonly ObjectFile[]): ObjectFile[] {
  const signatures = new Set<string>();
  return objects.map((object) => {
    const dropped = new Set<number>();
    const mine = new Set<string>();
    for (const { signature, comdat, sections } of object.groups ?? []) {
      if (!comdat) continue;
      if (signatures.has(signature)) for (const section of sections) dropped.add(section);
      else mine.add(signature);
    }
    object.sections.forEach(({ name }, index) => {
      if (!name.startsWith('.gnu.linkonce.')) return;
      if (signatures.has(name)) dropped.add(index);
      else mine.add(name);
    });
    for (const signature of mine) signatures.add(signature);
    return dropped.size === 0 ? object : without(object, dropped);
  });
}

function without(object: ObjectFile, dropped: ReadonlySet<number>): ObjectFile {
  const sections = object.sections.map((section, index) =>
    dropped.has(index) ? { ...section, flags: (section.flags | SECTION_FLAG.exclude) >>> 0 } : section,
  );
  const symbols = object.symbols.map((symbol) =>
    symbol.binding !== 'local' && typeof symbol.section === 'number' && dropped.has(symbol.section)
      ? { ...symbol, section: 'undefined' as const, value: 0n }
      : symbol,
  );
  return { ...object, sections, symbols };
}
