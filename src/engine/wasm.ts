import { LANE_OPCODE, type LaneOpcode, MEMORY_OPCODE, type MemoryOpcode, OPCODE, type Opcode } from './opcodes.js';

export type { LaneOpcode, MemoryOpcode, Opcode } from './opcodes.js';

/**
 * A WebAssembly module as bytes: the binary format of the core specification (version 1 with the sign-extension,
 * multi-value, saturating conversion and 128-bit vector features), as far as the interpreter needs it.
 */
export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

const TYPE_BYTE: Record<ValueType, number> = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b };

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128. */
function signed(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    if ((rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0)) {
      bytes.push(low);
      return bytes;
    }
    bytes.push(low | 0x80);
  }
}

/** An opcode, with its prefix if it has one. */
function opcode(code: number): number[] {
  return code < 0x100 ? [code] : [code >> 8, ...unsigned(code & 0xff)];
}

/** The lowest bytes of a number, little-endian. */
function bytesOf(bits: bigint, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Number((bits >> BigInt(8 * index)) & 0xffn));
}

/** A place that a branch goes to: the end of a block or the start of a loop. */
export interface Label {
  readonly depth: number;
}

/** The body of one function: its locals and its code, written from front to back. */
export class FunctionBody {
  private readonly code: number[] = [];
  private readonly locals: ValueType[] = [];
  private depth = 0;
  readonly parameters: number;

  constructor(parameters: number) {
    this.parameters = parameters;
  }

  local(type: ValueType): number {
    this.locals.push(type);
    return this.parameters + this.locals.length - 1;
  }

  op(name: Opcode): void {
    this.code.push(...opcode(OPCODE[name]));
  }

  get(local: number): void {
    this.code.push(0x20, ...unsigned(local));
  }

  set(local: number): void {
    this.code.push(0x21, ...unsigned(local));
  }

  tee(local: number): void {
    this.code.push(0x22, ...unsigned(local));
  }

  i32(value: number): void {
    this.code.push(0x41, ...signed(BigInt(value | 0)));
  }

  i64(value: bigint): void {
    this.code.push(0x42, ...signed(BigInt.asIntN(64, value)));
  }

  /** A floating-point or vector constant, given by its bits. */
  bits(type: 'f32' | 'f64' | 'v128', value: bigint): void {
    if (type === 'v128') this.code.push(0xfd, 0x0c, ...bytesOf(value, 16));
    else this.code.push(...(type === 'f32' ? [0x43, ...bytesOf(value, 4)] : [0x44, ...bytesOf(value, 8)]));
  }

  lane(name: LaneOpcode, index: number): void {
    this.code.push(...opcode(LANE_OPCODE[name]), index);
  }

  /** Sixteen bytes of two vectors, whose bytes are numbered 0..31; byte i of `places` is the number of byte i of the result. */
  shuffle(places: bigint): void {
    this.code.push(0xfd, 0x0d, ...bytesOf(places, 16));
  }

  /** A load (address on the stack) or store (address, value); byte-aligned as far as the hint goes. */
  memory(name: MemoryOpcode, offset: number): void {
    this.code.push(...opcode(MEMORY_OPCODE[name]), 0, ...unsigned(offset));
  }

  block(): Label {
    this.code.push(0x02, 0x40);
    return { depth: ++this.depth };
  }

  loop(): Label {
    this.code.push(0x03, 0x40);
    return { depth: ++this.depth };
  }

  /** Takes a condition from the stack; `result` is left by both arms. */
  if(result: ValueType | null = null): Label {
    this.code.push(0x04, result === null ? 0x40 : TYPE_BYTE[result]);
    return { depth: ++this.depth };
  }

  else(): void {
    this.code.push(0x05);
  }

  end(): void {
    this.depth--;
    this.code.push(0x0b);
  }

  br(label: Label): void {
    this.code.push(0x0c, ...unsigned(this.depth - label.depth));
  }

  brIf(label: Label): void {
    this.code.push(0x0d, ...unsigned(this.depth - label.depth));
  }

