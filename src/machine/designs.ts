import {
  type AddressWidths,
  type Design,
  type EntryLayout,
  type PagedDesign,
  pageShiftOf,
  type UnpagedDesign,
  X86_64,
  type X86Design,
} from '../mmu/design.js';
import { designProblem, LEAST_PAGE_SHIFT, MOST_PAGE_SHIFT } from '../mmu/design-check.js';
import { entryLayouts } from '../mmu/entry-layouts.js';

/** Numbers of a design that are given apart from its name. */
export interface DesignNumbers {
  readonly pageBytes?: number;
  readonly virtualBits?: number;
  readonly physicalBits?: number;
  readonly entry?: EntryLayout;
}

/** A design that cannot be built. The message is a sentence without its period. */
export class DesignError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DesignError';
  }
}

/** A family of designs: how it is written, and what becomes of it. `detail` is what follows the colon. Throws a DesignError. */
interface DesignChoice {
  readonly form: string;
  readonly title: string;
  make(detail: string | null, numbers: DesignNumbers): Design;
}

/** Every design by the name that `--mmu` takes. */
export const designs: ReadonlyMap<string, DesignChoice> = new Map([
  [
    'x86-64',
    { form: 'x86-64', title: 'tables as the processor has them: four levels; five as x86-64:5', make: makeX86 },
  ],
  ['linear', { form: 'linear', title: 'one table with an entry for every page', make: makeLinear }],
  ['radix', { form: 'radix:10,10', title: 'a tree of tables: index widths from the root down', make: makeRadix }],
  [
    'physical',
    unpaged('physical', 'addresses of RAM as they are; one program at a time in the place above the kernel'),
  ],
  ['relocation', unpaged('relocation', 'addresses of RAM; the loader rewrites each program for its place')],
  ['base', unpaged('base', 'a base register is added to every address')],
  ['base-bounds', unpaged('base-bounds', 'every address is compared with the bounds, then the base is added')],
  ['segments', { form: 'segments:2', title: 'the top bits choose base, size and rights', make: makeSegments }],
]);

/** The design that a text names: `linear`, `radix:9,9,9,9`. Throws a DesignError. */
export function designOf(text: string, numbers: DesignNumbers = {}): Design {
  const colon = text.indexOf(':');
  const name = (colon < 0 ? text : text.slice(0, colon)).toLowerCase().trim();
  const choice = designs.get(name);
  if (choice === undefined)
    throw new DesignError(
      `there is no design '${text}'; known: ${[...designs.values()].map(({ form }) => form).join(', ')}`,
    );
  const design = choice.make(colon < 0 ? null : text.slice(colon + 1), numbers);
  const problem = designProblem(design);
  if (problem !== null) throw new DesignError(problem);
  return design;
}

/** The layout that a name, or a number of bytes, stands for. Throws a DesignError. */
export function entryLayoutOf(text: string): EntryLayout {
  const name = text.toLowerCase().trim();
  const layout = entryLayouts.get(/^[1248]$/.test(name) ? `plain-${name}` : name);
  if (layout !== undefined) return layout;
  throw new DesignError(`there is no entry layout '${text}'; known: ${[...entryLayouts.keys()].join(', ')}`);
}

/** The number of levels, or the width of addresses that it gives; MAXPHYADDR; `upper-a`: upperAccessed. */
function makeX86(detail: string | null, { virtualBits, physicalBits, pageBytes, entry }: DesignNumbers): Design {
  const words = detail === null ? [] : detail.split(',').map((word) => word.trim());
  const strange = words.find((word) => !['4', '5', 'upper-a'].includes(word));
  if (strange !== undefined || words.filter((word) => word !== 'upper-a').length > 1)
    throw new DesignError(`'x86-64' has 4 or 5 levels, as in x86-64:5 or x86-64:5,upper-a, not '${detail}'`);
  if (pageBytes !== undefined || entry !== undefined)
    throw new DesignError(
      "page size and entries of 'x86-64' are those of the processor; give them with 'linear' or 'radix'",
    );
  const said = words.find((word) => word !== 'upper-a');
  const levels = (said ?? (virtualBits === 57 ? '5' : '4')) === '5' ? 5 : 4;
  const bits = 12 + 9 * levels;
  if (virtualBits !== undefined && virtualBits !== bits)
    throw new DesignError(
      said === undefined
        ? `addresses of 'x86-64' have 48 bits, or 57 with five levels, not ${virtualBits}; other widths go with 'linear' or 'radix'`
        : `${levels} levels of 9 index bits and 12 bits of offset make ${bits}-bit addresses, not ${virtualBits}`,
    );
  const design: X86Design = { ...X86_64, levels, physicalBits: physicalBits ?? null };
  return words.includes('upper-a') ? { ...design, upperAccessed: true } : design;
}

