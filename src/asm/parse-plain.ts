import { readStatement } from './grammar.js';
import { type Lexemes, sliceOf } from './lexemes.js';
import type { Statement } from './syntax.js';
import { fillStatement } from './template.js';

/** The syntax tree of a statement straight from its text, without shapes: what `parse` must agree with. Null when it does not parse. */
export function parsePlain(lexemes: Lexemes): Statement | null {
  if (lexemes.problem !== null) return null;
  const { starts, ends, count } = lexemes;
  let text = '';
  const places: number[] = [];
  for (let i = 0; i < count; i++) {
    text = text.padEnd(starts[i]! - starts[0]!);
    places.push(text.length);
    text += sliceOf(lexemes, starts[i]!, ends[i]!);
  }
  const template = readStatement(text, places, count);
  return 'failure' in template ? null : fillStatement(template, lexemes);
}
