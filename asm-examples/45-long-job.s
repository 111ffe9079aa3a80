# Two programs at once: the long job.
#
# Run it together with the short one: `pagewalk run asm-examples/45-long-job.s asm-examples/46-short-job.s`.
# It was started first, and it finishes last, because the timer takes the processor away after every quantum.
# Both count in a variable at the same virtual address, and each finds its own number there: one address, two
# tables, two frames.
# Look at: `--stats`, context switches and TLB flushes; then `--quantum 1000000`, and the order of the lines
# turns round.
#
# with: 46-short-job.s
# run: --quantum 1000
# linux: yes
# prints: short job: done
# prints: long job: done

        .globl  _start
        .data
        .balign 8
counter:
        .quad   0
text:   .ascii  "long job: done\n"
        length = . - text

        .text
_start:
        movl    $20000, %ecx
1:      incq    counter(%rip)
        decl    %ecx
        jnz     1b
        cmpq    $20000, counter(%rip)
        jne     2f
        movl    $1, %eax
        movl    $1, %edi
        leaq    text(%rip), %rsi
        movl    $length, %edx
        syscall
        xorl    %edi, %edi
        movl    $60, %eax
        syscall
2:      movl    $1, %edi
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
