import { looksLikeArchive, readArchive } from '../../src/asm/elf/archive.js';
import { readExecutable, readObject } from '../../src/asm/elf/read.js';
import { linkInputs } from '../../src/asm/link/archives.js';
import { imageAreas } from '../../src/kernel/loader.js';
import { readGolden } from './golden.js';
import type { MixtureRecord } from './link-mixture.js';
import { SeededRandom } from './seeded-random.js';

/**
 * Damaged ELF files and archives: each gives a diagnostic or a program that can be loaded, in bounded time and memory, and never throws.
 * All of them: `npx tsx test/support/fuzz-elf.ts 100000 [SEED]`.
 */

export interface FuzzSums {
  files: number;
  refused: number;
  accepted: number;
  /** Files that need longer than a second are listed. */
  slow: string[];
  /** Longest time of one file, in milliseconds. */
  longest: number;
  /** Most bytes of content of a program that came out. */
  largest: number;
}

const INTERESTING = [
  0n,
  1n,
  2n,
  0x7fn,
  0xffn,
  0xffffn,
  0x7fffffffn,
  0xffffffffn,
  1n << 32n,
  1n << 53n,
  1n << 63n,
  (1n << 64n) - 1n,
];
/** Content that one small file may unfold into; larger needs a larger file, since sections may not share bytes. */
export const MOST_UNFOLDED = 2 ** 30 + 2 ** 24;

const seeds = readGolden<MixtureRecord>('link-mixtures').flatMap(({ name, files, program }) => [
  ...files.map((file) => ({ name: `${name} ${file.name}`, bytes: bytesOf(file.bytes) })),
  ...(program === null ? [] : [{ name: `${name} program`, bytes: bytesOf(program) }]),
]);

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** One to six edits; one file in eight loses its end. */
export function mutate(random: SeededRandom, original: Uint8Array): Uint8Array {
  const file = original.slice();
  const view = new DataView(file.buffer);
  for (let edits = 1 + random.below(6); edits > 0; edits--) {
    const at = placeIn(random, view);
    const value = random.chance(0.6) ? random.pick(INTERESTING) : BigInt(random.below(2 ** 32));
    const room = file.length - at;
    const kind = random.below(6);
    if (kind === 0) file[at] = Number(value & 0xffn);
    else if (kind === 1) file[at]! ^= 1 << random.below(8);
    else if (kind === 2 && room >= 2) view.setUint16(at, Number(value & 0xffffn), true);
    else if (kind === 3 && room >= 4) view.setUint32(at, Number(value & 0xffffffffn), random.chance(0.8));
    else if (kind === 4 && room >= 8) view.setBigUint64(at, value, true);
    else file.copyWithin(at, random.below(file.length), random.below(file.length));
  }
  return random.below(8) === 0 ? file.slice(0, random.below(file.length)) : file;
}

/** Mostly in a table: a header, the section headers, a small structure somewhere. */
function placeIn(random: SeededRandom, view: DataView): number {
  const { byteLength } = view;
  const headers = byteLength >= 64 ? Number(view.getBigUint64(40, true) & 0xffffffffn) : 0;
  const choice = random.below(4);
  if (choice === 0) return random.below(Math.min(byteLength, 400));
  if (choice === 1 && headers < byteLength) return headers + random.below(byteLength - headers);
  const at = random.below(byteLength);
  return choice === 2 ? at - (at % 8) : at;
}

/** Reads, links and lays out; whether a program came out, and its bytes of content. Throws only where there is a defect. */
export function digest(bytes: Uint8Array): number | null {
  const image = imageOf(bytes);
  if (image === null) return null;
  imageAreas(image);
  return image.segments.reduce((sum, segment) => sum + segment.bytes.length, 0);
}

function imageOf(bytes: Uint8Array) {
  if (looksLikeArchive(bytes)) {
    const { archive, diagnostics } = readArchive(bytes, 'x.a');
    expectWords(archive, diagnostics);
    if (archive === null) return null;
    // All members: as if everything was asked for.
    const objects = archive.members.flatMap((member) => readObject(member.bytes, member.name).object ?? []);
    const inputs = objects.map((object) => ({ kind: 'object' as const, object }));
    return linked([...inputs.slice(0, 1), { kind: 'archive', archive }]) ?? linked(inputs);
  }
  const { object, diagnostics } = readObject(bytes, 'x.o');
  expectWords(object, diagnostics);
  if (object !== null) return linked([{ kind: 'object', object }]);
  const executable = readExecutable(bytes, 'x');
  expectWords(executable.image, executable.diagnostics);
  return executable.image;
}

function linked(inputs: Parameters<typeof linkInputs>[0]) {
  const { image, diagnostics } = linkInputs(inputs);
  expectWords(image, diagnostics);
  return image;
}

/** What is refused is refused with words. */
function expectWords(result: unknown, diagnostics: readonly { readonly message: string }[]): void {
  if (result === null && !diagnostics.some(({ message }) => message.length > 10))
    throw new Error('refused without a word');
}

/** Feeds `count` damaged files. Throws with the number of the file where there is a defect. */
export function fuzzElf(count: number, seed: number): FuzzSums {
  const sums: FuzzSums = { files: 0, refused: 0, accepted: 0, slow: [], longest: 0, largest: 0 };
  for (let i = 0; i < count; i++) {
    const random = new SeededRandom(seed + i);
    const { name, bytes } = random.pick(seeds);
    const began = performance.now();
    let size: number | null;
    try {
      size = digest(mutate(random, bytes));
    } catch (error) {
      throw new Error(`file ${seed + i} (${name}): ${error instanceof Error ? error.stack : error}`);
    }
    const took = performance.now() - began;
    sums.files++;
    if (size === null) sums.refused++;
    else sums.accepted++;
    if (took > 1000) sums.slow.push(`${seed + i} ${name}: ${Math.round(took)} ms`);
    sums.longest = Math.max(sums.longest, took);
    sums.largest = Math.max(sums.largest, size ?? 0);
  }
  return sums;
}

if (process.argv[1]?.endsWith('fuzz-elf.ts')) {
  const began = performance.now();
  const sums = fuzzElf(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log({ ...sums, seconds, residentMiB: Math.round(process.memoryUsage().rss / 2 ** 20) });
}
