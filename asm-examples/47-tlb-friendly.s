# A walk that the TLB likes: row by row.
#
# 256 rows of 4096 bytes, one row a page. Each of the 512 words of a row is incremented before the next row
# begins, so a page is translated by a walk once and by the TLB 511 times. 48 does the same work in the other
# order.
#
# Misses by hand: the first touch of a page misses, faults, and misses again when it is repeated: 2 * 256 =
# 512. All else hits: 256 * 512 + 256 - 512 = 130,816.
#
# run: --tlb 64x4,lru
# linux: yes
# counts: loads=131073 stores=131072 dtlbMisses=513 dtlbHits=130816
# status: 1

        .globl  _start
        rows = 256
        words = 512
        .bss
        .balign 4096
table:  .skip   rows * words * 8

        .text
_start:
        leaq    table(%rip), %rbx       # the row
        movl    $rows, %ecx
row:    movl    $words, %edx
        movq    %rbx, %rdi
1:      incq    (%rdi)
        addq    $8, %rdi                # the next word of the row
        decl    %edx
        jnz     1b
        addq    $4096, %rbx
        decl    %ecx
        jnz     row

        movl    table(%rip), %edi       # one load more, long forgotten by the TLB: one miss
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
