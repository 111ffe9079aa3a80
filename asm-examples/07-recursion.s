# Recursion: every call is a store, every return a load, and the stack grows and shrinks.
#
# fib(12) by the definition. Each call pushes a return address and two registers and pops them again.
# Look at: stores = loads here but for the digits printed; `--stats` shows one page of stack for all of it.
#
# linux: yes
# prints: 144

        .globl  _start
        .text
_start:
        movl    $12, %edi
        call    fib
        subq    $16, %rsp
        leaq    4(%rsp), %rsi           # decimal digits, from the right
        movb    $10, (%rsi)
        movl    $10, %ecx
1:      xorl    %edx, %edx
        divl    %ecx
        addb    $'0', %dl
        decq    %rsi
        movb    %dl, (%rsi)
        testl   %eax, %eax
        jnz     1b
        leaq    5(%rsp), %rdx
        subq    %rsi, %rdx
        movl    $1, %edi
        movl    $1, %eax
        syscall
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

# fib(edi) -> eax
fib:    cmpl    $2, %edi
        jb      2f
        pushq   %rbx
        pushq   %rbp
        movl    %edi, %ebx
        leal    -1(%rbx), %edi
        call    fib
        movl    %eax, %ebp
        leal    -2(%rbx), %edi
        call    fib
        addl    %ebp, %eax
        popq    %rbp
        popq    %rbx
        ret
2:      movl    %edi, %eax
        ret

        .section .note.GNU-stack,"",@progbits
