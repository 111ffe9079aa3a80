# Rights can be changed while the program runs.
#
# A page is mapped for writing, filled, and then made read-only: reading goes on, the next store faults. The
# entry in the TLB must go when the rights in the table change; an operating system that forgets it has a
# security hole.
# Look at: `--stats`, invalidations; the explanation says which area and what its rights are.
#
# linux: yes
# prints: read-only now: 42
# status: 139
# explains: read-only

        .globl  _start
        .data
text:   .ascii  "read-only now: "
digits: .ascii  "00\n"
        length = . - text

        .text
_start:
        movl    $9, %eax                # mmap one page, read and write
        xorl    %edi, %edi
        movl    $4096, %esi
        movl    $3, %edx
        movl    $0x22, %r10d
        movq    $-1, %r8
        xorl    %r9d, %r9d
        syscall
        movq    %rax, %rbx
        movl    $42, (%rbx)

        movl    $10, %eax               # mprotect: read
        movq    %rbx, %rdi
        movl    $4096, %esi
        movl    $1, %edx
        syscall

        movl    (%rbx), %eax            # still allowed
        movb    $10, %cl
        divb    %cl
        addw    $0x3030, %ax
        movw    %ax, digits(%rip)
        movl    $1, %eax
        movl    $1, %edi
        leaq    text(%rip), %rsi
        movl    $length, %edx
        syscall

        movl    $43, (%rbx)             # not allowed
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
