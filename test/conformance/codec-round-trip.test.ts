import { describe, expect, it } from 'vitest';
import { decode } from '../../src/codec/decode.js';
import { hasTool } from '../support/gnu-as.js';
import { readGolden } from '../support/golden.js';
import { shapes } from '../support/random-instructions.js';
import { checkRoundTrips, type RoundTrip, randomInstructions, recordRoundTrips } from '../support/round-trip.js';

describe('decoder, disassembler and encoder against recorded answers of GNU binutils 2.40', () => {
  const recorded = readGolden<RoundTrip>('codec-round-trip');

  it("prints objdump's text and assembles it to the bytes of as", () => {
    const { differences, identical } = checkRoundTrips(recorded);
    expect(differences).toEqual([]);
    expect(identical).toBeGreaterThan(recorded.length * 0.8);
  });

  it('has a sample of every form at every operand size', () => {
    const seen = new Set(
      recorded.map(({ bytes }) => {
        const instruction = decode(Buffer.from(bytes, 'hex'), 0, bytes.length / 2);
        return typeof instruction === 'string' ? '' : `${instruction.form.text} ${instruction.width}`;
      }),
    );
    const missing = shapes.filter(({ form, width }) => !seen.has(`${form.text} ${width}`));
    expect(missing.map(({ form, width }) => `${form.mnemonic} ${form.text} ${width}`)).toEqual([]);
  });
});

describe.skipIf(!hasTool('as') || !hasTool('objdump'))('decoder, disassembler and encoder against GNU binutils', () => {
  it('agree on 3,000 random instructions; what as prefers comes back byte for byte', () => {
    const records = recordRoundTrips(randomInstructions(3_000, 11));
    expect(checkRoundTrips(records).differences).toEqual([]);
    // As has no name for a few: `jmpw` to a label, `movzww`.
    const accepted = records.flatMap(({ reassembled }) => reassembled ?? []);
    const preferred = accepted.map((bytes) => Uint8Array.from(Buffer.from(bytes, 'hex')));
    expect(preferred.length).toBeGreaterThan(records.length * 0.99);
    const { differences, identical } = checkRoundTrips(recordRoundTrips(preferred));
    expect(differences).toEqual([]);
    expect(identical).toBe(preferred.length);
  });
});
