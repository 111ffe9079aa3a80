import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/*
 * Large recordings: JSON lines under one Brotli stream, whose window of 16 MiB sees that -O2 resembles -O3 (half the size of gzip).
 */

const address = (name: string) => new URL(`../../golden/${name}.jsonl.br`, import.meta.url);

/** The values of test/golden/<name>.jsonl.br, in the order of recording. */
export function readArchive<T>(name: string): T[] {
  const text = brotliDecompressSync(readFileSync(address(name))).toString('utf8');
  return text.split('\n').map((line) => JSON.parse(line) as T);
}

/** Writes test/golden/<name>.jsonl.br. */
export function writeArchive(name: string, values: readonly unknown[]): void {
  const text = Buffer.from(values.map((value) => JSON.stringify(value)).join('\n'));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  writeFileSync(address(name), brotliCompressSync(text, { params }));
}
