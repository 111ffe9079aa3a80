/**
 * Records test/golden/silicon.jsonl.gz on this machine's processor: `npx tsx test/support/silicon/record.ts`. Cases of every
 * shape: each form at each width, with its operand in a register and in memory.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { generateBatch, shapes } from './cases.js';
import { buildHarness, runNative } from './native.js';
import { pack } from './recording.js';

const CASES_PER_SHAPE = 4;
const SEED = 20;

const harness = buildHarness();
if ('reason' in harness) throw new Error(harness.reason);
const batch = generateBatch(SEED, 0, shapes.length * CASES_PER_SHAPE);
const outcomes = runNative(harness.path, batch);
const packed = pack({ processor: cpus()[0]!.model, batch, outcomes });
writeFileSync(fileURLToPath(new URL('../../golden/silicon.jsonl.gz', import.meta.url)), packed);
console.log(`${batch.cases.length} cases of ${shapes.length} shapes, ${packed.length} bytes`);
