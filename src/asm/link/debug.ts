import type { DebugSection } from '../image.js';
import { type ObjectFile, type ObjectSection, SECTION_FLAG } from '../object.js';
import { placeInputs } from './layout.js';
import { mergeSections } from './merge.js';
import { type InputSection, type OutputSection, outputSection } from './sections.js';

/** Sections for debuggers in the order of ld's script (binutils 2.40); others follow as they come. */
const ORDER = (
  'aranges pubnames info abbrev line frame str loc macinfo pubtypes ranges addr line_str loclists macro names rnglists ' +
  'str_offsets sup'
)
  .split(' ')
  .map((name) => `.debug_${name}`);

/** Whether a section is for debuggers, and is linked though it is not loaded. Packed ones are left out: their relocations mean what is inside. */
export function isDebugSection({ name, flags }: ObjectSection): boolean {
  const { alloc, exclude, compressed } = SECTION_FLAG;
  return name.startsWith('.debug_') && (flags & (alloc | exclude | compressed)) === 0;
}

/** The output section of each name, with its inputs placed from 0 on and equal strings merged. */
export function debugOutputs(
  inputs: readonly InputSection[],
  relocated: (input: InputSection) => boolean,
): OutputSection[] {
  const outputs = new Map<string, OutputSection>(ORDER.map((name) => [name, outputSection(name)]));
  for (const input of inputs) {
    // `.debug_line.text` and the like go into one with `.debug_line`.
    const name = input.section.name.startsWith('.debug_line.') ? '.debug_line' : input.section.name;
    const output = outputs.get(name) ?? outputSection(name);
    outputs.set(name, output);
    output.inputs.push(input);
    output.alignment = Math.max(output.alignment, input.section.alignment);
    output.nobits = false;
    input.output = output;
  }
  const used = [...outputs.values()].filter((output) => output.inputs.length > 0);
  for (const output of used) {
    mergeSections(output.inputs, relocated);
    placeInputs(output, 0);
  }
  return used;
}

/** An output section with the contents of its inputs. */
export function debugSection({ name, inputs, size, alignment }: OutputSection): DebugSection {
  const bytes = new Uint8Array(size);
  for (const input of inputs) bytes.set(input.bytes, input.offset);
  const { merge, strings } = SECTION_FLAG;
  const [first, ...others] = inputs.map(({ section }) => section);
  const same = others.every(({ flags, entsize }) => flags === first!.flags && entsize === first!.entsize);
  const flags = same ? first!.flags & (merge | strings) : 0;
  return { name, flags, alignment, entsize: flags === 0 ? 0 : first!.entsize, bytes };
}

/** Where in the link a section is. */
export interface SectionPlace {
  readonly objectIndex: number;
  readonly section: number;
}

/**
 * Which section was kept in place of one of a dropped COMDAT group: that of the same name in the group of the same signature, if it is as
 * large (bfd's _bfd_elf_check_kept_section).
 */
export class KeptSections {
  readonly #objects: readonly ObjectFile[];
  readonly #kept = new Map<string, SectionPlace>();
  /** By object: the signature of the group of each grouped section. */
  readonly #signatures: readonly ReadonlyMap<number, string>[];

  /** `objects`: what the link consists of, the dropped sections marked as excluded. */
  constructor(objects: readonly ObjectFile[]) {
    this.#objects = objects;
    this.#signatures = objects.map(({ groups = [] }) => {
      return new Map(groups.flatMap(({ signature, sections }) => sections.map((section) => [section, signature])));
    });
    objects.forEach(({ sections }, objectIndex) => {
      for (const [section, signature] of this.#signatures[objectIndex]!) {
        if ((sections[section]!.flags & SECTION_FLAG.exclude) !== 0) continue;
        const key = `${signature}\0${sections[section]!.name}`;
        if (!this.#kept.has(key)) this.#kept.set(key, { objectIndex, section });
      }
    });
  }

  of(objectIndex: number, section: number): SectionPlace | null {
    const signature = this.#signatures[objectIndex]?.get(section);
    const dropped = this.#objects[objectIndex]!.sections[section]!;
    const kept = signature === undefined ? undefined : this.#kept.get(`${signature}\0${dropped.name}`);
    if (kept === undefined) return null;
    return this.#objects[kept.objectIndex]!.sections[kept.section]!.size === dropped.size ? kept : null;
  }
}
