# The shortest complete Linux program: two system calls.
#
# `write` gets a file descriptor, an address and a length; `exit` a status. The kernel reads the text out of
# the memory of the program, through the same page tables.
# Look at: `--stats`. Six instructions before the last syscall, and the pages that were filled only when first
# touched.
#
# linux: yes
# prints: Hello, memory!
# status: 0

        .globl  _start
        .section .rodata
text:   .ascii  "Hello, memory!\n"
        length = . - text

        .text
_start:
        movl    $1, %eax                # write
        movl    $1, %edi                # to standard output
        leaq    text(%rip), %rsi
        movl    $length, %edx
        syscall
        movl    $60, %eax               # exit
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
