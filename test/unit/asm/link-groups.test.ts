import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import { readObject } from '../../../src/asm/elf/read.js';
import { writeObject } from '../../../src/asm/elf/write.js';
import { link } from '../../../src/asm/link/link.js';
import { readGolden } from '../../support/golden.js';
import { inputsOf, type MixtureRecord } from '../../support/link-mixture.js';

const objects = readGolden<MixtureRecord>('link-mixtures')
  .flatMap(inputsOf)
  .flatMap((input) => (input.kind === 'object' ? [input.object] : []));

/** Assembles, or fails the test. */
function object(source: string, name: string) {
  const { object, diagnostics } = assembleObject(source, name);
  expect(diagnostics).toEqual([]);
  return object!;
}

describe('COMDAT groups', () => {
  it('are read from objects of GNU as, and survive writing', () => {
    const grouped = objects.filter(({ groups }) => groups !== undefined);
    expect(grouped.length).toBeGreaterThan(20);
    for (const one of grouped) {
      for (const { signature, sections } of one.groups!.filter((group) => group.signature.startsWith('inline')))
        expect(sections.some((index) => one.sections[index]!.name.endsWith(`.${signature}`))).toBe(true);
      expect(readObject(writeObject(one), one.name).object).toEqual(one);
    }
  });

  it('of sources are written, and one of each name is linked', () => {
    const source = (name: string, fill: string) =>
      `.globl ${name}\n${name}: call f\n.section .text.f,"axG",@progbits,f,comdat\n.weak f\nf: .ascii "${fill}"\n`;
    const [a, b] = [object(source('_start', 'first'), 'a.s'), object(source('g', 'second'), 'b.s')];
    expect(a.groups).toEqual([{ signature: 'f', comdat: true, sections: [3] }]);
    expect(readObject(writeObject(a), 'a.s').object!.groups).toEqual(a.groups);
    const { image, diagnostics } = link([a, b]);
    expect(diagnostics).toEqual([]);
    const code = Buffer.from(image!.segments.at(-1)!.bytes).toString('latin1');
    expect(code).toContain('first');
    expect(code).not.toContain('second');
  });

  it('refuse a local label of the copy that was dropped', () => {
    const source = (name: string) => `.text\n.globl ${name}\n${name}: lea local(%rip), %rax\n ret\n`;
    const [a, b] = [object(`${source('_start')}local: ret\n`, 'a.s'), object(`${source('g')}local: ret\n`, 'b.s')];
    const asGroup = (one: typeof a) => {
      const section = one.sections.length;
      const moved = { ...one.sections[0]!, name: '.text.g', bytes: new Uint8Array([0xc3]), size: 1 };
      const own = {
        name: 'hidden',
        binding: 'local',
        type: 'none',
        visibility: 'default',
        value: 0n,
        size: 0n,
      } as const;
      const symbols = [{ ...own, section }, ...one.symbols];
      const from = one.sections.findIndex(({ name }) => name === '.text');
      const relocations = [{ section: from, offset: 3, type: 2, symbol: 0, addend: -4n }];
      return {
        ...one,
        sections: [...one.sections, moved],
        symbols,
        relocations,
        groups: [{ signature: 's', comdat: true, sections: [section] }],
      };
    };
    expect(link([asGroup(a)]).diagnostics).toEqual([]);
    const { image, diagnostics } = link([asGroup(a), asGroup(b)]);
    expect(image).toBeNull();
    expect(diagnostics[0]!.message).toMatch(/'hidden' lies in a part of a COMDAT group that was dropped/);
  });
});

describe('indirect functions', () => {
  it('are refused with what they are', () => {
    const text = '.text\n.globl _start, f\n_start: call f\n ret\n.type f, @gnu_indirect_function\nf: ret\n';
    const { image, diagnostics } = link([object(text, 'a.s')]);
    expect(image).toBeNull();
    expect(diagnostics[0]!.message).toMatch(/'f' is an indirect function \(IFUNC\)/);
  });
});

describe('thread-local storage', () => {
  it('is in the program headers, where the C library looks for it', () => {
    const text =
      '.globl _start\n_start: movl %fs:x@tpoff, %eax\n ret\n.section .tdata,"awT",@progbits\nx: .long 5\n.section .tbss,"awT",@nobits\n.balign 16\n.zero 24\n';
    const { image } = link([object(text, 'a.s')]);
    const { address, contentBytes, memoryBytes, alignment } = image!.threadLocal!;
    expect({ contentBytes, memoryBytes, alignment }).toEqual({ contentBytes: 4, memoryBytes: 40, alignment: 16 });
    const headers = image!.segments[0]!.bytes;
    const view = new DataView(headers.buffer, headers.byteOffset);
    const count = view.getUint16(56, true);
    const tls = Array.from({ length: count }, (_, i) => 64 + 56 * i).filter((at) => view.getUint32(at, true) === 7);
    expect(tls.map((at) => view.getBigUint64(at + 16, true))).toEqual([address]);
  });
});
