# A recursion that never ends.
#
# Every call takes 1 KiB: a return address and a local array. The stack grows down by itself, page by page, until it
# meets its limit of 8 MiB; what lies below is kept free as a guard.
# Look at: the explanation names it a stack overflow, and says how deep %rsp is.
#
# linux: yes
# status: 139
# explains: stack overflow

        .globl  _start
        .text
_start: call    forever
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

forever:
        subq    $1016, %rsp             # char line[1016]
        movb    $0, (%rsp)
        call    forever
        addq    $1016, %rsp
        ret

        .section .note.GNU-stack,"",@progbits
