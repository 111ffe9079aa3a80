import { type ObjectFile, RELOCATION, SECTION_FLAG, SECTION_TYPE } from '../object.js';

/** One instruction of a stub: its bytes, its source, and whether its last four bytes are a call to `main`. */
interface StubLine {
  readonly bytes: readonly number[];
  readonly text: string;
  readonly callsMain?: true;
}

/** Entered with the stack as the kernel makes it: argc, argv pointers, 0, environment pointers, 0; rsp is 16-aligned. */
const MAIN_STUB: readonly StubLine[] = [
  { bytes: [0x31, 0xed], text: 'xorl    %ebp, %ebp                # the outermost frame' },
  { bytes: [0x48, 0x8b, 0x3c, 0x24], text: 'movq    (%rsp), %rdi              # argc' },
  { bytes: [0x48, 0x8d, 0x74, 0x24, 0x08], text: 'leaq    8(%rsp), %rsi             # argv' },
  { bytes: [0x48, 0x8d, 0x54, 0xfc, 0x10], text: 'leaq    16(%rsp,%rdi,8), %rdx     # envp' },
  { bytes: [0xe8, 0, 0, 0, 0], text: 'call    main', callsMain: true },
  { bytes: [0x89, 0xc7], text: 'movl    %eax, %edi                # the status that main returned' },
  { bytes: [0xb8, 0xe7, 0, 0, 0], text: 'movl    $231, %eax                # exit_group' },
  { bytes: [0x0f, 0x05], text: 'syscall' },
];

/** A frame pointer, so that operands like 8(%rbp) are memory of the snippet's own. */
const FRAME_STUB: readonly StubLine[] = [
  { bytes: [0x48, 0x89, 0xe5], text: 'movq    %rsp, %rbp                # the frame of the snippet' },
];

const EXIT_STUB: readonly StubLine[] = [
  { bytes: [0x31, 0xff], text: 'xorl    %edi, %edi                # status 0' },
  { bytes: [0xb8, 0xe7, 0, 0, 0], text: 'movl    $231, %eax                # exit_group' },
  { bytes: [0x0f, 0x05], text: 'syscall' },
];

/** For a program with `main` and no `_start`: `_start` calls main(argc, argv, envp) and ends the process with what it returns. */
export const mainStub: ObjectFile = stubObject('<start of main>', MAIN_STUB, '_start');

/** For a snippet without an entry point: what comes before its first instruction points rbp at its stack. */
export const frameStub: ObjectFile = stubObject('<start of snippet>', FRAME_STUB, '_start');

/** For a snippet without an entry point: what follows its last instruction ends the process with status 0. */
export const exitStub: ObjectFile = stubObject('<end of snippet>', EXIT_STUB, null);

function stubObject(name: string, lines: readonly StubLine[], entry: string | null): ObjectFile {
  const bytes = Uint8Array.from(lines.flatMap((line) => line.bytes));
  const offsets = lines.map((_, i) => lines.slice(0, i).reduce((sum, line) => sum + line.bytes.length, 0));
  const call = lines.findIndex((line) => line.callsMain);
  const global = { binding: 'global', visibility: 'default' } as const;
  return {
    name,
    sections: [
      {
        name: '.text',
        type: SECTION_TYPE.progbits,
        flags: SECTION_FLAG.alloc | SECTION_FLAG.execute,
        alignment: 1,
        entsize: 0,
        bytes,
        size: bytes.length,
      },
    ],
    symbols: [
      ...(entry === null
        ? []
        : [{ ...global, name: entry, type: 'function', section: 0, value: 0n, size: BigInt(bytes.length) } as const]),
      ...(call < 0
        ? []
        : [{ ...global, name: 'main', type: 'none', section: 'undefined', value: 0n, size: 0n } as const]),
    ],
    relocations:
      call < 0 ? [] : [{ section: 0, offset: offsets[call]! + 1, type: RELOCATION.plt32, symbol: 1, addend: -4n }],
    lines: offsets.map((offset, i) => ({ section: 0, offset, file: name, line: i + 1 })),
    sources: new Map([[name, lines.map((line) => `        ${line.text}`).join('\n')]]),
  };
}
