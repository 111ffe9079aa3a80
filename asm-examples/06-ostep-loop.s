# What paging costs without a TLB: the loop of "Paging: Introduction" (OSTEP, chapter 18) on four-level
# tables.
#
#     for (i = 0; i < 1000; i++) array[i] = 0;
#
# Four fetches and one store an iteration. Each of the five needs a walk of four entries, so 5 + 20 = 25
# references an iteration where the program asked for five. Run it again with `--tlb 64x4,lru` and the walks
# are all but gone.
# Look at: `--stats`, page-table entries read.
#
# run: --tlb none
# linux: yes
# counts: fetches=4005 loads=0 stores=1000 itlbHits=0 dtlbHits=0

        .globl  _start
        .bss
        .balign 4096
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

        .section .note.GNU-stack,"",@progbits
