import type { Image, ImageSymbol, SourceLine } from '../asm/image.js';

/** Looks up what an image knows about its addresses. */
export class Symbols {
  private readonly symbols: readonly ImageSymbol[];
  private readonly lines: readonly SourceLine[];
  private readonly image: Image;

  constructor(image: Image) {
    this.image = image;
    this.symbols = image.symbols.filter(({ name }) => name !== '' && !name.startsWith('.L'));
    this.lines = image.lines;
  }

  /** The symbol at an address or the nearest one before it in the same section; null when there is none. */
  before(address: bigint): ImageSymbol | null {
    const section = this.sectionAt(address);
    if (section === null) return null;
    let last = lastAtOrBefore(this.symbols, address);
    while (last >= 0 && this.symbols[last]!.section !== section) last--;
    if (last < 0) return null;
    // Of several names for one place, a global function is what people know it by.
    let best = this.symbols[last]!;
    for (let i = last - 1; i >= 0 && this.symbols[i]!.address === best.address; i--)
      if (rank(this.symbols[i]!) > rank(best) && this.symbols[i]!.section === section) best = this.symbols[i]!;
    return best;
  }

  /** `name`, `name+0x4`, or null. */
  text(address: bigint): string | null {
    const symbol = this.before(address);
    if (symbol === null) return null;
    const offset = address - symbol.address;
    return offset === 0n ? symbol.name : `${symbol.name}+0x${offset.toString(16)}`;
  }

  /** The source line that made the code at an address. */
  line(address: bigint): SourceLine | null {
    const index = lastAtOrBefore(this.lines, address);
    const section = this.sectionAt(address);
    if (index < 0 || section === null || this.sectionAt(this.lines[index]!.address) !== section) return null;
    const line = this.lines[index]!;
    return line.line === 0 ? null : line;
  }

  sectionAt(address: bigint): string | null {
    const section = this.image.sections.find(
      (one) => address >= one.address && address < one.address + BigInt(one.size),
    );
    return section?.name ?? null;
  }
}

function rank(symbol: ImageSymbol): number {
  return (symbol.global ? 2 : 0) + (symbol.kind === 'function' ? 1 : 0);
}

/** Index of the last entry whose address is at or before `address`; -1 when there is none. */
function lastAtOrBefore(list: readonly { readonly address: bigint }[], address: bigint): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.address <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The instruction or directive of a source line: without labels in front, comment behind, and runs of blanks. */
export function statementOf(text: string): string {
  return text
    .replace(/^\s*(?:[\w.$]+:\s*)+/, '')
    .replace(/(^|\s)#.*$/, '')
    .trim()
    .replace(/\s+/g, ' ');
}
