import { describe, expect, it } from 'vitest';
import { link } from '../../../src/asm/link/link.js';
import { readGolden } from '../../support/golden.js';
import {
  describeImage,
  type LinkRecord,
  labelsOfEmptySections,
  objectsOf,
  programOf,
} from '../../support/link-oracle.js';

/** Objects of GNU as, linked here, against the program that GNU ld made of them (test/support/record-link.ts). */
const records = readGolden<LinkRecord>('link');

describe('the linker against recorded programs of GNU ld', () => {
  it('has programs of every kind', () => {
    expect(records.filter((record) => record.name.startsWith('random')).length).toBeGreaterThan(100);
    expect(records.filter((record) => record.name.endsWith('.s')).length).toBeGreaterThan(60);
    expect(records.filter((record) => record.objects.length > 1).length).toBeGreaterThan(50);
  });

  it.each(records)('$name', (record) => {
    const { image, diagnostics } = link(objectsOf(record));
    expect(diagnostics).toEqual([]);
    const dropped = labelsOfEmptySections(image!);
    const ours = describeImage({
      ...image!,
      symbols: image!.symbols.filter((symbol) => !dropped.has(symbol.name)),
    });
    const theirs = describeImage(programOf(record));
    expect({ ...ours, symbols: ours.symbols.sort() }).toEqual({ ...theirs, symbols: theirs.symbols.sort() });
  });
});
