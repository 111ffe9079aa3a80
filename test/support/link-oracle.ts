import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExecutable, readObject } from '../../src/asm/elf/read.js';
import type { Image, Segment } from '../../src/asm/image.js';
import { inTemporaryFolder } from './gnu-as.js';

/** Objects that `as` made of sources, and the program that `ld` made of them, as base64. */
export interface LinkRecord {
  readonly name: string;
  readonly objects: readonly string[];
  readonly program: string;
}

/** Assembles and links with the GNU tools; null when ld refuses. Throws when as does. */
export function linkWithGnu(name: string, sources: readonly string[]): LinkRecord | null {
  return inTemporaryFolder((folder) => {
    const files = sources.map((source, i) => {
      const [input, output] = [join(folder, `${i}.s`), join(folder, `${i}.o`)];
      writeFileSync(input, source);
      execFileSync('as', ['-o', output, input], { stdio: ['ignore', 'ignore', 'pipe'] });
      return output;
    });
    const program = join(folder, 'program');
    if (spawnSync('ld', ['-o', program, ...files], { stdio: 'ignore' }).status !== 0) return null;
    const base64 = (file: string) => readFileSync(file).toString('base64');
    return { name, objects: files.map(base64), program: base64(program) };
  });
}

export function objectsOf(record: LinkRecord) {
  return record.objects.map((text, i) => {
    const { object, diagnostics } = readObject(Buffer.from(text, 'base64'), `${record.name}.${i}.o`);
    if (object === null) throw new Error(diagnostics[0]!.message);
    return object;
  });
}

export function programOf(record: LinkRecord): Image {
  const { image, diagnostics } = readExecutable(Buffer.from(record.program, 'base64'), record.name);
  if (image === null) throw new Error(diagnostics[0]!.message);
  return image;
}

const hex = (value: bigint) => `0x${value.toString(16)}`;

/** What two linkers must agree on: entry, sections with their content, symbols, segments. */
export function describeImage(image: Image) {
  return {
    entry: hex(image.entry),
    sections: image.sections
      .filter((section) => section.size > 0 && section.name !== '.note.gnu.property')
      .map((section) => `${section.name} ${hex(section.address)} ${section.size} ${content(image, section)}`),
    symbols: image.symbols.map(({ name, address, global, kind, size }) =>
      [name, hex(address), global ? 'global' : 'local', kind, size].join(' '),
    ),
    // The first one holds the headers, which differ in the notes that ld adds.
    segments: image.segments.slice(1).map(describeSegment),
  };
}

function describeSegment({ address, bytes, memoryBytes, write, execute }: Segment): string {
  return `${hex(address)} ${bytes.length} ${memoryBytes} ${write ? 'w' : ''}${execute ? 'x' : ''}`;
}

function content(image: Image, { address, size }: Image['sections'][number]): string {
  const home = image.segments.find((s) => address >= s.address && address < s.address + BigInt(s.memoryBytes));
  if (!home) return '';
  const from = Number(address - home.address);
  return Buffer.from(home.bytes.subarray(from, from + size)).toString('hex');
}

/** Labels in sections that are empty in the end: ld drops the local ones with the section. */
export function labelsOfEmptySections(image: Image): Set<string> {
  const full = new Set(image.sections.filter((section) => section.size > 0).map((section) => section.name));
  const lost = image.symbols.filter((symbol) => !symbol.global && !full.has(symbol.section));
  return new Set(lost.filter((symbol) => symbol.section !== '*ABS*').map((symbol) => symbol.name));
}
