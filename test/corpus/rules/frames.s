# Call frame information: the bytes of .eh_frame and .debug_frame, which frames share an entry, and how far an advance is.
	.cfi_sections .eh_frame, .debug_frame
	.text
	.globl f
f:	.cfi_startproc
	.cfi_personality 0x9b, DW.ref.__gxx_personality_v0
	.cfi_lsda 0x1b, .LLSDA0
	push %rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	.cfi_remember_state
	mov %rsp, %rbp
	.cfi_def_cfa_register %rbp
	.skip 70
	.cfi_rel_offset %rbx, 0
	.skip 300
	.cfi_restore rbx, %r12
	.cfi_escape 0xf, 0x3, 0x77, 0x8, 0x6
	.cfi_undefined rip, 70
	.cfi_same_value 3
	.cfi_register %r12, %r13
	.cfi_val_offset rax, 8
	.cfi_val_offset 200, -80
	leave
	.cfi_restore_state
	.cfi_adjust_cfa_offset -8
	.cfi_window_save
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc

# Of a signal handler, with numbers that need the long forms.
g:	.cfi_startproc simple
	.cfi_signal_frame
	.cfi_return_column 17
	.cfi_def_cfa rsp, -8
	.cfi_offset 16, 8
	.cfi_offset 70, 8
	.cfi_offset 71, -1024
	.cfi_restore 70
	.cfi_offset %XMM3, 8
	.cfi_def_cfa_offset 1000
	.cfi_def_cfa_offset -16
	nop
	.cfi_endproc

# Jumps and alignments between two places: the advance takes its size from the layout.
h:	.cfi_startproc
	jmp 1f
	.cfi_def_cfa_offset 16
	.skip 56
	jne 2f
	.cfi_def_cfa_offset 24
	.skip 130
1:	.p2align 4
	.cfi_def_cfa_offset 32
	.p2align 2
	.cfi_def_cfa_offset 40
2:	.skip 65400
	jmp h
	.cfi_def_cfa_offset 48
	.skip 70000
	.cfi_def_cfa_offset 56
	.cfi_endproc

# The first instructions of a frame stand in the entry that it shares with others, as far as they agree.
	.macro frame name, offset:vararg
\name:	.cfi_startproc
	.ifnb \offset
	.cfi_def_cfa_offset \offset
	.endif
	nop
	.cfi_def_cfa_offset 16
	.cfi_endproc
	.endm
	frame a, 432
	frame b
	frame c, 432
	frame d, 32
	.section .text.unlikely, "ax"
	frame e, 64
e2:	.cfi_startproc
	.cfi_escape 1
	nop
	.cfi_endproc
e3:	.cfi_startproc
	.cfi_remember_state
	.cfi_def_cfa_offset 432
	nop
	.cfi_endproc
e4:	.cfi_startproc
	.cfi_personality 0x3, __gcc_personality_v0
	.cfi_lsda 0x3, .LLSDA0 + 1
	.cfi_escape 0x2e, 1 - 2, .LLSDA0 - .LLSDA1
	nop
	.cfi_endproc
e5:	.cfi_startproc
	.cfi_personality 0x3, __gcc_personality_v0
	.cfi_lsda 0x0, .LLSDA1
	.cfi_val_encoded_addr rax, 0x1b, f
	.cfi_val_encoded_addr 70, 0, .LLSDA1
	nop
	.cfi_endproc
e6:	.cfi_startproc
	.cfi_personality 0x3, __gcc_personality_v0
	.cfi_lsda 0xff
	.cfi_endproc
e7:	.cfi_startproc
	.cfi_personality 0xff
	.pushsection .data
	.cfi_startproc simple
	.zero 3
	.cfi_def_cfa 6, 16
	.cfi_endproc
	.popsection
	.cfi_adjust_cfa_offset 8
	ret
	.cfi_endproc

	.section .gcc_except_table, "a", @progbits
.LLSDA0: .byte 1
.LLSDA1: .byte 2

# What stands in the section already stays in front.
	.section .eh_frame, "a", @progbits
	.long 0
