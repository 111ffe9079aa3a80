# `int3`, one byte, is what a debugger writes over your code to stop you. Without a debugger it is the signal
# SIGTRAP.
#
# linux: yes
# status: 133
# explains: breakpoint

        .globl  _start
        .text
_start:
        movl    $1, %eax
        int3
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
