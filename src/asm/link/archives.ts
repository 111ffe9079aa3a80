import type { Diagnostic } from '../diagnostics.js';
import type { Archive } from '../elf/archive.js';
import { looksLikeElf, readObject } from '../elf/read.js';
import type { Image } from '../image.js';
import type { ObjectFile } from '../object.js';
import { type LinkOptions, link } from './link.js';

/** What a link takes, in the order of the command line. */
export type LinkInput =
  | { readonly kind: 'object'; readonly object: ObjectFile }
  | { readonly kind: 'archive'; readonly archive: Archive };

/** What is known of a global name while the inputs are read from left to right. */
type Known = 'undefined' | 'weak' | 'common' | 'defined';

/** The objects that are linked, and which archive would have had the names that nobody defines. */
export interface Selection {
  readonly objects: readonly ObjectFile[];
  /** Name of the member, as `lib.a(member.o)`, by the global name that it defines. */
  readonly offered: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes from archives what is needed, as ld does (bfd's elf_link_add_archive_symbols): inputs from left to right; of an archive the members
 * that define a name that is undefined by then, over and over until none is added. A weak reference pulls nothing. Where execution
 * begins is undefined from the start, so that an archive may hold it: `_start`, and `main` where nobody has `_start`.
 */
export function selectMembers(inputs: readonly LinkInput[], options: LinkOptions = {}): Selection {
  const entry = options.entry ?? '_start';
  const libraries = new Map<Archive, Library>();
  for (const input of inputs) if (input.kind === 'archive') libraries.set(input.archive, new Library(input.archive));
  const first = new Selector([entry]).addAll(inputs, libraries);
  if (entry !== '_start' || first.known.get(entry) === 'defined' || libraries.size === 0)
    return first.result(libraries);
  return new Selector([entry, 'main']).addAll(inputs, libraries).result(libraries);
}

/** Links objects and what they need from archives; otherwise as `link`. */
export function linkInputs(
  inputs: readonly LinkInput[],
  options: LinkOptions = {},
): { image: Image | null; diagnostics: Diagnostic[] } {
  const { objects, offered, diagnostics } = selectMembers(inputs, options);
  if (diagnostics.length > 0) return { image: null, diagnostics: [...diagnostics] };
  return link(objects, { offered, ...options });
}

class Selector {
  readonly known = new Map<string, Known>();
  readonly #objects: ObjectFile[] = [];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(undefinedNames: readonly string[]) {
    for (const name of undefinedNames) this.known.set(name, 'undefined');
  }

  addAll(inputs: readonly LinkInput[], libraries: ReadonlyMap<Archive, Library>): this {
    for (const input of inputs) {
      if (input.kind === 'object') this.#add(input.object);
      else this.#addFrom(libraries.get(input.archive)!);
    }
    return this;
  }

  result(libraries: ReadonlyMap<Archive, Library>): Selection {
    const offered = new Map<string, string>();
    for (const library of libraries.values())
      for (const { name, member } of library.index)
        if (this.known.get(name) !== 'defined' && !offered.has(name)) offered.set(name, library.nameOf(member));
    return { objects: this.#objects, offered, diagnostics: this.#diagnostics };
  }

  #add(object: ObjectFile): void {
    this.#objects.push(object);
    for (const { name, binding, section } of object.symbols) {
      if (binding === 'local') continue;
      const before = this.known.get(name);
      if (section === 'undefined') {
        if (before === undefined || (before === 'weak' && binding !== 'weak'))
          this.known.set(name, binding === 'weak' ? 'weak' : 'undefined');
      } else if (section !== 'common') this.known.set(name, 'defined');
      else if (before !== 'defined') this.known.set(name, 'common');
    }
  }

  #addFrom(library: Library): void {
    const taken = new Set<number>();
    // Names of which this archive cannot change anything any more.
    let rest = library.index;
    for (let added = true; added; ) {
      added = false;
      rest = rest.filter(({ name, member }) => {
        if (taken.has(member)) return false;
        const known = this.known.get(name);
        if (known === 'defined') return false;
        if (known !== 'undefined' && !(known === 'common' && library.definesData(member, name))) return true;
        taken.add(member);
        added = this.#take(library, member) || added;
        return false;
      });
    }
  }

  /** Whether there was an object to take. */
  #take(library: Library, member: number): boolean {
    const { object, diagnostics } = library.object(member);
    if (object === null) this.#diagnostics.push(...diagnostics);
    else this.#add(object);
    return object !== null;
  }
}

/** An archive whose members are read when they are needed, and then once. */
class Library {
  readonly index: readonly { readonly name: string; readonly member: number }[];
  readonly #archive: Archive;
  readonly #objects = new Map<number, ReturnType<typeof readObject>>();

  constructor(archive: Archive) {
    this.#archive = archive;
    this.index = archive.index ?? archive.members.flatMap((_, member) => this.#definitions(member));
  }

  nameOf(member: number): string {
    return `${this.#archive.name}(${this.#archive.members[member]!.name})`;
  }

  object(member: number): ReturnType<typeof readObject> {
    const known = this.#objects.get(member);
    if (known) return known;
    const read = readObject(this.#archive.members[member]!.bytes, this.nameOf(member));
    this.#objects.set(member, read);
    return read;
  }

  /** A definition that would end what is only common storage so far. */
  definesData(member: number, name: string): boolean {
    const symbol = this.object(member).object?.symbols.find(
      (entry) => entry.name === name && entry.binding !== 'local',
    );
    return symbol !== undefined && symbol.section !== 'undefined' && symbol.section !== 'common';
  }

  /** What ranlib would put into the index for a member; nothing for one that is not an object. */
  #definitions(member: number): { name: string; member: number }[] {
    if (!looksLikeElf(this.#archive.members[member]!.bytes)) return [];
    const symbols = this.object(member).object?.symbols ?? [];
    return symbols
      .filter(({ binding, section }) => binding !== 'local' && section !== 'undefined')
      .map(({ name }) => ({ name, member }));
  }
}
