import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/machine/assemble.js';
import { designOf, entryLayoutOf } from '../../src/machine/designs.js';
import { Machine } from '../../src/machine/machine.js';
import type { Design } from '../../src/mmu/design.js';
import { tableLevels } from '../../src/mmu/design.js';
import { violations } from '../../src/observe/ledger.js';
import { type Example, examples } from '../support/examples.js';

/**
 * Designs, and the examples that are left out: those that need a right for which entries have no bit, or addresses of the upper half; and with small
 * pages those that take long.
 */
const designs: readonly (readonly [name: string, design: Design, without: RegExp])[] = [
  ['the levels of x86-64', designOf('radix:9,9,9,9'), /^$/],
  ['five levels of 57 bits', designOf('radix:9,9,9,9,9'), /stack-overflow/],
  ['one table of a million entries', designOf('linear'), /run-data|run-stack|noncanonical|stack-overflow/],
  [
    'pages of 1 KiB',
    designOf('radix:10,12', { pageBytes: 1024, entry: entryLayoutOf('4') }),
    /noncanonical|allocator|stack-overflow/,
  ],
  [
    'pages of 256 bytes',
    designOf('radix:9,9,8,8', { pageBytes: 256, entry: entryLayoutOf('8') }),
    /allocator|stack-overflow/,
  ],
  [
    'entries with nothing but a frame',
    designOf('radix:11,11', { pageBytes: 1024, entry: entryLayoutOf('ostep-linear') }),
    /run-data|run-stack|noncanonical|write-text|mprotect|efault|allocator|stack-overflow|stale-translation/,
  ],
];

const plain = examples().filter(
  ({ options, with: other, args, stdin, linux }) =>
    options.length + args.length === 0 && other === null && stdin === '' && linux === 'yes',
);

function runs(example: Example, design: Design): void {
  const image = assemble(readFileSync(example.path, 'utf8'), example.file, design);
  const machine = new Machine({ mmu: design, ram: '16M', limit: 400_000 });
  machine.load(image);
  const result = machine.run();
  expect(new TextDecoder().decode(result.stdout)).toBe(example.prints);
  expect(result.status).toBe(example.status);
  expect(violations(result.counters, machine.cpu.repeating, tableLevels(design))).toEqual([]);
}

describe.each(designs)('under %s the examples do what their headers say', (_name, design, without) => {
  it.each(plain.filter(({ file }) => !without.test(file)).map((example) => [example.file, example] as const))(
    '%s',
    (_file, example) => {
      runs(example, design);
    },
  );
});
