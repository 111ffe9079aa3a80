import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CommandError, EXIT } from './exit-status.js';

/** Largest input read: nobody writes 256 MiB of assembly. */
const MOST_BYTES = 256 * 2 ** 20;

/** An input: the name for messages and its bytes. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file is read for, which decides the advice when it is not that. */
export type InputKind = 'program' | 'json' | 'references';

const EMPTY: Readonly<Record<InputKind, string>> = {
  program: 'A program needs at least one instruction.',
  json: 'It needs an object in braces.',
  references: 'It needs at least one use of a page: 0,1,2,0,3.',
};
const DIRECTORY: Readonly<Record<InputKind, string>> = {
  program: 'Name a source file (.s) or an ELF file in it.',
  json: 'Name a JSON file in it.',
  references: 'Name a file of page numbers in it.',
};

/** What messages call an input. */
export const nameOf = (path: string): string => (path === '-' ? '<stdin>' : path);

/** Reads a file, or standard input for `-`. Refuses with status 66 (or 65 for what has no content) and says why. */
export function readInput(path: string, kind: InputKind = 'program'): Input {
  const name = nameOf(path);
  const bytes = path === '-' ? readAllOfStandardInput() : readWholeFile(path, kind);
  if (bytes.length === 0) throw new CommandError(EXIT.badInput, `${name} is empty`, EMPTY[kind]);
  return { name, bytes };
}

/** The text of a file that a source includes: beside the source, else where pagewalk runs, as GNU as looks; null when there is none. */
export function readIncluded(name: string, source: string): string | null {
  for (const path of [resolve(dirname(source), name), resolve(name)]) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(readWholeFile(path));
    } catch {}
  }
  return null;
}

/** Largest source file of which a line is shown, in bytes. */
const MOST_SOURCE_BYTES = 4 * 2 ** 20;

/** A line of the source that a program was compiled from, sought beside the program and where pagewalk runs; empty when it is not there. */
export function readSourceLine(
  { file, line }: { readonly file: string; readonly line: number },
  program: string,
): string {
  for (const path of new Set([resolve(dirname(program), file), resolve(file)])) {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isFile() !== true || status.size > MOST_SOURCE_BYTES) continue;
    try {
      return (
        readFileSync(path, 'utf8')
          .split('\n')
          [line - 1]?.replaceAll(/[^\t\x20-\uffff]/g, '') ?? ''
      );
    } catch {}
  }
  return '';
}

function readWholeFile(path: string, kind: InputKind = 'program'): Uint8Array {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw cannotRead(path, error);
  }
  try {
    const status = fstatSync(descriptor);
    if (status.isDirectory()) throw new CommandError(EXIT.noInput, `${path} is a directory`, DIRECTORY[kind]);
    if (status.size > MOST_BYTES)
      throw new CommandError(EXIT.badInput, `${path} is too large: ${status.size} bytes`, 'The most is 256 MiB.');
    return readFileSync(descriptor);
  } catch (error) {
    throw error instanceof CommandError ? error : cannotRead(path, error);
  } finally {
    closeSync(descriptor);
  }
}

function readAllOfStandardInput(): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = readDescriptor(0, 65536);
    if (part.length === 0) return Buffer.concat(parts);
    parts.push(part);
  }
}

/** Reads up to `most` bytes, waiting for the first; empty at the end of the input. */
export function readDescriptor(descriptor: number, most: number): Uint8Array {
  const buffer = new Uint8Array(most);
  for (;;) {
    try {
      return buffer.subarray(0, readSync(descriptor, buffer));
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EOF') return new Uint8Array(0);
      if (code !== 'EAGAIN' && code !== 'EINTR') throw error;
      pause(5);
    }
  }
}

/** Blocks this thread. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function cannotRead(path: string, error: unknown): CommandError {
  switch (errorCode(error)) {
    case 'ENOENT':
      return new CommandError(EXIT.noInput, `there is no file ${path}`, 'Check the name and the directory.');
    case 'ENOTDIR':
      return new CommandError(EXIT.noInput, `there is no file ${path}: a part of that path is not a directory`);
    case 'EACCES':
    case 'EPERM':
      return new CommandError(EXIT.noInput, `${path} may not be read`, 'Look at its permissions with ls -l.');
    default:
      return new CommandError(EXIT.noInput, `${path} cannot be read: ${reason(error)}`);
  }
}

/** Writes an output file; refuses with status 73. */
export function writeOutput(path: string, content: string | Uint8Array, mode = 0o666): void {
  try {
    writeFileSync(path, content, { mode });
  } catch (error) {
    throw new CommandError(EXIT.cannotCreate, `${path} cannot be written: ${reason(error)}`);
  }
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the operating system said, without the noise of the host's message. */
export function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^[A-Z]+: /, '').replace(/, .*$/, '');
}
