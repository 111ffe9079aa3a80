# Local numeric labels.
        .text
1:      jmp     1b
        jmp     1f
1:      jmp     1b
        jmp     1f
        jmp     2f
        call    1f
1: 2:   jmp     1b; jmp 2b
0:      jmp     0b
        jmp     0f
0:      lea     0b(%rip), %rax
        mov     $0b, %eax
        .quad   0b, 1b, 2b
10:     jmp     10b
        loop    10b
        .data
3:      .long   1f-3b, 1f-.
1:      .long   1b-1b
        .byte   1f-1b
1:
