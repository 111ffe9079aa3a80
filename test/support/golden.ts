import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The recorded answers of test/golden/<name>.jsonl.gz, one JSON value a line. */
export function readGolden<T>(name: string): T[] {
  const packed = readFileSync(new URL(`../golden/${name}.jsonl.gz`, import.meta.url));
  return gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
