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
.LC0:
	.string	"\n"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
	pushq	%r14
	.cfi_def_cfa_offset 16
	.cfi_offset 14, -16
	movl	used(%rip), %r14d
	movl	$2, %r8d
	xorl	%r9d, %r9d
	movq	$1, limb(%rip)
	pushq	%r13
	.cfi_def_cfa_offset 24
	.cfi_offset 13, -24
	xorl	%r13d, %r13d
	pushq	%r12
	.cfi_def_cfa_offset 32
	.cfi_offset 12, -32
	pushq	%rbp
	.cfi_def_cfa_offset 40
	.cfi_offset 6, -40
	pushq	%rbx
	.cfi_def_cfa_offset 48
	.cfi_offset 3, -48
	movl	%r14d, %ebx
	.p2align 4,,10
	.p2align 3
.L5:
	testl	%ebx, %ebx
	jle	.L8
	movslq	%ebx, %r12
	movl	$limb, %ecx
	xorl	%r10d, %r10d
	leaq	limb(,%r12,8), %rbp
	.p2align 4,,10
	.p2align 3
.L6:
	movq	(%rcx), %rax
	movq	%r9, %r11
	xorl	%edi, %edi
	imulq	%rax, %r11
	mulq	%r8
	addq	%r11, %rdx
	addq	%r10, %rax
	adcq	%rdi, %rdx
	movq	%rax, (%rcx)
	addq	$8, %rcx
	movq	%rdx, %r10
	cmpq	%rcx, %rbp
	jne	.L6
	testq	%rdx, %rdx
	je	.L8
	movq	%rdx, limb(,%r12,8)
	addl	$1, %ebx
	movl	$1, %r13d
.L8:
	addq	$1, %r8
	movq	%r8, %rax
	adcq	$0, %r9
	xorq	$61, %rax
	orq	%r9, %rax
	jne	.L5
	testb	%r13b, %r13b
	je	.L25
	movl	%ebx, used(%rip)
.L12:
	leal	-1(%rbx), %eax
	movb	$0, -1(%rsp)
	movl	$98, %r8d
	xorl	%edi, %edi
	movl	$10, %esi
	movslq	%eax, %rcx
	xorl	%edx, %edx
	testl	%eax, %eax
	js	.L38
	.p2align 4,,10
	.p2align 3
.L16:
	movq	limb(,%rcx,8), %rax
#APP
# 18 "c/bignum.c" 1
	divq %rsi
# 0 "" 2
#NO_APP
	movq	%rax, limb(,%rcx,8)
	subq	$1, %rcx
	testl	%ecx, %ecx
	jns	.L16
	addl	$48, %edx
	movl	%r8d, %r9d
	cmpl	$1, %ebx
	je	.L15
	movslq	%ebx, %rbx
	jmp	.L17
	.p2align 4,,10
	.p2align 3
.L20:
	leaq	-1(%rbx), %rax
	movl	$1, %edi
	cmpl	$1, %eax
	jle	.L39
	movq	%rax, %rbx
.L17:
	cmpq	$0, limb-8(,%rbx,8)
	je	.L20
.L19:
	movb	%dl, -100(%rsp,%r8)
	cmpl	$1, %ebx
	jle	.L18
.L21:
	leal	-1(%rbx), %eax
	subq	$1, %r8
	xorl	%edx, %edx
	movslq	%eax, %rcx
	testl	%eax, %eax
	jns	.L16
.L38:
	movl	%r8d, %r9d
	movl	$48, %edx
.L15:
	movb	%dl, -100(%rsp,%r8)
	.p2align 4,,10
	.p2align 3
.L18:
	movq	limb(%rip), %rdx
	testq	%rdx, %rdx
	jne	.L21
	testb	%dil, %dil
	je	.L22
	movl	%ebx, used(%rip)
.L22:
	movslq	%r9d, %rax
	leaq	-100(%rsp), %rdi
	leaq	(%rdi,%rax), %rsi
	cmpb	$0, (%rsi)
	je	.L23
	.p2align 4,,10
	.p2align 3
.L24:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L24
.L23:
	movl	$1, %edi
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
	movl	$99, %eax
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 40
	popq	%rbp
	.cfi_def_cfa_offset 32
	subl	%r9d, %eax
	popq	%r12
	.cfi_def_cfa_offset 24
	popq	%r13
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	ret
	.p2align 4,,10
	.p2align 3
.L39:
	.cfi_restore_state
	subl	$1, %ebx
	jmp	.L19
.L25:
	movl	%r14d, %ebx
	jmp	.L12
	.cfi_endproc
.LFE12:
	.size	main, .-main
	.data
	.align 4
	.type	used, @object
	.size	used, 4
used:
	.long	1
	.local	limb
	.comm	limb,64,32
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
