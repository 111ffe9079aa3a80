# Segments: code, heap and stack placed apart, each as large as what is in it (OSTEP 16).
#
# 14-bit addresses; the top two bits choose one of four segments of 4 KB. Code is at 0, data and heap from 4 KB, the
# stack grows down from 16 KB. The program asks for 512 bytes of heap and fills them: the segment grows for that.
# Then it writes at 7 KB, which is in the heap's part of the address space, but beyond the segment's size.
# Look at: the arithmetic of the refusal; `--stats`, the RAM in use against the 16 KB that base and bounds would take.
#
# run: --mmu segments --va-bits 14 --ram 64K
# status: 139
# counts: stores=64 walks=0 syscalls=2
# explains: segment 1 (.data, [heap])
# explains: segment 0x1c00 >> 12 = 1
# explains: offset 0x1c00 - 0x1000 = 0xc00

        .globl  _start
        .data
filling:
        .quad   7
        .text
_start:
        movl    $12, %eax               # brk(0): where the heap begins
        xorl    %edi, %edi
        syscall
        movq    %rax, %rbx
        leaq    512(%rbx), %rdi         # brk: 512 bytes more
        movl    $12, %eax
        syscall
        movq    filling(%rip), %rdx
        movl    $64, %ecx
1:      movq    %rdx, (%rbx)
        addq    $8, %rbx
        decl    %ecx
        jnz     1b
        movl    $0x1c00, %edi
        movq    %rdx, (%rdi)            # 7 KB
