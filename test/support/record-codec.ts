/**
 * Records what GNU as and objdump say, for the conformance tests of src/codec on machines without them:
 *
 *     npx tsx test/support/record-codec.ts
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { generatedLines, writtenLines } from './encode-lines.js';
import { assembleLines } from './gnu-as.js';
import { randomInstructions, recordRoundTrips } from './round-trip.js';

function record(name: string, values: readonly object[]): void {
  const text = values.map((value) => JSON.stringify(value)).join('\n');
  writeFileSync(new URL(`../golden/${name}.jsonl.gz`, import.meta.url), gzipSync(text, { level: 9 }));
  console.log(`${name}: ${values.length}`);
}

record('codec-encode', assembleLines([...writtenLines(), ...generatedLines(6_000, 20_240)]));
record('codec-round-trip', recordRoundTrips(randomInstructions(4_000, 20_241)));
