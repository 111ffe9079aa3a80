# The most common fault of all: a pointer that points nowhere.
#
# Page 0 is never mapped, so that a null pointer - and a field of a structure behind a null pointer - is
# caught.
# Look at: the explanation. "NULL + 0x10", and which instruction had put the 0 into %rbx.
#
# linux: yes
# status: 139
# explains: NULL + 0x10

        .globl  _start
        .text
_start:
        xorl    %ebx, %ebx              # list = NULL
        nop
        movq    16(%rbx), %rax          # list->next
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
