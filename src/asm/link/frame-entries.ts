/** One entry of an .eh_frame section (LSB core, "Exception Frames"): what frames have in common, the frame of a function, or the end. */
export interface FrameEntry {
  readonly kind: 'common' | 'frame' | 'end';
  /** In bytes, the length field included. */
  readonly offset: number;
  readonly size: number;
  /** Size without what fills the entry up behind its last instruction, a multiple of 4. */
  readonly used: number;
  /** Of a frame: the entry it refers to. */
  readonly common: FrameEntry | null;
  /** Of a common entry: the encoding of addresses, and whether frames have data of their own before the instructions. */
  readonly encoding: number;
  readonly augmented: boolean;
}

/** What is wrong with a section that is not understood. */
class NotUnderstood extends Error {}

/** A length from which on it is a mark for another format. */
const LONGEST = 0xfffffff0;
/** Length and identification. */
const HEADER_BYTES = 8;

/** Cuts the content of an .eh_frame section into its entries; null when it is not understood. */
export function readFrameEntries(bytes: Uint8Array): FrameEntry[] | null {
  const commons = new Map<number, FrameEntry>();
  const entries: FrameEntry[] = [];
  try {
    for (let offset = 0; offset < bytes.length; ) {
      const entry = readEntry(bytes, offset, commons);
      entries.push(entry);
      if (entry.kind === 'common') commons.set(offset, entry);
      offset += entry.size;
    }
    return entries;
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    return null;
  }
}

function readEntry(bytes: Uint8Array, offset: number, commons: ReadonlyMap<number, FrameEntry>): FrameEntry {
  const head = new Reader(bytes, offset, bytes.length);
  const size = 4 + head.number(4);
  if (size === 4) {
    // Only at the end of the section.
    if (offset + 4 !== bytes.length) throw new NotUnderstood();
    return { kind: 'end', offset, size, used: size, common: null, encoding: 0, augmented: false };
  }
  if (size < HEADER_BYTES || size >= LONGEST || offset + size > bytes.length) throw new NotUnderstood();
  const reader = new Reader(bytes, offset + 4, offset + size);
  const back = reader.number(4);
  if (back === 0) return { kind: 'common', offset, size, common: null, ...readCommon(reader, offset) };
  const common = commons.get(offset + 4 - back);
  if (common === undefined) throw new NotUnderstood();
  const { encoding, augmented } = common;
  reader.skip(2 * addressBytes(encoding));
  if (augmented) reader.skip(reader.leb());
  return { kind: 'frame', offset, size, common, encoding, augmented, used: usedSize(reader, offset, encoding) };
}

function readCommon(reader: Reader, offset: number): Pick<FrameEntry, 'used' | 'encoding' | 'augmented'> {
  const version = reader.number(1);
  const augmentation = reader.text();
  if (![1, 3].includes(version) || !/^(z[LPRSB]*)?$/.test(augmentation)) throw new NotUnderstood();
  reader.leb();
  reader.leb();
  if (version === 1) reader.skip(1);
  else reader.leb();
  const augmented = augmentation !== '';
  let encoding = 0;
  if (augmented) {
    const end = reader.leb() + reader.at;
    for (const letter of augmentation) {
      if (letter === 'R') encoding = reader.number(1);
      else if (letter === 'L') reader.skip(1);
      else if (letter === 'P') reader.skip(addressBytes(reader.number(1)));
    }
    reader.skip(end - reader.at);
  }
  return { encoding, augmented, used: usedSize(reader, offset, encoding) };
}

/** Bytes of an encoded address (LSB core, "DWARF Exception Header Encoding"). */
function addressBytes(encoding: number): number {
  const size = [8, 0, 2, 4, 8][encoding & 7] ?? 0;
  if (size === 0) throw new NotUnderstood();
  return size;
}

/** Walks over the instructions to the end of the last one that is no nop. */
function usedSize(reader: Reader, offset: number, encoding: number): number {
  let end = reader.at;
  while (!reader.done) {
    const opcode = reader.number(1);
    if (opcode === 0) continue;
    skipOperands(reader, opcode, encoding);
    end = reader.at;
  }
  return Math.ceil((end - offset) / 4) * 4;
}

/** Operands by opcode: l a LEB128 number, b as many bytes as a LEB128 number says, a digit that many bytes, a an address. */
const OPERANDS: Readonly<Record<number, string>> = {
  ...{ 1: 'a', 2: '1', 3: '2', 4: '4', 5: 'll', 6: 'l', 7: 'l', 8: 'l', 9: 'll', 10: '', 11: '', 12: 'll', 13: 'l' },
  ...{ 14: 'l', 15: 'b', 16: 'lb', 17: 'll', 18: 'll', 19: 'l', 20: 'll', 21: 'll', 22: 'lb', 29: '8' },
  ...{ 45: '', 46: 'l', 47: 'll' },
};

/** Call frame instructions (DWARF 5, 6.4.2). Those with an operand in the opcode have 0x40, 0x80 (and a number behind it) or 0xc0. */
function skipOperands(reader: Reader, opcode: number, encoding: number): void {
  const operands = opcode >= 0x40 ? ((opcode & 0xc0) === 0x80 ? 'l' : '') : OPERANDS[opcode];
  if (operands === undefined) throw new NotUnderstood();
  for (const operand of operands) {
    if (operand === 'l') reader.leb();
    else if (operand === 'b') reader.skip(reader.leb());
    else reader.skip(operand === 'a' ? addressBytes(encoding) : Number(operand));
  }
}

/** Reads numbers up to `end`, behind which there is nothing to understand. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  at: number;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.#bytes = bytes;
    this.at = at;
    this.#end = end;
  }

  get done(): boolean {
    return this.at >= this.#end;
  }

  skip(count: number): void {
    if (count < 0 || count > this.#end - this.at) throw new NotUnderstood();
    this.at += count;
  }

  /** Little-endian, without sign. */
  number(size: number): number {
    const start = this.at;
    this.skip(size);
    let value = 0;
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.#bytes[start + i]!;
    return value;
  }

  /** Without sign; where only the length matters, of either kind. */
  leb(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.number(1);
      value += (byte & 0x7f) * scale;
      if (byte < 128) return value;
    }
  }

  text(): string {
    let text = '';
    for (let byte = this.number(1); byte !== 0; byte = this.number(1)) text += String.fromCharCode(byte);
    return text;
  }
}
