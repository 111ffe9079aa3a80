import type { Diagnostic } from '../diagnostics.js';
import type { Image, ImageRelocation } from '../image.js';
import { type ObjectFile, type ObjectSymbol, SECTION_FLAG, SECTION_TYPE } from '../object.js';
import { debugOutputs, isDebugSection, KeptSections } from './debug.js';
import { withSharedFrames } from './frames.js';
import { planGot } from './got.js';
import { withoutDuplicates } from './groups.js';
import { buildImage, headerBytes, oversize } from './image.js';
import { assignAddresses, assignOutputs, type Layout, LD_PLACEMENT, type Placement } from './layout.js';
import { mergeSections } from './merge.js';
import { placeOf, position } from './places.js';
import { explain } from './problems.js';
import { globalOffsetTable, globalValue, type Linked, relocate } from './relocate.js';
import type { InputSection } from './sections.js';
import { exitStub, frameStub, mainStub } from './start-stub.js';
import { resolveSymbols } from './symbols.js';

export interface LinkOptions {
  /** Name of the image for messages; the first object's by default. */
  readonly name?: string;
  /** Symbol where execution begins; `_start` by default. */
  readonly entry?: string;
  /** Where the program is placed; as ld does by default. */
  readonly place?: Placement;
  /** Names that an archive defines which stood too early to be asked for them, and the member. */
  readonly offered?: ReadonlyMap<string, string>;
}

/**
 * Links objects into a static program at the addresses that `ld` without options gives them (binutils 2.40), or where `place` says.
 *
 * The program starts at `_start`. Without one, a stub is added behind the code that calls `main(argc, argv, envp)` and ends the process with
 * its result; with neither it is a snippet: a stub before its first byte of .text sets rbp to the stack, and one directly behind the last
 * ends the process with status 0. Errors are in `diagnostics`, all of them at once; `image` is then null.
 */
export function link(
  objects: readonly ObjectFile[],
  options: LinkOptions = {},
): { image: Image | null; diagnostics: Diagnostic[] } {
  const start = chooseStart(objects, options.entry ?? '_start');
  const diagnostics = [...start.diagnostics];
  const failed = () => diagnostics.some((entry) => entry.severity === 'error');
  if (failed()) return { image: null, diagnostics };
  const objectsToLink = withSharedFrames(withoutDuplicates(start.objects));
  const { linked, layout } = layOut(objectsToLink, options.place ?? LD_PLACEMENT);
  const name = options.name ?? objects[0]?.name ?? '';
  const moving: ImageRelocation[] = [];
  const tooLarge = oversize(layout, linked.debug);
  if (tooLarge !== null) diagnostics.push(whole(name, tooLarge));
  else diagnostics.push(...linked.table.diagnostics, ...explain(linked, relocate(linked, moving), options.offered));
  if (failed()) return { image: null, diagnostics };
  const entry = globalValue(linked, start.entry) ?? 0n;
  const image = buildImage(linked, layout, entry, name);
  const relocations = moving.sort((a, b) => Number(a.address - b.address));
  return { image: layout.place.keepsRelocations === true ? { ...image, relocations } : image, diagnostics };
}

interface Start {
  readonly objects: readonly ObjectFile[];
  /** Symbol to start at. */
  readonly entry: string;
  readonly diagnostics: readonly Diagnostic[];
}

function chooseStart(objects: readonly ObjectFile[], entry: string): Start {
  const own = defined(objects, entry);
  if (own) {
    if (own.binding !== 'local') return { objects, entry, diagnostics: [] };
    const message = `'${entry}' is not global, so ld would not find it`;
    const warning = { ...own.at, severity: 'warning', message, suggestion: `.globl ${entry}` } as const;
    return { objects: promote(objects, entry), entry, diagnostics: [warning] };
  }
  if (entry !== '_start')
    return { objects, entry, diagnostics: [whole(objects[0]?.name ?? '', `no symbol '${entry}' to start at`)] };
  if (defined(objects, 'main')) return { objects: [...promote(objects, 'main'), mainStub], entry, diagnostics: [] };
  if (!objects.some(hasCode)) {
    const message = 'there is nothing to run: no instruction in .text';
    return { objects, entry, diagnostics: [whole(objects[0]?.name ?? '', message)] };
  }
  return { objects: [frameStub, ...objects, exitStub], entry, diagnostics: misspelt(objects) };
}

