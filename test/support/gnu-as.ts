import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What GNU as made of one line. */
export interface AsVector {
  readonly line: string;
  /** Hexadecimal bytes, or null if the line was refused. */
  readonly bytes: string | null;
  /** `offset type symbol` of each relocation, offset from the start of the line. */
  readonly relocations: readonly string[];
  readonly warnings: readonly string[];
  readonly error: string | null;
}

/** True if the named tool runs here. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Runs `use` in a temporary folder that is removed afterwards. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-codec-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Assembles every line by itself (two runs of `as` for all of them: which are refused, then the bytes of the others). */
export function assembleLines(lines: readonly string[]): AsVector[] {
  return inTemporaryFolder((folder) => {
    const source = join(folder, 'lines.s');
    const object = join(folder, 'lines.o');
    writeFileSync(source, `${lines.join('\n')}\n`);
    const first = spawnSync('as', ['-o', object, source], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const messages = readMessages(first.stderr);
    const accepted = lines.map((_, i) => i).filter((i) => !messages.errors.has(i + 1));
    writeFileSync(source, withLabels(accepted.map((i) => lines[i]!)));
    execFileSync('as', ['-o', object, source], { stdio: ['ignore', 'ignore', 'ignore'] });
    const encodings = readEncodings(folder, object, accepted.length);
    const byLine = new Map(accepted.map((line, i) => [line, encodings[i]!]));
    return lines.map((line, i) => ({
      line,
      bytes: byLine.get(i)?.bytes ?? null,
      relocations: byLine.get(i)?.relocations ?? [],
      warnings: messages.warnings.get(i + 1) ?? [],
      error: messages.errors.get(i + 1) ?? null,
    }));
  });
}

function readMessages(text: string): { errors: Map<number, string>; warnings: Map<number, string[]> } {
  const errors = new Map<number, string>();
  const warnings = new Map<number, string[]>();
  for (const message of text.split('\n')) {
    const match = /^[^:]*:(\d+): (Error|Warning): (.*)$/.exec(message);
    if (!match) continue;
    const line = Number(match[1]);
    if (match[2] === 'Error') errors.set(line, match[3]!);
    else warnings.set(line, [...(warnings.get(line) ?? []), match[3]!]);
  }
  return { errors, warnings };
}

/** Each line between two labels, whose distances a section of their own records. */
function withLabels(lines: readonly string[]): string {
  const code = lines.map((line, i) => `.Lpw${i}: ${line}`);
  const sizes = lines.map((_, i) => `.long .Lpw${i + 1} - .Lpw${i}`);
  return [...code, `.Lpw${lines.length}:`, '.section sizes,"a"', ...sizes, ''].join('\n');
}

function readEncodings(folder: string, object: string, count: number): { bytes: string; relocations: string[] }[] {
  const text = readSection(folder, object, '.text');
  const sizes = readSection(folder, object, 'sizes');
  const result: { bytes: string; relocations: string[] }[] = [];
  const starts: number[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const size = sizes.readUInt32LE(i * 4);
    starts.push(at);
    result.push({ bytes: text.subarray(at, at + size).toString('hex'), relocations: [] });
    at += size;
  }
  const listing = execFileSync('objdump', ['-r', '-j', '.text', object], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const relocations = [...listing.matchAll(/^([0-9a-f]{16}) (R_X86_64_\w+) +(\S+)$/gm)]
    .map((match) => ({ offset: Number.parseInt(match[1]!, 16), type: match[2]!.slice(9), symbol: match[3]! }))
    .sort((a, b) => a.offset - b.offset);
  let index = 0;
  for (const { offset, type, symbol } of relocations) {
    while (index + 1 < count && starts[index + 1]! <= offset) index++;
    result[index]!.relocations.push(`${offset - starts[index]!} ${type} ${symbol}`);
  }
  return result;
}

function readSection(folder: string, object: string, name: string): Buffer {
  const file = join(folder, 'section.bin');
  execFileSync('objcopy', ['-O', 'binary', '-j', name, '--set-section-flags', `${name}=alloc,contents`, object, file]);
  return readFileSync(file);
}

/** One instruction of an objdump listing. */
export interface DumpLine {
  readonly address: number;
  readonly length: number;
  /** Mnemonic, operands and comment, as printed. */
  readonly text: string;
}

/** Disassembles raw bytes with objdump. */
export function dumpBytes(bytes: Uint8Array): DumpLine[] {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'bytes.bin');
    writeFileSync(file, bytes);
    const listing = execFileSync('objdump', ['-D', '-b', 'binary', '-m', 'i386:x86-64', '--insn-width=16', file], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    return [...listing.matchAll(/^ *([0-9a-f]+):\t((?:[0-9a-f]{2} )+) *\t?(.*)$/gm)].map((match) => ({
      address: Number.parseInt(match[1]!, 16),
      length: match[2]!.trim().split(' ').length,
      text: match[3]!.trimEnd(),
    }));
  });
}
