# A switch statement as a table of addresses: an interpreter for a little stack machine.
#
# `jmp *table(,%rax,8)` is a fetch and a load: the address of the next instruction comes out of memory like
# any other number. The program interpreted is "6 7 * 2 - .", and its result is the status.
# Look at: `--stats`, loads against instructions; `pagewalk disasm` shows the table as data.
#
# linux: yes
# status: 40

        .globl  _start
        .section .rodata
        .balign 8
table:  .quad   op_push, op_multiply, op_subtract, op_exit
program:
        .byte   0, 6,  0, 7,  1,  0, 2,  2,  3

        .text
_start:
        leaq    program(%rip), %rsi
next:   movzbl  (%rsi), %eax
        incq    %rsi
        jmp     *table(,%rax,8)

op_push:
        movzbl  (%rsi), %eax
        incq    %rsi
        pushq   %rax
        jmp     next
op_multiply:
        popq    %rcx
        popq    %rax
        imulq   %rcx, %rax
        pushq   %rax
        jmp     next
op_subtract:
        popq    %rcx
        subq    %rcx, (%rsp)
        jmp     next
op_exit:
        popq    %rdi
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
