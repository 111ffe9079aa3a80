# Data may be read and written, not executed: the NX bit.
#
# The bytes at `code` are a perfectly good `ret`. They lie in .data, and the page-table entry says no-execute.
# The jump itself succeeds; the fetch that follows it faults, so rip is already at `code`.
# Look at: bit 4 of the error code (a fetch), and the note on the jump that led there.
#
# linux: yes
# status: 139
# explains: no-execute

        .globl  _start
        .data
code:   .byte   0xc3                    # ret

        .text
_start:
        leaq    code(%rip), %rax
        call    *%rax
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
