# One program at a time, and nothing between it and the kernel.
#
# Addresses are those of RAM: the kernel has the lowest 16 KiB, the program the rest. This one clears 16 bytes at
# address 0x68, as a null pointer with a field might. Nothing stops it: what stood there were two entries of the
# interrupt table. The next system call would go through such a table, so that is where the machine ends.
# Look at: what was destroyed; `--stats`, stray stores; and the same program without --mmu: it dies at the store.
#
# run: --mmu physical
# status: 137
# counts: strayWrites=2 strayReads=0 walks=0
# explains: the kernel has been overwritten
# explains: the interrupt table, entry 13
# explains: the interrupt table, entry 14

        .globl  _start
        .text
_start:
        movl    $0x68, %edi
        movq    $0, (%rdi)              # entry 13: general protection
        movq    $0, 8(%rdi)             # entry 14: page fault
        movl    $60, %eax
        xorl    %edi, %edi
        syscall
