import { pagedDesign } from '../../src/machine/designs.js';
import type { EntryLayout, PagedDesign } from '../../src/mmu/design.js';
import { designProblem } from '../../src/mmu/design-check.js';
import { entryLayouts } from '../../src/mmu/entry-layouts.js';
import type { SeededRandom } from './seeded-random.js';

const FLAGS = ['write', 'user', 'execute', 'accessed', 'dirty'] as const;

/** A layout with its fields anywhere, and any of its flags missing. */
function randomLayout(random: SeededRandom): EntryLayout {
  const bytes = random.pick([4, 8] as const);
  const places = Array.from({ length: 6 }, (_, i) => i);
  const free = () => places.splice(random.below(places.length), 1)[0]!;
  const atTop = random.chance(0.5);
  const shift = (bit: number) => (atTop ? 8 * bytes - 1 - bit : bit);
  const valid = shift(free());
  const flags = FLAGS.map((name) => [name, random.chance(0.7) ? shift(free()) : null] as const);
  const low = atTop ? random.below(3) : 6 + random.below(4);
  const bits = Math.min(8 * bytes - (atTop ? 6 : 0) - low, 20 + random.below(21));
  const layout = { bytes, frame: { low, bits }, valid, ...Object.fromEntries(flags) } as unknown as EntryLayout;
  return random.chance(0.5) && layout.execute !== null
    ? { ...layout, execute: null, noExecute: layout.execute }
    : { ...layout, noExecute: null };
}

/** A design with tables of any geometry, whose addresses reach to `leastBits` at least. */
export function randomDesign(random: SeededRandom, leastBits: number): PagedDesign {
  for (;;) {
    const shift = 4 + random.below(9);
    const levels = 1 + random.below(5);
    const indexBits = Array.from({ length: levels }, () => 1 + random.below(11));
    const virtualBits = shift + indexBits.reduce((sum, bits) => sum + bits, 0);
    const named = random.pick([...entryLayouts.values()]);
    const entry = random.chance(0.4) ? named : randomLayout(random);
    const design = pagedDesign(virtualBits, indexBits, { entry });
    const table = entry.bytes * 2 ** indexBits[0]!;
    if (virtualBits >= leastBits && design.physicalBits >= 20 && table <= 2 ** 16 && designProblem(design) === null)
      return design;
  }
}