  brTable(labels: readonly Label[], otherwise: Label): void {
    this.code.push(0x0e, ...unsigned(labels.length));
    for (const label of labels) this.code.push(...unsigned(this.depth - label.depth));
    this.code.push(...unsigned(this.depth - otherwise.depth));
  }

  return(): void {
    this.code.push(0x0f);
  }

  unreachable(): void {
    this.code.push(0x00);
  }

  call(index: number): void {
    this.code.push(0x10, ...unsigned(index));
  }

  callIndirect(type: number): void {
    this.code.push(0x11, ...unsigned(type), 0);
  }

  get size(): number {
    return this.code.length;
  }

  /** The body as it stands in the code section, size included. */
  encode(): number[] {
    const runs: { type: ValueType; count: number }[] = [];
    for (const type of this.locals) {
      const last = runs.at(-1);
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    const declared = runs.flatMap((run) => [...unsigned(run.count), TYPE_BYTE[run.type]]);
    const body = [...unsigned(runs.length), ...declared, ...this.code, 0x0b];
    return [...unsigned(body.length), ...body];
  }
}

interface Signature {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** A module with one imported memory, imported functions, functions, one table, exports. */
export class WasmModule {
  private readonly types: Signature[] = [];
  private readonly imports: { name: string; type: number }[] = [];
  private readonly functions: { type: number; body: FunctionBody | null }[] = [];
  private readonly exports: { name: string; index: number }[] = [];
  private elements: readonly number[] = [];

  type(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const same = (a: readonly ValueType[], b: readonly ValueType[]) => a.join() === b.join();
    const known = this.types.findIndex((type) => same(type.parameters, parameters) && same(type.results, results));
    return known >= 0 ? known : this.types.push({ parameters, results }) - 1;
  }

  /** A function imported from module `env`; all imports come before the first `declare`. */
  import(name: string, parameters: readonly ValueType[], results: readonly ValueType[]): number {
    if (this.functions.length > 0) throw new Error('imports come first');
    return this.imports.push({ name, type: this.type(parameters, results) }) - 1;
  }

  /** Reserves an index for a function whose body comes later. */
  declare(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const entry = { type: this.type(parameters, results), body: null };
    return this.imports.length + this.functions.push(entry) - 1;
  }

  define(index: number, body: FunctionBody): void {
    this.functions[index - this.imports.length]!.body = body;
  }

  export(name: string, index: number): void {
    this.exports.push({ name, index });
  }

  /** Content of the function table. */
  table(functions: readonly number[]): void {
    this.elements = functions;
  }

  encode(): Uint8Array {
    const type = (signature: Signature) => [0x60, ...vector(signature.parameters.map((t) => [TYPE_BYTE[t]])), ...vector(signature.results.map((t) => [TYPE_BYTE[t]]))]; // biome-ignore format: one line
    const imports = [
      [...name('env'), ...name('memory'), 0x02, 0x00, 0x00],
      ...this.imports.map((entry) => [...name('env'), ...name(entry.name), 0x00, ...unsigned(entry.type)]),
    ];
    const size = unsigned(this.elements.length);
    return Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(this.types.map(type))),
      ...section(2, vector(imports)),
      ...section(3, vector(this.functions.map((entry) => unsigned(entry.type)))),
      ...section(4, vector([[0x70, 0x01, ...size, ...size]])),
      ...section(7, vector(this.exports.map((entry) => [...name(entry.name), 0x00, ...unsigned(entry.index)]))),
      ...section(9, vector([[0x00, 0x41, 0x00, 0x0b, ...vector(this.elements.map(unsigned))]])),
      ...section(10, vector(this.functions.map((entry) => entry.body!.encode()))),
    ]);
  }
}

function vector(items: readonly (readonly number[])[]): number[] {
  const bytes = unsigned(items.length);
  for (const item of items) for (const byte of item) bytes.push(byte);
  return bytes;
}

function section(id: number, content: readonly number[]): number[] {
  const bytes = [id, ...unsigned(content.length)];
  for (const byte of content) bytes.push(byte);
  return bytes;
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...Array.from(text, (character) => character.charCodeAt(0))];
}
