import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../src/asm/assemble.js';
import { assembleAnything } from '../support/fuzz-assembly.js';
import { executables, mutatedFile, runFile } from '../support/fuzz-programs.js';
import { Sandbox } from '../support/fuzz-sandbox.js';
import { writtenInstructions } from '../support/fuzz-strings.js';
import { bombs, mutatedText, sourceTexts } from '../support/fuzz-texts.js';
import { SeededRandom } from '../support/seeded-random.js';

/** Small, fixed parts of test/support/fuzz-instructions.ts, fuzz-sources.ts and fuzz-programs.ts. */
describe('random byte strings', () => {
  const written = writtenInstructions('../../asm-examples/', 12);

  it('decode and run without an exception, in both engines alike', () => {
    const total = { strings: 0, decoded: 0, traps: 0, compared: 0 };
    for (let seed = 1; seed <= 3; seed++) {
      const sandbox = new Sandbox(new SeededRandom(seed), written, seed === 1);
      for (let batch = 0; batch < 4; batch++) expect(sandbox.batch()).toEqual([]);
      for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += sandbox.outcome[name];
    }
    const { strings, decoded, traps, compared } = total;
    expect(strings).toBeGreaterThan(10_000);
    expect(compared).toBeGreaterThan(4000);
    // Many are instructions, many fault, and many do neither.
    expect(decoded / strings).toBeGreaterThan(0.5);
    expect(traps / strings).toBeGreaterThan(0.4);
    expect(traps / strings).toBeLessThan(0.8);
  }, 60_000);
});

describe('mutated sources', () => {
  it('are assembled, or refused with a reason', () => {
    const texts = sourceTexts(5000);
    const tally = { refused: 0, object: 0, image: 0, ran: 0 };
    for (let seed = 1; seed <= 400; seed++) {
      const random = new SeededRandom(seed);
      tally[assembleAnything(mutatedText(random, texts, 30), random.chance(0.3))]++;
    }
    for (const count of Object.values(tally)) expect(count).toBeGreaterThan(5);
  }, 60_000);

  it.each(Object.entries(bombs))(
    'that explode end soon: %s',
    (_, { text, message }) => {
      const began = performance.now();
      const { object, diagnostics } = assembleObject(text, 'bomb.s');
      expect(diagnostics[0]?.message ?? (object === null ? 'refused' : 'an object')).toMatch(message);
      // Seconds at most; without bounds these take minutes, or all of the memory.
      expect(performance.now() - began).toBeLessThan(20_000);
    },
    60_000,
  );
});

describe('mutated executables', () => {
  it('are refused, or run until they end or are ended', () => {
    const files = executables(10);
    const tally = { refused: 0, ended: 0, limit: 0 };
    for (let seed = 1; seed <= 60; seed++) {
      const random = new SeededRandom(seed);
      tally[runFile(random, mutatedFile(random, files))]++;
    }
    for (const count of Object.values(tally)) expect(count).toBeGreaterThan(2);
  }, 60_000);
});
