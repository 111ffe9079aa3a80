import { assembleObject } from '../asm/assemble-object.js';
import { type Diagnostic, formatDiagnostics } from '../asm/diagnostics.js';
import { type Archive, looksLikeArchive, readArchive } from '../asm/elf/archive.js';
import { looksLikeElf, readExecutable, readObject } from '../asm/elf/read.js';
import type { Image } from '../asm/image.js';
import { type LinkInput, linkInputs } from '../asm/link/archives.js';
import { LD_PLACEMENT, type Placement } from '../asm/link/layout.js';
import type { LinkOptions } from '../asm/link/link.js';
import type { ObjectFile } from '../asm/object.js';
import { GrammarNeeded } from '../asm/shapes.js';
import { CommandError, EXIT } from './exit-status.js';
import { type Input, nameOf, readIncluded, readInput } from './files.js';
import { say } from './output.js';

/** What a file turned out to be. */
export type Program =
  | { readonly kind: 'archive'; readonly archive: Archive }
  | { readonly kind: 'object'; readonly object: ObjectFile }
  | { readonly kind: 'image'; readonly image: Image };

export interface SourceOptions {
  /** Sources are assembled with line tables of their own. */
  readonly debug?: boolean;
}

/** e_type of an ELF header, and its value for an object file (System V ABI, chapter 4). */
const ELF_TYPE_OFFSET = 16;
const ET_REL = 1;

/** Reads a file, or `-`, as an assembly source, an ELF object or executable, or an archive. Diagnostics go to stderr; refuses with status 65. */
export async function readProgram(path: string, options: SourceOptions = {}): Promise<Program> {
  const input = readInput(path);
  if (looksLikeElf(input.bytes)) return fromElf(input);
  if (looksLikeArchive(input.bytes)) return fromArchive(input);
  return { kind: 'object', object: await assemble(input, options) };
}

/** A file as an image that can run: assembled and linked, to `place`, if need be. */
export async function readImage(path: string, place: Placement = LD_PLACEMENT): Promise<Image> {
  const program = await readProgram(path);
  if (program.kind === 'image') return program.image;
  if (program.kind === 'object') return linked([program], { name: program.object.name, place });
  throw new CommandError(
    EXIT.badInput,
    `${path} is an archive: parts of programs, not a program`,
    `Link it with what needs it: pagewalk run --link main.s ${path}`,
  );
}

/** Several files as one program: sources, objects and archives, in the order of ld's command line. */
export async function readLinked(paths: readonly string[], options: LinkOptions = {}): Promise<Image> {
  return linked(await linkInputsOf(paths), { name: nameOf(paths[0]!), ...options });
}

/** One program of one file, or of several that are linked, to `place`. */
export async function readProgramOf(paths: readonly string[], place: Placement = LD_PLACEMENT): Promise<Image> {
  return paths.length === 1 ? readImage(paths[0]!, place) : readLinked(paths, { place });
}

/** Files that are linked together. A program that is linked already is refused. */
export async function linkInputsOf(paths: readonly string[], options: SourceOptions = {}): Promise<LinkInput[]> {
  const inputs: LinkInput[] = [];
  for (const path of paths) {
    const program = await readProgram(path, options);
    if (program.kind === 'image')
      throw new CommandError(
        EXIT.badInput,
        `${path} is linked already`,
        'Linking takes sources, objects and archives; pagewalk run takes it as it is.',
      );
    inputs.push(program);
  }
  return inputs;
}

/** Links, or refuses with status 65 after having said why. */
export function linked(inputs: readonly LinkInput[], options: LinkOptions & { readonly name: string }): Image {
  const { image, diagnostics } = linkInputs(inputs, options);
  show(diagnostics);
  if (image === null) throw notAssembled(diagnostics, options.name, 'link');
  return image;
}

function fromElf({ name, bytes }: Input): Program {
  if (bytes[ELF_TYPE_OFFSET] === ET_REL) {
    const { object, diagnostics } = readObject(bytes, name);
    if (object === null) throw badElf(name, diagnostics);
    return { kind: 'object', object };
  }
  const { image, diagnostics } = readExecutable(bytes, name);
  if (image === null) throw badElf(name, diagnostics);
  show(diagnostics);
  return { kind: 'image', image };
}

function fromArchive({ name, bytes }: Input): Program {
  const { archive, diagnostics } = readArchive(bytes, name);
  if (archive !== null) return { kind: 'archive', archive };
  throw new CommandError(EXIT.badInput, `${name}: ${diagnostics[0]?.message ?? 'the archive is damaged'}`);
}

function badElf(name: string, diagnostics: readonly Diagnostic[]): CommandError {
  return new CommandError(
    EXIT.badInput,
    `${name}: ${diagnostics[0]?.message ?? 'the ELF file is damaged'}`,
    'pagewalk takes static x86-64 ELF64 executables (gcc -static, ld), ELF objects, archives and AT&T sources.',
  );
}

async function assemble(input: Input, options: SourceOptions): Promise<ObjectFile> {
  const { object, diagnostics } = await assembleText(sourceText(input), input.name, options);
  show(diagnostics);
  if (object === null) throw notAssembled(diagnostics, input.name, 'assemble');
  return object;
}

/** Most sources have only lines of well-known shapes; the grammar is loaded for the others. */
async function assembleText(
  source: string,
  name: string,
  { debug = false }: SourceOptions,
): Promise<ReturnType<typeof assembleObject>> {
  const include = (file: string) => readIncluded(file, name);
  const options = { include, debug, directory: process.cwd() };
  try {
    return assembleObject(source, name, options);
  } catch (error) {
    if (!(error instanceof GrammarNeeded)) throw error;
    await import('../asm/grammar.js');
    return assembleObject(source, name, options);
  }
}

/** The bytes as text. Binary files are refused at once, before anybody tries to parse them. */
function sourceText({ name, bytes }: Input): string {
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw binary(name, `byte ${zero} is zero`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw binary(name, 'it is not UTF-8 text');
  }
}

function binary(name: string, why: string): CommandError {
  return new CommandError(
    EXIT.badInput,
    `${name} is neither assembly source nor an ELF file: ${why}`,
    'Give a text file in AT&T syntax (.s), or an x86-64 ELF executable.',
  );
}

function show(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) say(formatDiagnostics(diagnostics));
}

function notAssembled(diagnostics: readonly Diagnostic[], name: string, verb: string): CommandError {
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .reduce((sum, { more }) => sum + (more ?? 1), 0);
  return new CommandError(EXIT.badInput, `${name} does not ${verb}: ${errors} ${errors === 1 ? 'error' : 'errors'}`);
}
