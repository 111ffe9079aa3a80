import { writeExecutable, writeObject } from '../../asm/elf/write.js';
import { formatListing } from '../../asm/listing.js';
import type { ObjectFile } from '../../asm/object.js';
import { CommandError, EXIT } from '../exit-status.js';
import { writeOutput } from '../files.js';
import { print, say } from '../output.js';
import { linked, readProgram } from '../sources.js';

export interface AsmOptions {
  readonly output?: string;
  readonly object?: boolean;
  readonly listing?: boolean;
}

/** Rights of a file that can be executed, before the umask. */
const EXECUTABLE_MODE = 0o777;

/** `pagewalk asm FILE...`: an executable, an object, a listing, or only the check that it assembles. */
export async function asm(paths: readonly string[], options: AsmOptions): Promise<number> {
  const objects: ObjectFile[] = [];
  for (const path of paths) objects.push(await objectOf(path));
  if (options.object === true) return asObject(objects, options);
  const image = linked(objects);
  if (options.listing === true) print(objects.map((object) => formatListing(object)).join(''));
  if (options.output !== undefined) writeOutput(options.output, writeExecutable(image), EXECUTABLE_MODE);
  if (options.output === undefined && options.listing !== true)
    say(
      `${image.name}: ${sizes(image.sections)}; nothing written (-o OUT writes an executable, --listing shows the bytes)\n`,
    );
  return EXIT.success;
}

function asObject(objects: readonly ObjectFile[], options: AsmOptions): number {
  if (objects.length > 1)
    throw new CommandError(
      EXIT.usage,
      '-c takes one source file',
      'Assemble each on its own, then link them: pagewalk asm a.o b.o -o OUT.',
    );
  const object = objects[0]!;
  if (options.listing === true) print(formatListing(object));
  if (options.output === undefined && options.listing !== true)
    throw new CommandError(EXIT.usage, '-c needs a file to write', 'Name it with -o OUT.o.');
  if (options.output !== undefined) writeOutput(options.output, writeObject(object));
  return EXIT.success;
}

async function objectOf(path: string): Promise<ObjectFile> {
  const program = await readProgram(path);
  if (program.kind === 'object') return program.object;
  throw new CommandError(EXIT.badInput, `${path} is an executable already`, 'pagewalk disasm shows what is in it.');
}

/** `.text 23 bytes, .data 8 bytes`. */
function sizes(sections: readonly { name: string; size: number }[]): string {
  return sections.map(({ name, size }) => `${name} ${size} bytes`).join(', ');
}
