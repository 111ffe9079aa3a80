# Fixed partitions: RAM cut into eight equal parts, one for each process. The ninth process finds no room.
#
# The program forks until it cannot any more. It has a partition itself, so it gets seven children; the eighth call
# fails. A process of 3 KB takes a partition of 16 KB like any other: internal fragmentation.
# Look at: `--stats`, Memory: how much of the RAM in use is used; then without --partitions and with --va-bits 12.
#
# run: --mmu base-bounds --va-bits 14 --ram 144K --partitions 8
# prints: children: 7
# counts: contextSwitches=14 walks=0

        .globl  _start
        .data
text:   .ascii  "children: "
digit:  .ascii  "0\n"
        length = . - text
        .text
_start:
        movl    $57, %eax               # fork
        syscall
        testl   %eax, %eax
        jz      child
        js      full
        incb    digit(%rip)
        jmp     _start
child:
        movl    $24, %eax               # sched_yield: stay alive until the parent has counted
        syscall
        jmp     leave
full:
        movl    $1, %eax
        movl    $1, %edi
        leaq    text(%rip), %rsi
        movl    $length, %edx
        syscall
leave:
        movl    $60, %eax
        xorl    %edi, %edi
        syscall
