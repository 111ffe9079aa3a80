import { describe, expect, it } from 'vitest';
import { readExecutable, readObject } from '../../src/asm/elf/read.js';
import { writeExecutable } from '../../src/asm/elf/write.js';
import { link } from '../../src/asm/link/link.js';
import { Symbols } from '../../src/observe/symbols.js';
import { hasTool } from '../support/gnu-as.js';
import { readGolden } from '../support/golden.js';
import {
  askAddr2line,
  askAs,
  askLd,
  compile,
  type DebugLinkRecord,
  decodedRows,
  handWritten,
  type LineRecord,
  lineSections,
  lineSource,
  ourObject,
  type ProgramRecord,
  type SourceRecord,
} from '../support/line-oracle.js';

const records = readGolden<LineRecord>('lines');
const of = <K extends LineRecord['kind']>(kind: K) =>
  records.filter((record): record is Extract<LineRecord, { kind: K }> => record.kind === kind);
const named = <R extends LineRecord>(list: readonly R[]) => list.map((record) => [record.name, record] as const);

function ourSections({ name, source, debug }: SourceRecord) {
  return lineSections(ourObject(name, source, debug));
}

function ourDebugSections({ name, objects }: DebugLinkRecord): Record<string, string> {
  const files = objects.map((text, i) => readObject(Buffer.from(text, 'base64'), `${name}.${i}.o`).object!);
  const { image, diagnostics } = link(files);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return Object.fromEntries(image!.debug!.map((section) => [section.name, Buffer.from(section.bytes).toString('hex')]));
}

function ourAnswers({ program, answers }: ProgramRecord): ProgramRecord['answers'] {
  const { image, diagnostics } = readExecutable(Buffer.from(program, 'base64'), 'x');
  expect(diagnostics).toEqual([]);
  const symbols = new Symbols(image!);
  return answers.map(([address]) => {
    const line = symbols.line(BigInt(address));
    return [address, line === null ? null : `${line.file.replace(/^.*\//, '')}:${line.line}`];
  });
}

describe('line tables that are written', () => {
  it.each(named(of('source')))('%s: the bytes and relocations of GNU as', (_, record) => {
    const { sections, relocations } = record;
    expect(ourSections(record)).toEqual({ sections, relocations });
  });

  it('say what lines they are of: all recorded sources have rows', () => {
    expect(of('source').length).toBeGreaterThanOrEqual(13);
    for (const { sections } of of('source')) expect(sections['.debug_line']!.length).toBeGreaterThan(100);
  });
});

describe('sections for debuggers that are linked', () => {
  it.each(named(of('link')))('%s: the bytes of ld', (_, record) => {
    expect(Object.keys(record.sections).length).toBeGreaterThanOrEqual(5);
    expect(ourDebugSections(record)).toEqual(record.sections);
  });
});

describe('line tables that are read', () => {
  it.each(named(of('program')))('%s: the answers of addr2line at every address', (_, record) => {
    expect(record.answers.filter(([, answer]) => answer !== null).length).toBeGreaterThan(100);
    expect(ourAnswers(record)).toEqual(record.answers);
  });

  it('are the same in a program that was linked here, and written and read again', () => {
    const record = of('link').find(({ name }) => name === 'gcc -gdwarf-5 -O2 of C')!;
    const files = record.objects.map((text, i) => readObject(Buffer.from(text, 'base64'), `${i}.o`).object!);
    const { image } = link(files);
    const again = readExecutable(writeExecutable(image!), 'x').image!;
    const [linked, read] = [new Symbols(image!), new Symbols(again)];
    const text = image!.sections.find(({ name }) => name === '.text')!;
    let known = 0;
    for (let at = text.address; at < text.address + BigInt(text.size); at++) {
      const line = linked.line(at);
      expect([at, read.line(at)?.file, read.line(at)?.line]).toEqual([at, line?.file, line?.line]);
      if (line !== null) known++;
    }
    expect(known).toBeGreaterThan(100);
  });
});

const tools = ['as', 'ld', 'gcc', 'clang', 'objdump', 'addr2line'];
const missing = tools.filter((tool) => !hasTool(tool));

if (missing.length > 0) process.stderr.write(`lines: 5 tests skipped, without ${missing.join(', ')}\n`);

describe.skipIf(missing.length > 0)('the tools themselves', () => {
  it('agree about rows: hand-written sources', () => {
    for (const [name, debug] of handWritten) {
      const asked = askAs(name, lineSource(name), debug);
      expect(ourSections(asked)).toEqual({ sections: asked.sections, relocations: asked.relocations });
      expect(decodedRows(ourObject(name, asked.source, debug))).toMatch(/\.s\s+\d+\s+0x\d+\s|c\s+\d+\s+0x\d+\s/);
    }
  });

  it.each(['gcc', 'clang'])('agree about rows of compiled code: %s', (compiler) => {
    for (const level of ['-O1', '-Os', '-O3']) {
      const asked = askAs('x.s', compile(compiler, 'sum.c', [level]), false);
      expect(ourSections(asked)).toEqual({ sections: asked.sections, relocations: asked.relocations });
    }
  });

  it.each(['gcc', 'clang'])('agree about programs: %s', (compiler) => {
    const linked = askLd('C++', compiler === 'gcc' ? 'g++' : 'clang++', ['-O1'], ['first.cc', 'second.cc']);
    expect(ourDebugSections(linked)).toEqual(linked.sections);
    const program = askAddr2line('C', compiler, ['-O1']);
    expect(ourAnswers(program)).toEqual(program.answers);
  });
});
