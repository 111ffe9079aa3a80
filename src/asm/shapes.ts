import { commonShapes } from './generated/shapes.js';
import type { SyntaxFailure } from './grammar.js';
import type { Lexemes } from './lexemes.js';
import { type PackedTemplate, type Template, unpackTemplate } from './template.js';

/** Reads a shape; `places` are the offsets of its `count` lexemes. */
type ShapeReader = (shape: string, places: readonly number[], count: number) => Template | SyntaxFailure;

/** A shape that nobody has read yet, and no grammar to read it with: import `grammar.js`, then try again. */
export class GrammarNeeded extends Error {}

let read: ShapeReader = () => {
  throw new GrammarNeeded('the grammar has not been loaded');
};

/** The grammar registers itself here when it is loaded: it takes longer to load than most programs to assemble. */
export function installGrammar(reader: ShapeReader): void {
  read = reader;
}

/**
 * Parses of shapes, kept: 10,000 lines of compiled code have about 60 shapes. The cache holds what the grammar says about a shape and
 * nothing about any program, so that sharing it between programs is invisible. It begins with the shapes of many programs, read by the
 * grammar when pagewalk was built (generate-shapes.ts).
 */
const known = new Map<string, Template | SyntaxFailure>();

/** The shapes that were read beforehand and not unpacked yet. */
const packed: Record<string, PackedTemplate> = JSON.parse(commonShapes);

/** Bounds of the cache: shapes, and characters of one. Garbage makes a new shape on every line. */
const MOST_SHAPES = 4096;
const LONGEST_SHAPE = 1024;

/** The template of a statement's shape, or where the grammar stopped: an offset in `lexemes.shape`. */
export function templateOf(lexemes: Lexemes): Template | SyntaxFailure {
  const { shape } = lexemes;
  const cached = known.get(shape);
  if (cached !== undefined) return cached;
  const ready = Object.hasOwn(packed, shape) ? packed[shape] : undefined;
  const result = ready === undefined ? read(shape, lexemes.places, lexemes.count) : unpackTemplate(ready);
  if (shape.length <= LONGEST_SHAPE) {
    if (known.size >= MOST_SHAPES) known.clear();
    known.set(shape, result);
  }
  return result;
}
