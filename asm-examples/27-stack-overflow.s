# A recursion that never ends.
#
# Every call takes 16 bytes. The stack grows down by itself, page by page, until it meets its limit of 8 MiB;
# the page below is a guard.
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
        pushq   %rdi
        incq    %rdi
        call    forever
        popq    %rdi
        ret

        .section .note.GNU-stack,"",@progbits
