/**
 * Holds the codec against GNU as and objdump on fresh random input and prints what differs:
 *
 *     npx tsx test/support/check-codec.ts [count] [seed]
 *
 * `count` random instructions are disassembled and reassembled, and `count` random source lines assembled.
 */

import { generatedLines, writtenLines } from './encode-lines.js';
import { difference, encodeVector } from './encode-vector.js';
import { assembleLines, hasTool } from './gnu-as.js';
import { checkRoundTrips, randomInstructions, recordRoundTrips } from './round-trip.js';

/** Lines and instructions of one run of the tools. */
const BATCH = 20_000;

const count = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? 1);

function checkInstructions(size: number, from: number): number {
  const records = recordRoundTrips(randomInstructions(size, from));
  const random = checkRoundTrips(records);
  // What as prefers, once more: now it must come back byte for byte.
  const accepted = records.flatMap(({ reassembled }) => reassembled ?? []);
  const preferred = accepted.map((bytes) => Uint8Array.from(Buffer.from(bytes, 'hex')));
  const again = checkRoundTrips(recordRoundTrips(preferred));
  const differences = [...random.differences, ...again.differences];
  console.log(differences.slice(0, 20).join('\n'));
  console.log(
    `${size} instructions (seed ${from}): ${differences.length} differences; ${random.identical} came back as they were, ` +
      `the others in the encoding that as prefers, of which ${again.identical} came back as they were`,
  );
  return differences.length + (preferred.length - again.identical);
}

function checkLines(lines: readonly string[], name: string): number {
  const vectors = assembleLines(lines);
  const differences = vectors.flatMap((vector) => difference(vector, encodeVector(vector.line)) ?? []);
  const refused = vectors.filter((vector) => vector.bytes === null).length;
  console.log(differences.slice(0, 20).join('\n'));
  console.log(`${lines.length} ${name} lines, ${refused} of them refused by as: ${differences.length} differences`);
  return differences.length;
}

if (!hasTool('as') || !hasTool('objdump')) throw new Error('GNU as and objdump are needed');
let failures = checkLines(writtenLines(), 'written');
for (let done = 0; done < count; done += BATCH) {
  const size = Math.min(BATCH, count - done);
  failures += checkInstructions(size, seed + done / BATCH);
  failures += checkLines(generatedLines(size, seed + done / BATCH), 'generated');
}
process.exitCode = failures === 0 ? 0 : 1;
