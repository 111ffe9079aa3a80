/**
 * A WebAssembly module as bytes: the binary format of the core specification (version 1 with the sign-extension and
 * multi-value features), as far as the interpreter needs it.
 */
export type ValueType = 'i32' | 'i64';

const TYPE_BYTE: Record<ValueType, number> = { i32: 0x7f, i64: 0x7e };

/** Numeric and parametric instructions without immediate, by their name in the text format. */
export const OPCODE = {
  drop: 0x1a,
  select: 0x1b,
  'i32.eqz': 0x45,
  'i32.eq': 0x46,
  'i32.ne': 0x47,
  'i32.lt_s': 0x48,
  'i32.lt_u': 0x49,
  'i32.gt_s': 0x4a,
  'i32.gt_u': 0x4b,
  'i32.le_s': 0x4c,
  'i32.le_u': 0x4d,
  'i32.ge_s': 0x4e,
  'i32.ge_u': 0x4f,
  'i64.eqz': 0x50,
  'i64.eq': 0x51,
  'i64.ne': 0x52,
  'i64.lt_s': 0x53,
  'i64.lt_u': 0x54,
  'i64.gt_s': 0x55,
  'i64.gt_u': 0x56,
  'i64.le_s': 0x57,
  'i64.le_u': 0x58,
  'i64.ge_s': 0x59,
  'i64.ge_u': 0x5a,
  'i32.clz': 0x67,
  'i32.ctz': 0x68,
  'i32.popcnt': 0x69,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.mul': 0x6c,
  'i32.div_s': 0x6d,
  'i32.div_u': 0x6e,
  'i32.rem_s': 0x6f,
  'i32.rem_u': 0x70,
  'i32.and': 0x71,
  'i32.or': 0x72,
  'i32.xor': 0x73,
  'i32.shl': 0x74,
  'i32.shr_s': 0x75,
  'i32.shr_u': 0x76,
  'i32.rotl': 0x77,
  'i32.rotr': 0x78,
  'i64.clz': 0x79,
  'i64.ctz': 0x7a,
  'i64.popcnt': 0x7b,
  'i64.add': 0x7c,
  'i64.sub': 0x7d,
  'i64.mul': 0x7e,
  'i64.div_s': 0x7f,
  'i64.div_u': 0x80,
  'i64.rem_s': 0x81,
  'i64.rem_u': 0x82,
  'i64.and': 0x83,
  'i64.or': 0x84,
  'i64.xor': 0x85,
  'i64.shl': 0x86,
  'i64.shr_s': 0x87,
  'i64.shr_u': 0x88,
  'i64.rotl': 0x89,
  'i64.rotr': 0x8a,
  'i32.wrap_i64': 0xa7,
  'i64.extend_i32_s': 0xac,
  'i64.extend_i32_u': 0xad,
  'i32.extend8_s': 0xc0,
  'i32.extend16_s': 0xc1,
  'i64.extend8_s': 0xc2,
  'i64.extend16_s': 0xc3,
  'i64.extend32_s': 0xc4,
} as const;
export type Opcode = keyof typeof OPCODE;

/** Loads and stores. */
export const MEMORY_OPCODE = {
  'i32.load': 0x28,
  'i64.load': 0x29,
  'i32.load8_s': 0x2c,
  'i32.load8_u': 0x2d,
  'i32.load16_s': 0x2e,
  'i32.load16_u': 0x2f,
  'i64.load8_s': 0x30,
  'i64.load8_u': 0x31,
  'i64.load16_s': 0x32,
  'i64.load16_u': 0x33,
  'i64.load32_s': 0x34,
  'i64.load32_u': 0x35,
  'i32.store': 0x36,
  'i64.store': 0x37,
  'i32.store8': 0x3a,
  'i32.store16': 0x3b,
  'i64.store8': 0x3c,
  'i64.store16': 0x3d,
  'i64.store32': 0x3e,
} as const;
export type MemoryOpcode = keyof typeof MEMORY_OPCODE;

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
    this.code.push(OPCODE[name]);
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

  /** A load (address on the stack) or store (address, value); byte-aligned as far as the hint goes. */
  memory(name: MemoryOpcode, offset: number): void {
    this.code.push(MEMORY_OPCODE[name], 0, ...unsigned(offset));
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
