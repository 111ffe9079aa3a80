	.file	"vm.c"
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
	.type	print_unsigned, @function
print_unsigned:
.LFB5:
	.cfi_startproc
	subq	$80, %rsp
	.cfi_def_cfa_offset 88
	movb	$0, 79(%rsp)
	movl	$64, %ecx
	movl	%esi, %esi
	jmp	.L9
.L10:
	movq	%rdx, %rcx
	movq	%rax, %rdi
.L9:
	movq	%rdi, %rax
	movl	$0, %edx
	divq	%rsi
	leal	48(%rdx), %r8d
	leal	87(%rdx), %eax
	cmpl	$9, %edx
	cmovbe	%r8d, %eax
	movb	%al, 14(%rsp,%rcx)
	movq	%rdi, %rax
	movl	$0, %edx
	divq	%rsi
	leaq	-1(%rcx), %rdx
	cmpq	%rsi, %rdi
	jnb	.L10
	movslq	%ecx, %rcx
	leaq	14(%rsp,%rcx), %rdi
	call	print
	addq	$80, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE5:
	.size	print_unsigned, .-print_unsigned
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
	.string	"vm"
.LC1:
	.string	" "
.LC2:
	.string	"-"
.LC3:
	.string	"\n"
	.text
	.globl	main
	.type	main, @function
main:
.LFB10:
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
	subq	$288, %rsp
	.cfi_def_cfa_offset 328
	movq	$0, (%rsp)
	movq	$0, 8(%rsp)
	movq	$0, 16(%rsp)
	movq	$0, 24(%rsp)
	movl	$0, %ebx
	movl	$program, %eax
	leaq	32(%rsp), %rcx
	jmp	.L36
.L32:
	movq	8(%rax), %rdx
	movq	%rdx, (%rcx)
	leaq	16(%rax), %rax
	leaq	8(%rcx), %rcx
.L15:
	addl	$1, %ebx
.L36:
	leaq	8(%rax), %rbp
	cmpq	$15, (%rax)
	ja	.L37
	movq	(%rax), %rdx
	jmp	*.L17(,%rdx,8)
	.section	.rodata
	.align 8
	.align 4
.L17:
	.quad	.L32
	.quad	.L31
	.quad	.L30
	.quad	.L29
	.quad	.L28
	.quad	.L27
	.quad	.L26
	.quad	.L25
	.quad	.L24
	.quad	.L23
	.quad	.L22
	.quad	.L21
	.quad	.L20
	.quad	.L19
	.quad	.L18
	.quad	.L16
	.text
.L31:
	movq	-8(%rcx), %rax
	addq	%rax, -16(%rcx)
	movq	%rbp, %rax
	leaq	-8(%rcx), %rcx
	jmp	.L15
.L30:
	movq	-8(%rcx), %rax
	subq	%rax, -16(%rcx)
	movq	%rbp, %rax
	leaq	-8(%rcx), %rcx
	jmp	.L15
.L29:
	movq	-16(%rcx), %rax
	imulq	-8(%rcx), %rax
	movq	%rax, -16(%rcx)
	movq	%rbp, %rax
	leaq	-8(%rcx), %rcx
	jmp	.L15
.L28:
	movq	-16(%rcx), %rax
	cqto
	idivq	-8(%rcx)
	movq	%rax, -16(%rcx)
	movq	%rbp, %rax
	leaq	-8(%rcx), %rcx
	jmp	.L15
.L27:
	movq	-8(%rcx), %rax
	movq	%rax, (%rcx)
	addq	$8, %rcx
	movq	%rbp, %rax
	jmp	.L15
.L26:
	movq	-8(%rcx), %rax
	movq	-16(%rcx), %rdx
	movq	%rdx, -8(%rcx)
	movq	%rax, -16(%rcx)
	movq	%rbp, %rax
	jmp	.L15
.L25:
	movq	-16(%rcx), %rax
	movq	%rax, (%rcx)
	addq	$8, %rcx
	movq	%rbp, %rax
	jmp	.L15
.L24:
	movq	-8(%rcx), %rax
	cmpq	%rax, -16(%rcx)
	setl	%al
	movzbl	%al, %eax
	movq	%rax, -16(%rcx)
	movq	%rbp, %rax
	leaq	-8(%rcx), %rcx
	jmp	.L15
.L23:
	leaq	-8(%rcx), %rdx
	cmpq	$0, -8(%rcx)
	jne	.L33
	addq	$16, %rax
	movq	%rdx, %rcx
	jmp	.L15
.L33:
	movq	8(%rax), %rax
	leaq	program(,%rax,8), %rax
	movq	%rdx, %rcx
	jmp	.L15
.L22:
	movq	8(%rax), %rax
	leaq	program(,%rax,8), %rax
	jmp	.L15
.L21:
	leaq	-8(%rcx), %r13
	movq	-8(%rcx), %r12
	movl	$.LC0, %edi
	call	print
	movl	$.LC1, %edi
	call	print
	testq	%r12, %r12
	js	.L40
	movl	$10, %esi
	movq	%r12, %rdi
	call	print_unsigned
.L35:
	movl	$.LC3, %edi
	call	print
	movq	%rbp, %rax
	movq	%r13, %rcx
	jmp	.L15
.L40:
	movl	$.LC2, %edi
	call	print
	movq	%r12, %rdi
	negq	%rdi
	movl	$10, %esi
	call	print_unsigned
	jmp	.L35
.L20:
	subq	$8, %rcx
	movq	%rbp, %rax
	jmp	.L15
.L19:
	movq	8(%rax), %rdx
	movq	(%rsp,%rdx,8), %rdx
	movq	%rdx, (%rcx)
	leaq	16(%rax), %rax
	leaq	8(%rcx), %rcx
	jmp	.L15
.L18:
	movq	8(%rax), %rdx
	movq	-8(%rcx), %rsi
	movq	%rsi, (%rsp,%rdx,8)
	leaq	16(%rax), %rax
	leaq	-8(%rcx), %rcx
	jmp	.L15
.L37:
	movq	%rbp, %rax
	jmp	.L15
.L16:
	movl	%ebx, %eax
	andl	$127, %eax
	addq	$288, %rsp
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
.LFE10:
	.size	main, .-main
	.section	.rodata
	.align 32
	.type	program, @object
	.size	program, 424
program:
	.quad	0
	.quad	1
	.quad	14
	.quad	0
	.quad	0
	.quad	1
	.quad	14
	.quad	1
	.quad	13
	.quad	1
	.quad	13
	.quad	0
	.quad	3
	.quad	14
	.quad	0
	.quad	13
	.quad	1
	.quad	0
	.quad	1
	.quad	1
	.quad	5
	.quad	14
	.quad	1
	.quad	0
	.quad	21
	.quad	8
	.quad	9
	.quad	8
	.quad	13
	.quad	0
	.quad	11
	.quad	0
	.quad	1000003
	.quad	0
	.quad	-17
	.quad	4
	.quad	11
	.quad	0
	.quad	5
	.quad	0
	.quad	9
	.quad	6
	.quad	2
	.quad	11
	.quad	0
	.quad	2
	.quad	0
	.quad	3
	.quad	7
	.quad	1
	.quad	3
	.quad	11
	.quad	15
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
