# A load that lies on the border of two pages.
#
# Eight bytes, four of them in one page and four in the next: two translations, two rights checks, and the two
# frames need not be neighbours. The program sees nothing of it. Look at: `--stats`, "split".
#
# linux: yes
# status: 36
# counts: loads=2 dataSplits=1

        .globl  _start
        .data
        .balign 4096
first:  .skip   4092
middle: .byte   1, 2, 3, 4
second: .byte   5, 6, 7, 8

        .text
_start:
        movq    middle(%rip), %rax      # crosses
        movl    second(%rip), %ecx      # does not
        xorl    %edi, %edi
        movl    $8, %ecx
1:      movzbl  %al, %edx               # 1 + 2 + ... + 8
        addl    %edx, %edi
        shrq    $8, %rax
        decl    %ecx
        jnz     1b
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
