# A walk that the TLB hates: column by column.
#
# The same table and the same work as 47, but the inner loop goes from row to row, that is from page to page.
# When it comes back to a page for the next word, 255 other pages have passed through the TLB, and the entry
# is gone: with LRU and room for 64, not one lookup hits.
#
# Misses by hand: 256 * 64 lookups, and 256 more for the attempts that faulted: 16,640. The program is the
# same; the order is not.
# Look at: the cycles of both in `--stats`; then `--tlb 256x4,lru`.
#
# run: --tlb 64x4,lru
# linux: yes
# counts: loads=16385 stores=16384 dtlbMisses=16641 dtlbHits=0
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
        leaq    table(%rip), %rbx       # the column
        movl    $words, %ecx
column: movl    $rows, %edx
        movq    %rbx, %rdi
1:      incq    (%rdi)
        addq    $4096, %rdi             # the same word of the next row
        decl    %edx
        jnz     1b
        addq    $stride, %rbx
        decl    %ecx
        jnz     column

        movl    table(%rip), %edi
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
