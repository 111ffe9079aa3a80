import { TLB_FLAG } from '../memory/layout.js';
import { ENTRY, ENTRY_HIGH_NO_EXECUTE } from '../mmu/entry-bits.js';
import { ENTRY_WORDS } from '../mmu/tlb-entry.js';
import { shiftOf } from '../mmu/tlb-level.js';
import type { Kernel } from './kernel.js';
import { checkPieces } from './unpaged/check-pieces.js';
import { AddressSpace } from './vm/address-space.js';
import { entryKind, entryNumber, isResident } from './vm/entry.js';
import { FRAME_USE } from './vm/frames.js';

/** An invariant that does not hold, in words for whoever has to find the defect. */
export interface Violation {
  readonly rule: string;
  readonly pid: number;
  readonly detail: string;
}

const hex = (value: number): string => `0x${value.toString(16)}`;

/**
 * Checks the kernel's books against the entries in RAM: every resident entry names a frame that knows it, every frame is named as
 * often as it thinks, every slot has as many owners as it thinks, entries lie in areas and give no right that the area does not
 * give, tables count their entries, and the TLB agrees with the tables. Reads are not counted.
 */
export function violations(kernel: Kernel): Violation[] {
  const found: Violation[] = [];
  const names = new Uint32Array(kernel.vm.frames.count);
  const owners = new Uint32Array(kernel.vm.swap.slotCount);
  let tables = 0;
  for (const process of kernel.processes.values()) {
    if (!process.alive || !(process.space instanceof AddressSpace)) continue;
    tables += process.space.table.tableCount;
    checkEntries(kernel, process.space, names, owners, found);
  }
  if (kernel.plain !== null) checkPieces(kernel, kernel.plain, owners, found);
  checkFrames(kernel, names, owners, tables, found);
  checkSlots(kernel, owners, found);
  checkTlb(kernel, found);
  return found;
}

type Complain = (holds: boolean, rule: string, detail: () => string) => void;

function complainer(pid: number, found: Violation[]): Complain {
  return (holds, rule, detail) => {
    if (!holds && found.length < 20) found.push({ rule, pid, detail: detail() });
  };
}

function checkEntries(
  kernel: Kernel,
  space: AddressSpace,
  names: Uint32Array,
  owners: Uint32Array,
  found: Violation[],
): void {
  const { frames } = kernel.vm;
  const complain = complainer(space.pid, found);
  const { pageBytes, book } = kernel.vm;
  checkPromises(kernel, space, complain);
  for (const { page, pages, entry, low, high } of space.table.entries()) {
    const where = () => `page ${hex(page * pageBytes)}, entry ${hex(low)}`;
    const area = space.areaAt(page * pageBytes);
    complain(area !== null, 'an entry lies in an area', where);
    if (entryKind(low) === 'swapped') {
      owners[entryNumber(low)] = owners[entryNumber(low)]! + 1;
      continue;
    }
    const frame = entryNumber(low);
    complain(isResident(low), 'an entry is present, parked or swapped', where);
    const use = pages > 1 ? FRAME_USE.large : FRAME_USE.page;
    complain(frames.use[frame] === use, 'a mapped frame holds a page', where);
    complain((area?.pageBytes ?? pageBytes) === pages * pageBytes, 'an area has pages of one size', where);
    names[frame] = names[frame]! + 1;
    const known = frames.mappings[frame]!.some((mapping) => mapping.table === space.table && mapping.page === page);
    complain(known, 'the reverse map knows every entry', where);
    if (area === null) continue;
    const rights = area.rights;
    const mine = frames.shared[frame] === 1 || kernel.vm.exclusive(frame);
    complain((low & ENTRY.write) === 0 || mine, 'a private page that others have too is not writable', where);
    complain((low & ENTRY.write) === 0 || rights.write, 'an entry is writable only where its area is', where);
    complain(
      (high & ENTRY_HIGH_NO_EXECUTE) !== 0 || rights.execute,
      'an entry is executable only where its area is',
      where,
    );
    const accessible = rights.read || rights.write || rights.execute;
    complain((low & ENTRY.present) === 0 || accessible, 'nothing is present where an area allows nothing', where);
    const hardware = book.hardware(entry);
    const agrees =
      hardware.present === ((low & ENTRY.present) !== 0) &&
      (!hardware.present || hardware.address / pageBytes === frame);
    complain(agrees, 'the entry in RAM says what the kernel has entered', where);
    complain(mine || book.protects, 'without a write bit every private page has one owner', where);
  }
}

/** Every large page that nobody has touched has its frames. */
function checkPromises({ vm }: Kernel, { areas, table }: AddressSpace, complain: Complain): void {
  for (const size of new Set(areas.flatMap(({ pageBytes = 0 }) => (pageBytes === 0 ? [] : [pageBytes])))) {
    let pages = 0;
    for (const { start, end, pageBytes } of areas) if (pageBytes === size) pages += (end - start) / size;
    for (const entry of table.entries()) if (entry.pages * vm.pageBytes === size) pages--;
    const promised = vm.largePages.promised(table, size);
    complain(pages === promised, 'a large page that is untouched is promised', () => `${pages}, ${promised} promised`);
  }
}

