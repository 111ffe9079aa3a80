import { AddressSpace } from '../kernel/vm/address-space.js';
import { type Area, rightsText } from '../kernel/vm/area.js';
import { entryKind } from '../kernel/vm/entry.js';
import type { Space } from '../kernel/vm/space.js';
import { ENTRY } from '../mmu/entry-bits.js';
import { percent, thousands } from '../util/text.js';
import { bytesInWords } from './address-words.js';

/** An area with what has become of its pages. A page counts as touched while it has a frame or a place in swap. */
export interface AreaUse {
  readonly area: Area;
  readonly pages: number;
  readonly touched: number;
  readonly resident: number;
  readonly swapped: number;
  /** Resident pages whose entry says dirty: stored to since they were brought in. */
  readonly dirty: number;
}

/** The areas of a living address space, lowest first, with the state of their pages. */
export function areaUses(space: Space): AreaUse[] {
  const uses = space.areas.map((area) => ({
    area,
    pages: (area.end - area.start) / space.layout.unit,
    touched: 0,
    resident: 0,
    swapped: 0,
    dirty: 0,
  }));
  if (!(space instanceof AddressSpace)) return uses.map((use) => ({ ...use, touched: use.pages, resident: use.pages }));
  let next = 0;
  for (const { page, pages, low } of space.table.entries()) {
    const address = page * space.layout.unit;
    while (next < uses.length && uses[next]!.area.end <= address) next++;
    const use = uses[next];
    if (use === undefined || address < use.area.start) continue;
    use.touched += pages;
    if (entryKind(low) === 'swapped') use.swapped += pages;
    else {
      use.resident += pages;
      if ((low & ENTRY.dirty) !== 0) use.dirty += pages;
    }
  }
  return uses;
}

/** The address space as a table, one line an area, and a line of sums; ends in a newline. */
export function formatMaps(uses: readonly AreaUse[]): string {
  const rows = uses.map(({ area, pages, touched, resident, swapped, dirty }) => [
    `${address(area.start)}-${address(area.end)}`,
    `${rightsText(area.rights)}${area.shared ? 's' : 'p'}`,
    ...[pages, touched, resident, swapped, dirty].map(thousands),
    percent(touched / pages),
    area.pageBytes === undefined ? area.name : `${area.name}, pages of ${bytesInWords(BigInt(area.pageBytes))}`,
  ]);
  const sum = (count: (use: AreaUse) => number) => uses.reduce((total, use) => total + count(use), 0);
  const pages = sum((use) => use.pages);
  const sums = [pages, ...(['touched', 'resident', 'swapped', 'dirty'] as const).map((key) => sum((use) => use[key]))];
  const last = ['total', '', ...sums.map(thousands), percent(pages === 0 ? null : sums[1]! / pages), ''];
  const head = ['addresses', 'rights', 'pages', 'touched', 'resident', 'swapped', 'dirty', '', 'area'];
  return aligned([head, ...rows, last]);
}

function address(value: number): string {
  return value.toString(16).padStart(12, '0');
}

/** Columns: the first two and the last to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const left = (column: number) => column < 2 || column === widths.length - 1;
  const lines = rows.map((row) =>
    row
      .map((text, column) => (left(column) ? text.padEnd(widths[column]!) : text.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
