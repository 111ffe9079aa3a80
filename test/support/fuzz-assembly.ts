import { assembleObject } from '../../src/asm/assemble.js';
import { formatDiagnostics } from '../../src/asm/diagnostics.js';
import { writeExecutable, writeObject } from '../../src/asm/elf/write.js';
import { link } from '../../src/asm/link/link.js';
import { Machine } from '../../src/machine/machine.js';

/** How far a text came. */
export type Assembled = 'refused' | 'object' | 'image' | 'ran';

/** What is written as a file, or run, is no larger than this, in bytes. */
const LARGEST = 8 * 2 ** 20;

/**
 * Assembles a text, links what comes of it and, if `run`, executes it for a while. Throws when a refusal says nothing, when errors leave an
 * object, or when the kernel's invariants break.
 */
export function assembleAnything(text: string, run: boolean): Assembled {
  const { object, diagnostics } = assembleObject(text, 'fuzz.s');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if ((object === null) !== errors.length > 0) throw new Error(`${errors.length} errors, object ${object !== null}`);
  if (diagnostics.length > 0 && formatDiagnostics(diagnostics).length > 200_000) throw new Error('too many words');
  if (object === null) return 'refused';
  const size = object.sections.reduce((sum, section) => sum + section.bytes.length, 0);
  if (size <= LARGEST) writeObject(object);
  const linked = link([object]);
  if (linked.image === null) {
    if (linked.diagnostics.length === 0) throw new Error('no image and no word about it');
    return 'object';
  }
  if (size > LARGEST) return 'image';
  writeExecutable(linked.image);
  if (!run) return 'image';
  const machine = new Machine({ ram: '512K', limit: 3000, check: true });
  machine.load(linked.image);
  const { violations } = machine.run();
  if (violations.length > 0) throw new Error(JSON.stringify(violations[0]));
  return 'ran';
}
