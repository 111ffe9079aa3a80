# Division by zero is found by the processor, not by the compiler: exception 0, signal SIGFPE.
#
# linux: yes
# status: 136
# explains: division

        .globl  _start
        .text
_start:
        movl    $100, %eax
        xorl    %ecx, %ecx
        cltd
        idivl   %ecx
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
