import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleObject } from '../../src/asm/assemble.js';
import { readObject } from '../../src/asm/elf/read.js';
import { writeObject } from '../../src/asm/elf/write.js';
import { inTemporaryFolder } from './gnu-as.js';

/** Folder of the compilation in everything that is recorded. */
export const DIRECTORY = '/compile';
const corpus = new URL('../corpus/lines/', import.meta.url);

/** Assembly source, and what GNU as says about its lines. */
export interface SourceRecord {
  readonly kind: 'source';
  readonly name: string;
  readonly source: string;
  /** With `--gdwarf-5`: the lines are those of the source itself. */
  readonly debug: boolean;
  /** Of the object that as wrote: `.debug_line`, `.debug_line_str`, `.debug_aranges` in hexadecimal, and their relocations. */
  readonly sections: Readonly<Record<string, string>>;
  readonly relocations: readonly string[];
}

/** A linked program, and what addr2line says of its code. */
export interface ProgramRecord {
  readonly kind: 'program';
  readonly name: string;
  readonly program: string;
  /** `file:line` without folder by address in hexadecimal; null: nothing is known. */
  readonly answers: readonly (readonly [address: string, answer: string | null])[];
}

/** Objects, and the sections for debuggers that ld made of them, by name in hexadecimal. */
export interface DebugLinkRecord {
  readonly kind: 'link';
  readonly name: string;
  readonly objects: readonly string[];
  readonly sections: Readonly<Record<string, string>>;
}

export type LineRecord = SourceRecord | ProgramRecord | DebugLinkRecord;

export const handWritten: readonly (readonly [name: string, debug: boolean])[] = [
  ['own.s', true],
  ['one.s', true],
  ['loc.s', false],
  ['five.s', false],
  ['loc.s', true],
];

export function lineSource(name: string): string {
  return readFileSync(new URL(name, corpus), 'utf8');
}

const run = (tool: string, folder: string, ...words: string[]) =>
  execFileSync(tool, words, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['pipe', 'pipe', 'pipe'], cwd: folder });

const COMPARED = new Set(['.debug_line', '.debug_line_str', '.debug_aranges']);

/** The sections about lines of an object file, and their relocations by the names of the sections that they refer to. */
export function lineSections(file: Uint8Array): Pick<SourceRecord, 'sections' | 'relocations'> {
  const { sections, symbols, relocations } = readObject(file, 'x.o').object!;
  const compared = sections.filter(({ name, size }) => COMPARED.has(name) && size > 0);
  const nameOf = (place: unknown) => (typeof place === 'number' ? sections[place]!.name : String(place));
  return {
    sections: Object.fromEntries(compared.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')])),
    relocations: relocations
      .filter(({ section }) => COMPARED.has(sections[section]!.name))
      .map(({ section, offset, type, symbol, addend }) =>
        [`${sections[section]!.name}+${offset}`, type, nameOf(symbols[symbol]?.section), addend].join(' '),
      )
      .sort(),
  };
}

/** Asks GNU as. */
export function askAs(name: string, source: string, debug: boolean): SourceRecord {
  return inTemporaryFolder((folder) => {
    writeFileSync(join(folder, name), source);
    const options = debug ? ['--gdwarf-5'] : [];
    run('as', folder, ...options, '--debug-prefix-map', `${folder}=${DIRECTORY}`, '-o', 'x.o', name);
    return { kind: 'source', name, source, debug, ...lineSections(readFileSync(join(folder, 'x.o'))) };
  });
}

export function ourObject(name: string, source: string, debug: boolean): Uint8Array {
  const { object, diagnostics } = assembleObject(source, name, { debug, directory: DIRECTORY });
  if (object === null) throw new Error(diagnostics[0]!.message);
  return writeObject(object);
}

/** Rows as objdump --dwarf=decodedline prints them. */
export function decodedRows(object: Uint8Array): string {
  return inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'x.o'), object);
    return run('objdump', folder, '--dwarf=decodedline', 'x.o');
  });
}

/** Assembly of C for GNU as. */
export function compile(compiler: string, file: string, options: readonly string[]): string {
  return inTemporaryFolder((folder) => {
    copySources(folder);
    const forAs = compiler.startsWith('clang') ? ['-fno-integrated-as', '-fno-addrsig'] : [];
    run(
      compiler,
      folder,
      '-g',
      ...options,
      ...forAs,
      `-fdebug-prefix-map=${folder}=${DIRECTORY}`,
      '-S',
      file,
      '-o',
      'x.s',
    );
    return readFileSync(join(folder, 'x.s'), 'utf8');
  });
}

/** A program of C, and what addr2line says about every address of its code. */
export function askAddr2line(name: string, compiler: string, options: readonly string[]): ProgramRecord {
  return inTemporaryFolder((folder) => {
    copySources(folder);
    const map = `-fdebug-prefix-map=${folder}=${DIRECTORY}`;
    run(compiler, folder, '-g', ...options, map, '-static', '-nostdlib', 'sum.c', 'start.c', '-o', 'x');
    const [, start, size] = /\.text\s+PROGBITS\s+(\S+) \S+ (\S+)/.exec(run('readelf', folder, '-SW', 'x'))!;
    const first = Number.parseInt(start!, 16);
    const addresses = Array.from({ length: Number.parseInt(size!, 16) }, (_, i) => `0x${(first + i).toString(16)}`);
    const said = run('addr2line', folder, '-s', '-e', 'x', ...addresses);
    const answers = said
      .trim()
      .split('\n')
      .map((line, i) => [addresses[i]!, /:[?0]/.test(line) ? null : line.replace(/ \(.*/, '')] as const);
    return { kind: 'program', name, program: readFileSync(join(folder, 'x')).toString('base64'), answers };
  });
}

/** Objects of C or C++ and what ld makes of their debugging information. */
export function askLd(
  name: string,
  compiler: string,
  options: readonly string[],
  files: readonly string[],
): DebugLinkRecord {
  return inTemporaryFolder((folder) => {
    copySources(folder);
    const map = `-fdebug-prefix-map=${folder}=${DIRECTORY}`;
    const plain = ['-fno-asynchronous-unwind-tables', '-fno-exceptions'];
    const objects = files.map((file) => {
      run(compiler, folder, '-g', ...options, ...plain, map, '-c', file, '-o', `${file}.o`);
      return `${file}.o`;
    });
    run('ld', folder, ...objects, '-o', 'x');
    const names = [...run('readelf', folder, '-SW', 'x').matchAll(/\] (\.debug_\S+)/g)].map(([, found]) => found!);
    const content = (section: string) => {
      run('objcopy', folder, '-O', 'binary', '-j', section, '--set-section-flags', `${section}=alloc`, 'x', 'part');
      return readFileSync(join(folder, 'part')).toString('hex');
    };
    return {
      kind: 'link',
      name,
      objects: objects.map((file) => readFileSync(join(folder, file)).toString('base64')),
      sections: Object.fromEntries(names.map((section) => [section, content(section)])),
    };
  });
}

function copySources(folder: string): void {
  for (const name of readdirSync(corpus)) writeFileSync(join(folder, name), lineSource(name));
}
