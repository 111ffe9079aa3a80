import { assembleObject } from '../asm/assemble.js';
import { type Diagnostic, formatDiagnostics } from '../asm/diagnostics.js';
import type { Image } from '../asm/image.js';
import { link } from '../asm/link/link.js';
import { type Design, X86_64 } from '../mmu/design.js';
import { placementOf } from './placement.js';

/** Thrown by `assemble` on a source with errors; `diagnostics` has all of them, warnings too. The message is their text. */
export class AssemblyError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(formatDiagnostics(diagnostics));
    this.name = 'AssemblyError';
    this.diagnostics = diagnostics;
  }
}

/** Assembles and links one AT&T source to a program that a machine of a design can load. Throws an AssemblyError. */
export function assemble(source: string, file = 'program.s', design: Design = X86_64): Image {
  const assembled = assembleObject(source, file);
  if (assembled.object === null) throw new AssemblyError(assembled.diagnostics);
  const linked = link([assembled.object], { place: placementOf(design) });
  if (linked.image === null) throw new AssemblyError([...assembled.diagnostics, ...linked.diagnostics]);
  return linked.image;
}
