# One linear page table, as "Paging: Introduction" (OSTEP, chapter 18) draws it: 16-bit addresses, pages of
# 1 KiB, entries of four bytes with a valid bit and a frame number.
#
#     for (i = 0; i < 1000; i++) array[i] = 0;
#
# The code is at address 1024 (page 1), the array at 40000 (pages 39 to 42), the table at physical address
# 1024: where the book has them. Each of the five references of an iteration looks at one entry first, so ten
# references an iteration and 10,000 in all, where four-level tables need 25,000 (06-ostep-loop.s).
# Five pages are touched for the first time; each costs a lookup more, four of them after a fetch.
# Look at: `pagewalk count`, the lines of the loop.
#
# run: --mmu linear --va-bits 16 --page-size 1K --entry ostep-linear --tlb none
# counts: fetches=4005 loads=0 stores=1000 itlbMisses=4010 dtlbMisses=1004 walks=5014 walkReads=5014 adWrites=0

        .globl  _start
        .bss
        .skip   40000 - 2048            # .bss begins on the page behind the code
array:  .skip   4000

        .text
_start:
        leaq    array(%rip), %rdi
        xorl    %eax, %eax
loop:   movl    $0, (%rdi,%rax,4)
        incl    %eax
        cmpl    $1000, %eax
        jne     loop

        movl    $60, %eax
        xorl    %edi, %edi
        syscall
