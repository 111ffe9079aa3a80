# How a program gets its arguments: the kernel has put them on the stack before the first instruction.
#
#     (%rsp)    argc
#     8(%rsp)   argv[0], argv[1], ..., 0
#
# Prints every argument but the first. Look at: the stack is mapped and filled although the program has not
# run yet.
#
# args: base bounds
# linux: yes
# prints: base
# prints: bounds
# status: 2

        .globl  _start
        .data
newline:
        .byte   10

        .text
_start:
        movq    (%rsp), %rbx            # argc
        leaq    16(%rsp), %rbp          # &argv[1]
next:   movq    (%rbp), %rsi
        testq   %rsi, %rsi
        jz      done
        xorl    %edx, %edx              # strlen
1:      cmpb    $0, (%rsi,%rdx)
        je      2f
        incq    %rdx
        jmp     1b
2:      movl    $1, %edi
        movl    $1, %eax
        syscall
        leaq    newline(%rip), %rsi
        movl    $1, %edx
        movl    $1, %eax
        syscall
        addq    $8, %rbp
        jmp     next
done:   movl    $60, %eax
        leal    -1(%rbx), %edi
        syscall

        .section .note.GNU-stack,"",@progbits
