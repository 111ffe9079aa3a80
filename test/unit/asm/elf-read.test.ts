import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ELF, SEGMENT_TYPE } from '../../../src/asm/elf/format.js';
import { looksLikeElf, readExecutable, readObject } from '../../../src/asm/elf/read.js';
import { writeExecutable, writeObject } from '../../../src/asm/elf/write.js';
import { link } from '../../../src/asm/link/link.js';
import { readGolden } from '../../support/golden.js';
import { type LinkRecord, objectsOf, programOf } from '../../support/link-oracle.js';

/** Files that GNU as and ld made (test/support/record-link.ts). */
const records = readGolden<LinkRecord>('link');
const hello = records.find((record) => record.name === '02-hello.s')!;
const random = records.find((record) => record.name === 'random 3')!;
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const executable = bytesOf(hello.program);
const object = bytesOf(random.objects[0]!);

/** The file with some bytes replaced: `[offset, value, size]` each. */
function changed(file: Uint8Array, ...edits: readonly [number, number | bigint, 1 | 2 | 4 | 8][]): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (const [offset, value, size] of edits) {
    if (size === 1) view.setUint8(offset, Number(value));
    if (size === 2) view.setUint16(offset, Number(value), true);
    if (size === 4) view.setUint32(offset, Number(value), true);
    if (size === 8) view.setBigUint64(offset, BigInt(value), true);
  }
  return copy;
}

function complaint(file: Uint8Array): string {
  const { image, diagnostics } = readExecutable(file, 'x');
  expect(image).toBeNull();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ file: 'x', line: 0, column: 0, severity: 'error' });
  return diagnostics[0]!.message;
}

/** Offset of the program header of a segment. */
const header = (index: number) => ELF.headerBytes + index * ELF.programHeaderBytes;

describe('reading an executable', () => {
  it('gives what ld put into it', () => {
    const image = programOf(hello);
    expect(image.entry).toBe(0x401000n);
    expect(image.segments.map(({ name, address, write, execute }) => [name, address, write, execute])).toEqual([
      ['headers', 0x400000n, false, false],
      ['.text', 0x401000n, false, true],
      ['.rodata', 0x402000n, false, false],
    ]);
    expect(image.symbols.find((symbol) => symbol.name === '_start')).toMatchObject({
      address: 0x401000n,
      section: '.text',
      global: true,
    });
    expect(Buffer.from(image.segments[2]!.bytes).toString('latin1')).toContain('Hello');
  });

  it('reads back every image that is written', () => {
    for (const record of records.slice(0, 60)) {
      const image = link(objectsOf(record), { name: 'x' }).image!;
      const again = readExecutable(writeExecutable(image), 'x').image!;
      expect(again.entry).toBe(image.entry);
      expect(again.segments.map((s) => ({ ...s, name: '' }))).toEqual(image.segments.map((s) => ({ ...s, name: '' })));
      expect(again.sections).toEqual(image.sections);
      const names = (symbols: typeof image.symbols) => symbols.map((s) => `${s.name} ${s.address} ${s.size} ${s.kind}`);
      expect(names(again.symbols).sort()).toEqual(names(image.symbols).sort());
    }
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(0), /not an ELF file/],
    ['text', new TextEncoder().encode('.globl _start\n_start: ret\n'), /not an ELF file/],
    ['nothing but the magic number', executable.slice(0, 20), /truncated.*ELF header/],
    ['32 bits', changed(executable, [4, 1, 1], [18, 3, 2]), /32-bit one \(for 32-bit x86\).*-m64/],
    ['big-endian', changed(executable, [5, 2, 1]), /big-endian/],
    ['another machine', changed(executable, [18, 183, 2]), /for 64-bit ARM, not for x86-64/],
    ['an unknown machine', changed(executable, [18, 4711, 2]), /machine 4711/],
    ['an unknown version', changed(executable, [6, 9, 1]), /unknown version/],
    ['a core dump', changed(executable, [16, 4, 2]), /core dump/],
    ['an unknown type', changed(executable, [16, 99, 2]), /unknown type 99/],
    ['a shared library', changed(executable, [16, 3, 2], [24, 0, 8]), /shared library, not a program.*-static/],
    ['an object', object, /object file.*link it/],
    ['a file without its second half', executable.slice(0, executable.length >> 1), /truncated or damaged/],
    ['a file without its last byte', executable.slice(0, -1), /truncated or damaged/],
    ['program headers far outside', changed(executable, [32, 1n << 60n, 8]), /truncated or damaged/],
    ['program headers of another size', changed(executable, [54, 32, 2]), /unknown size/],
    ['section headers of another size', changed(executable, [58, 40, 2]), /unknown size/],
    ['no segment', changed(executable, [56, 0, 2]), /no segment to load/],
    ['a segment with too little memory', changed(executable, [header(1) + 40, 1, 8]), /more bytes in the file/],
    ['a segment at the end of the world', changed(executable, [header(1) + 16, 0x7ffffffff000n, 8]), /user part/],
    ['a segment larger than memory', changed(executable, [header(1) + 40, (1n << 64n) - 1n, 8]), /user part/],
    ['a segment out of step', changed(executable, [header(1) + 16, 0x401008n, 8]), /cannot be mapped/],
    ['overlapping segments', changed(executable, [header(2) + 16, 0x401000n, 8]), /0x401000 and 0x401000 overlap/],
    ['names that never end', changed(executable, [62, 1, 2]), /name lies outside its string table|truncated/],
  ])('refuses %s', (_, file, message) => expect(complaint(file)).toMatch(message));

  it('names the interpreter that a dynamic program wants', () => {
    const offset = executable.indexOf(0x48);
    const name = new TextEncoder().encode('/lib64/ld.so\0');
    const file = changed(
      executable,
      [header(0), SEGMENT_TYPE.interpreter, 4],
      [header(0) + 8, offset, 8],
      [header(0) + 32, name.length, 8],
    );
    file.set(name, offset);
    expect(complaint(file)).toMatch(/dynamically linked.*interpreter \/lib64\/ld\.so; link it with -static/);
    expect(complaint(changed(file, [16, ELF.typeShared, 2]))).toMatch(/interpreter \/lib64\/ld\.so/);
  });

  it('knows an ELF file by its first four bytes', () => {
    expect(looksLikeElf(executable)).toBe(true);
    expect(looksLikeElf(executable.slice(0, 3))).toBe(false);
    expect(looksLikeElf(new Uint8Array([0x7f, 0x45, 0x4c, 0x47]))).toBe(false);
  });
});

