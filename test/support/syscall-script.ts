/** An argument: a number, or an assembler expression such as `buffer+8` (an address, taken with $). */
export type ScriptArgument = number | bigint | string;

/** One system call of a script and what of its result is printed. */
export interface ScriptCall {
  readonly number: number;
  readonly args: readonly ScriptArgument[];
  /** `all` of rax in hex; only the `error` number, and 0 for success; or nothing. */
  readonly show: 'all' | 'error' | 'none';
  /** For people: what is asked. */
  readonly title: string;
}

const REGISTERS = ['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9'];

/**
 * Assembly source of a program that makes system calls one after the other and prints a line of 16 hex digits for each that is shown,
 * all at the end. It runs under Linux after `as` and `ld`, which is where the expected lines come from.
 */
export function syscallScript(calls: readonly ScriptCall[]): string {
  return `${PROLOGUE}${calls.map(callSource).join('')}${EPILOGUE}`;
}

function callSource(call: ScriptCall): string {
  const moves = call.args.map((argument, i) => `        movabsq $${argument}, %${REGISTERS[i]}\n`).join('');
  const filter = call.show === 'error' ? '        call    only_error\n' : '';
  const print = call.show === 'none' ? '' : `${filter}        call    print\n`;
  return `# ${call.title}\n${moves}        movl    $${call.number}, %eax\n        syscall\n${print}`;
}

const PROLOGUE = `        .globl  _start
        .bss
out:    .skip   65536
buffer: .skip   4096
        .data
text:   .ascii  "text\\n"
iov:    .quad   text, 2, text+2, 3
badiov: .quad   text, 2, 16, 3
negiov: .quad   text, -1
second: .quad   1, 1000000000
nowhere: .asciz "/nowhere/at/all"
riov:   .quad   buffer, 6, buffer+6, 100
pdir:   .asciz  "/tmp/pagewalk-script"
pfile:  .asciz  "/tmp/pagewalk-script/file"
pslash: .asciz  "/tmp/pagewalk-script/file/"
pbelow: .asciz  "/tmp/pagewalk-script/file/below"
plink:  .asciz  "/tmp/pagewalk-script/link"
ploop:  .asciz  "/tmp/pagewalk-script/loop"
pnone:  .asciz  "/tmp/pagewalk-script/none"
rfile:  .asciz  "file"
rloop:  .asciz  "loop"
empty:  .asciz  ""
        .section .rodata
digits: .ascii  "0123456789abcdef"
        .text
only_error:                             # rax = the error, or 0 when it is none
        cmpq    $-4095, %rax
        jae     1f
        xorl    %eax, %eax
1:      ret
print:  movl    $16, %ecx               # rax in hex to (%r15)
1:      rolq    $4, %rax
        movl    %eax, %ebx
        andl    $15, %ebx
        movb    digits(%rbx), %bl
        movb    %bl, (%r15)
        incq    %r15
        decl    %ecx
        jnz     1b
        movb    $10, (%r15)
        incq    %r15
        ret
_start: movq    $out, %r15
`;

const EPILOGUE = `        movq    %r15, %rdx
        subq    $out, %rdx
        movl    $1, %eax
        movl    $1, %edi
        movl    $out, %esi
        syscall
        movl    $60, %eax
        xorl    %edi, %edi
        syscall
`;
