import type { Assembler } from './assembler.js';
import { type Bound, symbolic } from './expression.js';
import {
  CFA,
  DATA_ALIGNMENT,
  type Frame,
  type FrameAdvance,
  type FramePart,
  type FramePointer,
  POINTER,
  pointerSize,
} from './frames.js';
import { addressOf, lebBytes } from './layout.js';
import { SECTION_FLAG, SECTION_TYPE } from './object.js';
import { type FieldValue, type Fragment, newFragment, Section } from './sections.js';
import { AsmSymbol } from './symbols.js';

/**
 * Writes the frames of a source into .eh_frame, and into .debug_frame if `.cfi_sections` says so, byte by byte as GNU as does. To be
 * called when addresses are known: nothing else depends on the size of what is written. Formats: LSB core, "Exception Frames"; DWARF 5, 6.4.1.
 */
export function writeFrames(assembler: Assembler): void {
  const { frames, diagnostics } = assembler;
  for (const { end, span } of frames.all) {
    if (end === null) diagnostics.error(span, 'open CFI at the end of file; missing .cfi_endproc directive');
  }
  if (diagnostics.errors > 0 || frames.all.length === 0) return;
  for (const name of ['.eh_frame', '.debug_frame']) {
    if (frames.sections?.has(name) ?? name === '.eh_frame') new FrameWriter(assembler, name).write(frames.all);
  }
}

/** 0x1b: relative to itself, a signed number of 4 bytes. How .eh_frame refers to the code. */
const CODE_ENCODING = 0x1b;

/** What frames have in common (Common Information Entry). */
interface CommonEntry {
  readonly frame: Frame;
  readonly initial: readonly FramePart[];
  readonly offset: number;
}

class FrameWriter {
  readonly #exceptions: boolean;
  readonly #section: Section;
  readonly #fragment: Fragment;
  readonly #bytes: number[] = [];
  readonly #common: CommonEntry[] = [];
  /** Offset of the first byte in the section. */
  readonly #start: number;

  constructor(assembler: Assembler, name: string) {
    this.#exceptions = name === '.eh_frame';
    const flags = this.#exceptions ? SECTION_FLAG.alloc : 0;
    const attributes = { type: SECTION_TYPE.progbits, flags, entsize: 0 };
    const section = assembler.findSection(name) ?? assembler.addSection(new Section(name, attributes));
    section.alignment = Math.max(8, section.alignment);
    this.#section = section;
    const { fragments } = section.subsection(section.subsections.at(-1)?.number ?? 0);
    this.#fragment = newFragment(section, fragments.length);
    fragments.push(this.#fragment);
    // What the source itself has put there stays in front.
    this.#start = Math.ceil(section.size / 4) * 4;
    this.#fragment.address = section.size;
    for (let at = section.size; at < this.#start; at++) this.#bytes.push(CFA.nop);
  }

  write(frames: readonly Frame[]): void {
    frames.forEach((frame, i) => {
      const entry = this.#commonEntry(frame);
      this.#frame(frame, entry, i === frames.length - 1);
    });
    const { reserve } = this.#section;
    const place = reserve.call(this.#section, this.#bytes.length);
    this.#section.bytes.set(this.#bytes, place);
    this.#fragment.size = this.#bytes.length;
    this.#section.size = this.#fragment.address + this.#bytes.length;
  }

  get #here(): number {
    return this.#fragment.address + this.#bytes.length;
  }

  /** The entry that a frame may share, or a new one. */
  #commonEntry(frame: Frame): CommonEntry {
    const known = this.#common.findLast((entry) => this.#fits(entry, frame));
    if (known !== undefined) return known;
    const entry = { frame, initial: initial(frame), offset: this.#here };
    this.#common.push(entry);
    const end = this.#length();
    this.#number(this.#exceptions ? 0 : 0xffffffff, 4);
    this.#bytes.push(1, ...this.#augmentation(frame), 1, ...lebBytes(BigInt(DATA_ALIGNMENT), true));
    this.#bytes.push(frame.returnColumn);
    if (this.#exceptions) this.#augmentationData(frame);
    this.#parts(entry.initial);
    end(this.#exceptions ? 4 : 8);
    return entry;
  }

  /** May a frame refer to an entry? Its own instructions must begin with all of the entry's. */
  #fits({ frame: first, initial: shared }: CommonEntry, frame: Frame): boolean {
    if (first.returnColumn !== frame.returnColumn || first.signal !== frame.signal) return false;
    if (this.#exceptions) {
      if (first.lsda?.encoding !== frame.lsda?.encoding || !samePersonality(first, frame)) return false;
    }
    const own = initial(frame);
    return shared.length <= own.length && shared.every((part, i) => part === own[i]);
  }

  /** What the entry has besides: P personality, L a pointer to language-specific data in each frame, R the encoding of addresses, S a signal's. */
  #augmentation({ personality, lsda, signal }: Frame): number[] {
    const letters = this.#exceptions ? `z${personality ? 'P' : ''}${lsda ? 'L' : ''}R` : '';
    return [...`${letters}${signal ? 'S' : ''}\0`].map((letter) => letter.charCodeAt(0));
  }

  #augmentationData({ personality, lsda }: Frame): void {
    const size = 1 + (lsda ? 1 : 0) + (personality ? 1 + pointerSize(personality.encoding)! : 0);
    this.#bytes.push(size);
    if (personality) {
      this.#bytes.push(personality.encoding);
      this.#pointer(personality);
    }
    if (lsda) this.#bytes.push(lsda.encoding);
    this.#bytes.push(CODE_ENCODING);
  }

  /** One function (Frame Description Entry). */
  #frame(frame: Frame, common: CommonEntry, last: boolean): void {
    const end = this.#length();
    const { start, span, lsda } = frame;
    const size = addressOf(frame.end!.location!) - addressOf(start.location!);
    const code = { value: symbolic(start), span, bare: true };
    if (this.#exceptions) {
      this.#number(this.#here - common.offset, 4);
      this.#field(4, code, true);
      this.#number(size, 4);
      this.#bytes.push(lsda ? pointerSize(lsda.encoding)! : 0);
      if (lsda) this.#pointer(lsda);
    } else {
      this.#field(
        4,
        { value: symbolic(this.#symbolAt(common.offset - this.#fragment.address)), span, bare: true },
        false,
      );
      this.#field(8, code, false);
      this.#number(size, 8);
    }
    this.#parts(frame.code.slice(common.initial.length));
    // The whole section is a multiple of the alignment of pointers.
    end(last || !this.#exceptions ? 8 : 4);
  }

  /** Room for the length of an entry; the function that it returns pads the entry and fills the length in. */
  #length(): (alignment: number) => void {
    const at = this.#bytes.length;
    this.#number(0, 4);
    return (alignment) => {
      while (this.#here % alignment !== 0) this.#bytes.push(CFA.nop);
      const length = this.#bytes.length - at - 4;
      for (let i = 0; i < 4; i++) this.#bytes[at + i] = (length >>> (8 * i)) & 0xff;
    };
  }

  #number(value: number, size: number): void {
    for (let i = 0; i < size; i++) this.#bytes.push(i < 4 ? (value >>> (8 * i)) & 0xff : 0);
  }

  #parts(parts: readonly FramePart[]): void {
    for (const part of parts) {
      if (typeof part === 'number') this.#bytes.push(part);
      else if (part.kind === 'advance') this.#bytes.push(...advance(part));
      else if (part.kind === 'field') this.#field(part.size, part.field, part.relative);
      else if (!part.symbol.isDefined) part.symbol.location = this.#symbolAt(this.#bytes.length).location;
    }
  }

