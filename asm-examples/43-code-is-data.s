# Code is data: a program that writes a function and calls it, as every just-in-time compiler does.
#
# A page is mapped for writing, machine code is stored in it, the page is made executable, and called. Then
# the constant in the code is changed and the function called again: the processor must see the new bytes.
#
# linux: yes
# status: 30

        .globl  _start
        .text
_start:
        movl    $9, %eax                # mmap, read + write + execute
        xorl    %edi, %edi
        movl    $4096, %esi
        movl    $7, %edx
        movl    $0x22, %r10d
        movq    $-1, %r8
        xorl    %r9d, %r9d
        syscall
        movq    %rax, %rbx

        movb    $0xb8, (%rbx)           # movl $10, %eax
        movl    $10, 1(%rbx)
        movb    $0xc3, 5(%rbx)          # ret
        call    *%rbx
        movl    %eax, %r12d
        movl    $20, 1(%rbx)            # ... now movl $20, %eax
        call    *%rbx
        addl    %eax, %r12d

        movl    $60, %eax
        movl    %r12d, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
