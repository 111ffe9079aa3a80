import { writeExecutable, writeObject } from '../../asm/elf/write.js';
import type { Image } from '../../asm/image.js';
import type { LinkInput } from '../../asm/link/archives.js';
import { formatListing } from '../../asm/listing.js';
import { CommandError, EXIT } from '../exit-status.js';
import { nameOf, writeOutput } from '../files.js';
import { print, say } from '../output.js';
import { linked, linkInputsOf } from '../sources.js';

export interface AsmOptions {
  readonly output?: string;
  readonly object?: boolean;
  readonly listing?: boolean;
  /** Line tables of the sources themselves. */
  readonly debug?: boolean;
}

/** Rights of a file that can be executed, before the umask. */
const EXECUTABLE_MODE = 0o777;

/** `pagewalk asm FILE...`: an executable, an object, a listing, or only the check that it assembles. */
export async function asm(paths: readonly string[], options: AsmOptions): Promise<number> {
  const inputs = await linkInputsOf(paths, { debug: options.debug === true });
  if (options.object === true) return asObject(inputs, options);
  const image = linked(inputs, { name: nameOf(paths[0]!) });
  const sources = inputs.flatMap((input) => (input.kind === 'object' ? [input.object] : []));
  if (options.listing === true) print(sources.map((object) => formatListing(object)).join(''));
  if (options.output !== undefined) writeProgram(options.output, image);
  if (options.output === undefined && options.listing !== true)
    say(
      `${image.name}: ${sizes(image.sections)}; nothing written (-o OUT writes an executable, --listing shows the bytes)\n`,
    );
  return EXIT.success;
}

/** Writes a program as an ELF file that Linux runs. */
export function writeProgram(path: string, image: Image): void {
  writeOutput(path, writeExecutable(image), EXECUTABLE_MODE);
}

function asObject(inputs: readonly LinkInput[], options: AsmOptions): number {
  const [input] = inputs;
  if (inputs.length > 1 || input?.kind !== 'object')
    throw new CommandError(
      EXIT.usage,
      '-c takes one source file',
      'Assemble each on its own, then link them: pagewalk link a.o b.o -o OUT.',
    );
  const { object } = input;
  if (options.listing === true) print(formatListing(object));
  if (options.output === undefined && options.listing !== true)
    throw new CommandError(EXIT.usage, '-c needs a file to write', 'Name it with -o OUT.o.');
  if (options.output !== undefined) writeOutput(options.output, writeObject(object));
  return EXIT.success;
}

/** `.text 23 bytes, .data 8 bytes`. */
function sizes(sections: readonly { name: string; size: number }[]): string {
  return sections.map(({ name, size }) => `${name} ${size} bytes`).join(', ');
}
