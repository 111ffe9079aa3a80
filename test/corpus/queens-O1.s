	.file	"queens.c"
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
	.type	solve, @function
solve:
.LFB10:
	.cfi_startproc
	pushq	%r15
	.cfi_def_cfa_offset 16
	.cfi_offset 15, -16
	pushq	%r14
	.cfi_def_cfa_offset 24
	.cfi_offset 14, -24
	pushq	%r13
	.cfi_def_cfa_offset 32
	.cfi_offset 13, -32
	pushq	%r12
	.cfi_def_cfa_offset 40
	.cfi_offset 12, -40
	pushq	%rbp
	.cfi_def_cfa_offset 48
	.cfi_offset 6, -48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset 3, -56
	subq	$8, %rsp
	.cfi_def_cfa_offset 64
	movl	$1, %ebp
	cmpl	%edi, %esi
	je	.L12
	movl	%edi, %r12d
	movl	%esi, %r13d
	movl	%edx, %r14d
	movl	%ecx, %r15d
	movl	%edx, %ebx
	orl	%ecx, %ebx
	orl	%esi, %ebx
	notl	%ebx
	movl	$0, %ebp
	andl	%edi, %ebx
	je	.L12
.L14:
	movl	%ebx, %esi
	negl	%esi
	andl	%ebx, %esi
	movl	%r15d, %ecx
	orl	%esi, %ecx
	shrl	%ecx
	movl	%r14d, %edx
	orl	%esi, %edx
	addl	%edx, %edx
	orl	%r13d, %esi
	movl	%r12d, %edi
	call	solve
	addl	%eax, %ebp
	leal	-1(%rbx), %eax
	andl	%eax, %ebx
	jne	.L14
.L12:
	movl	%ebp, %eax
	addq	$8, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%rbp
	.cfi_def_cfa_offset 40
	popq	%r12
	.cfi_def_cfa_offset 32
	popq	%r13
	.cfi_def_cfa_offset 24
	popq	%r14
	.cfi_def_cfa_offset 16
	popq	%r15
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE10:
	.size	solve, .-solve
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
	.string	"queens"
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
.LFB11:
	.cfi_startproc
	pushq	%r12
	.cfi_def_cfa_offset 16
	.cfi_offset 12, -16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset 6, -24
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset 3, -32
	movl	$4, %ebp
	movl	$1, %r12d
	jmp	.L24
.L28:
	movl	$.LC2, %edi
	call	print
	movslq	%ebx, %rdi
	negq	%rdi
	movl	$10, %esi
	call	print_unsigned
.L23:
	movl	$.LC3, %edi
	call	print
	addl	$1, %ebp
	cmpl	$8, %ebp
	je	.L27
.L24:
	movl	%r12d, %edi
	movl	%ebp, %ecx
	sall	%cl, %edi
	subl	$1, %edi
	movl	$0, %ecx
	movl	$0, %edx
	movl	$0, %esi
	call	solve
	movl	%eax, %ebx
	movl	$.LC0, %edi
	call	print
	movl	$.LC1, %edi
	call	print
	testl	%ebx, %ebx
	js	.L28
	movslq	%ebx, %rdi
	movl	$10, %esi
	call	print_unsigned
	jmp	.L23
.L27:
	movl	$0, %ecx
	movl	$0, %edx
	movl	$0, %esi
	movl	$255, %edi
	call	solve
	popq	%rbx
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE11:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