  #pointer({ encoding, field }: FramePointer): void {
    this.#field(pointerSize(encoding)!, field, (encoding & 0x70) === POINTER.relative);
  }

  /** A field that is filled, or becomes a relocation, with those of the other sections. */
  #field(size: 1 | 2 | 4 | 8, { value, span, bare }: FieldValue, relative: boolean): void {
    const offset = this.#bytes.length;
    const here = symbolic(this.#symbolAt(offset));
    const target: Bound = relative ? { op: 'binary', operator: '-', left: value, right: here } : value;
    this.#section.fixes.push({
      fragment: this.#fragment,
      offset,
      size,
      kind: 'data',
      toEnd: 0,
      field: { value: target, span, bare },
      inTail: false,
      opcode: 0,
      extension: 0,
      rex: false,
    });
    this.#number(0, size);
  }

  #symbolAt(offset: number): AsmSymbol {
    const symbol = new AsmSymbol('.');
    symbol.location = { section: this.#section, fragment: this.#fragment, offset };
    return symbol;
  }
}

/** The instructions that hold from the start of the function. */
function initial({ code, initial }: Frame): readonly FramePart[] {
  return initial < 0 ? code : code.slice(0, initial);
}

function samePersonality({ personality: a }: Frame, { personality: b }: Frame): boolean {
  if (a === null || b === null) return a === b;
  return a.encoding === b.encoding && sameValue(a.field.value, b.field.value);
}

function sameValue(a: Bound, b: Bound): boolean {
  if (a.op === 'constant') return b.op === 'constant' && a.value === b.value;
  if (a.op === 'symbol') return b.op === 'symbol' && a.symbol === b.symbol;
  if (a.op !== 'binary' || b.op !== 'binary') return false;
  return a.operator === b.operator && sameValue(a.left, b.left) && sameValue(a.right, b.right);
}

/** The shortest instruction that moves on to an address, or nothing. */
function advance({ from, to }: FrameAdvance): number[] {
  const distance = addressOf(to.location!) - addressOf(from.location!);
  if (distance === 0) return [];
  if (distance < 0x40) return [CFA.advance + distance];
  const [opcode, size] =
    distance < 0x100 ? [CFA.advance1, 1] : distance < 0x10000 ? [CFA.advance2, 2] : [CFA.advance4, 4];
  return [opcode, ...Array.from({ length: size }, (_, i) => (distance >>> (8 * i)) & 0xff)];
}
