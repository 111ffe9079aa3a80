import { EXIT } from '../exit-status.js';
import { readLinked } from '../sources.js';
import { writeProgram } from './asm.js';

export interface LinkCommandOptions {
  readonly output: string;
  readonly entry?: string;
}

/** `pagewalk link FILE... -o OUT`: sources, objects and archives to one executable. */
export async function linkFiles(paths: readonly string[], { output, entry }: LinkCommandOptions): Promise<number> {
  const image = await readLinked(paths, { name: output, ...(entry === undefined ? {} : { entry }) });
  writeProgram(output, image);
  return EXIT.success;
}