function checkFrames(
  kernel: Kernel,
  names: Uint32Array,
  owners: Uint32Array,
  tables: number,
  found: Violation[],
): void {
  const { frames, swap } = kernel.vm;
  const complain = complainer(0, found);
  let free = 0;
  let tableFrames = 0;
  for (let frame = 0; frame < frames.count; frame++) {
    const use = frames.use[frame];
    const slot = frames.slot[frame]!;
    if (use === FRAME_USE.free) free++;
    if (use === FRAME_USE.table) tableFrames++;
    if (slot >= 0) owners[slot] = owners[slot]! + 1;
    const rule = brokenFrameRule(use, names[frame]!, frames.mappings[frame]!.length, frames.candidates[frame]!);
    if (rule !== null) complain(false, rule, () => `frame ${frame}, use ${use}, named ${names[frame]} times`);
    if (slot >= 0 && swap.frameOf(slot) !== frame)
      complain(false, 'a slot knows the frame that holds its content', () => `frame ${frame}, slot ${slot}`);
  }
  complain(free === frames.free, 'the free list is complete', () => `${free} free frames, ${frames.free} listed`);
  complain(tables === tableFrames, 'every table belongs to a process', () => `${tableFrames} tables, ${tables} owned`);
}

function brokenFrameRule(use: number | undefined, named: number, mappings: number, candidate: number): string | null {
  const isPage = use === FRAME_USE.page;
  if (mappings !== named) return 'a frame is named as often as it knows';
  if (isPage && named === 0) return 'a page is mapped somewhere';
  if (!isPage && named > 0 && use !== FRAME_USE.large) return 'no frame is free and mapped';
  return isPage !== (candidate === 1) ? 'after a trap every page, and nothing else, may be evicted' : null;
}

function checkSlots(kernel: Kernel, owners: Uint32Array, found: Violation[]): void {
  const { swap } = kernel.vm;
  const complain = complainer(0, found);
  let used = 0;
  owners.forEach((count, slot) => {
    if (count > 0) used++;
    if (count !== swap.owners[slot])
      complain(false, 'a slot is owned as often as it knows', () => `slot ${slot}: ${count}, not ${swap.owners[slot]}`);
  });
  complain(used === swap.used, 'slots in use are counted', () => `${used} used, ${swap.used} counted`);
}

/** No invalidation is ever owed when the kernel is done, so every valid translation that can be used must be what the tables say. */
function checkTlb(kernel: Kernel, found: Violation[]): void {
  const { memory, mmu } = kernel;
  const complain = complainer(kernel.current?.pid ?? 0, found);
  const usable = new Set<number | null>();
  for (const { alive, space } of kernel.processes.values())
    if (alive && space instanceof AddressSpace) usable.add(kernel.vm.translations.numberOf(space.table.root));
  for (const { start, end } of mmu.arrays)
    for (let word = start; word < end; word += ENTRY_WORDS)
      if ((memory.u32[word + 3]! & TLB_FLAG.valid) !== 0) checkTranslation(kernel, word, usable, complain);
}

function checkTranslation(kernel: Kernel, word: number, usable: ReadonlySet<number | null>, complain: Complain): void {
  const { memory } = kernel;
  const { pageBytes } = kernel.vm;
  const flags = memory.u32[word + 3]!;
  const number = memory.u32[word + 4]!;
  // Those of ended processes wait for their number to be used again, which drops them first.
  if (number !== 0 && !usable.has(number)) return;
  const page = memory.u32[word]! + memory.u32[word + 1]! * 2 ** 32;
  const where = () => `page ${hex(page * pageBytes)}, frame ${memory.u32[word + 2]}, flags ${hex(flags)}`;
  const leaf = memory.u32[word + 5]!;
  const bits = kernel.vm.book.hardware(leaf);
  complain(kernel.current !== null || number !== 0, 'the TLB is empty while no process runs', where);
  complain(bits.present, 'a translation in the TLB is present in the table', where);
  const large = (flags & TLB_FLAG.whole) !== 0 ? 0 : page % 2 ** shiftOf(flags);
  complain(
    bits.address / pageBytes + large === memory.u32[word + 2],
    'a translation in the TLB names the frame of the table',
    where,
  );
  complain((flags & TLB_FLAG.write) === 0 || bits.write, 'the TLB gives no more right to write', where);
  complain((flags & TLB_FLAG.noExecute) !== 0 || !bits.noExecute, 'the TLB gives no more right to execute', where);
  complain((flags & TLB_FLAG.dirty) === 0 || bits.dirty, 'a dirty translation has D in its entry', where);
}
