import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../src/asm/assemble.js';
import { readExecutable, readObject } from '../../src/asm/elf/read.js';
import { writeExecutable, writeObject } from '../../src/asm/elf/write.js';
import { linkInputs } from '../../src/asm/link/archives.js';
import { link } from '../../src/asm/link/link.js';
import { examples } from '../support/examples.js';
import { hasTool, inTemporaryFolder } from '../support/gnu-as.js';
import { inputsOf, recordMixture } from '../support/link-mixture.js';
import { describeImage, labelsOfEmptySections, linkWithGnu, objectsOf, programOf } from '../support/link-oracle.js';
import { randomLinkProgram } from '../support/link-program.js';

/** Linker and ELF files against the GNU tools and the kernel of this machine. */

const binutils = hasTool('as') && hasTool('ld') && hasTool('objdump');
const native = binutils && process.platform === 'linux' && process.arch === 'x64';
const RANDOM = 30;
/** Seeds that the recorded vectors do not use. */
const FIRST_SEED = 1_000_000;
const seeds = Array.from({ length: RANDOM }, (_, i) => FIRST_SEED + i);
const programs = examples().filter((example) => example.linux === 'yes' && example.with === null);

const compiler = native && hasTool('gcc') && hasTool('readelf');

if (!compiler) console.warn('skipped: 1 static program of the C library (needs x86-64 Linux, gcc, readelf)');
if (!binutils) console.warn(`skipped: ${2 * RANDOM} random links and 3 checks of ELF files (needs as, ld, objdump)`);
if (!native) console.warn(`skipped: ${programs.length} written executables, natively (needs x86-64 Linux, as, ld)`);

describe.skipIf(!binutils)('the linker beside ld', () => {
  it.each(seeds)('random program %d', (seed) => {
    const record = linkWithGnu(`random ${seed}`, randomLinkProgram(seed))!;
    const { image, diagnostics } = link(objectsOf(record));
    expect(diagnostics).toEqual([]);
    const dropped = labelsOfEmptySections(image!);
    const ours = describeImage({ ...image!, symbols: image!.symbols.filter(({ name }) => !dropped.has(name)) });
    const theirs = describeImage(programOf(record));
    expect({ ...ours, symbols: ours.symbols.sort() }).toEqual({ ...theirs, symbols: theirs.symbols.sort() });
  });
});

describe.skipIf(!binutils || !hasTool('ar'))('objects and archives beside ld', () => {
  it.each(seeds)('random mixture %d', (seed) => {
    const record = recordMixture(seed);
    const { image } = linkInputs(inputsOf(record));
    expect(image === null).toBe(record.program === null);
    if (image === null) return;
    const dropped = labelsOfEmptySections(image);
    const ours = describeImage({ ...image, symbols: image.symbols.filter(({ name }) => !dropped.has(name)) });
    const theirs = describeImage(programOf({ name: record.name, objects: [], program: record.program! }));
    expect({ ...ours, symbols: ours.symbols.sort() }).toEqual({ ...theirs, symbols: theirs.symbols.sort() });
  });
});

