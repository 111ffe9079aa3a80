import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { askAddr2line, askAs, askLd, compile, handWritten, type LineRecord, lineSource } from './line-oracle.js';

/** Records what as, ld and addr2line say about source lines: `npx tsx test/support/record-lines.ts`. */

const records: LineRecord[] = handWritten.map(([name, debug]) => askAs(name, lineSource(name), debug));
for (const compiler of ['gcc', 'clang']) {
  for (const level of ['-O0', '-O2']) {
    for (const version of ['-gdwarf-4', '-gdwarf-5']) {
      const options = [version, level];
      const name = [compiler, ...options].join(' ');
      records.push(askAs(`${name}.s`.replaceAll(' ', ''), compile(compiler, 'sum.c', options), false));
      records.push(askLd(`${name} of C`, compiler, options, ['sum.c', 'start.c']));
      const plusPlus = compiler === 'gcc' ? 'g++' : 'clang++';
      const kept = [...options, '-fno-inline', ...(level === '-O2' ? ['-fdebug-types-section'] : [])];
      records.push(askLd(`${name} of C++`, plusPlus, kept, ['first.cc', 'second.cc']));
    }
  }
}
for (const version of [2, 3, 4, 5]) {
  for (const compiler of ['gcc', 'clang']) {
    const options = [`-gdwarf-${version}`, '-O2'];
    records.push(askAddr2line([compiler, ...options].join(' '), compiler, options));
  }
}

const text = records.map((record) => JSON.stringify(record)).join('\n');
writeFileSync(new URL('../golden/lines.jsonl.gz', import.meta.url), gzipSync(text, { level: 9 }));
process.stdout.write(`${records.length} records\n`);
