# What gcc -g and the unwinder's directives add: read, and dropped or put into the line table.
        .file   "debug.c"
        .text
        .Ltext0:
        .file   0 "/src" "debug.c"
        .globl  f
        .type   f, @function
f:
        .file   1 "debug.c"
        .loc 1 1 12
        .cfi_startproc
        .loc 1 1 12 view .LVU0
        .cfi_def_cfa_offset 16
        pushq   %rbp
        .cfi_offset 6, -16
        .loc 1 2 3 is_stmt 1 view .LVU1
        .loc 1 2 3 view .LVU2
        .loc 1 2 8 is_stmt 0 view .LVU3
        movq    %rsp, %rbp
        .cfi_def_cfa_register 6
        .loc 1 3 1 is_stmt 1 view .LVU4
        .loc 1 4 1 view -0
        .loc 1 5 1 view .LVU5
        popq    %rbp
        .cfi_remember_state
        .cfi_escape 0xf,0x3,0x77,0x8,0x6
        .cfi_restore_state
        .cfi_def_cfa 7, 8
        jmp     .L1
        .loc 1 6 1 view .LVU6
        ret
.L1:    ret
        .cfi_endproc
.Letext0:
        .size   f, .-f
        .section .debug_info,"",@progbits
        .uleb128 0x1
        .uleb128 .LVU1, .LVU2, .LVU3, .LVU4, .LVU5, .LVU6
        .long   .Letext0-.Ltext0
        .quad   .Letext0-.Ltext0
        .uleb128 .Letext0-.Ltext0
        .quad   .Ltext0
        .section .debug_str,"MS",@progbits,1
.LASF0: .string "long int"
        .section .debug_abbrev,"",@progbits
        .long   .LASF0
        .ident  "GCC: (Debian) 12"
        .section .note.GNU-stack,"",@progbits
        .att_syntax
        .att_syntax prefix
        .title  "a title"
        .code64
