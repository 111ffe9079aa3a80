# A bad pointer in a system call is not a crash.
#
# When the *program* touches a bad address, the processor faults and the process dies. When it hands a bad
# address to the *kernel*, the kernel looks first, and the call returns an error: -14, EFAULT. The status is
# that number.
#
# linux: yes
# status: 14

        .globl  _start
        .text
_start:
        movl    $1, %eax                # write(1, NULL, 5)
        movl    $1, %edi
        xorl    %esi, %esi
        movl    $5, %edx
        syscall
        negl    %eax
        movl    %eax, %edi
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
