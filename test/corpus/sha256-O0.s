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
	.type	system_call, @function
system_call:
.LFB0:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movq	%rsi, -32(%rbp)
	movq	%rdx, -40(%rbp)
	movq	%rcx, -48(%rbp)
	movq	-24(%rbp), %rax
	movq	-32(%rbp), %rdi
	movq	-40(%rbp), %rsi
	movq	-48(%rbp), %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, -8(%rbp)
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE0:
	.size	system_call, .-system_call
	.globl	memcpy
	.type	memcpy, @function
memcpy:
.LFB1:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movq	%rsi, -32(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-24(%rbp), %rax
	movq	%rax, -8(%rbp)
	movq	-24(%rbp), %rcx
	movq	-32(%rbp), %rdx
	movq	-40(%rbp), %rax
	movq	%rcx, %rdi
	movq	%rdx, %rsi
	movq	%rax, %rcx
#APP
# 22 "c/runtime.h" 1
	rep movsb
# 0 "" 2
#NO_APP
	movq	%rcx, %rax
	movq	%rsi, %rdx
	movq	%rdi, -24(%rbp)
	movq	%rdx, -32(%rbp)
	movq	%rax, -40(%rbp)
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE1:
	.size	memcpy, .-memcpy
	.globl	memset
	.type	memset, @function
memset:
.LFB2:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movl	%esi, -28(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-24(%rbp), %rax
	movq	%rax, -8(%rbp)
	movl	-28(%rbp), %eax
	movq	-24(%rbp), %rcx
	movq	-40(%rbp), %rdx
	movq	%rcx, %rsi
	movq	%rsi, %rdi
	movq	%rdx, %rcx
#APP
# 28 "c/runtime.h" 1
	rep stosb
# 0 "" 2
#NO_APP
	movq	%rcx, %rdx
	movq	%rdi, %rsi
	movq	%rsi, -24(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE2:
	.size	memset, .-memset
	.type	length, @function
length:
.LFB3:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movq	$0, -8(%rbp)
	jmp	.L8
.L9:
	addq	$1, -8(%rbp)
.L8:
	movq	-24(%rbp), %rdx
	movq	-8(%rbp), %rax
	addq	%rdx, %rax
	movzbl	(%rax), %eax
	testb	%al, %al
	jne	.L9
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE3:
	.size	length, .-length
	.type	print, @function
print:
.LFB4:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$8, %rsp
	movq	%rdi, -8(%rbp)
	movq	-8(%rbp), %rax
	movq	%rax, %rdi
	call	length
	movq	%rax, %rdx
	movq	-8(%rbp), %rax
	movq	%rdx, %rcx
	movq	%rax, %rdx
	movl	$1, %esi
	movl	$1, %edi
	call	system_call
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE4:
	.size	print, .-print
	.type	print_unsigned, @function
print_unsigned:
.LFB5:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$96, %rsp
	movq	%rdi, -88(%rbp)
	movl	%esi, -92(%rbp)
	movl	$65, -4(%rbp)
	movl	-4(%rbp), %eax
	cltq
	movb	$0, -74(%rbp,%rax)
.L15:
	movl	-92(%rbp), %ecx
	movq	-88(%rbp), %rax
	movl	$0, %edx
	divq	%rcx
	movq	%rdx, %rax
	movl	%eax, -8(%rbp)
	cmpl	$9, -8(%rbp)
	ja	.L13
	movl	-8(%rbp), %eax
	addl	$48, %eax
	movl	%eax, %edx
	jmp	.L14
.L13:
	movl	-8(%rbp), %eax
	addl	$87, %eax
	movl	%eax, %edx
.L14:
	subl	$1, -4(%rbp)
	movl	-4(%rbp), %eax
	cltq
	movb	%dl, -74(%rbp,%rax)
	movl	-92(%rbp), %esi
	movq	-88(%rbp), %rax
	movl	$0, %edx
	divq	%rsi
	movq	%rax, -88(%rbp)
	cmpq	$0, -88(%rbp)
	jne	.L15
	movl	-4(%rbp), %eax
	cltq
	leaq	-74(%rbp), %rdx
	addq	%rdx, %rax
	movq	%rax, %rdi
	call	print
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE5:
	.size	print_unsigned, .-print_unsigned
	.section	.rodata
.LC0:
	.string	" 0x"
.LC1:
	.string	"\n"
	.text
	.type	hex, @function
hex:
.LFB8:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-8(%rbp), %rax
	movq	%rax, %rdi
	call	print
	movl	$.LC0, %edi
	call	print
	movq	-16(%rbp), %rax
	movl	$16, %esi
	movq	%rax, %rdi
	call	print_unsigned
	movl	$.LC1, %edi
	call	print
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE8:
	.size	hex, .-hex
	.data
	.align 8
	.type	random_state, @object
	.size	random_state, 8
random_state:
	.quad	88172645463325252
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
	.local	h
	.comm	h,32,32
	.text
	.type	rotate, @function
rotate:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movl	%edi, -4(%rbp)
	movl	%esi, -8(%rbp)
	movl	-8(%rbp), %eax
	movl	-4(%rbp), %edx
	movl	%eax, %ecx
	rorl	%cl, %edx
	movl	%edx, %eax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	rotate, .-rotate
	.type	block, @function
block:
.LFB11:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r12
	pushq	%rbx
	subq	$344, %rsp
	.cfi_offset 12, -24
	.cfi_offset 3, -32
	movq	%rdi, -360(%rbp)
	movl	$0, -20(%rbp)
	jmp	.L20
.L21:
	movl	-20(%rbp), %eax
	sall	$2, %eax
	movslq	%eax, %rdx
	movq	-360(%rbp), %rax
	addq	%rdx, %rax
	movzbl	(%rax), %eax
	movzbl	%al, %eax
	sall	$24, %eax
	movl	%eax, %edx
	movl	-20(%rbp), %eax
	sall	$2, %eax
	cltq
	leaq	1(%rax), %rcx
	movq	-360(%rbp), %rax
	addq	%rcx, %rax
	movzbl	(%rax), %eax
	movzbl	%al, %eax
	sall	$16, %eax
	orl	%eax, %edx
	movl	-20(%rbp), %eax
	sall	$2, %eax
	cltq
	leaq	2(%rax), %rcx
	movq	-360(%rbp), %rax
	addq	%rcx, %rax
	movzbl	(%rax), %eax
	movzbl	%al, %eax
	sall	$8, %eax
	orl	%eax, %edx
	movl	-20(%rbp), %eax
	sall	$2, %eax
	cltq
	leaq	3(%rax), %rcx
	movq	-360(%rbp), %rax
	addq	%rcx, %rax
	movzbl	(%rax), %eax
	movzbl	%al, %eax
	orl	%eax, %edx
	movl	-20(%rbp), %eax
	cltq
	movl	%edx, -312(%rbp,%rax,4)
	addl	$1, -20(%rbp)
.L20:
	cmpl	$15, -20(%rbp)
	jle	.L21
	movl	$16, -24(%rbp)
	jmp	.L22
.L23:
	movl	-24(%rbp), %eax
	subl	$15, %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	movl	$7, %esi
	movl	%eax, %edi
	call	rotate
	movl	%eax, %ebx
	movl	-24(%rbp), %eax
	subl	$15, %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	movl	$18, %esi
	movl	%eax, %edi
	call	rotate
	xorl	%eax, %ebx
	movl	%ebx, %edx
	movl	-24(%rbp), %eax
	subl	$15, %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	shrl	$3, %eax
	xorl	%edx, %eax
	movl	%eax, -52(%rbp)
	movl	-24(%rbp), %eax
	subl	$2, %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	movl	$17, %esi
	movl	%eax, %edi
	call	rotate
	movl	%eax, %ebx
	movl	-24(%rbp), %eax
	subl	$2, %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	movl	$19, %esi
	movl	%eax, %edi
	call	rotate
	xorl	%eax, %ebx
	movl	%ebx, %edx
	movl	-24(%rbp), %eax
	subl	$2, %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	shrl	$10, %eax
	xorl	%edx, %eax
	movl	%eax, -56(%rbp)
	movl	-24(%rbp), %eax
	subl	$16, %eax
	cltq
	movl	-312(%rbp,%rax,4), %edx
	movl	-52(%rbp), %eax
	addl	%eax, %edx
	movl	-24(%rbp), %eax
	subl	$7, %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	addl	%eax, %edx
	movl	-56(%rbp), %eax
	addl	%eax, %edx
	movl	-24(%rbp), %eax
	cltq
	movl	%edx, -312(%rbp,%rax,4)
	addl	$1, -24(%rbp)
.L22:
	cmpl	$63, -24(%rbp)
	jle	.L23
	movl	$0, -28(%rbp)
	jmp	.L24
.L25:
	movl	-28(%rbp), %eax
	cltq
	movl	h(,%rax,4), %edx
	movl	-28(%rbp), %eax
	cltq
	movl	%edx, -344(%rbp,%rax,4)
	addl	$1, -28(%rbp)
.L24:
	cmpl	$7, -28(%rbp)
	jle	.L25
	movl	$0, -32(%rbp)
	jmp	.L26
.L29:
	movl	-316(%rbp), %r12d
	movl	-328(%rbp), %eax
	movl	$6, %esi
	movl	%eax, %edi
	call	rotate
	movl	%eax, %ebx
	movl	-328(%rbp), %eax
	movl	$11, %esi
	movl	%eax, %edi
	call	rotate
	xorl	%eax, %ebx
	movl	-328(%rbp), %eax
	movl	$25, %esi
	movl	%eax, %edi
	call	rotate
	xorl	%ebx, %eax
	leal	(%r12,%rax), %ecx
	movl	-328(%rbp), %edx
	movl	-324(%rbp), %eax
	andl	%eax, %edx
	movl	-328(%rbp), %eax
	notl	%eax
	movl	%eax, %esi
	movl	-320(%rbp), %eax
	andl	%esi, %eax
	xorl	%edx, %eax
	leal	(%rcx,%rax), %edx
	movl	-32(%rbp), %eax
	cltq
	movl	k(,%rax,4), %eax
	addl	%eax, %edx
	movl	-32(%rbp), %eax
	cltq
	movl	-312(%rbp,%rax,4), %eax
	addl	%edx, %eax
	movl	%eax, -44(%rbp)
	movl	-344(%rbp), %eax
	movl	$2, %esi
	movl	%eax, %edi
	call	rotate
	movl	%eax, %ebx
	movl	-344(%rbp), %eax
	movl	$13, %esi
	movl	%eax, %edi
	call	rotate
	xorl	%eax, %ebx
	movl	-344(%rbp), %eax
	movl	$22, %esi
	movl	%eax, %edi
	call	rotate
	movl	%ebx, %esi
	xorl	%eax, %esi
	movl	-344(%rbp), %eax
	movl	-340(%rbp), %ecx
	movl	-336(%rbp), %edx
	xorl	%ecx, %edx
	andl	%edx, %eax
	movl	%eax, %ecx
	movl	-340(%rbp), %edx
	movl	-336(%rbp), %eax
	andl	%edx, %eax
	xorl	%ecx, %eax
	addl	%esi, %eax
	movl	%eax, -48(%rbp)
	movl	$7, -36(%rbp)
	jmp	.L27
.L28:
	movl	-36(%rbp), %eax
	subl	$1, %eax
	cltq
	movl	-344(%rbp,%rax,4), %edx
	movl	-36(%rbp), %eax
	cltq
	movl	%edx, -344(%rbp,%rax,4)
	subl	$1, -36(%rbp)
.L27:
	cmpl	$0, -36(%rbp)
	jg	.L28
	movl	-328(%rbp), %edx
	movl	-44(%rbp), %eax
	addl	%edx, %eax
	movl	%eax, -328(%rbp)
	movl	-44(%rbp), %edx
	movl	-48(%rbp), %eax
	addl	%edx, %eax
	movl	%eax, -344(%rbp)
	addl	$1, -32(%rbp)
.L26:
	cmpl	$63, -32(%rbp)
	jle	.L29
	movl	$0, -40(%rbp)
	jmp	.L30
.L31:
	movl	-40(%rbp), %eax
	cltq
	movl	h(,%rax,4), %edx
	movl	-40(%rbp), %eax
	cltq
	movl	-344(%rbp,%rax,4), %eax
	addl	%eax, %edx
	movl	-40(%rbp), %eax
	cltq
	movl	%edx, h(,%rax,4)
	addl	$1, -40(%rbp)
.L30:
	cmpl	$7, -40(%rbp)
	jle	.L31
	nop
	nop
	addq	$344, %rsp
	popq	%rbx
	popq	%r12
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE11:
	.size	block, .-block
	.section	.rodata
.LC2:
	.string	"h"
	.text
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$32, %rsp
	movl	$0, -4(%rbp)
	jmp	.L33
.L34:
	movl	-4(%rbp), %eax
	cltq
	movl	start.1(,%rax,4), %edx
	movl	-4(%rbp), %eax
	cltq
	movl	%edx, h(,%rax,4)
	addl	$1, -4(%rbp)
.L33:
	cmpl	$7, -4(%rbp)
	jle	.L34
	movl	$0, -8(%rbp)
	jmp	.L35
.L36:
	movl	-8(%rbp), %eax
	movl	%eax, %ecx
	movl	%ecx, %eax
	sall	$3, %eax
	subl	%ecx, %eax
	movl	%eax, %edx
	movl	-8(%rbp), %eax
	cltq
	movb	%dl, message.0(%rax)
	addl	$1, -8(%rbp)
.L35:
	cmpl	$999, -8(%rbp)
	jle	.L36
	movq	$1000, -32(%rbp)
	movq	-32(%rbp), %rax
	addq	$message.0, %rax
	movb	$-128, (%rax)
	movl	$0, -12(%rbp)
	jmp	.L37
.L38:
	movq	-32(%rbp), %rax
	leaq	0(,%rax,8), %rdx
	movl	-12(%rbp), %eax
	sall	$3, %eax
	movl	%eax, %ecx
	shrq	%cl, %rdx
	movl	$1023, %eax
	subl	-12(%rbp), %eax
	cltq
	movb	%dl, message.0(%rax)
	addl	$1, -12(%rbp)
.L37:
	cmpl	$7, -12(%rbp)
	jle	.L38
	movl	$0, -16(%rbp)
	jmp	.L39
.L40:
	movl	-16(%rbp), %eax
	cltq
	addq	$message.0, %rax
	movq	%rax, %rdi
	call	block
	addl	$64, -16(%rbp)
.L39:
	cmpl	$1023, -16(%rbp)
	jle	.L40
	movl	$0, -20(%rbp)
	jmp	.L41
.L42:
	movl	-20(%rbp), %eax
	cltq
	movl	h(,%rax,4), %eax
	movl	%eax, %eax
	movq	%rax, %rsi
	movl	$.LC2, %edi
	call	hex
	addl	$1, -20(%rbp)
.L41:
	cmpl	$7, -20(%rbp)
	jle	.L42
	movl	$0, %eax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE12:
	.size	main, .-main
	.section	.rodata
	.align 32
	.type	start.1, @object
	.size	start.1, 32
start.1:
	.long	1779033703
	.long	-1150833019
	.long	1013904242
	.long	-1521486534
	.long	1359893119
	.long	-1694144372
	.long	528734635
	.long	1541459225
	.local	message.0
	.comm	message.0,1024,32
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
