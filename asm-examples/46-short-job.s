# Two programs at once: the short job. See 45-long-job.s.
#
# linux: yes
# prints: short job: done

        .globl  _start
        .data
        .balign 8
counter:
        .quad   0
text:   .ascii  "short job: done\n"
        length = . - text

        .text
_start:
        movl    $2000, %ecx
1:      incq    counter(%rip)
        decl    %ecx
        jnz     1b
        cmpq    $2000, counter(%rip)
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
