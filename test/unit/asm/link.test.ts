import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import type { Image } from '../../../src/asm/image.js';
import { link } from '../../../src/asm/link/link.js';
import { exitStub, frameStub, mainStub } from '../../../src/asm/link/start-stub.js';
import { RELOCATION } from '../../../src/asm/object.js';

function objects(...sources: string[]) {
  return sources.map((source, i) => {
    const { object, diagnostics } = assembleObject(source, `${'abc'[i]}.s`);
    expect(diagnostics).toEqual([]);
    return object!;
  });
}

function linked(...sources: string[]): Image {
  const { image, diagnostics } = link(objects(...sources));
  expect(diagnostics).toEqual([]);
  return image!;
}

function messages(...sources: string[]): string[] {
  return link(objects(...sources)).diagnostics.map(
    ({ file, line, column, severity, message, suggestion }) =>
      `${file}:${line}:${column}: ${severity}: ${message}${suggestion === undefined ? '' : `; ${suggestion}`}`,
  );
}

function bytesAt(image: Image, address: bigint, count: number): number[] {
  const home = image.segments.find((s) => address >= s.address && address < s.address + BigInt(s.memoryBytes))!;
  const from = Number(address - home.address);
  return [...home.bytes.subarray(from, from + count)];
}

const addressOf = (image: Image, name: string) => image.symbols.find((symbol) => symbol.name === name)!.address;

describe('where a program starts', () => {
  it('at _start, wherever it is', () => {
    const image = linked('nop\n.globl _start\n_start: ret\n');
    expect(image.entry).toBe(0x401001n);
  });

  it('at a local _start too, with a warning, because ld does not see it', () => {
    const { image, diagnostics } = link(objects(' nop\n_start: ret\n'));
    expect(image!.entry).toBe(0x401001n);
    expect(diagnostics).toMatchObject([
      {
        line: 2,
        column: 1,
        severity: 'warning',
        message: "'_start' is not global, so ld would not find it",
        suggestion: '.globl _start',
      },
    ]);
  });

  it('at another symbol when asked', () => {
    expect(link(objects('nop\n.globl go\ngo: ret\n'), { entry: 'go' }).image!.entry).toBe(0x401001n);
    expect(link(objects('nop\n'), { entry: 'go' }).diagnostics[0]!.message).toBe("no symbol 'go' to start at");
  });

  it('at a stub behind the code that calls main, global or not, so that main stands where ld puts it', () => {
    for (const source of ['.globl main\nmain: ret\n', 'main: ret\n']) {
      const image = linked(source);
      expect(addressOf(image, 'main')).toBe(0x401000n);
      expect(image.entry).toBe(addressOf(image, '_start'));
      expect(image.entry).toBe(0x401001n);
      // The call reaches main: e8 rel32 is the fifth instruction, 16 bytes into the stub.
      const [opcode, ...field] = bytesAt(image, image.entry + 16n, 5);
      expect(opcode).toBe(0xe8);
      expect(image.entry + 21n + BigInt(new Int32Array(new Uint8Array(field).buffer)[0]!)).toBe(0x401000n);
      expect(image.lines.find((line) => line.address === image.entry)).toMatchObject({
        file: '<start of main>',
        line: 1,
      });
    }
  });

  it('at the first line of a snippet, behind a stub that makes a frame; another stub ends it', () => {
    const image = linked('movl $1, %eax\naddl $2, %eax\n');
    const code = [...frameStub.sections[0]!.bytes, 0xb8, 1, 0, 0, 0, 0x83, 0xc0, 2, ...exitStub.sections[0]!.bytes];
    expect(image.entry).toBe(0x401000n);
    expect(bytesAt(image, image.entry, code.length + 5)).toEqual(code);
    expect(image.lines.map((line) => `${line.file}:${line.line}`).slice(0, 4)).toEqual([
      '<start of snippet>:1',
      'a.s:1',
      'a.s:2',
      '<end of snippet>:1',
    ]);
  });

  it('nowhere without an instruction', () => {
    expect(messages('.data\n.long 5\n')).toEqual(['a.s:0:0: error: there is nothing to run: no instruction in .text']);
  });

  it('hints at a misspelt entry point, and not at names that are only similar', () => {
    expect(messages('nop\n_strat: ret\n')).toEqual([
      "a.s:2:1: warning: there is neither '_start' nor 'main', so the program runs from its first instruction; is '_strat' meant to be '_start'?",
    ]);
    expect(messages('mian: nop\n')[0]).toContain("is 'mian' meant to be 'main'?");
    expect(messages('min: nop\nagain: jmp again\nstar: nop\n')).toEqual([]);
  });
});

