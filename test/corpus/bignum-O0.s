	.file	"bignum.c"
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
	.data
	.align 8
	.type	random_state, @object
	.size	random_state, 8
random_state:
	.quad	88172645463325252
	.local	limb
	.comm	limb,64,32
	.align 4
	.type	used, @object
	.size	used, 4
used:
	.long	1
	.text
	.type	times, @function
times:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	.cfi_offset 3, -24
	movq	%rdi, -56(%rbp)
	movq	$0, -24(%rbp)
	movl	$0, -28(%rbp)
	jmp	.L17
.L18:
	movl	-28(%rbp), %eax
	cltq
	movq	limb(,%rax,8), %rax
	movq	%rax, %rcx
	movl	$0, %ebx
	movq	-56(%rbp), %rax
	movq	%rax, %r8
	movl	$0, %r9d
	movq	%rbx, %rdx
	imulq	%r8, %rdx
	movq	%r9, %rax
	imulq	%rcx, %rax
	leaq	(%rdx,%rax), %rsi
	movq	%rcx, %rax
	mulq	%r8
	addq	%rdx, %rsi
	movq	%rsi, %rdx
	movq	-24(%rbp), %rsi
	movq	%rsi, %r10
	movl	$0, %r11d
	addq	%r10, %rax
	adcq	%r11, %rdx
	movq	%rax, -48(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-48(%rbp), %rdx
	movl	-28(%rbp), %eax
	cltq
	movq	%rdx, limb(,%rax,8)
	movq	-48(%rbp), %rax
	movq	-40(%rbp), %rdx
	movq	%rdx, %rax
	xorl	%edx, %edx
	movq	%rax, -24(%rbp)
	addl	$1, -28(%rbp)
.L17:
	movl	used(%rip), %eax
	cmpl	%eax, -28(%rbp)
	jl	.L18
	cmpq	$0, -24(%rbp)
	je	.L20
	movl	used(%rip), %eax
	leal	1(%rax), %edx
	movl	%edx, used(%rip)
	cltq
	movq	-24(%rbp), %rdx
	movq	%rdx, limb(,%rax,8)
.L20:
	nop
	movq	-8(%rbp), %rbx
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	times, .-times
	.type	divide, @function
divide:
.LFB11:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -40(%rbp)
	movq	$0, -8(%rbp)
	movl	used(%rip), %eax
	subl	$1, %eax
	movl	%eax, -12(%rbp)
	jmp	.L22
.L23:
	movl	-12(%rbp), %eax
	cltq
	movq	limb(,%rax,8), %rax
	movq	-8(%rbp), %rdx
	movq	-40(%rbp), %rcx
#APP
# 18 "c/bignum.c" 1
	divq %rcx
# 0 "" 2
#NO_APP
	movq	%rax, -24(%rbp)
	movq	%rdx, -8(%rbp)
	movl	-12(%rbp), %eax
	cltq
	movq	-24(%rbp), %rdx
	movq	%rdx, limb(,%rax,8)
	subl	$1, -12(%rbp)
.L22:
	cmpl	$0, -12(%rbp)
	jns	.L23
	jmp	.L24
.L26:
	movl	used(%rip), %eax
	subl	$1, %eax
	movl	%eax, used(%rip)
.L24:
	movl	used(%rip), %eax
	cmpl	$1, %eax
	jle	.L25
	movl	used(%rip), %eax
	subl	$1, %eax
	cltq
	movq	limb(,%rax,8), %rax
	testq	%rax, %rax
	je	.L26
.L25:
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE11:
	.size	divide, .-divide
	.section	.rodata
.LC0:
	.string	"\n"
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
	addq	$-128, %rsp
	movl	$99, -4(%rbp)
	movq	$1, limb(%rip)
	movq	$2, -16(%rbp)
	jmp	.L29
.L30:
	movq	-16(%rbp), %rax
	movq	%rax, %rdi
	call	times
	addq	$1, -16(%rbp)
.L29:
	cmpq	$60, -16(%rbp)
	jbe	.L30
	movl	-4(%rbp), %eax
	cltq
	movb	$0, -116(%rbp,%rax)
.L31:
	movl	$10, %edi
	call	divide
	addl	$48, %eax
	subl	$1, -4(%rbp)
	movl	%eax, %edx
	movl	-4(%rbp), %eax
	cltq
	movb	%dl, -116(%rbp,%rax)
	movl	used(%rip), %eax
	cmpl	$1, %eax
	jg	.L31
	movq	limb(%rip), %rax
	testq	%rax, %rax
	jne	.L31
	movl	-4(%rbp), %eax
	cltq
	leaq	-116(%rbp), %rdx
	addq	%rdx, %rax
	movq	%rax, %rdi
	call	print
	movl	$.LC0, %edi
	call	print
	movl	$99, %eax
	subl	-4(%rbp), %eax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE12:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