/** A warning when a label of the code looks like an entry point that was meant. */
function misspelt(objects: readonly ObjectFile[]): Diagnostic[] {
  const labels = objects.flatMap((object) =>
    object.symbols.filter((symbol) => inCode(object, symbol)).map((symbol) => symbol.name),
  );
  for (const wanted of ['_start', 'main']) {
    const found = labels.find((label) => letters(label) === letters(wanted));
    if (found === undefined) continue;
    const message = "there is neither '_start' nor 'main', so the program runs from its first instruction";
    const suggestion = `is '${found}' meant to be '${wanted}'?`;
    return [{ ...defined(objects, found)!.at, severity: 'warning', message, suggestion }];
  }
  return [];
}

/** The letters of a name without their order, case and underscores: `_strat`, `Start` and `start` are alike. */
function letters(name: string): string {
  return [...name.toLowerCase().replaceAll('_', '')].sort().join('');
}

function inCode(object: ObjectFile, { name, section }: ObjectSymbol): boolean {
  if (name === '' || typeof section !== 'number') return false;
  return (object.sections[section]!.flags & SECTION_FLAG.execute) !== 0;
}

/** An error about the program as a whole. */
function whole(file: string, message: string): Diagnostic {
  return { file, line: 0, column: 0, severity: 'error', message };
}

function defined(objects: readonly ObjectFile[], name: string) {
  for (const object of objects) {
    const symbol = object.symbols.find((entry) => entry.name === name && typeof entry.section === 'number');
    if (!symbol) continue;
    return { binding: symbol.binding, at: position(object, placeOf(object, symbol.section, symbol.value), name) };
  }
  return null;
}

/** Makes a local symbol visible to the other objects. */
function promote(objects: readonly ObjectFile[], name: string): ObjectFile[] {
  return objects.map((object) => ({
    ...object,
    symbols: object.symbols.map((symbol) =>
      symbol.name === name && symbol.binding === 'local' ? { ...symbol, binding: 'global' as const } : symbol,
    ),
  }));
}

function hasCode(object: ObjectFile): boolean {
  return object.sections.some(({ flags, size }) => (flags & SECTION_FLAG.execute) !== 0 && size > 0);
}

/** Everything before relocation: symbols, merging, the table of addresses. */
function layOut(objects: readonly ObjectFile[], place: Placement): { linked: Linked; layout: Layout } {
  const table = resolveSymbols(objects);
  const got = planGot(objects, table);
  const inputs = objects.map((object, objectIndex) =>
    object.sections.map((_, index) => inputOf(object, objectIndex, index)),
  );
  const all = inputs.flat().filter((input) => input !== undefined);
  const loaded = all.filter(({ section }) => (section.flags & SECTION_FLAG.alloc) !== 0);
  const placed = assignOutputs([...loaded, ...table.commonSections, ...got.sections]);
  const relocated = objects.map((object) => new Set(object.relocations.map((relocation) => relocation.section)));
  const isRelocated = (input: InputSection) => relocated[input.objectIndex]?.has(input.index) ?? false;
  for (const step of placed) if (step.step === 'section') mergeSections(step.output.inputs, isRelocated);
  const outputs = placed.flatMap((step) => (step.step === 'section' ? [step.output] : []));
  const layout = assignAddresses(placed, place.headers ? headerBytes(outputs) : 0, place);
  const script = new Map([...layout.symbols].map(([name, { address }]) => [name, address]));
  if (got.sections.length > 0) script.set('_GLOBAL_OFFSET_TABLE_', globalOffsetTable(got));
  for (const output of layout.outputs) {
    if (!/^[A-Za-z_]\w*$/.test(output.name) || output.inputs.length === 0) continue;
    script.set(`__start_${output.name}`, output.address);
    script.set(`__stop_${output.name}`, output.address + output.size);
  }
  const debug = debugOutputs(
    all.filter(({ section }) => isDebugSection(section)),
    isRelocated,
  );
  const kept = new KeptSections(objects);
  const { tlsStart, tlsEnd } = layout;
  return { linked: { objects, inputs, table, script, got, tlsStart, tlsEnd, debug, kept }, layout };
}

/** A section that is loaded, or for debuggers; comments and notes for tools are left out. */
function inputOf(object: ObjectFile, objectIndex: number, index: number): InputSection | undefined {
  const section = object.sections[index]!;
  const loaded = (section.flags & SECTION_FLAG.alloc) !== 0 && (section.flags & SECTION_FLAG.exclude) === 0;
  if (!loaded && !isDebugSection(section)) return undefined;
  if (section.name === '.note.gnu.property') return undefined;
  const bytes = section.type === SECTION_TYPE.nobits ? new Uint8Array(0) : section.bytes.slice();
  const size = section.size;
  return { object, objectIndex, index, section, bytes, size, merged: null, output: null, offset: 0 };
}
