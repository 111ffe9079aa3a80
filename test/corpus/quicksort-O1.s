	.file	"quicksort.c"
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
	.section	.rodata.str1.1,"aMS",@progbits,1
.LC0:
	.string	" "
.LC1:
	.string	"-"
.LC2:
	.string	"\n"
	.text
	.type	line, @function
line:
.LFB7:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movq	%rsi, %rbx
	call	print
	movl	$.LC0, %edi
	call	print
	testq	%rbx, %rbx
	js	.L16
	movl	$10, %esi
	movq	%rbx, %rdi
	call	print_unsigned
.L14:
	movl	$.LC2, %edi
	call	print
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 8
	ret
.L16:
	.cfi_restore_state
	movl	$.LC1, %edi
	call	print
	negq	%rbx
	movq	%rbx, %rdi
	movl	$10, %esi
	call	print_unsigned
	jmp	.L14
	.cfi_endproc
.LFE7:
	.size	line, .-line
	.type	sort, @function
sort:
.LFB10:
	.cfi_startproc
	pushq	%r14
	.cfi_def_cfa_offset 16
	.cfi_offset 14, -16
	pushq	%r13
	.cfi_def_cfa_offset 24
	.cfi_offset 13, -24
	pushq	%r12
	.cfi_def_cfa_offset 32
	.cfi_offset 12, -32
	pushq	%rbp
	.cfi_def_cfa_offset 40
	.cfi_offset 6, -40
	pushq	%rbx
	.cfi_def_cfa_offset 48
	.cfi_offset 3, -48
	movq	%rdi, %r12
	movl	%esi, %r14d
	movl	%edx, %r13d
	cmpl	%edx, %esi
	jl	.L29
.L17:
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 40
	popq	%rbp
	.cfi_def_cfa_offset 32
	popq	%r12
	.cfi_def_cfa_offset 24
	popq	%r13
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	ret
.L31:
	.cfi_restore_state
	addl	$1, %ebp
	movl	%esi, (%r8)
	subl	$1, %ebx
	movl	%edx, (%rdi)
	jmp	.L23
.L24:
	movl	%ebx, %edx
	subl	%r14d, %edx
	movl	%r13d, %eax
	subl	%ebp, %eax
	cmpl	%eax, %edx
	jge	.L27
	movl	%ebx, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	sort
	movl	%ebp, %r14d
.L28:
	cmpl	%r13d, %r14d
	jge	.L17
.L29:
	leal	(%r14,%r13), %edx
	movl	%edx, %eax
	shrl	$31, %eax
	addl	%edx, %eax
	sarl	%eax
	cltq
	movl	(%r12,%rax,4), %ecx
	movl	%r13d, %ebx
	movl	%r14d, %ebp
	jmp	.L23
.L27:
	movl	%r13d, %edx
	movl	%ebp, %esi
	movq	%r12, %rdi
	call	sort
	movl	%ebx, %r13d
	jmp	.L28
.L39:
	movslq	%ebx, %rax
	leaq	(%r12,%rax,4), %rdi
	movl	(%rdi), %esi
	cmpl	%esi, %ecx
	jge	.L31
.L30:
	movslq	%ebx, %rax
	leaq	-4(%r12,%rax,4), %rax
.L22:
	subl	$1, %ebx
	movq	%rax, %rdi
	subq	$4, %rax
	movl	4(%rax), %esi
	cmpl	%ecx, %esi
	jg	.L22
.L21:
	cmpl	%ebp, %ebx
	jge	.L31
.L23:
	cmpl	%ebx, %ebp
	jg	.L24
	movslq	%ebp, %rax
	salq	$2, %rax
	leaq	(%r12,%rax), %r8
	movl	(%r8), %edx
	leaq	4(%r12,%rax), %rax
	cmpl	%edx, %ecx
	jle	.L39
.L20:
	addl	$1, %ebp
	movq	%rax, %rsi
	addq	$4, %rax
	movl	-4(%rax), %edx
	cmpl	%ecx, %edx
	jl	.L20
	movq	%rsi, %r8
	movslq	%ebx, %rax
	leaq	(%r12,%rax,4), %rdi
	movl	(%rdi), %esi
	cmpl	%esi, %ecx
	jl	.L30
	jmp	.L21
	.cfi_endproc
.LFE10:
	.size	sort, .-sort
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
	.section	.rodata.str1.1
.LC3:
	.string	"smallest"
.LC4:
	.string	"median"
.LC5:
	.string	"largest"
	.text
	.globl	main
	.type	main, @function
main:
.LFB11:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	subq	$8, %rsp
	.cfi_def_cfa_offset 32
	movq	random_state(%rip), %rdx
	movl	$values, %ebx
	movl	$values+3600, %edi
	movq	%rbx, %rcx
.L43:
	movq	%rdx, %rax
	salq	$13, %rax
	xorq	%rax, %rdx
	movq	%rdx, %rax
	shrq	$7, %rax
	xorq	%rdx, %rax
	movq	%rax, %rdx
	salq	$17, %rdx
	xorq	%rax, %rdx
	movslq	%edx, %rax
	imulq	$351843721, %rax, %rax
	sarq	$45, %rax
	movl	%edx, %esi
	sarl	$31, %esi
	subl	%esi, %eax
	imull	$100000, %eax, %esi
	movl	%edx, %eax
	subl	%esi, %eax
	movl	%eax, (%rcx)
	addq	$4, %rcx
	cmpq	%rdi, %rcx
	jne	.L43
	movq	%rdx, random_state(%rip)
	movl	%eax, values+3596(%rip)
	movl	$899, %edx
	movl	$0, %esi
	movl	$values, %edi
	call	sort
	movl	$values+3596, %edx
	movl	$1, %ebp
.L44:
	movl	4(%rbx), %eax
	cmpl	%eax, (%rbx)
	setle	%al
	movzbl	%al, %eax
	andl	%eax, %ebp
	addq	$4, %rbx
	cmpq	%rdx, %rbx
	jne	.L44
	movslq	values(%rip), %rsi
	movl	$.LC3, %edi
	call	line
	movslq	values+1800(%rip), %rsi
	movl	$.LC4, %edi
	call	line
	movslq	values+3596(%rip), %rsi
	movl	$.LC5, %edi
	call	line
	movl	%ebp, %eax
	xorl	$1, %eax
	addq	$8, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE11:
	.size	main, .-main
	.local	values
	.comm	values,3600,32
	.data
	.align 8
	.type	random_state, @object
	.size	random_state, 8
random_state:
	.quad	88172645463325252
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
