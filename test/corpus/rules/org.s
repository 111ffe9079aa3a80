# .org moves forward to an offset in the section.
        .text
        .org    8
s:      nop
        .org    16,0xff
        .org    s+16
        .org    .+4
        jmp     s
        .org    64
        jmp     far
        .org    s+100,0xcc
        .data
        .byte   1
        .org    32
        .byte   2
        .org    32+8,7
        .text
        .skip   60
far:    ret
