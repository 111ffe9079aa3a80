# Alignment and what fills it (assembler.md 7.4).
        .text
        nop
        .align  2
        .skip 1; .align 4
        .skip 1; .align 8
        .skip 1; .align 16
        .skip 1; .p2align 5
        .skip 2; .p2align 4
        .skip 3; .p2align 4
        .skip 4; .p2align 4
        .skip 5; .p2align 4
        .skip 6; .p2align 4
        .skip 7; .p2align 4
        .skip 8; .p2align 4
        .skip 9; .p2align 4
        .skip 10; .p2align 4
        .skip 11; .p2align 4
        .skip 12; .p2align 4
        .skip 13; .p2align 4
        .skip 14; .p2align 4
        .skip 15; .p2align 4
        .p2align 4
        .skip 1; .p2align 6
        .skip 1; .p2align 7
        .skip 39; .p2align 7
        .skip 40; .p2align 7
        .skip 41; .p2align 7
        .skip 1; .p2align 8
        .skip 126; .p2align 8
        .skip 127; .p2align 8
        .skip 1; .p2align 10
        .skip 1; .align 16,0x90
        .skip 1; .p2align 4,0x90
        .skip 1; .p2align 4,0xcc
        .skip 1; .p2align 4,0
        .skip 1; .balign 8,0xcc
        .skip 2; .balignw 8,0x1234
        .skip 4; .balignl 16,0x12345678
        .skip 1; .p2align 4,,10
        .skip 6; .p2align 4,,10
        .skip 1; .p2align 4,,15
        .skip 1; .p2align 4,,16
        .skip 1; .p2align 4,0x90,3
        .align  1
        .align  0
        .p2align 0
        .data
        .byte   1; .align 4
        .byte   1; .align 8,0xff
        .byte   1; .p2align 4,0x90
        .byte   1; .balign 4,,2
        .byte   1; .p2align 3,1,7
        .bss
        .skip   1
        .align  32
        .skip   4
        .section .rodata
        .byte   1; .p2align 4
        .byte   2
        .section .note.x,"",@note
        .byte   1; .align 4
        .long   2
        .text
        .skip   1; .p2align 4
        .byte   1
        .p2align 4
last:
