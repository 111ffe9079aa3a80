# The stack cannot be executed either: what made the classic buffer overflow useless.
#
# The program writes two instructions onto its own stack and jumps there. Thirty years ago that worked.
#
# linux: yes
# status: 139
# explains: no-execute

        .globl  _start
        .text
_start:
        movl    $0xc3c03148, %eax       # 48 31 c0: xor %rax,%rax   c3: ret
        pushq   %rax
        call    *%rsp
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
