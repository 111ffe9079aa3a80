# A sparse address space on two levels of tables, in the geometry of the homework of OSTEP, chapter 20:
# 32-byte pages, one-byte entries (a valid bit, seven bits of frame number), 4 KiB of RAM.
#
# With 10 bits of page number a linear table would have 1024 entries: 32 of the 128 frames for each process,
# used or not. The directory has 32 entries, and only the parts of the table that are used exist: here those
# of the code, of the two far bytes that are written, and of the stack.
# Each reference reads two entries: a directory entry, then one of a table.
# Look at: `--stats`, entries each; `--mmu linear --va-bits 15 --page-size 32 --entry 1` for the other design.
#
# run: --mmu radix:5,5 --page-size 32 --entry ostep-multilevel --tlb none
# status: 42
# counts: instructions=6 loads=2 stores=2

        .globl  _start
        .bss
near:   .skip   12000
far:    .skip   1

        .text
_start:
        movb    $40, near(%rip)
        movb    $2, far(%rip)
        movzbl  near(%rip), %edi
        addb    far(%rip), %dil
        movl    $60, %eax
        syscall
