import { readStatement, type SyntaxFailure } from './grammar.js';
import type { Lexemes } from './lexemes.js';
import type { Template } from './template.js';

/**
 * Parses of shapes, kept: 10,000 lines of compiled code have about 60 shapes. The cache holds what the grammar says about a shape and
 * nothing about any program, so that sharing it between programs is invisible.
 */
const known = new Map<string, Template | SyntaxFailure>();

/** Bounds of the cache: shapes, and characters of one. Garbage makes a new shape on every line. */
const MOST_SHAPES = 4096;
const LONGEST_SHAPE = 1024;

/** The template of a statement's shape, or where the grammar stopped: an offset in `lexemes.shape`. */
export function templateOf(lexemes: Lexemes): Template | SyntaxFailure {
  const { shape } = lexemes;
  const cached = known.get(shape);
  if (cached !== undefined) return cached;
  const result = readStatement(shape, lexemes.places, lexemes.count);
  if (shape.length <= LONGEST_SHAPE) {
    if (known.size >= MOST_SHAPES) known.clear();
    known.set(shape, result);
  }
  return result;
}
