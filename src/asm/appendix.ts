import type { Assembler } from './assembler.js';
import type { PendingRelocation } from './build-object.js';
import { describeSource } from './dwarf/unit-write.js';
import type { Section } from './sections.js';

/**
 * Puts the line table and what belongs to it behind what the source itself has put into those sections: their contents are in `contents`
 * by the numbers of the sections, their relocations in `pending`. All other sections must have their final sizes.
 */
export function appendDescription(
  assembler: Assembler,
  directory: string,
  contents: Uint8Array[],
  pending: PendingRelocation[],
): void {
  const sectionOf = (name: string, make: (name: string) => Section) =>
    assembler.findSection(name) ?? assembler.addSection(make(name));
  for (const { section, bytes, references } of describeSource({ recorder: assembler.lines, directory }, sectionOf)) {
    const before = contents[section.index] ?? new Uint8Array(0);
    const start = before.length;
    const joined = new Uint8Array(start + bytes.length);
    joined.set(before);
    joined.set(bytes, start);
    contents[section.index] = joined;
    section.size = joined.length;
    for (const { offset, type, target, addend } of references)
      pending.push({ section, offset: start + offset, type, target, addend: BigInt(addend) });
  }
}
