import type { Fixup } from '../codec/operand.js';
import type { Bound } from './expression.js';
import { SECTION_FLAG, SECTION_TYPE } from './object.js';
import { Origins } from './origins.js';
import type { Location } from './symbols.js';
import type { Span } from './syntax.js';

/**
 * A section is a list of fragments. A fragment is fixed bytes and then perhaps a tail whose size depends on where things come to lie:
 * a jump, an alignment, `.org`, a space of unknown size, or a variable-length number.
 */
export interface Fragment {
  /** Of the fixed bytes: where they are in the section's buffer, and how many. */
  readonly start: number;
  size: number;
  tail: Tail | null;
  /** Bytes of the tail, by the last pass of the layout. */
  tailSize: number;
  /** Offset in the section, by the last pass of the layout. */
  address: number;
  /** Between alignments: fragments of one region move together. */
  region: number;
  /** Flips with each pass: tells whether this pass has been here. */
  marker: boolean;
  /** Number in the section. */
  readonly order: number;
}

export type Tail = JumpTail | AlignTail | OrgTail | SpaceTail | LebTail;

/** A jmp or jcc: short as long as the target is in reach. */
export interface JumpTail {
  readonly kind: 'jump';
  readonly short: { readonly bytes: Uint8Array; readonly fixups: readonly Fixup[] };
  readonly near: { readonly bytes: Uint8Array; readonly fixups: readonly Fixup[] };
  grown: boolean;
  readonly target: FieldValue;
  /** The target, when it is in the same section; found before the layout. */
  place: Location | null;
}
export interface AlignTail {
  readonly kind: 'align';
  /** In bytes. */
  readonly alignment: number;
  /** Pattern, or null for no-operation instructions. */
  readonly fill: Uint8Array | null;
  /** Nothing is inserted if more than this is needed; 0 for no limit. */
  readonly most: number;
  readonly span: Span;
}
export interface OrgTail {
  readonly kind: 'org';
  readonly target: Bound;
  readonly fill: number;
  readonly span: Span;
}
export interface SpaceTail {
  readonly kind: 'space';
  readonly size: Bound;
  readonly fill: number;
  readonly span: Span;
}
export interface LebTail {
  readonly kind: 'leb';
  readonly value: Bound;
  readonly signed: boolean;
  readonly span: Span;
}

/** What goes into a field, and where it was written. */
export interface FieldValue {
  readonly value: Bound;
  readonly span: Span;
  /** Only a symbol, nothing added: the relocation of a branch may then go through the PLT. */
  readonly bare: boolean;
}

/** A field of a section's fixed bytes that is filled when addresses are known. */
export interface Fix {
  readonly fragment: Fragment;
  /** In the fragment's fixed bytes, or in its tail when `inTail`. */
  readonly offset: number;
  readonly size: 1 | 2 | 4 | 8;
  /** `jump`: a jmp or jcc whose target is in reach, never left to the linker. */
  readonly kind: Fixup['kind'] | 'data' | 'jump';
  /** From the start of the field to where a relative displacement counts from. */
  readonly toEnd: number;
  readonly field: FieldValue;
  readonly inTail: boolean;
  /** Opcode before a rip-relative ModRM, ModRM.reg, and whether there is a REX: they decide between the GOTPCREL relocations. */
  readonly opcode: number;
  readonly extension: number;
  readonly rex: boolean;
  /** A call of something that was not defined yet. */
  readonly forward?: boolean;
}

/** One run of a section's fragments: `.text 1` has its own, put behind that of `.text 0`. */
export interface Subsection {
  readonly number: number;
  readonly fragments: Fragment[];
  readonly origins: Origins;
}

export interface SectionAttributes {
  readonly type: number;
  readonly flags: number;
  readonly entsize: number;
  readonly group?: GroupMembership | null;
}

/** The group that a section belongs to, and whether the linker keeps only the first of its name. */
export interface GroupMembership {
  readonly signature: string;
  readonly comdat: boolean;
}

export class Section {
  readonly name: string;
  readonly group: GroupMembership | null;
  type: number;
  flags: number;
  entsize: number;
  alignment = 1;
  readonly subsections: Subsection[] = [];
  readonly fixes: Fix[] = [];
  /** Fixed bytes of all fragments; not kept for nobits. */
  bytes: Uint8Array;
  /** Bytes used in `bytes`; for nobits the sum of the fixed sizes. */
  used = 0;
  /** Total size after the layout. */
  size = 0;
  index = -1;

  constructor(name: string, { type, flags, entsize, group = null }: SectionAttributes) {
    this.name = name;
    this.group = group;
    this.type = type;
    this.flags = flags;
    this.entsize = entsize;
    this.bytes = new Uint8Array(type === SECTION_TYPE.nobits ? 0 : 256);
  }

  get nobits(): boolean {
    return this.type === SECTION_TYPE.nobits;
  }

  /** The linker may drop it for another of its kind. */
  get once(): boolean {
    return this.group?.comdat === true || this.name.startsWith('.gnu.linkonce');
  }

  get executable(): boolean {
    return (this.flags & SECTION_FLAG.execute) !== 0;
  }

  subsection(number: number): Subsection {
    const known = this.subsections.find((entry) => entry.number === number);
    if (known !== undefined) return known;
    const made: Subsection = { number, fragments: [], origins: new Origins() };
    this.subsections.push(made);
    this.subsections.sort((a, b) => a.number - b.number);
    return made;
  }

  /** Every fragment in order of address. */
  get fragments(): Fragment[] {
    return this.subsections.length === 1
      ? this.subsections[0]!.fragments
      : this.subsections.flatMap((s) => s.fragments);
  }

  /** Room for `size` more fixed bytes; returns their place in `bytes`. */
  reserve(size: number): number {
    const place = this.used;
    this.used += size;
    if (!this.nobits && this.used > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.used, 2 * this.bytes.length));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    return place;
  }
}

export function newFragment(section: Section, order: number): Fragment {
  return { start: section.used, size: 0, tail: null, tailSize: 0, address: 0, region: 0, marker: false, order };
}

/** What tells the sections of a file apart: the name, and the signature of the group. */
export function sectionKey(name: string, group: string | null): string {
  return group === null ? name : `${name}\0${group}`;
}
