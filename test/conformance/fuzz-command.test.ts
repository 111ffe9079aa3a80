import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pagewalk } from '../support/command.js';
import { executables, mutatedFile } from '../support/fuzz-programs.js';
import { mutatedText, sourceTexts } from '../support/fuzz-texts.js';
import { SeededRandom } from '../support/seeded-random.js';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A trace of the host's stack: the mark of a defect. */
const HOST_STACK = /^\s+at .*:\d+:\d+\)?$/m;

async function check(file: string): Promise<number | null> {
  const { status, signal, stderr } = await pagewalk(['run', file, '--max-instructions', '5000']);
  expect(signal).toBeNull();
  // 70 says that pagewalk has a defect.
  expect(status).not.toBe(70);
  expect(stderr).not.toMatch(HOST_STACK);
  return status;
}

describe('pagewalk run', () => {
  it('refuses mutated executables, or runs them to some end', async () => {
    const files = executables(8);
    const statuses = new Set<number | null>();
    for (let seed = 1; seed <= 8; seed++) {
      const file = join(folder, `f${seed}`);
      writeFileSync(file, mutatedFile(new SeededRandom(seed), files));
      statuses.add(await check(file));
    }
    expect(statuses.size).toBeGreaterThan(1);
  }, 60_000);

  it('refuses mutated sources, or runs them to some end', async () => {
    const texts = sourceTexts(3000);
    const statuses = new Set<number | null>();
    for (let seed = 1; seed <= 6; seed++) {
      const file = join(folder, `s${seed}.s`);
      writeFileSync(file, mutatedText(new SeededRandom(seed), texts));
      statuses.add(await check(file));
    }
    expect(statuses).toContain(65);
  }, 60_000);
});
