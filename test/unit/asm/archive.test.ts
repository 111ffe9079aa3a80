import { describe, expect, it } from 'vitest';
import { looksLikeArchive, readArchive } from '../../../src/asm/elf/archive.js';
import { readExecutable } from '../../../src/asm/elf/read.js';
import { linkInputs } from '../../../src/asm/link/archives.js';
import { readGolden } from '../../support/golden.js';
import { inputsOf, type MixtureRecord } from '../../support/link-mixture.js';
import { describeImage, labelsOfEmptySections } from '../../support/link-oracle.js';

/** Command lines of objects and archives that GNU ar and ld were given (test/support/record-link.ts). */
const records = readGolden<MixtureRecord>('link-mixtures');
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const archives = records.flatMap(({ files }) => files.filter(({ name }) => name.endsWith('.a')));
const archive = bytesOf(archives[0]!.bytes);

describe('links of objects and archives', () => {
  it('has links that succeed, that fail, and that use an archive', () => {
    expect(records.filter(({ program }) => program !== null).length).toBeGreaterThan(100);
    expect(records.filter(({ program }) => program === null).length).toBeGreaterThan(5);
    expect(archives.length).toBeGreaterThan(100);
    expect(records.filter(({ name }) => /^(g|clang)\+\+/.test(name)).length).toBe(8);
  });

  it.each(records)('$name gives what ld gave', (record) => {
    const { image, diagnostics } = linkInputs(inputsOf(record));
    if (record.program === null) {
      expect(image).toBeNull();
      expect(diagnostics.length).toBeGreaterThan(0);
      return;
    }
    expect(diagnostics).toEqual([]);
    const theirs = describeImage(readExecutable(bytesOf(record.program), record.name).image!);
    const dropped = labelsOfEmptySections(image!);
    const ours = describeImage({ ...image!, symbols: image!.symbols.filter(({ name }) => !dropped.has(name)) });
    expect({ ...ours, symbols: ours.symbols.sort() }).toEqual({ ...theirs, symbols: theirs.symbols.sort() });
  });

  it('say which archive stands too early', () => {
    const record = records.find(
      ({ files, program }) => program !== null && files.some(({ name }) => name === 'lib0.a'),
    )!;
    const inputs = inputsOf(record);
    const isArchive = (input: (typeof inputs)[number]) => input.kind === 'archive';
    const early = [...inputs.filter(isArchive), ...inputs.filter((input) => !isArchive(input))];
    const { image, diagnostics } = linkInputs(early);
    expect(image).toBeNull();
    expect(diagnostics[0]!.message).toMatch(/undefined reference/);
    expect(diagnostics[0]!.suggestion).toMatch(/^lib\d\.a\(.*\.o\) defines it: name the archive behind/);
  });

  it('do without an index', () => {
    const record = records.find(
      ({ files, program }) => program !== null && files.some(({ name }) => name === 'lib0.a'),
    )!;
    const inputs = inputsOf(record);
    const bare = inputs.map((input) =>
      input.kind === 'archive' ? { kind: 'archive' as const, archive: { ...input.archive, index: null } } : input,
    );
    expect(linkInputs(bare)).toEqual(linkInputs(inputs));
  });
});

describe('reading an archive', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const complaint = (bytes: Uint8Array) => {
    const { archive, diagnostics } = readArchive(bytes, 'x.a');
    expect(archive).toBeNull();
    return diagnostics[0]!.message;
  };

  it('finds members with long and short names', () => {
    const names = archives.flatMap(({ name, bytes }) => readArchive(bytesOf(bytes), name).archive!.members);
    expect(names.some(({ name }) => /^a_name_longer_than_fifteen_characters_\d+\.o$/.test(name))).toBe(true);
    expect(names.some(({ name }) => /^m\d+\.o$/.test(name))).toBe(true);
    expect(looksLikeArchive(archive)).toBe(true);
    expect(readArchive(text('!<arch>\n'), 'x.a').archive).toEqual({ name: 'x.a', members: [], index: null });
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['text', text('_start: ret'), /not an archive/],
    ['a thin archive', text('!<thin>\n'), /thin archive.*ar rc, without T/],
    ['half a header', archive.slice(0, 40), /truncated: a header/],
    ['an archive without its end', archive.slice(0, -10), /truncated: its last member/],
    ['no header behind a member', archive.map((byte, at) => (at === 66 ? 0 : byte)), /no header at byte 8/],
    [
      'an index that leads nowhere',
      archive.map((byte, at) => (at === 75 ? byte ^ 1 : byte)),
      /index.*nowhere|index.*incomplete/,
    ],
  ])('refuses %s', (_, bytes, message) => expect(complaint(bytes)).toMatch(message));
});
