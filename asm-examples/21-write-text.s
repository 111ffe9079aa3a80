# Code may be read and executed, not written.
#
# The page is there and the walk succeeds, but the right to write is missing. "Not mapped" and "not allowed"
# are different faults, and the present bit of the error code tells them apart.
# Look at: the walk in the explanation, all four levels present, and R/W = 0 in the last.
#
# linux: yes
# status: 139
# explains: .text

        .globl  _start
        .text
_start:
        leaq    _start(%rip), %rdi
        movb    (%rdi), %al             # reading is allowed
        movb    $0x90, (%rdi)           # writing is not
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
