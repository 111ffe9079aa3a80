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
	.p2align 4
	.type	block, @function
block:
.LFB11:
	.cfi_startproc
	subq	$184, %rsp
	.cfi_def_cfa_offset 192
	leaq	-8(%rsp), %rsi
	leaq	-72(%rsp), %rdx
	.p2align 4,,10
	.p2align 3
.L2:
	movzbl	(%rdi), %eax
	movzbl	1(%rdi), %ecx
	addq	$4, %rdx
	addq	$4, %rdi
	sall	$16, %ecx
	sall	$24, %eax
	orl	%ecx, %eax
	movzbl	-1(%rdi), %ecx
	orl	%ecx, %eax
	movzbl	-2(%rdi), %ecx
	sall	$8, %ecx
	orl	%ecx, %eax
	movl	%eax, -4(%rdx)
	cmpq	%rdx, %rsi
	jne	.L2
	movl	-16(%rsp), %ecx
	movl	-12(%rsp), %edi
	leaq	-68(%rsp), %rdx
	leaq	124(%rsp), %r9
	movl	-72(%rsp), %esi
	.p2align 4,,10
	.p2align 3
.L3:
	movl	%ecx, %eax
	movl	%ecx, %r10d
	movl	%esi, %r8d
	movl	(%rdx), %esi
	roll	$13, %r10d
	roll	$15, %eax
	addq	$4, %rdx
	xorl	%r10d, %eax
	shrl	$10, %ecx
	movl	%esi, %r10d
	xorl	%ecx, %eax
	movl	%esi, %ecx
	roll	$14, %r10d
	addl	28(%rdx), %eax
	rorl	$7, %ecx
	xorl	%r10d, %ecx
	movl	%esi, %r10d
	shrl	$3, %r10d
	xorl	%r10d, %ecx
	addl	%ecx, %eax
	movl	%edi, %ecx
	leal	(%rax,%r8), %edi
	movl	%edi, 56(%rdx)
	cmpq	%rdx, %r9
	jne	.L3
	xorl	%eax, %eax
	leaq	-104(%rsp), %r8
.L4:
	movq	h(%rax), %rdx
	movq	%rdx, (%r8,%rax)
	addq	$8, %rax
	cmpq	$32, %rax
	jne	.L4
	movl	-88(%rsp), %eax
	movl	-104(%rsp), %edx
	xorl	%r9d, %r9d
	.p2align 4,,10
	.p2align 3
.L6:
	movl	%eax, %esi
	movl	%eax, %ecx
	movl	%edx, %edi
	movl	-96(%rsp), %r10d
	rorl	$11, %ecx
	rorl	$6, %esi
	xorl	%ecx, %esi
	movl	%eax, %ecx
	rorl	$13, %edi
	roll	$7, %ecx
	xorl	%ecx, %esi
	movl	-72(%rsp,%r9), %ecx
	addl	k(%r9), %ecx
	addl	-76(%rsp), %ecx
	addl	%ecx, %esi
	movl	%eax, %ecx
	andl	-84(%rsp), %eax
	notl	%ecx
	andl	-80(%rsp), %ecx
	xorl	%ecx, %eax
	movl	-100(%rsp), %ecx
	addl	%eax, %esi
	movl	%edx, %eax
	rorl	$2, %eax
	xorl	%eax, %edi
	movl	%edx, %eax
	roll	$10, %eax
	xorl	%eax, %edi
	movl	%ecx, %eax
	andl	%r10d, %ecx
	xorl	%r10d, %eax
	andl	%edx, %eax
	xorl	%ecx, %eax
	addl	%eax, %edi
	leaq	-80(%rsp), %rax
	.p2align 4,,10
	.p2align 3
.L5:
	movl	(%rax), %ecx
	movq	%rax, %rdx
	subq	$4, %rax
	movl	%ecx, 8(%rax)
	cmpq	%rdx, %r8
	jne	.L5
	movl	-88(%rsp), %eax
	leal	(%rsi,%rdi), %edx
	addq	$4, %r9
	movl	%edx, -104(%rsp)
	addl	%esi, %eax
	movl	%eax, -88(%rsp)
	cmpq	$256, %r9
	jne	.L6
	xorl	%eax, %eax
	xorl	%esi, %esi
