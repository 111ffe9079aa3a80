import { decode } from '../../src/codec/decode.js';
import type { Decoded } from '../../src/codec/decoded.js';
import { encode } from '../../src/codec/encode.js';
import { formatAtt, formatObjdump } from '../../src/codec/format-att.js';
import { parseAttLine } from './att-line.js';
import { assembleLines, dumpBytes } from './gnu-as.js';
import { randomInstruction, shapes } from './random-instructions.js';
import { SeededRandom } from './seeded-random.js';

/** One instruction, and what GNU's tools say of it. */
export interface RoundTrip {
  /** Hexadecimal bytes. */
  readonly bytes: string;
  /** What objdump prints for them at address 0. */
  readonly text: string;
  /** What as makes of our text of it (a branch to the same place); null if it refuses. */
  readonly reassembled: string | null;
}

/** Random instructions, every form and operand size in turn, so that each comes up equally often. */
export function randomInstructions(count: number, seed: number): Uint8Array[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const { form, width } = shapes[i % shapes.length]!;
    return Uint8Array.from(randomInstruction(random, form, width, { redundantPrefixes: false }));
  });
}

/** Asks objdump and as about instructions, in one run of each. */
export function recordRoundTrips(instructions: readonly Uint8Array[]): RoundTrip[] {
  // At a distance from each other, so that an instruction that objdump reads otherwise does not spoil the next one.
  const stride = 32;
  const image = new Uint8Array(instructions.length * stride).fill(0x90);
  instructions.forEach((bytes, i) => {
    image.set(bytes, i * stride);
  });
  const dumped = new Map(dumpBytes(image).map((line) => [line.address, line.text]));
  const assembled = assembleLines(instructions.map((bytes) => sourceLine(bytes, '.')));
  return instructions.map((bytes, i) => ({
    bytes: Buffer.from(bytes).toString('hex'),
    text: relocateText(dumped.get(i * stride) ?? '', i * stride, branchBits(bytes)),
    reassembled: assembled[i]!.bytes,
  }));
}

/** Bits of the address that a direct branch can reach. */
function branchBits(bytes: Uint8Array): 16 | 64 {
  return decoded(bytes).form.operands[0] === 'rel16' ? 16 : 64;
}

/** Rewrites the absolute addresses of an objdump line at `address` as if it stood at 0. */
function relocateText(text: string, address: number, bits: 16 | 64): string {
  const move = (hex: string) => `0x${BigInt.asUintN(bits, BigInt(hex) - BigInt(address)).toString(16)}`;
  if (/^(?:\S+ )*(?:j\w+(?:,p[nt])?|callw?|loop\w*) +0x[0-9a-f]+$/.test(text))
    return text.replace(/0x[0-9a-f]+$/, move);
  return text.replace(/# (0x[0-9a-f]+)$/, (_, hex: string) => `# ${move(hex)}`);
}

function decoded(bytes: Uint8Array): Decoded {
  const result = decode(bytes, 0, bytes.length);
  if (typeof result === 'string') throw new Error(`${Buffer.from(bytes).toString('hex')} is ${result}`);
  return result;
}

/** Our text as a line of source: without the comment, a direct branch relative to the label of its own line. */
export function sourceLine(bytes: Uint8Array, label: string): string {
  const text = formatAtt(decoded(bytes), 0n).replace(/ +#.*$/, '');
  return text.replace(
    /^((?:\S+ )*(?:j\w+(?:,p[nt])?|callw?|loop\w*) )0x([0-9a-f]+)$/,
    (_, head: string, hex: string) => {
      const offset = BigInt.asIntN(branchBits(bytes), BigInt(`0x${hex}`));
      return `${head}${label}${offset < 0n ? offset : `+${offset}`}`;
    },
  );
}

/** Our own assembly of our own text, jumps relaxed as an assembler does. */
function reassemble(bytes: Uint8Array): string | null {
  const { mnemonic, prefixes, operands } = parseAttLine(sourceLine(bytes, 'here'));
  const result = encode(mnemonic, prefixes, operands);
  if ('error' in result) return null;
  const branch = result.fixups[0];
  if (branch === undefined) return Buffer.from(result.bytes).toString('hex');
  const target = BigInt(/here([+-]\d+)/.exec(String(branch.symbolic))![1]!);
  const short = target - BigInt(result.bytes.length);
  const fits = BigInt.asIntN(8 * branch.size, short) === short;
  const chosen = fits || result.near === null ? result : result.near;
  const filled = Uint8Array.from(chosen.bytes);
  const { offset, size } = chosen.fixups[0]!;
  const displacement = target - BigInt(filled.length);
  for (let i = 0; i < size; i++) filled[offset + i] = Number((displacement >> BigInt(8 * i)) & 0xffn);
  return Buffer.from(filled).toString('hex');
}

export interface Findings {
  readonly differences: string[];
  /** Instructions that as gives back byte for byte; the others have a shorter or preferred encoding, on which we agree. */
  readonly identical: number;
}

/** Holds our decoder, disassembler and encoder against recorded answers. */
export function checkRoundTrips(records: readonly RoundTrip[]): Findings {
  const differences: string[] = [];
  let identical = 0;
  for (const record of records) {
    const bytes = Uint8Array.from(Buffer.from(record.bytes, 'hex'));
    const instruction = decode(bytes, 0, bytes.length);
    if (typeof instruction === 'string' || instruction.length !== bytes.length) {
      differences.push(`${record.bytes} (${record.text}): decoded as ${JSON.stringify(instruction)}`);
      continue;
    }
    const text = formatObjdump(instruction, 0n);
    if (text !== record.text) differences.push(`${record.bytes}: objdump '${record.text}', we '${text}'`);
    const again = reassemble(bytes);
    if (again !== record.reassembled) {
      differences.push(`${record.bytes} '${text}': as ${record.reassembled}, we ${again}`);
    }
    if (record.reassembled === record.bytes) identical++;
  }
  return { differences, identical };
}
