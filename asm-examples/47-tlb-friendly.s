# A walk that the TLB likes: row by row.
#
# 256 rows of 4096 bytes, one row a page. Each of the 64 words of a row is incremented before the next row
# begins, so a page is translated by a walk once and by the TLB 63 times. 48 does the same work in the other
# order.
#
# Misses by hand: the first touch of a page misses, faults, and misses again when it is repeated: 2 * 256 =
# 512. All else hits: 256 * 64 + 256 - 512 = 16,128.
#
# run: --tlb 64x4,lru
# linux: yes
# counts: loads=16385 stores=16384 dtlbMisses=513 dtlbHits=16128
# status: 1

        .globl  _start
        rows = 256
        words = 64
        stride = 64                     # bytes from word to word
        .bss
        .balign 4096
table:  .skip   rows * 4096

        .text
_start:
        leaq    table(%rip), %rbx       # the row
        movl    $rows, %ecx
row:    movl    $words, %edx
        movq    %rbx, %rdi
1:      incq    (%rdi)
        addq    $stride, %rdi           # the next word of the row
        decl    %edx
        jnz     1b
        addq    $4096, %rbx
        decl    %ecx
        jnz     row

        movl    table(%rip), %edi       # one load more, long forgotten by the TLB: one miss
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