describe.skipIf(!binutils)('object files that are written here', () => {
  it('read back as the same objects, and objdump prints the same of both', () =>
    inTemporaryFolder((folder) => {
      for (const seed of seeds.slice(0, 8)) {
        for (const [i, bytes] of linkWithGnu('', randomLinkProgram(seed))!.objects.entries()) {
          const original = join(folder, `${i}.o`);
          const copy = join(folder, `copy-${i}.o`);
          writeFileSync(original, Buffer.from(bytes, 'base64'));
          const { object } = readObject(readFileSync(original), 'x.o');
          writeFileSync(copy, writeObject(object!));
          expect(readObject(readFileSync(copy), 'x.o').object).toEqual(object);
          expect(objdump(copy)).toEqual(objdump(original));
        }
      }
    }));

  it('link with ld to the same programs as the originals', () =>
    inTemporaryFolder((folder) => {
      for (const seed of seeds.slice(0, 8)) {
        const record = linkWithGnu('', randomLinkProgram(seed))!;
        const files = objectsOf(record).map((object, i) => {
          writeFileSync(join(folder, `${i}.o`), writeObject(object));
          return join(folder, `${i}.o`);
        });
        const out = join(folder, 'out');
        execFileSync('ld', ['-o', out, ...files], { stdio: ['ignore', 'ignore', 'ignore'] });
        const again = programOf({ ...record, program: readFileSync(out).toString('base64') });
        expect(describeImage(again)).toEqual(describeImage(programOf(record)));
      }
    }));

  it('of sources assembled here give ld the same addresses as the linker here', () =>
    inTemporaryFolder((folder) => {
      for (const { file, source } of programs) {
        const { object } = assembleObject(source, file);
        writeFileSync(join(folder, 'x.o'), writeObject(object!));
        const out = join(folder, 'out');
        execFileSync('ld', ['-o', out, join(folder, 'x.o')], { stdio: ['ignore', 'ignore', 'ignore'] });
        const theirs = programOf({ name: file, objects: [], program: readFileSync(out).toString('base64') });
        const { entry, sections, segments } = describeImage(link([object!]).image!);
        expect({ entry, sections, segments }, file).toEqual(
          (({ entry, sections, segments }) => ({ entry, sections, segments }))(describeImage(theirs)),
        );
      }
    }));
});

/** Sections, symbols, relocations and code, without the name of the file. */
function objdump(file: string): string {
  const text = execFileSync('objdump', ['-h', '-t', '-r', '-d', '-z', '-s', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  // File offsets may differ; everything else may not.
  return text
    .replaceAll(file, 'x.o')
    .replaceAll(/^( *\d+ \S+ +[0-9a-f]{8} +[0-9a-f]{16} +[0-9a-f]{16}) +[0-9a-f]{8}/gm, '$1');
}

describe.skipIf(!native)('executables that are written here', () => {
  it.each(programs)('$file runs on this processor', (example) => {
    const { object } = assembleObject(example.source, example.file);
    const { image } = link([object!]);
    inTemporaryFolder((folder) => {
      const file = join(folder, 'program');
      writeFileSync(file, writeExecutable(image!), { mode: 0o755 });
      const run = spawnSync(file, example.args, { input: example.stdin, encoding: 'latin1' });
      expect(run.stdout).toBe(example.prints);
      expect(run.signal === null ? run.status : 128 + constants.signals[run.signal]).toBe(example.status);
    });
  });
});

describe.skipIf(!compiler)('a static program with the C library', () => {
  it('has the segments and symbols that readelf shows', (context) =>
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'x.c'), '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n');
      const file = join(folder, 'x');
      const { status } = spawnSync('gcc', ['-static', '-O1', '-o', file, join(folder, 'x.c')]);
      if (status !== 0) return context.skip('the C library cannot be linked statically here');
      const { image, diagnostics } = readExecutable(readFileSync(file), 'x');
      expect(diagnostics).toEqual([]);
      const shown = execFileSync('readelf', ['-lsW', file], { encoding: 'utf8', maxBuffer: 1 << 26 });
      const loads = [...shown.matchAll(/^ +LOAD +0x\S+ 0x(\S+) 0x\S+ 0x(\S+) 0x(\S+) (R?)\s?(W?)\s?(E?)/gm)];
      const number = (text: string) => Number.parseInt(text, 16);
      expect(
        image!.segments.map((s) => [Number(s.address), s.bytes.length, s.memoryBytes, s.write, s.execute]),
      ).toEqual(
        loads.map(([, address, bytes, memory, , w, x]) => [
          number(address!),
          number(bytes!),
          number(memory!),
          w === 'W',
          x === 'E',
        ]),
      );
      const pattern =
        /^ +\d+: ([0-9a-f]{16}) +\S+ (NOTYPE|OBJECT|FUNC|IFUNC) +(LOCAL|GLOBAL|WEAK) +\S+ +(\d+|ABS) (\S+)$/gm;
      const symbols = [...shown.matchAll(pattern)].map(([, value, , , , name]) => `${name} ${number(value!)}`);
      expect(symbols.length).toBeGreaterThan(500);
      expect(image!.symbols.map((symbol) => `${symbol.name} ${symbol.address}`).sort()).toEqual(symbols.sort());
    }));
});
