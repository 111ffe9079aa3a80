# An instruction that changes memory makes two references: it loads the old value and stores the new one.
#
# `incl counter` is one instruction, one translation, one load and one store. A compiler without optimisation
# keeps every variable in memory and pays this on every line of the program; 04 does the same work in
# registers.
# Look at: `--stats`, loads and stores, and "read-modify-write".
#
# linux: yes
# status: 100
# counts: loads=201 stores=100 modifies=100

        .globl  _start
        .bss
        .balign 4
counter:
        .skip   4

        .text
_start:
again:  incl    counter(%rip)           # 1 load + 1 store
        cmpl    $100, counter(%rip)     # 1 load
        jne     again
        movl    counter(%rip), %edi     # 1 load
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
