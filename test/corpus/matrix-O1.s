	.file	"matrix.c"
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
	.string	"trace"
.LC4:
	.string	"mix"
	.text
	.globl	main
	.type	main, @function
main:
.LFB10:
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
	movl	$0, %esi
	movl	$0, %edi
.L20:
	movl	%edi, %r8d
	movl	$-50, %edx
	movl	$0, %eax
.L21:
	movl	%edx, a(%rsi,%rax,4)
	movl	%edi, %ecx
	xorl	%eax, %ecx
	leal	-7(%rcx,%rcx,2), %ecx
	movl	%ecx, b(%rsi,%rax,4)
	addq	$1, %rax
	addl	%r8d, %edx
	cmpq	$24, %rax
	jne	.L21
	addl	$1, %edi
	addq	$96, %rsi
	cmpl	$24, %edi
	jne	.L20
	movl	$c, %r10d
	movq	%r10, %r12
	movl	$0, %ebp
	movl	$b+2400, %ebx
.L22:
	movl	$b+2304, %r8d
	leaq	0(%rbp,%rbp,2), %r11
	salq	$5, %r11
	addq	$a, %r11
	movq	%r12, %r9
.L26:
	leaq	-2304(%r8), %rax
	movq	%r11, %rcx
	movl	$0, %esi
.L23:
	movslq	(%rcx), %rdx
	movslq	(%rax), %rdi
	imulq	%rdi, %rdx
	addq	%rdx, %rsi
	addq	$4, %rcx
	addq	$96, %rax
	cmpq	%r8, %rax
	jne	.L23
	movq	%rsi, (%r9)
	addq	$8, %r9
	addq	$4, %r8
	cmpq	%rbx, %r8
	jne	.L26
	addq	$1, %rbp
	addq	$192, %r12
	cmpq	$24, %rbp
	jne	.L22
	movl	$c+192, %edi
	movl	$0, %r8d
	movl	$0, %ebx
	movl	$0, %r11d
.L28:
	addq	(%r10), %r11
	movq	%r11, %r9
	leaq	-192(%rdi), %rax
	movl	%r8d, %esi
.L27:
	movl	%esi, %ecx
	andl	$31, %ecx
	movq	(%rax), %rdx
	salq	%cl, %rdx
	xorq	%rdx, %rbx
	addq	$8, %rax
	addl	$1, %esi
	cmpq	%rdi, %rax
	jne	.L27
	addl	$1, %r8d
	addq	$200, %r10
	addq	$192, %rdi
	cmpl	$24, %r8d
	jne	.L28
	movq	%r9, %rsi
	movl	$.LC3, %edi
	call	line
	movq	%rbx, %rsi
	movl	$.LC4, %edi
	call	line
	movl	$3, %eax
	popq	%rbx
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE10:
	.size	main, .-main
	.local	c
	.comm	c,4608,32
	.local	b
	.comm	b,2304,32
	.local	a
	.comm	a,2304,32
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
