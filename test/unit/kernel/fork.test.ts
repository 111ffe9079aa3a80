import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canRunNatively, runNatively } from '../../support/native.js';
import { exitWith } from '../../support/program.js';
import { run } from '../../support/run.js';

const K = 1024;
const call = (number: number, ...args: (string | number)[]) =>
  `${args.map((argument, i) => ` movq ${typeof argument === 'number' ? `$${argument}` : argument}, %${['rdi', 'rsi', 'rdx', 'r10'][i]}\n`).join('')} movl $${number}, %eax\n syscall\n`;
const FORK = call(57);
const wait = (status = '$status') => call(61, '$-1', status, 0, 0);
const write = (symbol: string, length: number) => call(1, 1, `$${symbol}`, length);

/** The child stores, the parent waits and looks; each prints what it sees of one word. */
const copyOnWrite = `
        .globl  _start
        .data
word:   .ascii  "old\\n"
status: .long   0
        .text
_start: ${FORK}
        testl   %eax, %eax
        jnz     parent
        movl    $0x0a77656e, word(%rip)         # "new\\n"
        ${write('word', 4)}
        ${exitWith(7)}
parent: movl    %eax, %ebx
        ${wait()}
        cmpl    %eax, %ebx
        jne     bad
        ${write('word', 4)}
        movzbl  status+1(%rip), %edi
        movl    $60, %eax
        syscall
bad:    ${exitWith(99)}
`;

/** A shared page and a private one, stored to by the child. */
const sharing = (prepare: string) => `
        .globl  _start
        .data
word:   .ascii  "xx\\n"
status: .long   0
        .text
_start: ${call(9, 0, 8192, 3, 0x21)}
        movq    %rax, %rbx
        ${call(9, 0, 8192, 3, 0x22)}
        movq    %rax, %rbp
        ${prepare}
        ${FORK}
        testl   %eax, %eax
        jnz     1f
        addb    $'s', 4096(%rbx)
        addb    $'p', 4096(%rbp)
        ${exitWith(0)}
1:      ${wait()}
        movb    4096(%rbx), %al
        addb    $'A'-1, %al
        movb    %al, word(%rip)
        movb    4096(%rbp), %al
        addb    $'A'-1, %al
        movb    %al, word+1(%rip)
        ${write('word', 3)}
        ${exitWith(0)}
`;

/** Two children end in any order; the parent adds up their statuses, then has none left. */
const children = `
        .globl  _start
        .bss
status: .skip   8
        .text
_start: ${FORK}
        testl   %eax, %eax
        jz      first
        ${FORK}
        testl   %eax, %eax
        jz      second
        xorl    %ebx, %ebx
        ${wait()}
        movzbl  status+1(%rip), %eax
        addl    %eax, %ebx
        ${wait()}
        movzbl  status+1(%rip), %eax
        addl    %eax, %ebx
        ${wait()}
        cmpq    $-10, %rax                      # ECHILD
        jne     first
        movl    %ebx, %edi
        movl    $60, %eax
        syscall
first:  ${exitWith(3)}
second: ${exitWith(4)}
`;

/** The child dies of a signal; the parent exits with the low byte of its status. */
const killed = `
        .globl  _start
        .bss
status: .skip   8
        .text
_start: ${FORK}
        testl   %eax, %eax
        jnz     1f
        movl    %eax, 16
1:      ${wait()}
        movzbl  status(%rip), %edi
        andl    $0x7f, %edi
        movl    $60, %eax
        syscall
`;

/** fork as libc makes it: clone with the child's number stored in the child. */
const asLibc = `
        .globl  _start
        .bss
tid:    .skip   8
status: .skip   8
        .text
_start: movl    $56, %eax
        movl    $0x1200011, %edi
        xorl    %esi, %esi
        xorl    %edx, %edx
        movq    $tid, %r10
        syscall
        testl   %eax, %eax
        jnz     1f
        movl    $39, %eax
        syscall
        cmpl    %eax, tid(%rip)
        sete    %dil
        movzbl  %dil, %edi
        movl    $60, %eax
        syscall
1:      ${wait()}
        movzbl  status+1(%rip), %edi
        addl    tid(%rip), %edi                 # still 0 in the parent
        movl    $60, %eax
        syscall
`;

/** Looks without waiting until the child has ended, then for a child that is not there. */
const polling = `
        .globl  _start
        .bss
status: .skip   8
        .text
_start: ${FORK}
        testl   %eax, %eax
        jnz     1f
        movl    $3000, %ecx
2:      decl    %ecx
        jnz     2b
        ${exitWith(6)}
1:      movl    %eax, %ebx
3:      ${call(61, '%rbx', '$status', 1, 0)}
        testl   %eax, %eax
        jz      3b
        cmpl    %eax, %ebx
        jne     4f
        ${call(61, '%rbx', '$status', 1, 0)}
        cmpl    $-10, %eax
        jne     4f
        movzbl  status+1(%rip), %edi
        movl    $60, %eax
        syscall
4:      ${exitWith(1)}
`;

const errors = `
        .globl  _start
        .bss
status: .skip   8
        .text
_start: ${wait()}
        cmpq    $-10, %rax
        jne     bad
        ${call(61, '$-1', 0, 0x1000, 0)}
        cmpq    $-22, %rax
        jne     bad
        ${FORK}
        testl   %eax, %eax
        jz      child
        ${wait('$16')}
        cmpq    $-14, %rax
        jne     bad
        ${exitWith(0)}
child:  ${exitWith(0)}
bad:    ${exitWith(1)}
`;

