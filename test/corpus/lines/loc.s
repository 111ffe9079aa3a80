        .file   "c.c"
        .file   1 "c.c"
        .file   2 "sub/c.h"
        .file   3 "/abs/d.h"
        .file   4 "sub/e.h"
        .text
first:
        .loc 1 3 5
        .loc 1 4 7
        .long 1
        nop
        nop
        .loc 2 5 0 is_stmt 0
        .section .text.x,"ax"
        nop
        .loc 3 9
        .text
        .loc 1 1 1 discriminator 3
        nop
        jmp last
        .loc 1 2 1 view .LV1
        nop
        .loc 1 2 1 view -0
        nop
        .loc 1 3 1 view .LV2
        .loc 1 3 2
        .loc 1 3 2 view -0
        .loc 1 2 1 basic_block prologue_end epilogue_begin isa 2
        .p2align 4
        ret
        .loc 4 0 2
        nop
        .loc 4 400000 2 is_stmt 1
        .zero 17
        nop
        .loc 4 400000 2
        .zero 3000
        nop
        .loc 1 1
        je first
        .loc 1 15
        nop
        .loc 1 70 2
last:
        .data
        .byte .LV1,.LV2
