import type { PhysicalMemory } from '../memory/physical.js';
import { type Design, X86_64 } from './design.js';
import { canonical, linearBits } from './schemes/paging.js';
import type { InspectedWalk } from './schemes/scheme.js';
import { inspectTables } from './schemes/tables.js';
import { inspect } from './walker.js';

/**
 * What an address (halves) is under a design, with every table entry on the way; counts and changes nothing. `root`: CR3, the physical address
 * of the root table. `noExecuteEnabled` is EFER.NXE. An address that the design has not reaches no page and reads no entry.
 */
export function inspectWalk(
  memory: PhysicalMemory,
  design: Design,
  root: number,
  low: number,
  high: number,
  noExecuteEnabled = true,
): InspectedWalk {
  if (design.kind === 'paged') return inspectTables(memory, design, root, low, high);
  if (!canonical(high | 0, linearBits(design)))
    return { levels: [], physical: -1, leaf: -1, pageBytes: 0, write: true, user: true, execute: true };
  return inspect(memory, root, low, high, noExecuteEnabled, design.kind === 'x86-64' ? design : X86_64);
}
