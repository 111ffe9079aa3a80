# Some instructions belong to the kernel.
#
# `hlt` stops the processor until the next interrupt. In user mode that would stop everybody else, so the
# processor refuses: a general protection fault, no address, no walk. Linux turns it into SIGSEGV as well.
# Look at: the explanation says "privileged", and speaks of no page.
#
# linux: yes
# status: 139
# explains: privileged

        .globl  _start
        .text
_start:
        nop
        hlt
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
