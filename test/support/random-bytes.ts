/**
 * Holds the decoder and the disassembler against objdump and the processor on random bytes:
 *
 *     npx tsx test/support/random-bytes.ts [count] [seed]
 *
 * `count` strings of 15 bytes, half of them plain random, half with prefixes and escapes in front. What the processor executes (anything but
 * #UD) must decode here, with the processor's length and objdump's text, or be an instruction outside of the subset, known by its name; what
 * the processor does not know must be undefined here. Differences are counted by class, with examples.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../../src/codec/decode.js';
import { isMnemonic } from '../../src/codec/encode.js';
import { formatObjdump } from '../../src/codec/format-att.js';
import { knownInstruction } from '../../src/codec/known-opcodes.js';
import { extensionOfMnemonic } from '../../src/codec/unsupported.js';
import { SeededRandom } from './seeded-random.js';

const BYTES = 15;
const STRIDE = 32;
const BATCH = 50_000;
const INVALID_OPCODE = 6;
const PREFIXES = [
  0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x66, 0x66, 0x67, 0xf0, 0xf2, 0xf2, 0xf3, 0xf3, 0x40, 0x41, 0x44, 0x48,
  0x4f,
];

export interface ByteString {
  readonly bytes: Uint8Array;
  /** What objdump prints, and how many bytes it takes. */
  readonly text: string;
  readonly textLength: number;
  /** What the processor takes; its exception vector, or 255. */
  readonly length: number;
  readonly vector: number;
}

export function randomStrings(count: number, seed: number): Uint8Array[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const bytes = Uint8Array.from({ length: BYTES }, () => random.below(256));
    if (index % 2 === 1) bytes.set(head(random));
    return bytes;
  });
}

function head(random: SeededRandom): number[] {
  const prefixes = Array.from({ length: random.pick([0, 0, 1, 1, 2, 3]) }, () => random.pick(PREFIXES));
  return [
    ...prefixes,
    ...random.pick([[], [0x0f], [0x0f], [0x0f], [0x0f, 0x38], [0x0f, 0x3a], [0xc5], [0xc4], [0x62]]),
  ];
}

/** The harness that asks the processor; throws where it does not compile. */
export function buildLengths(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'lengths-')), 'lengths');
  const source = fileURLToPath(new URL('./silicon/lengths.c', import.meta.url));
  execFileSync('gcc', ['-O1', '-fno-stack-protector', '-fcf-protection=none', '-fPIE', '-pie', '-o', path, source]);
  return path;
}

export function ask(harness: string, strings: readonly Uint8Array[]): ByteString[] {
  const input = new Uint8Array(strings.length * 16);
  const image = new Uint8Array(strings.length * STRIDE).fill(0x90);
  strings.forEach((bytes, index) => {
    input.set(bytes, index * 16);
    image.set(bytes, index * STRIDE);
  });
  const native = spawnSync(harness, [], { input, maxBuffer: 1 << 30 });
  if (native.status !== 0) throw new Error(`the harness ended with ${native.status ?? native.signal}`);
  const dumped = dump(image, `${harness}.bin`);
  return strings.map((bytes, index) => {
    const line = dumped.get(index * STRIDE);
    if (line === undefined) throw new Error(`objdump skips ${hex(bytes)}`);
    return { bytes, ...line, length: native.stdout[2 * index]!, vector: native.stdout[2 * index + 1]! };
  });
}

