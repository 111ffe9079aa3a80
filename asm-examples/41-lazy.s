# Lazy allocation: a table of 32 MiB costs nothing until somebody uses it.
#
# .bss promises 8192 pages. The program uses three. Reads count as well: a page that was only read is all
# zeros, and still has to exist.
# Look at: `--stats`, pages zero-filled; with `--ram 1M` it runs just as well.
#
# run: --ram 1M
# linux: yes
# status: 7

        .globl  _start
        .bss
        .balign 4096
table:  .skip   32<<20

        .text
_start:
        leaq    table(%rip), %rbx
        movl    $7, 1000*4096(%rbx)
        movl    8000*4096(%rbx), %edi   # never written: 0
        addl    1000*4096(%rbx), %edi
        addl    %edi, 8191*4096(%rbx)
        movl    8191*4096(%rbx), %edi
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
