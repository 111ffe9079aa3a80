	.file	"life.c"
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
	.local	grid
	.comm	grid,480,32
	.text
	.globl	main
	.type	main, @function
main:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$80, %rsp
	movl	$0, -4(%rbp)
	movl	$0, -8(%rbp)
	movl	$0, -12(%rbp)
	jmp	.L17
.L18:
	movl	-12(%rbp), %eax
	movzbl	glider.0+1(%rax,%rax), %eax
	movzbl	%al, %edx
	movl	-12(%rbp), %eax
	movzbl	glider.0(%rax,%rax), %eax
	movzbl	%al, %eax
	movslq	%eax, %rcx
	movslq	%edx, %rdx
	movq	%rdx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	salq	$2, %rax
	addq	%rcx, %rax
	addq	$grid, %rax
	movb	$1, (%rax)
	addl	$1, -12(%rbp)
.L17:
	cmpl	$7, -12(%rbp)
	jbe	.L18
	movl	$0, -16(%rbp)
	jmp	.L19
.L31:
	movl	$0, -20(%rbp)
	jmp	.L20
.L30:
	movl	$0, -24(%rbp)
	jmp	.L21
.L29:
	movl	-24(%rbp), %eax
	movslq	%eax, %rsi
	movl	-4(%rbp), %eax
	cltq
	movl	-20(%rbp), %edx
	movslq	%edx, %rcx
	movq	%rax, %rdx
	salq	$4, %rdx
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	salq	$2, %rax
	addq	%rcx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	addq	%rsi, %rax
	addq	$grid, %rax
	movzbl	(%rax), %eax
	movsbl	%al, %eax
	negl	%eax
	movl	%eax, -28(%rbp)
	movl	$-1, -32(%rbp)
	jmp	.L22
.L25:
	movl	$-1, -36(%rbp)
	jmp	.L23
.L24:
	movl	-20(%rbp), %edx
	movl	-32(%rbp), %eax
	addl	%edx, %eax
	leal	12(%rax), %ecx
	movslq	%ecx, %rax
	imulq	$715827883, %rax, %rax
	shrq	$32, %rax
	movl	%eax, %edx
	sarl	%edx
	movl	%ecx, %eax
	sarl	$31, %eax
	subl	%eax, %edx
	movl	%edx, %eax
	addl	%eax, %eax
	addl	%edx, %eax
	sall	$2, %eax
	subl	%eax, %ecx
	movl	%ecx, %edx
	movl	-24(%rbp), %ecx
	movl	-36(%rbp), %eax
	addl	%ecx, %eax
	leal	20(%rax), %esi
	movslq	%esi, %rax
	imulq	$1717986919, %rax, %rax
	shrq	$32, %rax
	movl	%eax, %ecx
	sarl	$3, %ecx
	movl	%esi, %eax
	sarl	$31, %eax
	subl	%eax, %ecx
	movl	%ecx, %eax
	sall	$2, %eax
	addl	%ecx, %eax
	sall	$2, %eax
	subl	%eax, %esi
	movl	%esi, %ecx
	movslq	%ecx, %rsi
	movl	-4(%rbp), %eax
	cltq
	movslq	%edx, %rcx
	movq	%rax, %rdx
	salq	$4, %rdx
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	salq	$2, %rax
	addq	%rcx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	addq	%rsi, %rax
	addq	$grid, %rax
	movzbl	(%rax), %eax
	movsbl	%al, %eax
	addl	%eax, -28(%rbp)
	addl	$1, -36(%rbp)
.L23:
	cmpl	$1, -36(%rbp)
	jle	.L24
	addl	$1, -32(%rbp)
.L22:
	cmpl	$1, -32(%rbp)
	jle	.L25
	cmpl	$3, -28(%rbp)
	je	.L26
	cmpl	$2, -28(%rbp)
	jne	.L27
	movl	-24(%rbp), %eax
	movslq	%eax, %rsi
	movl	-4(%rbp), %eax
	cltq
	movl	-20(%rbp), %edx
	movslq	%edx, %rcx
	movq	%rax, %rdx
	salq	$4, %rdx
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	salq	$2, %rax
	addq	%rcx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	addq	%rsi, %rax
	addq	$grid, %rax
	movzbl	(%rax), %eax
	testb	%al, %al
	je	.L27
.L26:
	movl	$1, %edx
	jmp	.L28
.L27:
	movl	$0, %edx
.L28:
	cmpl	$0, -4(%rbp)
	sete	%al
	movzbl	%al, %eax
	movl	%edx, %edi
	movl	-24(%rbp), %edx
	movslq	%edx, %rsi
	cltq
	movl	-20(%rbp), %edx
	movslq	%edx, %rcx
	movq	%rax, %rdx
	salq	$4, %rdx
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	salq	$2, %rax
	addq	%rcx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	addq	%rsi, %rax
	addq	$grid, %rax
	movb	%dil, (%rax)
	addl	$1, -24(%rbp)
.L21:
	cmpl	$19, -24(%rbp)
	jle	.L29
	addl	$1, -20(%rbp)
.L20:
	cmpl	$11, -20(%rbp)
	jle	.L30
	addl	$1, -16(%rbp)
	xorl	$1, -4(%rbp)
.L19:
	cmpl	$4, -16(%rbp)
	jle	.L31
	movl	$0, -40(%rbp)
	jmp	.L32
.L37:
	movl	$0, -44(%rbp)
	jmp	.L33
.L36:
	movl	-44(%rbp), %eax
	movslq	%eax, %rsi
	movl	-4(%rbp), %eax
	cltq
	movl	-40(%rbp), %edx
	movslq	%edx, %rcx
	movq	%rax, %rdx
	salq	$4, %rdx
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	salq	$2, %rax
	addq	%rcx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	addq	%rsi, %rax
	addq	$grid, %rax
	movzbl	(%rax), %eax
	testb	%al, %al
	je	.L34
	movl	$35, %edx
	jmp	.L35
.L34:
	movl	$46, %edx
.L35:
	movl	-44(%rbp), %eax
	cltq
	movb	%dl, -66(%rbp,%rax)
	movl	-44(%rbp), %eax
	movslq	%eax, %rsi
	movl	-4(%rbp), %eax
	cltq
	movl	-40(%rbp), %edx
	movslq	%edx, %rcx
	movq	%rax, %rdx
	salq	$4, %rdx
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	salq	$2, %rax
	addq	%rcx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	addq	%rsi, %rax
	addq	$grid, %rax
	movzbl	(%rax), %eax
	movsbl	%al, %eax
	addl	%eax, -8(%rbp)
	addl	$1, -44(%rbp)
.L33:
	cmpl	$19, -44(%rbp)
	jle	.L36
	movb	$10, -46(%rbp)
	movb	$0, -45(%rbp)
	leaq	-66(%rbp), %rax
	movq	%rax, %rdi
	call	print
	addl	$1, -40(%rbp)
.L32:
	cmpl	$11, -40(%rbp)
	jle	.L37
	movl	-8(%rbp), %eax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	main, .-main
	.section	.rodata
	.align 16
	.type	glider.0, @object
	.size	glider.0, 16
glider.0:
	.string	"\001"
	.ascii	"\002\001"
	.string	""
	.ascii	"\002"
	.ascii	"\001\002"
	.ascii	"\002\002"
	.ascii	"\b\006"
	.ascii	"\t\006"
	.ascii	"\n\006"
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