.L7:
	leaq	(%r8,%rax), %rcx
	addq	$8, %rax
	movl	(%rcx), %edx
	addl	h-8(%rax), %edx
	movq	%rsi, -112(%rsp)
	movl	%edx, -112(%rsp)
	movq	-112(%rsp), %rdx
	movl	4(%rcx), %ecx
	addl	h-4(%rax), %ecx
	movq	%rdx, -120(%rsp)
	movl	%ecx, -116(%rsp)
	movq	-120(%rsp), %rdx
	movq	%rdx, h-8(%rax)
	cmpq	$32, %rax
	jne	.L7
	addq	$184, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE11:
	.size	block, .-block
	.p2align 4
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
	.p2align 4
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
.LC6:
	.string	"h"
.LC7:
	.string	" 0x"
.LC8:
	.string	"\n"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movl	$message.0, %r11d
	xorl	%edx, %edx
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	subq	$80, %rsp
	.cfi_def_cfa_offset 104
	movq	.LC1(%rip), %rax
	movq	%rax, h(%rip)
	movq	.LC2(%rip), %rax
	movq	%rax, h+8(%rip)
	movq	.LC3(%rip), %rax
	movq	%rax, h+16(%rip)
	movq	.LC4(%rip), %rax
	movq	%rax, h+24(%rip)
	movq	%r11, %rax
	.p2align 4,,10
	.p2align 3
.L19:
	movb	%dl, (%rax)
	addq	$1, %rax
	addl	$7, %edx
	cmpq	$message.0+1000, %rax
	jne	.L19
	movq	.LC5(%rip), %rax
	movb	$-128, message.0+1000(%rip)
	movl	$message.0+1024, %ebx
	movq	%rax, message.0+1016(%rip)
	.p2align 4,,10
	.p2align 3
.L20:
	movq	%r11, %rdi
	addq	$64, %r11
	call	block
	cmpq	%r11, %rbx
	jne	.L20
	movl	$.LC6, %ebp
	movl	$.LC7, %ebx
	movl	$1, %edi
	movl	$.LC8, %r10d
	movl	$h, %r9d
	.p2align 4,,10
	.p2align 3
.L27:
	movl	(%r9), %r8d
	movq	%rdi, %rax
	movq	%rbp, %rsi
	movq	%rdi, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L21:
	addq	$1, %rdx
	cmpb	$0, .LC7(%rdx)
	jne	.L21
	movq	%rdi, %rax
	movq	%rbx, %rsi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movl	$64, %esi
	movb	$0, 79(%rsp)
	jmp	.L24
	.p2align 4,,10
	.p2align 3
.L28:
	movq	%rax, %rsi
	movq	%rdx, %r8
.L24:
	movq	%r8, %rdx
	andl	$15, %edx
	cmpq	$9, %rdx
	leal	48(%rdx), %ecx
	leal	87(%rdx), %eax
	movq	%r8, %rdx
	cmovbe	%ecx, %eax
	shrq	$4, %rdx
	movb	%al, 14(%rsp,%rsi)
	leaq	-1(%rsi), %rax
	cmpq	$15, %r8
	ja	.L28
	movslq	%esi, %rsi
	leaq	14(%rsp), %rax
	xorl	%edx, %edx
	addq	%rax, %rsi
	cmpb	$0, (%rsi)
	je	.L25
	.p2align 4,,10
	.p2align 3
.L26:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L26
.L25:
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rdi, %rax
	movq	%r10, %rsi
	movq	%rdi, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	addq	$4, %r9
	cmpq	$h+32, %r9
	jne	.L27
	addq	$80, %rsp
	.cfi_def_cfa_offset 24
	xorl	%eax, %eax
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%rbp
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
	.section	.rodata.cst8,"aM",@progbits,8
	.align 8
.LC1:
	.long	1779033703
	.long	-1150833019
	.align 8
.LC2:
	.long	1013904242
	.long	-1521486534
	.align 8
.LC3:
	.long	1359893119
	.long	-1694144372
	.align 8
.LC4:
	.long	528734635
	.long	1541459225
	.align 8
.LC5:
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	0
	.byte	31
	.byte	64
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
