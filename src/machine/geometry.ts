import type { Design, EntryLayout } from '../mmu/design.js';
import { designProblem, layoutProblem } from '../mmu/design-check.js';
import { DesignError, entryLayoutOf, pagedDesign } from './designs.js';

/*
 * A geometry as JSON:
 *
 *     { "virtualBits": 16, "indexBits": [6], "physicalBits": 16, "entry": "ostep-linear" }
 *
 * `indexBits` root first, `physicalBits` optional. An entry is the name of a layout, or
 *
 *     { "bytes": 4, "frame": { "low": 12, "bits": 20 }, "valid": 0, "write": 1, "user": null, ... }
 *
 * with the positions of `valid` and, null or left out where there is none, `write`, `user`, `execute`, `noExecute`, `accessed`, `dirty`.
 */

type Json = Readonly<Record<string, unknown>>;

/** The design that a text in JSON describes. Throws a DesignError that says where the mistake is. */
export function geometryOf(text: string): Design {
  const value = object(parsed(text), 'the geometry');
  known(value, 'the geometry', ['virtualBits', 'physicalBits', 'indexBits', 'entry']);
  const indexBits = value.indexBits;
  if (!Array.isArray(indexBits))
    throw new DesignError('indexBits must be a list of widths, root first, as in [10, 10]');
  const widths = indexBits.map((bits, i) => whole(bits, `indexBits[${i}]`));
  const physicalBits =
    value.physicalBits === undefined ? {} : { physicalBits: whole(value.physicalBits, 'physicalBits') };
  const entry = value.entry === undefined ? {} : { entry: layoutOf(value.entry) };
  const design = pagedDesign(whole(value.virtualBits, 'virtualBits'), widths, { ...physicalBits, ...entry });
  const problem = designProblem(design);
  if (problem !== null) throw new DesignError(problem);
  return design;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DesignError(`it is not JSON: ${(error as Error).message}`);
  }
}

const BITS = ['write', 'user', 'execute', 'noExecute', 'accessed', 'dirty'] as const;

function layoutOf(value: unknown): EntryLayout {
  if (typeof value === 'string') return entryLayoutOf(value);
  const entry = object(value, 'entry');
  known(entry, 'entry', ['bytes', 'frame', 'valid', ...BITS]);
  const frame = object(entry.frame, 'entry.frame');
  known(frame, 'entry.frame', ['low', 'bits']);
  const position = (name: (typeof BITS)[number]) => (entry[name] == null ? null : whole(entry[name], `entry.${name}`));
  const layout: EntryLayout = {
    bytes: whole(entry.bytes, 'entry.bytes') as EntryLayout['bytes'],
    frame: { low: whole(frame.low, 'entry.frame.low'), bits: whole(frame.bits, 'entry.frame.bits') },
    valid: whole(entry.valid, 'entry.valid'),
    write: position('write'),
    user: position('user'),
    execute: position('execute'),
    noExecute: position('noExecute'),
    accessed: position('accessed'),
    dirty: position('dirty'),
  };
  const problem = layoutProblem(layout);
  if (problem !== null) throw new DesignError(problem);
  return layout;
}

function object(value: unknown, name: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new DesignError(`${name} must be an object in braces`);
}

function known(value: Json, name: string, keys: readonly string[]): void {
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) throw new DesignError(`${name} cannot have '${strange}'; known: ${keys.join(', ')}`);
}

function whole(value: unknown, name: string): number {
  if (Number.isInteger(value)) return value as number;
  throw new DesignError(
    `${name} must be a whole number${value === undefined ? ', and is missing' : `, not ${JSON.stringify(value)}`}`,
  );
}
