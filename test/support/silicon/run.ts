/**
 * Compares an engine with the processor: `npx tsx test/support/silicon/run.ts [cases] [seed] [engine] [--every-flag] [--sse]`.
 * `--sse`: only instructions of SSE.
 * Prints every difference's first examples by form, and a count; the exit status is 1 if there is any.
 */
import { forms } from '../../../src/isa/table.js';
import { generateBatch, shapes } from './cases.js';
import { differences } from './compare.js';
import { engines } from './engines.js';
import { buildHarness, runNative } from './native.js';

const BATCH = 20_000;

const total = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const pool = process.argv.includes('--sse') ? shapes.filter(({ form }) => form.sse) : shapes;
const everyFlag = process.argv.includes('--every-flag');
const harness = buildHarness();
if ('reason' in harness) throw new Error(harness.reason);
const makeMachine = engines[process.argv[4] ?? 'reference'];
if (!makeMachine) throw new Error(`engines: ${Object.keys(engines).join(', ')}`);
const machine = makeMachine();
const failures = new Map<string, { count: number; examples: string[] }>();
let compared = 0;
let faults = 0;
for (let first = 0; first < total; first += BATCH) {
  const batch = generateBatch(seed + first, first, Math.min(BATCH, total - first), pool);
  const native = runNative(harness.path, batch);
  const model = machine.run(batch);
  batch.cases.forEach((test, index) => {
    compared++;
    if (native[index]!.vector >= 0) faults++;
    const found = differences(test, native[index]!, model[index]!, everyFlag);
    if (found.length === 0) return;
    const form = forms[test.form]!;
    const key = `${form.mnemonic} '${form.text}' ${test.width}`;
    const entry = failures.get(key) ?? { count: 0, examples: [] };
    failures.set(key, entry);
    entry.count++;
    if (entry.examples.length >= 2) return;
    const { mxcsr = 0, xmm = [] } = test.vectors ?? {};
    const registers = [...test.registers, BigInt(mxcsr), ...xmm].map((value) => value.toString(16)).join(' ');
    entry.examples.push(
      `  ${Buffer.from(test.code).toString('hex')} at ${test.offset.toString(16)}, flags ${test.flags.toString(16)}, registers ${registers}\n    ${found.join('\n    ')}`,
    );
  });
}
for (const [key, { count, examples }] of failures) console.log(`${key}: ${count} differences\n${examples.join('\n')}`);
const differing = [...failures.values()].reduce((sum, { count }) => sum + count, 0);
console.log(`${compared} cases of ${pool.length} shapes, ${faults} of them faults: ${differing} differences`);
process.exitCode = differing === 0 ? 0 : 1;
