# Bytes that are no instruction: exception 6, signal SIGILL. `ud2` is the one that is guaranteed never to
# become one.
#
# linux: yes
# status: 132
# explains: 0f 0b

        .globl  _start
        .text
_start:
        movl    $1, %eax
        ud2

        .section .note.GNU-stack,"",@progbits