/** Address spaces of programs in one piece of RAM: 8 MiB, all of which is theirs from the start; enough for what ld links to 4 MiB. */
const PLACE_BITS = 23;
/** Segments take only what is in them, so that their numbers may be far apart. */
const SEGMENTED_BITS = 30;
const SELECTOR_BITS = 2;

function unpaged(kind: UnpagedDesign['kind'], title: string): DesignChoice {
  const make = (detail: string | null, numbers: DesignNumbers): Design => {
    if (detail !== null) throw new DesignError(`'${kind}' takes nothing behind a colon, not '${detail}'`);
    return { kind, ...registerWidths(kind, numbers, PLACE_BITS) };
  };
  return { form: kind, title, make };
}

function makeSegments(detail: string | null, numbers: DesignNumbers): Design {
  const selectorBits = detail === null ? SELECTOR_BITS : Number(detail);
  return { kind: 'segments', selectorBits, ...registerWidths('segments', numbers, SEGMENTED_BITS) };
}

function registerWidths(kind: string, numbers: DesignNumbers, virtualBits: number): AddressWidths {
  if (numbers.pageBytes !== undefined || numbers.entry !== undefined)
    throw new DesignError(`'${kind}' has neither pages nor entries of tables`);
  return { virtualBits: numbers.virtualBits ?? virtualBits, physicalBits: numbers.physicalBits ?? PHYSICAL_BITS };
}

const VIRTUAL_BITS = 32;
const PAGE_BYTES = 4096;
/** Physical addresses where neither the user nor the entry says how wide they are. */
const PHYSICAL_BITS = 32;

function shiftOf(pageBytes: number): number {
  const shift = Math.log2(pageBytes);
  if (!Number.isInteger(shift)) throw new DesignError(`the page size must be a power of two, not ${pageBytes}`);
  if (shift < LEAST_PAGE_SHIFT || shift > MOST_PAGE_SHIFT)
    throw new DesignError(`pages have ${2 ** LEAST_PAGE_SHIFT} to ${2 ** MOST_PAGE_SHIFT} bytes, not ${pageBytes}`);
  return shift;
}

function makeLinear(detail: string | null, numbers: DesignNumbers): Design {
  if (detail !== null)
    throw new DesignError(`'linear' takes nothing behind a colon, not '${detail}': it has one table`);
  const virtualBits = numbers.virtualBits ?? VIRTUAL_BITS;
  const shift = shiftOf(numbers.pageBytes ?? PAGE_BYTES);
  if (virtualBits <= shift)
    throw new DesignError(
      `${virtualBits}-bit addresses leave no index beside ${shift} bits of offset in pages of ${2 ** shift} bytes: wider addresses (--va-bits) or smaller pages (--page-size)`,
    );
  return pagedDesign(virtualBits, [virtualBits - shift], numbers);
}

function makeRadix(detail: string | null, numbers: DesignNumbers): Design {
  const indexBits = (detail ?? '').split(',').map((text) => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN));
  if (indexBits.some(Number.isNaN))
    throw new DesignError(
      `'radix' needs the width of each index, root first, as in radix:10,10, not '${detail ?? ''}'`,
    );
  const sum = indexBits.reduce((a, b) => a + b, 0);
  const { pageBytes, virtualBits } = numbers;
  const shift = pageBytes === undefined ? null : shiftOf(pageBytes);
  if (virtualBits !== undefined && shift !== null && sum + shift !== virtualBits)
    throw new DesignError(
      `${sum} index bits and ${shift} bits of offset in pages of ${pageBytes} bytes make ${sum + shift}-bit addresses, not ${virtualBits}`,
    );
  return pagedDesign(virtualBits ?? sum + (shift ?? Math.log2(PAGE_BYTES)), indexBits, numbers);
}

/** A design of tables with the entry and the physical addresses that go with the rest. */
export function pagedDesign(virtualBits: number, indexBits: readonly number[], numbers: DesignNumbers): PagedDesign {
  const entry = numbers.entry ?? entryLayouts.get(virtualBits <= 32 ? 'ia32' : 'x86')!;
  const shift = pageShiftOf({ kind: 'paged', virtualBits, physicalBits: 0, indexBits, entry });
  const physicalBits = numbers.physicalBits ?? Math.min(PHYSICAL_BITS, entry.frame.bits + shift);
  return { kind: 'paged', virtualBits, physicalBits, indexBits, entry };
}
