# A guard page: a page without rights behind a buffer stops an overrun at the first byte.
#
# Two pages are mapped and the second is made inaccessible (PROT_NONE). The loop writes 'A' until it is
# stopped, so exactly 4096 bytes fit.
# Look at: the address in the explanation: the first byte of the guard page.
#
# linux: yes
# status: 139
# explains: PROT_NONE

        .globl  _start
        .text
_start:
        movl    $9, %eax                # mmap two pages
        xorl    %edi, %edi
        movl    $8192, %esi
        movl    $3, %edx
        movl    $0x22, %r10d
        movq    $-1, %r8
        xorl    %r9d, %r9d
        syscall
        movq    %rax, %rbx
        movl    $10, %eax               # mprotect(second page, PROT_NONE)
        leaq    4096(%rbx), %rdi
        movl    $4096, %esi
        xorl    %edx, %edx
        syscall
1:      movb    $'A', (%rbx)
        incq    %rbx
        jmp     1b

        .section .note.GNU-stack,"",@progbits
