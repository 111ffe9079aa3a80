# Relocations against local symbols of sections that the linker may drop for another of their kind.
	.section .text.c,"axG",@progbits,c,comdat
	nop
local:	ret
.Lp:	ret
	call local
	.section .text.d,"axG",@progbits,c,comdat
	call local
	.quad .Lp
	call later
	jmp later
	call later+4

	.section .text.n,"axG",@progbits,n
	nop
nl:	ret
.Lnl:	ret
	.section .gnu.linkonce.t.z,"ax"
	nop
ol:	ret
.Lol: ret
	.text
	call local
	call .Lp
	jmp local
	lea local(%rip),%rax
	mov $local,%eax
	.long local-.
	call nl
	call .Lnl
	call ol
	call .Lol
	.data
	.quad local, .Lp, local+4, nl, ol
	.section .foo,""
	.quad local, .Lp, ol
	.section .eh_frame,"a"
	.quad local,.Lp
	.section .debug_info,""
	.quad local,.Lp
	.section .gcc_except_table,"a"
	.quad local,.Lp
	.section .text.later,"axG",@progbits,l,comdat
	nop
later:	ret
