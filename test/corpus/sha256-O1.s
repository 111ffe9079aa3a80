	.file	"sha256.c"
	.text
#APP
	.text
.globl _start
.type _start, @function
_start:
	xorl %ebp, %ebp
	call main
	movl %eax, %edi
	movl $231, %eax
	syscall
	hlt
.size _start, .-_start

#NO_APP
	.type	print, @function
print:
.LFB4:
	.cfi_startproc
	movq	%rdi, %rsi
	cmpb	$0, (%rdi)
	je	.L4
	movl	$0, %edx
.L3:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L3
.L2:
	movl	$1, %eax
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
.L4:
	movl	$0, %edx
	jmp	.L2
	.cfi_endproc
.LFE4:
	.size	print, .-print
	.type	block, @function
block:
.LFB11:
	.cfi_startproc
	subq	$168, %rsp
	.cfi_def_cfa_offset 176
	leaq	-88(%rsp), %rdx
	leaq	-24(%rsp), %r8
	movq	%rdx, %rcx
.L7:
	movzbl	(%rdi), %eax
	sall	$24, %eax
	movzbl	1(%rdi), %esi
	sall	$16, %esi
	orl	%esi, %eax
	movzbl	3(%rdi), %esi
	orl	%esi, %eax
	movzbl	2(%rdi), %esi
	sall	$8, %esi
	orl	%esi, %eax
	movl	%eax, (%rcx)
	addq	$4, %rdi
	addq	$4, %rcx
	cmpq	%r8, %rcx
	jne	.L7
	leaq	192(%rdx), %rdi
.L8:
	movl	4(%rdx), %ecx
	movl	56(%rdx), %esi
	movl	%ecx, %eax
	roll	$14, %eax
	movl	%ecx, %r8d
	rorl	$7, %r8d
	xorl	%r8d, %eax
	shrl	$3, %ecx
	xorl	%ecx, %eax
	movl	36(%rdx), %ecx
	addl	(%rdx), %ecx
	addl	%ecx, %eax
	movl	%esi, %ecx
	roll	$13, %ecx
	movl	%esi, %r8d
	roll	$15, %r8d
	xorl	%r8d, %ecx
	shrl	$10, %esi
	xorl	%esi, %ecx
	addl	%ecx, %eax
	movl	%eax, 64(%rdx)
	addq	$4, %rdx
	cmpq	%rdi, %rdx
	jne	.L8
	movl	$0, %eax
.L9:
	movl	h(%rax), %edx
	movl	%edx, -120(%rsp,%rax)
	addq	$4, %rax
	cmpq	$32, %rax
	jne	.L9
	movl	$0, %r9d
	leaq	-120(%rsp), %r8
	jmp	.L11
.L21:
	addl	%edx, -104(%rsp)
	addl	%edi, %edx
	movl	%edx, -120(%rsp)
	addq	$4, %r9
	cmpq	$256, %r9
	je	.L20
.L11:
	movl	-104(%rsp), %eax
	movl	%eax, %edx
	notl	%edx
	andl	-96(%rsp), %edx
	movl	%eax, %ecx
	andl	-100(%rsp), %ecx
	xorl	%ecx, %edx
	movl	%eax, %ecx
	rorl	$11, %ecx
	movl	%eax, %esi
	rorl	$6, %esi
	xorl	%esi, %ecx
	roll	$7, %eax
	xorl	%ecx, %eax
	addl	%eax, %edx
	addl	-92(%rsp), %edx
	addl	k(%r9), %edx
	addl	-88(%rsp,%r9), %edx
	movl	-120(%rsp), %esi
	movl	-116(%rsp), %ecx
	movl	-112(%rsp), %r10d
	movl	%esi, %edi
	rorl	$13, %edi
	movl	%esi, %eax
	rorl	$2, %eax
	xorl	%eax, %edi
	movl	%esi, %eax
	roll	$10, %eax
	xorl	%eax, %edi
	movl	%ecx, %eax
	xorl	%r10d, %eax
	andl	%esi, %eax
	andl	%r10d, %ecx
	xorl	%ecx, %eax
	addl	%eax, %edi
	leaq	-96(%rsp), %rax
.L10:
	movq	%rax, %rcx
	movl	(%rax), %esi
	movl	%esi, 4(%rax)
	subq	$4, %rax
	cmpq	%rcx, %r8
	jne	.L10
	jmp	.L21
.L20:
	movl	$0, %eax
.L12:
	movl	-120(%rsp,%rax), %edx
	addl	%edx, h(%rax)
	addq	$4, %rax
	cmpq	$32, %rax
	jne	.L12
	addq	$168, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE11:
	.size	block, .-block
	.globl	memcpy
	.type	memcpy, @function
memcpy:
.LFB1:
	.cfi_startproc
	movq	%rdi, %rax
	movq	%rdx, %rcx
#APP
# 22 "c/runtime.h" 1
	rep movsb
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE1:
	.size	memcpy, .-memcpy
	.globl	memset
	.type	memset, @function
memset:
.LFB2:
	.cfi_startproc
	movq	%rdi, %r8
	movq	%rdx, %rcx
	movl	%esi, %eax
