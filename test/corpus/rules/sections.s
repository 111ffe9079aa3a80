# Sections, their attributes, and moving between them.
        nop
        .data
        .byte   1
        .bss
        .skip   4
        .text
        nop
        .section .rodata
        .byte   2
        .section .rodata.x
        .byte   3
        .section .rodata.str1.1,"aMS",@progbits,1
        .string "s"
        .section .mine,"aw"
        .byte   4
        .section .mine2,"aw",@nobits
        .skip   8
        .section .mine3,"ax",@progbits
        nop
        .section .mine
        .byte   5
        .section "quoted section","a"
        .byte   6
        .section .text.startup,"ax",@progbits
        nop
        .section .init_array,"aw"
        .quad   0
        .section .fini_array.5,"aw",@fini_array
        .quad   0
        .section .note.GNU-stack,"",@progbits
        .section .note.tag,"a",@note
        .long   1
        .section .debug_x,"",@progbits
        .byte   1
        .section .bare
        .byte   1
        .section .data.rel.ro.local,"aw"
        .quad   0
        .section .tbss,"awT",@nobits
        .skip   4
        .section .excluded,"e"
        .byte   1
        .section .mine
        .section .mine3
        .previous
        .byte   9
        .previous
        .byte   2
        .pushsection .data
        .byte   0xaa
        .pushsection .text
        nop
        .popsection
        .byte   0xab
        .popsection
        .byte   3
        .text   2
        .byte   0x22
        .text   1
        .byte   0x11
        .text
        .byte   0
        .subsection 3
        .byte   0x33
        .data   1
        .byte   0x77
        .data
        .byte   0x66
        .text   1
l1:     .byte   0x12
        .text
        jmp     l1
        .quad   l1
        .section .text
        .byte   0x55
        .section .tdata
        .long   4
        .text
        .pushsection .data, 1
        .byte   0x78
        .popsection
        nop