/** The lines of objdump at the beginnings of strings only: the others are many. */
function dump(image: Uint8Array, file: string): Map<number, { text: string; textLength: number }> {
  writeFileSync(file, image);
  const command = `objdump -D -b binary -m i386:x86-64 --insn-width=16 '${file}' | grep -E '^ *[0-9a-f]*( |[02468ace])0:'`;
  const listing = execFileSync('sh', ['-c', command], {
    encoding: 'latin1',
    maxBuffer: 1 << 30,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const lines = new Map<number, { text: string; textLength: number }>();
  for (const match of listing.matchAll(/^ *([0-9a-f]+):\t((?:[0-9a-f]{2} )+) *\t?(.*)$/gm)) {
    const textLength = match[2]!.trim().split(' ').length;
    lines.set(Number.parseInt(match[1]!, 16), { text: match[3]!.trimEnd(), textLength });
  }
  return lines;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const PREFIX_WORD = /^((data16|addr32|lock|rep[nz]*|repnz|bnd|notrack|[cdefgs]s|rex[.WRXB]*|xacquire|xrelease) )+/;

/** The mnemonic of a line of objdump. */
export function mnemonicOf(text: string): string {
  return text.replace(PREFIX_WORD, '').split(/[ (]/)[0]!;
}

const isRex = (byte: number) => byte >> 4 === 4;
const isLegacy = (byte: number) => [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3].includes(byte);

/** Where objdump is known to see it differently (src/codec/README.md). */
function documented({ bytes, text }: ByteString): string | null {
  const opcode = bytes.findIndex((byte) => !isRex(byte) && !isLegacy(byte));
  const early = bytes.findIndex(isRex);
  if (early >= 0 && early < opcode - 1) return 'a REX prefix that is not the last is a line of its own';
  if (text.includes('(bad)') && !/\bbnd/.test(text)) return 'objdump calls it bad, the processor executes it';
  if (bytes[opcode] === 0x9b) return 'fwait is a prefix of what follows';
  if (bytes[opcode] !== 0x0f) return null;
  const second = bytes[opcode + 1]!;
  if (second === 0x1a || second === 0x1b) return 'a nop of processors without MPX, named after it';
  if (second === 0xb2 || second === 0xb4 || second === 0xb5) return 'lss, lfs and lgs have no 64-bit offsets on AMD';
  if (/^repn?z|nop/.test(mnemonicOf(text)) && /\bdata16\b/.test(text)) return 'data16 in front of nopw';
  if (second === 0x1c && (bytes[opcode + 2]! & 0xf8) < 0xc0 && /\bnop/.test(text))
    return 'cldemote under prefixes is a nop';
  if (second === 0x1e && /\bnop[q ]/.test(text)) return 'data16 in front of nopw';
  if (second === 0x50 || second === 0xd7) return 'the 64-bit name of a register that gets 32 bits';
  if (second === 0x18 && /nop[wlq]|prefetchit/.test(text)) return 'nop of 0f 18 with odd blanks and prefixes';
  return null;
}

/** How a string differs, as a class and an example; null: it does not. */
export function classify(string: ByteString, address: bigint): [string, string] | null {
  const { bytes, text, textLength, length, vector } = string;
  const decoded = decode(bytes, 0, BYTES);
  const executes = vector !== INVALID_OPCODE;
  const mnemonic = mnemonicOf(text);
  const example = `${hex(bytes.subarray(0, Math.max(length, textLength)))} objdump '${text}' (${textLength}), processor ${length} bytes, vector ${vector}`;
  if (decoded === 'tooLong') return executes && length < BYTES ? [`too long: ${mnemonic}`, example] : null;
  if (typeof decoded === 'string') {
    const known = knownInstruction(bytes);
    const byName = extensionOfMnemonic(mnemonic);
    const say = `we '${decoded}', known ${known?.name ?? null} ${known?.extension ?? null}`;
    if (executes && known === null) return [`executed, unknown: ${mnemonic}`, `${example}; ${say}`];
    if (/\(bad\)|\{vex\}/.test(text) || known === null || documented(string) !== null) return null;
    if (known.name !== null && !mnemonic.startsWith(known.name) && mnemonic !== 'movq')
      return [`named ${known.name}, is ${mnemonic}`, `${example}; ${say}`];
    if (
      byName !== known.extension &&
      !isMnemonic(mnemonic) &&
      !(/^v/.test(mnemonic) && /^(avx|fma)/.test(known.extension))
    )
      return [`${mnemonic} is ${byName} by name, ${known.extension} by bytes`, `${example}; ${say}`];
    return null;
  }
  const ours = formatObjdump(decoded, address);
  const say = `we '${ours}' (${decoded.length})`;
  const illegalLock = decoded.lock && !(decoded.form.lockable && decoded.memory !== null);
  const undefinedHere = illegalLock || /^ud[012]$/.test(decoded.form.mnemonic);
  if (!executes && !undefinedHere)
    return [`not executed: ${decoded.form.mnemonic} '${decoded.form.text}'`, `${example}; ${say}`];
  if (illegalLock && decoded.form.operands.includes('creg'))
    return ['documented: lock mov %cr0 is %cr8 on AMD', `${example}; ${say}`];
  if (executes && undefinedHere) return [`#UD here: ${mnemonic}`, `${example}; ${say}`];
  if (executes && decoded.length !== length)
    return [`length: ${decoded.form.mnemonic} '${decoded.form.text}'`, `${example}; ${say}`];
  if (text !== ours) {
    const why = documented(string);
    if (why !== null) return [`documented: ${why}`, `${example}; ${say}`];
    return [`text: ${decoded.form.mnemonic} '${decoded.form.text}'${illegalLock ? ' lock' : ''}`, `${example}; ${say}`];
  }
  return null;
}

function main(): void {
  const count = Number(process.argv[2] ?? 200_000);
  const seed = Number(process.argv[3] ?? 1);
  const harness = buildLengths();
  const classes = new Map<string, { count: number; examples: string[] }>();
  let executed = 0;
  let inside = 0;
  for (let done = 0; done < count; done += BATCH) {
    const strings = ask(harness, randomStrings(Math.min(BATCH, count - done), seed + done));
    strings.forEach((string, index) => {
      if (string.vector !== INVALID_OPCODE) executed++;
      if (typeof decode(string.bytes, 0, BYTES) !== 'string') inside++;
      const found = classify(string, BigInt(index * STRIDE));
      if (found === null) return;
      const entry = classes.get(found[0]) ?? { count: 0, examples: [] };
      classes.set(found[0], entry);
      entry.count++;
      if (entry.examples.length < 3) entry.examples.push(found[1]);
    });
  }
  const sorted = [...classes].sort((a, b) => b[1].count - a[1].count);
  for (const [name, entry] of sorted) console.log(`${name}: ${entry.count}\n  ${entry.examples.join('\n  ')}`);
  const differing = sorted.reduce((sum, [name, entry]) => (name.startsWith('documented') ? sum : sum + entry.count), 0);
  console.log(
    `${count} strings, ${executed} executed by the processor, ${inside} decoded here: ${differing} differences in ${sorted.length} classes`,
  );
  process.exitCode = differing === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
