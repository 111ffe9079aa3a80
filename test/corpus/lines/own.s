# Lines of the source itself: macros are their call, repetitions their body.
        .text
        .globl  _start
_start:
        movl    $1, %eax
        addl    $2, %eax; addl $3, %eax
        .byte   0x90
        .rept   3
        incl    %eax
        decl    %eax
        .endr
        .macro  twice register
        incl    \register
        incl    \register
        .endm
        twice   %eax
        twice   %ebx
        .macro  nested
        .rept   2
        twice   %ecx
        nop
        .endr
        .endm
        nested
        .irp    register, %eax, %ebx
        movl    \register, %edx
        .rept   2
        movl    %edx, %esi

        nop
        .endr
        .endr
        jmp     1f
        .p2align 4
1:      ret
        .section .text.startup,"ax"
        nop
        .subsection 2
        ret
        .subsection 1
        leave
        .data
        .long   5
        .text
        jmp     _start
        .zero   300
        nop
        .zero   17
        nop
        .zero   18