describe('the stubs', () => {
  it('are the assembler’s translation of the source they show', () => {
    for (const stub of [mainStub, frameStub, exitStub]) {
      const [[name, text]] = [...stub.sources] as [[string, string]];
      const { object } = assembleObject(`.globl _start\n_start:\n${text}\n`, name);
      const code = object!.sections.find((section) => section.name === '.text')!;
      expect([...stub.sections[0]!.bytes]).toEqual([...code.bytes]);
      expect(stub.lines.map((line) => line.offset)).toEqual(object!.lines.map((line) => line.offset));
      const shape = (o: typeof stub) =>
        o.relocations.map((r) => [r.offset, r.type, o.symbols[r.symbol]!.name, r.addend]);
      expect(shape(stub)).toEqual(shape(object!));
    }
    expect(mainStub.relocations).toMatchObject([{ type: RELOCATION.plt32 }]);
  });
});

describe('what cannot be linked', () => {
  it('reports every undefined symbol once, with its places and a way out', () => {
    const source = [
      '.globl _start',
      '_start: call prinf',
      '        lea message(%rip), %rdi',
      '        call malloc',
      '        jmp prinf',
      '        .data',
      'mesage: .quad prinf',
      '        .globl print',
      'print:  .byte 0',
      '',
    ].join('\n');
    expect(messages(source, '.globl helper\nhelper: jmp prinf\n')).toEqual([
      "a.s:2:14: error: undefined reference to 'prinf'; also used in a.s:5, a.s(.data+0x0), b.s:2; did you mean 'print'?",
      "a.s:3:13: error: undefined reference to 'message'; did you mean 'mesage'?",
      "a.s:4:14: error: undefined reference to 'malloc'; 'malloc' is in the C library, which is not linked: use a system call, or define it",
    ]);
  });

  it('reports thousands of undefined symbols in a moment, the last ones as a number', () => {
    const calls = Array.from({ length: 20_000 }, (_, i) => `        call f${i}_${'x'.repeat(200)}`);
    const start = performance.now();
    const { diagnostics } = link(objects(`.globl _start\n_start:\n${calls.join('\n')}\n`));
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(diagnostics).toHaveLength(201);
    expect(diagnostics[0]).toMatchObject({ line: 3, column: 14, excerptColumn: 1 });
    expect(diagnostics[0]!.excerpt!.length).toBeLessThan(100);
    expect(diagnostics[200]).toMatchObject({ message: '19800 more messages', more: 19800 });
  });

  it('refuses programs that are too large for a file or for the address space', () => {
    const [object] = objects('.globl _start\n_start: ret\n.data\n.byte 1\n.bss\n.byte 0\n');
    const changed = (name: string, change: object) => {
      const sections = object!.sections.map((section) => (section.name === name ? { ...section, ...change } : section));
      return link([{ ...object!, sections }]);
    };
    expect(changed('.bss', { size: 2 ** 47 }).diagnostics).toMatchObject([
      { line: 0, severity: 'error', message: '.bss ends at 0x800000402008, behind the end of the address space' },
    ]);
    const { message } = changed('.data', { alignment: 2 ** 32 }).diagnostics[0]!;
    expect(message).toContain('the program is too large: with .data it has');
    const { image } = changed('.bss', { size: 2 ** 32 });
    expect(image!.segments.at(-1)).toMatchObject({ name: '.data', memoryBytes: 2 ** 32 + 8 });
    expect(image!.segments.at(-1)!.bytes.length).toBe(1);
  });

  it('lets an undefined weak symbol be 0', () => {
    const image = linked('.globl _start\n_start: ret\n.weak absent\n.data\nx: .quad absent\n');
    expect(bytesAt(image, addressOf(image, 'x'), 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('reports a symbol that two objects define', () => {
    expect(messages('.globl _start\n_start: ret\n.globl x\nx: nop\n', '.globl x\n nop\nx: nop\n')).toEqual([
      "b.s:3:1: error: multiple definition of 'x'; first defined in a.s:4",
    ]);
  });

  it('takes a strong definition before a weak one, and the largest common one', () => {
    const start = '.globl _start\n_start: ret\n';
    const image = linked(`${start}.weak x\nx: nop\n.comm c, 4, 4\n`, '.globl x\nx: nop\nnop\n.comm c, 64, 32\n');
    expect(addressOf(image, 'x')).toBe(0x401002n);
    expect(image.symbols.find((symbol) => symbol.name === 'c')).toMatchObject({
      size: 64,
      section: '.bss',
      kind: 'object',
    });
    expect(addressOf(image, 'c') % 32n).toBe(0n);
  });

  it('reports values that do not fit, and relocations for dynamic linking', () => {
    expect(messages('.globl _start\n_start: movb $other, %al\n.section other,"aw"\nother: .byte 0\n')).toEqual([
      'a.s:2:1: error: the address in other is 0x402000, which does not fit into its field (R_X86_64_8)',
    ]);
    expect(
      messages('.globl _start\n_start: lea x@tlsgd(%rip), %rdi\n.section .tdata,"awT"\nx: .byte 0\n')[0],
    ).toContain("relocation of type R_X86_64_TLSGD against 'x' is for dynamic linking");
  });
});

describe('the image', () => {
  it('knows the source line of every instruction, over sections and objects', () => {
    const image = linked('.globl _start\n_start: nop\n.section .text.startup,"ax"\n nop # early\n', '.text\n ret\n');
    expect(image.lines.map((line) => [line.address, line.file, line.line, line.text])).toEqual([
      [0x401000n, 'a.s', 4, ' nop # early'],
      [0x401001n, 'a.s', 2, '_start: nop'],
      [0x401002n, 'b.s', 2, ' ret'],
    ]);
  });

  it('shows its own ELF headers in the first page', () => {
    const image = linked('.globl _start\n_start: ret\n');
    expect(bytesAt(image, 0x400000n, 4)).toEqual([0x7f, 0x45, 0x4c, 0x46]);
    expect(image.segments.map((segment) => segment.name)).toEqual(['headers', '.text']);
  });

  it('gives a page that holds sections with different rights the rights of both', () => {
    const image = linked('.globl _start\n_start: ret\n.section both,"awx"\n.byte 1\n.data\n.byte 2\n');
    const pages = image.segments.map((segment) => segment.address / 4096n);
    expect(new Set(pages).size).toBe(pages.length);
    expect(image.segments.find((segment) => segment.write)).toMatchObject({ write: true, execute: true });
  });

  it('relaxes thread-local access to offsets from the end of the block', () => {
    const source = [
      '.globl _start',
      '_start: movq x@gottpoff(%rip), %rax',
      '        addq x@gottpoff(%rip), %r12',
      '        addq x@gottpoff(%rip), %rbx',
      '        movl %fs:x@tpoff, %eax',
      '        .section .tdata,"awT",@progbits',
      '        .long 1',
      'x:      .long 2',
      '',
    ].join('\n');
    const image = linked(source);
    const minus4 = [0xfc, 0xff, 0xff, 0xff];
    expect(bytesAt(image, image.entry, 29)).toEqual([
      ...[0x48, 0xc7, 0xc0, ...minus4],
      ...[0x49, 0x81, 0xc4, ...minus4],
      ...[0x48, 0x8d, 0x9b, ...minus4],
      ...[0x64, 0x8b, 0x04, 0x25, ...minus4],
    ]);
  });
});