const programs: Record<string, [source: string, stdout: string, status: number]> = {
  'copy-on-write': [copyOnWrite, 'new\nold\n', 7],
  'an untouched shared page': [sharing(''), 's@\n'.replace('s', String.fromCharCode(0x73 + 0x40)), 0],
  'a touched shared page': [
    sharing('movb $1, 4096(%rbx)\n movb $1, 4096(%rbp)'),
    `${String.fromCharCode(0x74 + 0x40)}A\n`,
    0,
  ],
  'two children': [children, '', 7],
  'a killed child': [killed, '', 11],
  'clone, as libc forks': [asLibc, '', 1],
  WNOHANG: [polling, '', 6],
  errors: [errors, '', 0],
};
const names = Object.keys(programs);
const native = canRunNatively();
if (!native)
  console.warn(`skipped: ${names.length} programs that fork are not run natively (x86-64 Linux, as and ld needed)`);

describe('fork and wait', () => {
  it.each(names)('%s', (name) => {
    const [source, stdout, status] = programs[name]!;
    const outcome = run(source, { quantum: 40 });
    expect({ stdout: outcome.stdout, status: outcome.status }).toEqual({ stdout, status });
  });

  it.skipIf(!native).each(names)('%s: the same on this Linux', (name) => {
    const [source, stdout, status] = programs[name]!;
    expect(runNatively(source)).toEqual({ stdout, status });
  });

  it('copies nothing but what is stored to', () => {
    const touched = copyOnWrite.replace('_start:', '_start: movb word(%rip), %al\n');
    const { result, events } = run(touched);
    // The page of data, by the child; the parent, which stores its status there later, is then its only owner.
    expect(events.flatMap((event) => (event.kind === 'copy' ? [event.pid] : []))).toEqual([2]);
    expect(result.counters.pageCopies).toBe(1);
    // Never touched before, it is read from the program by either.
    expect(run(copyOnWrite).result.counters.pageCopies).toBe(0);
  });

  it('the status of the run is that of the first program, not of its children', () => {
    const { status, result } = run(copyOnWrite.replace('movzbl  status+1(%rip), %edi', 'movl $5, %edi'));
    expect(status).toBe(5);
    expect(result.processes.map((process) => [process.parent, process.status])).toEqual([
      [0, 5],
      [1, 7],
    ]);
  });

  it('fails with ENOMEM, and leaves nothing behind, when there is no memory for tables', () => {
    const source = `
        .globl  _start
_start: pushq   $1
1:      ${FORK}
        testq   %rax, %rax
        js      2f
        jz      3f
        jmp     1b
2:      negl    %eax
        movl    %eax, %edi
        movl    $60, %eax
        syscall
3:      ${call(35, '$time', 0)}
        ${exitWith(0)}
        .data
time:   .quad   1, 0`;
    expect(run(source, { ram: 128 * K }).status).toBe(12);
  });
});

/** Parent and children of children store to a few pages, with little memory: everyone must see its own stores and no other's. */
function tree(stores: readonly number[][], pages: number): string {
  const generation = (depth: number): string => `
        ${stores[depth]!.map((page) => `incq table+${page}*4096(%rip)`).join('\n')}
        ${depth + 1 < stores.length ? `${FORK}\n testl %eax, %eax\n jz 1f\n ${wait()}\n jmp 2f\n1: incl level(%rip)\n${generation(depth + 1).replace(/\b([12])([:f])/g, (_, digit, kind) => `${Number(digit) + 2}${kind}`)}\n2:` : ''}`;
  const sum = Array.from({ length: pages }, (_, i) => `imulq $5, %rbx\n addq table+${i}*4096(%rip), %rbx`).join('\n');
  return `
        .globl  _start
        .bss
        .balign 4096
table:  .skip   ${pages} * 4096
level:  .skip   4
status: .skip   8
out:    .skip   8
        .text
_start: ${generation(0)}
        xorl    %ebx, %ebx
        ${sum}
        movl    level(%rip), %eax
        addl    $'0', %eax
        movb    %al, out(%rip)
        movq    %rbx, out+1(%rip)
        ${write('out', 9)}
        ${exitWith(0)}`;
}

describe('copy-on-write and swapping together', () => {
  it.each(['fifo', 'lru', 'clock'])(
    'every generation sees its own stores and those before it (%s)',
    (replacement) => {
      const page = fc.integer({ min: 0, max: 11 });
      const stores = fc.array(fc.array(page, { maxLength: 14 }), { minLength: 2, maxLength: 2 });
      fc.assert(
        fc.property(stores, fc.constantFrom(120, 128, 144), (generations, kilobytes) => {
          const { stdout } = run(tree(generations, 12), { replacement, ram: kilobytes * K, swap: '1M', quantum: 25 });
          const seen = new Map<string, bigint>();
          for (let at = 0; at < stdout.length; at += 9)
            seen.set(stdout[at]!, Buffer.from(stdout.slice(at + 1, at + 9), 'latin1').readBigUInt64LE());
          const words = Array(12).fill(0n);
          generations.forEach((pages, depth) => {
            for (const one of pages) words[one]++;
            const sum = words.reduce((total: bigint, word: bigint) => BigInt.asUintN(64, total * 5n + word), 0n);
            expect(seen.get(String(depth))).toBe(sum);
          });
        }),
        { seed: 57, numRuns: 6 },
      );
    },
    60_000,
  );
});
