import fc from 'fast-check';

/** What a random program does to its memory: 8-byte words of pages in several areas. */
export type MemoryStep =
  | { readonly kind: 'store'; readonly page: number; readonly word: number; readonly value: number }
  | { readonly kind: 'load'; readonly page: number; readonly word: number }
  /** Made read-only, read, and made writable again. */
  | { readonly kind: 'protect'; readonly page: number }
  /** Given back to the kernel: zeros from then on. */
  | { readonly kind: 'discard'; readonly page: number }
  | { readonly kind: 'yield' };

/** Pages 0..9 are .data, 10..19 .bss, 20..29 an mmap area, 30..39 the stack. */
const PAGES = 40;
const page = fc.integer({ min: 0, max: PAGES - 1 });
const word = fc.constantFrom(0, 1, 255, 510, 511);

export const memoryProgram = (length: number): fc.Arbitrary<MemoryStep[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('store' as const), page, word, value: fc.nat(0x7fff_ffff) }),
      },
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('load' as const), page, word }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('protect' as const), page }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('discard' as const), page: fc.integer({ min: 20, max: 29 }) }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: 'yield' as const }) },
    ),
    { minLength: length, maxLength: length },
  );

const pageNumber = (i: number): number => (i < 10 ? 1000 + i : 0);

/** What the program must print: all that it loads, each time multiplied by three and added, in hex. */
export function expectedOutput(steps: readonly MemoryStep[]): string {
  const words = new Map<string, bigint>();
  const read = (at: number, index: number) =>
    words.get(`${at}.${index}`) ?? (index === 0 ? BigInt(pageNumber(at)) : 0n);
  let sum = 0n;
  const add = (value: bigint) => {
    sum = BigInt.asUintN(64, sum * 3n + value);
  };
  for (const step of steps) {
    if (step.kind === 'store') words.set(`${step.page}.${step.word}`, BigInt(step.value));
    if (step.kind === 'load') add(read(step.page, step.word));
    if (step.kind === 'protect') add(read(step.page, 0));
    if (step.kind === 'discard') for (const index of [0, 1, 255, 510, 511]) words.set(`${step.page}.${index}`, 0n);
  }
  for (let i = 0; i < PAGES; i++) for (const index of [0, 511]) add(read(i, index));
  return `${sum.toString(16).padStart(16, '0')}\n`;
}

const syscall = (number: number, ...args: string[]): string =>
  [
    ...args.map((argument, i) => ` movq ${argument}, %${['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9'][i]}`),
    ` movl $${number}, %eax`,
    ' syscall',
  ].join('\n');

function place(at: number, index: number): string {
  const [area, first] = at < 10 ? ['%r12', 0] : at < 20 ? ['%r13', 10] : at < 30 ? ['%r14', 20] : ['%r15', 30];
  return `${(at - Number(first)) * 4096 + index * 8}(${area})`;
}

const load = (at: number, index: number) => ` leaq (%rbx,%rbx,2), %rbx\n addq ${place(at, index)}, %rbx`;

function stepSource(step: MemoryStep): string {
  switch (step.kind) {
    case 'store':
      return ` movq $${step.value}, ${place(step.page, step.word)}`;
    case 'load':
      return load(step.page, step.word);
    case 'protect': {
      const at = ` leaq ${place(step.page, 0)}, %rbp`;
      return [at, syscall(10, '%rbp', '$4096', '$1'), load(step.page, 0), syscall(10, '%rbp', '$4096', '$3')].join(
        '\n',
      );
    }
    case 'discard':
      return ` leaq ${place(step.page, 0)}, %rbp\n${syscall(28, '%rbp', '$4096', '$4')}`;
    case 'yield':
      return syscall(24);
  }
}

/** Assembly source of the program. */
export function memorySource(steps: readonly MemoryStep[]): string {
  const data = Array.from({ length: 10 }, (_, i) => ` .quad ${pageNumber(i)}\n .zero 4088`).join('\n');
  const final = Array.from({ length: PAGES }, (_, i) => `${load(i, 0)}\n${load(i, 511)}`).join('\n');
  return `        .globl  _start
        .data
        .balign 4096
data:
${data}
        .bss
        .balign 4096
bss:    .skip   40960
out:    .skip   32
        .text
_start: xorl    %ebx, %ebx
        leaq    data(%rip), %r12
        leaq    bss(%rip), %r13
        subq    $65536, %rsp
        andq    $-4096, %rsp
        movq    %rsp, %r15
${syscall(9, '$0', '$40960', '$3', '$0x22', '$-1', '$0')}
        movq    %rax, %r14
${steps.map(stepSource).join('\n')}
${final}
        leaq    out(%rip), %rdi
        movl    $16, %ecx
1:      rolq    $4, %rbx
        movl    %ebx, %eax
        andl    $15, %eax
        cmpl    $10, %eax
        jb      2f
        addl    $39, %eax
2:      addl    $48, %eax
        movb    %al, (%rdi)
        incq    %rdi
        decl    %ecx
        jnz     1b
        movb    $10, (%rdi)
${syscall(1, '$1', '$out', '$17')}
${syscall(60, '$0')}
`;
}
