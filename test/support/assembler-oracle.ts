import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembleObject } from '../../src/asm/assemble.js';
import { readObject } from '../../src/asm/elf/read.js';
import { inTemporaryFolder } from './gnu-as.js';
import { type ObjectText, objectText } from './object-text.js';
import { SeededRandom } from './seeded-random.js';

/** What an assembler makes of a source: the object as text and the number of warnings, or null when it refuses it. */
export type Assembled = (ObjectText & { readonly warnings: number }) | null;

/** What GNU as makes of each source. */
export function assembleWithGnu(sources: readonly string[]): Assembled[] {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'object.o');
    return sources.map((input) => {
      const run = spawnSync('as', ['-o', file], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
      if (run.status !== 0) return null;
      const { object } = readObject(readFileSync(file), 'object.o');
      return { ...objectText(object!), warnings: run.stderr.match(/:\d+: Warning:/g)?.length ?? 0 };
    });
  });
}

/** What we make of a source. */
export function assembleHere(source: string): Assembled {
  const { object, diagnostics } = assembleObject(source, 'source.s');
  return object === null ? null : { ...objectText(object), warnings: diagnostics.length };
}

const corpus = fileURLToPath(new URL('../corpus/', import.meta.url));

/** The assembly sources of test/corpus (gcc's output) and test/corpus/rules (by hand), by name. */
export function corpusSources(): Map<string, string> {
  const names = ['', 'rules/'].flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .filter((name) => name.endsWith('.s'))
      .map((name) => folder + name),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(corpus, name), 'utf8')]));
}

/** One-line programs, each a question to GNU as, by the file of test/corpus/probes that they stand in. */
export function probes(): { name: string; line: string }[] {
  const folder = join(corpus, 'probes');
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ name: file.replace('.txt', ''), line })),
  );
}

/** A random program of labels, jumps, alignments and gaps: what makes relaxation hard. */
export function jumpProgram(seed: number): string {
  const random = new SeededRandom(seed);
  const upTo = (limit: number) => random.below(limit);
  const pick = <T>(list: readonly T[]): T => random.pick(list);
  const labels = Array.from({ length: 3 + upTo(110) }, (_, i) => (random.chance(0.7) ? `.L${i}` : `l${i}`));
  const near = (i: number) => labels[Math.min(labels.length - 1, Math.max(0, i + upTo(17) - 8))]!;
  const statements: ((i: number) => string)[] = [
    ...Array(9).fill((i: number) => `${pick(['jmp', 'jmp', 'jne', 'jb', 'jg'])} ${near(i)}`),
    (i) => `call ${near(i)}`,
    ...Array(5).fill(() => `.skip ${pick([1, 2, 3, 5, 8, 13, 20, 30, 40, 60, 100, 120])}`),
    ...Array(2).fill(() => `.p2align ${pick([1, 2, 3, 4, 4, 5, 6])}${pick(['', '', ',,10', ',,7', ',0x90'])}`),
    (i) => `add $(${near(i)}-${pick(labels)}),%eax`,
    (i) => `.data; .uleb128 ${labels[Math.min(labels.length - 1, i + 3)]}-${labels[Math.max(0, i - upTo(9))]}; .text`,
    (i) => `.long ${near(i)}-${pick(labels)}, ${near(i)}-.`,
    (i) => `jmp ${near(i)}+${upTo(6) - 3}`,
    (i) => `lea ${near(i)}(%rip),%rax`,
    () => 'nop',
  ];
  const lines = labels.flatMap((label, i) => [
    ...Array.from({ length: upTo(7) }, () => pick(statements)(i)),
    `${label}:`,
  ]);
  return `${lines.join('\n')}\n`;
}