#APP
# 28 "c/runtime.h" 1
	rep stosb
# 0 "" 2
#NO_APP
	movq	%r8, %rax
	ret
	.cfi_endproc
.LFE2:
	.size	memset, .-memset
	.section	.rodata.str1.1,"aMS",@progbits,1
.LC0:
	.string	"h"
.LC1:
	.string	" 0x"
.LC2:
	.string	"\n"
	.text
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	pushq	%r12
	.cfi_def_cfa_offset 24
	.cfi_offset 12, -24
	pushq	%rbp
	.cfi_def_cfa_offset 32
	.cfi_offset 6, -32
	pushq	%rbx
	.cfi_def_cfa_offset 40
	.cfi_offset 3, -40
	subq	$80, %rsp
	.cfi_def_cfa_offset 120
	movl	$1779033703, h(%rip)
	movl	$-1150833019, h+4(%rip)
	movl	$1013904242, h+8(%rip)
	movl	$-1521486534, h+12(%rip)
	movl	$1359893119, h+16(%rip)
	movl	$-1694144372, h+20(%rip)
	movl	$528734635, h+24(%rip)
	movl	$1541459225, h+28(%rip)
	movl	$message.0, %ebx
	movl	$message.0+1000, %ecx
	movq	%rbx, %rax
	movl	$0, %edx
.L25:
	movb	%dl, (%rax)
	addl	$7, %edx
	addq	$1, %rax
	cmpq	%rax, %rcx
	jne	.L25
	movb	$-128, message.0+1000(%rip)
	movb	$64, message.0+1023(%rip)
	movb	$31, message.0+1022(%rip)
	movb	$0, message.0+1021(%rip)
	movb	$0, message.0+1020(%rip)
	movb	$0, message.0+1019(%rip)
	movb	$0, message.0+1018(%rip)
	movb	$0, message.0+1017(%rip)
	movb	$0, message.0+1016(%rip)
	movl	$message.0+1024, %ebp
.L26:
	movq	%rbx, %rdi
	call	block
	addq	$64, %rbx
	cmpq	%rbx, %rbp
	jne	.L26
	movl	$h, %ebp
	movl	$h+32, %r13d
	movl	$64, %r12d
	jmp	.L30
.L31:
	movq	%rax, %rcx
	movq	%rdx, %rbx
.L29:
	movq	%rbx, %rdx
	andl	$15, %edx
	leal	48(%rdx), %esi
	leal	87(%rdx), %eax
	cmpl	$9, %edx
	cmovbe	%esi, %eax
	movb	%al, 14(%rsp,%rcx)
	movq	%rbx, %rdx
	shrq	$4, %rdx
	leaq	-1(%rcx), %rax
	cmpq	$15, %rbx
	ja	.L31
	movslq	%ecx, %rcx
	leaq	14(%rsp,%rcx), %rdi
	call	print
	movl	$.LC2, %edi
	call	print
	addq	$4, %rbp
	cmpq	%rbp, %r13
	je	.L36
.L30:
	movl	0(%rbp), %ebx
	movl	$.LC0, %edi
	call	print
	movl	$.LC1, %edi
	call	print
	movb	$0, 79(%rsp)
	movq	%r12, %rcx
	jmp	.L29
.L36:
	movl	$0, %eax
	addq	$80, %rsp
	.cfi_def_cfa_offset 40
	popq	%rbx
	.cfi_def_cfa_offset 32
	popq	%rbp
	.cfi_def_cfa_offset 24
	popq	%r12
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE12:
	.size	main, .-main
	.local	message.0
	.comm	message.0,1024,32
	.local	h
	.comm	h,32,32
	.section	.rodata
	.align 32
	.type	k, @object
	.size	k, 256
k:
	.long	1116352408
	.long	1899447441
	.long	-1245643825
	.long	-373957723
	.long	961987163
	.long	1508970993
	.long	-1841331548
	.long	-1424204075
	.long	-670586216
	.long	310598401
	.long	607225278
	.long	1426881987
	.long	1925078388
	.long	-2132889090
	.long	-1680079193
	.long	-1046744716
	.long	-459576895
	.long	-272742522
	.long	264347078
	.long	604807628
	.long	770255983
	.long	1249150122
	.long	1555081692
	.long	1996064986
	.long	-1740746414
	.long	-1473132947
	.long	-1341970488
	.long	-1084653625
	.long	-958395405
	.long	-710438585
	.long	113926993
	.long	338241895
	.long	666307205
	.long	773529912
	.long	1294757372
	.long	1396182291
	.long	1695183700
	.long	1986661051
	.long	-2117940946
	.long	-1838011259
	.long	-1564481375
	.long	-1474664885
	.long	-1035236496
	.long	-949202525
	.long	-778901479
	.long	-694614492
	.long	-200395387
	.long	275423344
	.long	430227734
	.long	506948616
	.long	659060556
	.long	883997877
	.long	958139571
	.long	1322822218
	.long	1537002063
	.long	1747873779
	.long	1955562222
	.long	2024104815
	.long	-2067236844
	.long	-1933114872
	.long	-1866530822
	.long	-1538233109
	.long	-1090935817
	.long	-965641998
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
