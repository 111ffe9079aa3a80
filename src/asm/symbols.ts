import type { Bound } from './expression.js';
import type { SymbolBinding, SymbolType, SymbolVisibility } from './object.js';
import type { Fragment, Section } from './sections.js';
import type { Span } from './syntax.js';

/** A place in a section: `offset` bytes into the fixed part of a fragment. */
export interface Location {
  readonly section: Section;
  readonly fragment: Fragment;
  readonly offset: number;
}

/** Storage that the linker allocates (`.comm`). */
export interface Common {
  readonly size: bigint;
  readonly alignment: bigint;
}

/** A symbol while its file is assembled. It is a label, an equate, common storage, or not defined (yet). */
export class AsmSymbol {
  readonly name: string;
  location: Location | null = null;
  /** Of an equate. */
  value: Bound | null = null;
  common: Common | null = null;
  binding: SymbolBinding | null = null;
  type: SymbolType = 'none';
  visibility: SymbolVisibility = 'default';
  size: { readonly value: Bound; readonly span: Span } | null = null;
  /** Where it was defined, and first used. */
  defined: Span | null = null;
  used: Span | null = null;
  /** Set while its value is worked out, to find definitions that lead back to themselves. */
  busy = false;
  /** Needs a symbol table entry because a relocation names it. */
  inRelocation = false;
  /** Index in the object's symbol table, given at the end. */
  index = -1;

  constructor(name: string) {
    this.name = name;
  }

  get isDefined(): boolean {
    return this.location !== null || this.value !== null || this.common !== null;
  }

  /** Global or weak: other files may see it, or even replace it. */
  get external(): boolean {
    if (this.binding === 'global' || this.binding === 'weak') return true;
    return this.binding === null && (!this.isDefined || this.common !== null);
  }
}

/** The symbols of one file. */
export class SymbolTable {
  readonly #named = new Map<string, AsmSymbol>();
  /** Of each local label number the symbols so far. */
  readonly #local = new Map<number, AsmSymbol[]>();
  readonly #expected = new Map<number, AsmSymbol>();

  /** The symbol of a name; made when it is new. */
  named(name: string): AsmSymbol {
    let symbol = this.#named.get(name);
    if (symbol === undefined) {
      symbol = new AsmSymbol(name);
      this.#named.set(name, symbol);
    }
    return symbol;
  }

  /** Puts a new symbol under a name; earlier uses keep the old one (a redefined equate). */
  replace(symbol: AsmSymbol): void {
    this.#named.set(symbol.name, symbol);
  }

  find(name: string): AsmSymbol | undefined {
    return this.#named.get(name);
  }

  /** In order of first appearance. */
  all(): Iterable<AsmSymbol> {
    return this.#named.values();
  }

  /** The symbol for a new `n:`. */
  defineLocal(number: number): AsmSymbol {
    const instances = this.#local.get(number) ?? [];
    const symbol = this.#expected.get(number) ?? new AsmSymbol(`${number}:`);
    this.#expected.delete(number);
    instances.push(symbol);
    this.#local.set(number, instances);
    return symbol;
  }

  /** The symbol of `nb`, or null when there is no `n:` before. */
  localBefore(number: number): AsmSymbol | null {
    return this.#local.get(number)?.at(-1) ?? null;
  }

  /** The symbol of `nf`: the next `n:`. */
  localAfter(number: number, span: Span): AsmSymbol {
    let symbol = this.#expected.get(number);
    if (symbol === undefined) {
      symbol = new AsmSymbol(`${number}:`);
      symbol.used = span;
      this.#expected.set(number, symbol);
    }
    return symbol;
  }

  /** Local labels that were referred to with `f` and never came. */
  missingLocals(): Iterable<AsmSymbol> {
    return this.#expected.values();
  }
}
