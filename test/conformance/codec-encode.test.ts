import { describe, expect, it } from 'vitest';
import { generatedLines, writtenLines } from '../support/encode-lines.js';
import { difference, encodeVector } from '../support/encode-vector.js';
import { type AsVector, assembleLines, hasTool } from '../support/gnu-as.js';
import { readGolden } from '../support/golden.js';

function differences(vectors: readonly AsVector[]): string[] {
  return vectors.flatMap((vector) => difference(vector, encodeVector(vector.line)) ?? []);
}

describe('the encoder against recorded answers of GNU as 2.40', () => {
  const recorded = readGolden<AsVector>('codec-encode');

  it('gives the same bytes, relocations and warnings, and refuses the same lines', () => {
    expect(differences(recorded)).toEqual([]);
  });

  it('is held against accepted lines, refused lines, warnings and relocations in good number', () => {
    expect(recorded.length).toBeGreaterThan(6_500);
    expect(recorded.filter((vector) => vector.bytes === null).length).toBeGreaterThan(1_000);
    expect(recorded.filter((vector) => vector.warnings.length > 0).length).toBeGreaterThan(100);
    expect(recorded.filter((vector) => vector.relocations.length > 0).length).toBeGreaterThan(400);
    const lines = new Set(recorded.map((vector) => vector.line));
    expect(writtenLines().filter((line) => !lines.has(line))).toEqual([]);
  });
});

describe.skipIf(!hasTool('as'))('the encoder against GNU as', () => {
  it('agrees on the written lines and on 3,000 generated ones', () => {
    expect(differences(assembleLines([...writtenLines(), ...generatedLines(3_000, 7)]))).toEqual([]);
  });
});
