# Base and bounds: the address space of "Address Translation" (OSTEP 15), 16 KB of it.
#
# The hardware compares every address with the bounds, and adds the base. The program never sees the base: its
# code is at 0, its stack below 16 KB, wherever in RAM it is. It sums up four numbers, and then reads
# one that is 1 KB behind its last address.
# Look at: the arithmetic of the refusal; then `--mmu base`, where nothing is compared and the load reads on.
#
# run: --mmu base-bounds --va-bits 14 --ram 64K
# status: 139
# counts: instructions=7 loads=4 abortedData=1 walks=0
# explains: which is 0x400 bytes beyond the bounds 0x4000
# explains: base 0x4000, size 0x4000

        .globl  _start
        .data
numbers:
        .quad   10, 20, 30, 40
        .text
_start:
        leaq    numbers(%rip), %rsi
        movq    (%rsi), %rax
        addq    8(%rsi), %rax
        addq    16(%rsi), %rax
        addq    24(%rsi), %rax
        movl    $0x4400, %edi
        nop
        movq    (%rdi), %rbx            # 17 KB: not in a space of 16 KB
        movl    $60, %eax               # without bounds, or with wider ones, on to here
        xorl    %edi, %edi
        syscall
