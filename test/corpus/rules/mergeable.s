# Symbols of mergeable sections keep their names (assembler.md 7.2).
        .section .rodata.str1.1,"aMS",@progbits,1
.LC0:   .string "x"
lcl:    .string "y"
        .section .rodata.cst8,"aM",@progbits,8
.LC1:   .quad   1
        .text
        mov     $.LC0, %eax
        mov     $.LC0+1, %eax
        lea     .LC0(%rip), %rax
        lea     .LC0+1(%rip), %rax
        lea     lcl(%rip), %rax
        mov     lcl, %eax
        mov     lcl(%rax), %eax
        mov     .LC1(%rip), %rax
        mov     $.LC1, %edi
        push    $.LC2
        .data
        .quad   .LC0, .LC0+1, lcl, .LC1, .LC2
        .long   .LC0-.
        .section .rodata.str1.8,"aMS",@progbits,1
        .align  8
.LC2:   .string "later"
