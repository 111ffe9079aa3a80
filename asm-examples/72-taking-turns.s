# Time sharing without translation: the whole image goes to the disk at every switch.
#
# Both programs are at the same physical addresses, so only one of them can be in RAM. When the timer takes the
# processor away from it, all its pages are written to the disk and those of the other one are read: at 10 ms a
# page, that is 60 ms for the three pages of each, and the work of both is 2 ms. Slices of 2,500 instructions make
# six switches. At five of them one image goes and one comes; at the sixth the short job has ended and is not kept.
# Before that the first program goes when the second is loaded, and comes back when it starts, which sends the
# second one out: 14 images, 42 pages.
# Look at: `--stats`, whole images moved, and the disk transfers under Cycles; then the same without --mmu.
#
# with: 46-short-job.s
# run: --mmu physical --va-bits 16 --swap 1M --quantum 2500
# prints: short job: done
# prints: long job: done
# counts: contextSwitches=6 imageSwaps=14 swapOuts=21 swapIns=21 strayWrites=0

        .globl  _start
        .data
        .balign 8
counter:
        .quad   0
text:   .ascii  "long job: done\n"
        length = . - text

        .text
_start:
        movl    $3000, %ecx
1:      incq    counter(%rip)
        decl    %ecx
        jnz     1b
        cmpq    $3000, counter(%rip)
        jne     2f
        movl    $1, %eax
        movl    $1, %edi
        leaq    text(%rip), %rsi
        movl    $length, %edx
        syscall
2:      movl    $60, %eax
        xorl    %edi, %edi
        syscall
