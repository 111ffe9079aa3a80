	.file	"sieve.c"
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
	.string	"primes"
.LC4:
	.string	"sum"
	.text
	.globl	main
	.type	main, @function
main:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	movl	$4, %ecx
	movl	$2, %edx
	movl	$0, %ebp
	movl	$0, %ebx
	jmp	.L22
.L20:
	addq	$1, %rdx
	addq	$2, %rcx
	cmpq	$9000, %rdx
	je	.L26
.L22:
	cmpb	$0, composite(%rdx)
	jne	.L20
	addl	$1, %ebx
	addq	%rdx, %rbp
	cmpl	$8999, %ecx
	jg	.L20
	movq	%rcx, %rax
.L21:
	movb	$1, composite(%rax)
	addq	%rdx, %rax
	cmpl	$8999, %eax
	jle	.L21
	jmp	.L20
.L26:
	movslq	%ebx, %rsi
	movl	$.LC3, %edi
	call	line
	movq	%rbp, %rsi
	movl	$.LC4, %edi
	call	line
	movzbl	%bl, %eax
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE10:
	.size	main, .-main
	.local	composite
	.comm	composite,9000,32
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
