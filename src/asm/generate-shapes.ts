import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Scanner } from './scanner.js';
import { type PackedTemplate, packTemplate } from './template.js';

/**
 * Lets the grammar read the shapes of many programs beforehand, into generated/shapes.js, so that most sources assemble without it. Run by
 * `npm run generate`, after generate-grammar.ts. What a shape means is still only in the grammar: this is its answer, kept.
 */

const folder = fileURLToPath(new URL('.', import.meta.url));
const generated = join(folder, 'generated');
const SOURCES = ['../../asm-examples', '../../test/corpus'];

/** Writes the module: one string, since JSON is read faster than code. */
function write(shapes: Record<string, PackedTemplate>): void {
  mkdirSync(generated, { recursive: true });
  writeFileSync(
    join(generated, 'shapes.js'),
    `export const commonShapes = ${JSON.stringify(JSON.stringify(shapes))};\n`,
  );
  writeFileSync(join(generated, 'shapes.d.ts'), 'export declare const commonShapes: string;\n');
}

const shapes: Record<string, PackedTemplate> = {};
// The grammar's module refers to the generated one, so there must be one.
write(shapes);
const { readStatement } = await import('./grammar.js');
for (const source of SOURCES) {
  const path = join(folder, source);
  for (const file of readdirSync(path)
    .filter((name) => name.endsWith('.s'))
    .sort())
    collect(readFileSync(join(path, file), 'utf8'));
}
write(shapes);

function collect(source: string): void {
  const scanner = new Scanner(source);
  for (let lexemes = scanner.next(); lexemes !== null; lexemes = scanner.next()) {
    if (lexemes.problem !== null || Object.hasOwn(shapes, lexemes.shape)) continue;
    const template = readStatement(lexemes.shape, lexemes.places, lexemes.count);
    if (!('failure' in template)) shapes[lexemes.shape] = packTemplate(template);
  }
}
