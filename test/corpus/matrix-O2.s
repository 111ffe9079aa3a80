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
	.p2align 4
	.type	print_unsigned.constprop.0, @function
print_unsigned.constprop.0:
.LFB11:
	.cfi_startproc
	movb	$0, -1(%rsp)
	movl	$64, %ecx
	movabsq	$-3689348814741910323, %r8
	.p2align 4,,10
	.p2align 3
.L2:
	movq	%rdi, %rax
	mulq	%r8
	movq	%rdi, %rax
	shrq	$3, %rdx
	leaq	(%rdx,%rdx,4), %rsi
	addq	%rsi, %rsi
	subq	%rsi, %rax
	addl	$48, %eax
	movb	%al, -66(%rsp,%rcx)
	movq	%rdi, %rax
	movq	%rdx, %rdi
	movq	%rcx, %rdx
	subq	$1, %rcx
	cmpq	$9, %rax
	ja	.L2
	movslq	%edx, %rdx
	leaq	-66(%rsp), %rax
	leaq	(%rax,%rdx), %rsi
	xorl	%edx, %edx
	cmpb	$0, (%rsi)
	je	.L3
	.p2align 4,,10
	.p2align 3
.L4:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L4
.L3:
	movl	$1, %eax
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE11:
	.size	print_unsigned.constprop.0, .-print_unsigned.constprop.0
	.section	.rodata.str1.1,"aMS",@progbits,1
.LC0:
	.string	" "
.LC1:
	.string	"\n"
.LC2:
	.string	"-"
	.text
	.p2align 4
	.type	line, @function
line:
.LFB7:
	.cfi_startproc
	xorl	%edx, %edx
	cmpb	$0, (%rdi)
	movq	%rdi, %r8
	movq	%rsi, %r9
	je	.L10
	.p2align 4,,10
	.p2align 3
.L11:
	addq	$1, %rdx
	cmpb	$0, (%r8,%rdx)
	jne	.L11
.L10:
	movl	$1, %edi
	movq	%r8, %rsi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movl	$.LC0, %esi
	movq	%rdi, %rax
	movq	%rdi, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%r9, %r9
	jns	.L17
	movl	$.LC2, %esi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r9, %rdi
	negq	%rdi
	call	print_unsigned.constprop.0
.L13:
	movl	$1, %edi
	movl	$.LC1, %esi
	movq	%rdi, %rax
	movq	%rdi, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
.L17:
	movq	%r9, %rdi
	call	print_unsigned.constprop.0
	jmp	.L13
	.cfi_endproc
.LFE7:
	.size	line, .-line
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
	.section	.rodata.str1.1
.LC3:
	.string	"trace"
.LC4:
	.string	"mix"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	xorl	%edi, %edi
	xorl	%esi, %esi
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
.L21:
	movl	$-50, %edx
	xorl	%eax, %eax
	.p2align 4,,10
	.p2align 3
.L22:
	movl	%esi, %ecx
	movl	%edx, a(%rdi,%rax,4)
	addl	%esi, %edx
	xorl	%eax, %ecx
	leal	-7(%rcx,%rcx,2), %ecx
	movl	%ecx, b(%rdi,%rax,4)
	addq	$1, %rax
	cmpq	$24, %rax
	jne	.L22
	addl	$1, %esi
	addq	$96, %rdi
	cmpl	$24, %esi
	jne	.L21
	movl	$c, %r11d
	xorl	%ebx, %ebx
	movq	%r11, %rbp
.L23:
	leaq	(%rbx,%rbx,2), %r10
	movl	$b+2304, %r8d
	movq	%rbp, %r9
	salq	$5, %r10
	addq	$a, %r10
	.p2align 4,,10
	.p2align 3
.L27:
	leaq	-2304(%r8), %rax
	movq	%r10, %rcx
	xorl	%esi, %esi
	.p2align 4,,10
	.p2align 3
.L24:
	movslq	(%rcx), %rdx
	movslq	(%rax), %rdi
	addq	$96, %rax
	addq	$4, %rcx
	imulq	%rdi, %rdx
	addq	%rdx, %rsi
	cmpq	%r8, %rax
	jne	.L24
	movq	%rsi, (%r9)
	leaq	4(%rax), %r8
	addq	$8, %r9
	cmpq	$b+2396, %rax
	jne	.L27
	addq	$1, %rbx
	addq	$192, %rbp
	cmpq	$24, %rbx
	jne	.L23
	movl	$c+192, %edi
	xorl	%r8d, %r8d
	xorl	%r10d, %r10d
	xorl	%ebx, %ebx
.L29:
	addq	(%r11), %rbx
	leaq	-192(%rdi), %rax
	movl	%r8d, %esi
	movq	%rbx, %r9
	.p2align 4,,10
	.p2align 3
.L28:
	movq	(%rax), %rdx
	movl	%esi, %ecx
	addq	$8, %rax
	addl	$1, %esi
	andl	$31, %ecx
	salq	%cl, %rdx
	xorq	%rdx, %r10
	cmpq	%rdi, %rax
	jne	.L28
	addl	$1, %r8d
	addq	$200, %r11
	leaq	192(%rax), %rdi
	cmpl	$24, %r8d
	jne	.L29
	movq	%r9, %rsi
	movl	$.LC3, %edi
	call	line
	movq	%r10, %rsi
	movl	$.LC4, %edi
	call	line
	movl	$3, %eax
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%rbp
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