describe('reading an object', () => {
  it('reads back every object that is written', () => {
    for (const record of records) {
      for (const entry of objectsOf(record)) {
        const again = readObject(writeObject(entry), entry.name);
        expect(again.diagnostics).toEqual([]);
        expect(again.object).toEqual(entry);
      }
    }
  });

  it('refuses programs, and sections that share their bytes', () => {
    expect(readObject(executable, 'x').diagnostics[0]!.message).toMatch(/linked program/);
    const sections = Number(new DataView(object.buffer).getBigUint64(40, true));
    // Section 1 claims the whole file.
    const unfolded = changed(object, [sections + 64 + 24, 0, 8], [sections + 64 + 32, object.length, 8]);
    expect(readObject(unfolded, 'x').diagnostics[0]!.message).toMatch(/sections overlap|truncated/);
  });
});

/** A few random bytes or aligned words of the file replaced, or its end cut off. */
function mutations(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const interesting = fc.constantFrom(0n, 1n, 0xffn, 0x7fffffffn, 0xffffffffn, 1n << 32n, 1n << 63n, (1n << 64n) - 1n);
  const edit = fc.record({
    // Most fields that matter are in the headers, at both ends of the file.
    offset: fc.oneof(
      fc.nat(file.length - 8),
      fc.nat(400),
      fc.nat(2000).map((n) => Math.max(0, file.length - 8 - n)),
    ),
    value: fc.oneof(interesting, fc.bigInt(0n, (1n << 64n) - 1n)),
    size: fc.constantFrom(1, 2, 4, 8),
  });
  return fc
    .tuple(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.option(fc.nat(file.length)))
    .map(([edits, end]) => {
      const copy = file.slice();
      const view = new DataView(copy.buffer);
      for (const { offset, value, size } of edits) {
        for (let i = 0; i < size; i++) view.setUint8(offset + i, Number((value >> BigInt(8 * i)) & 0xffn));
      }
      return end === null ? copy : copy.slice(0, end);
    });
}

describe('damaged files', () => {
  it('never make the reader of executables throw', () => {
    let accepted = 0;
    const property = fc.property(mutations(executable), (file) => {
      const { image, diagnostics } = readExecutable(file, 'x');
      expect(image === null).toBe(diagnostics.length > 0);
      accepted += image === null ? 0 : 1;
    });
    fc.assert(property, { seed: 20, numRuns: 4000 });
    expect(accepted).toBeGreaterThan(100);
  });

  it('never make the reader of objects, or the linker behind it, throw', () => {
    let linked = 0;
    const rest = objectsOf(random).slice(1);
    const property = fc.property(mutations(object), (file) => {
      const { object: read, diagnostics } = readObject(file, 'x');
      expect(read === null).toBe(diagnostics.length > 0);
      if (read === null) return;
      const result = link([read, ...rest]);
      expect(result.image === null).toBe(result.diagnostics.some((entry) => entry.severity === 'error'));
      linked += result.image === null ? 0 : 1;
    });
    fc.assert(property, { seed: 21, numRuns: 2500 });
    expect(linked).toBeGreaterThan(100);
  });
});
