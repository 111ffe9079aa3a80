# Section groups: which sections belong to which, and the symbols that groups go by.
	.section .text.f,"axG",@progbits,f,comdat
	.weak f
f:	nop
	.section .rodata.f,"aG",@progbits,f,comdat
	.long f
	.section .text.g,"axG",@progbits,g,comdat
	.globl g
g:	ret
	.section .text.h,"axG",@progbits,sig
h:	ret
	.text
	.section .text.f,"axG",@progbits,f,comdat
	.byte 1
	.section .text.f,"axG",@progbits,f2,comdat
	.byte 2
	.section .text.f,"ax",@progbits
	.byte 3
	.section .text.f
	.byte 4
	.section .data.k,"awG",@progbits,undefd,comdat
	.long undefd
	.section .x,"aG?",@progbits
	.byte 9
	.section .y,"a?",@progbits
	.byte 9
	.section .rodata.str1.1.f,"aMSG",@progbits,1,f,comdat
	.asciz "hello"
	.section .text.in,"axG",@progbits,in,comdat
	jmp f
	.section .rodata.with,"a?",@progbits
	.quad h
	.pushsection .data.with,"awG",@progbits,in,comdat
	.byte 1
	.popsection
	.byte 2
	.section .text.in
	call local
	.section .text.local,"axG",@progbits,local,comdat
local:	.cfi_startproc
	ret
	.cfi_endproc
	.section .rodata.cst8,"aMG",@progbits,8,.Lprivate,comdat
.Lprivate: .quad 1
