# An address that cannot exist.
#
# Virtual addresses have 48 bits; bits 63 to 47 must all be equal. 0x1234567890abcdef is not a missing page
# but nonsense, and the processor does not even walk the tables: a general protection fault. Typical of a
# pointer that was overwritten with text.
#
# linux: yes
# status: 139
# explains: canonical

        .globl  _start
        .text
_start:
        movabsq $0x1234567890abcdef, %rsi
        lodsb
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
