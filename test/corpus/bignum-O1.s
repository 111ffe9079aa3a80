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
	.string	"\n"
	.text
	.globl	main
	.type	main, @function
main:
.LFB12:
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
	movq	$1, limb(%rip)
	movl	used(%rip), %ebp
	movl	$2, %r8d
	movl	$0, %r9d
	movl	$0, %r13d
	movl	$0, %r12d
	movl	$1, %r14d
	jmp	.L4
.L6:
	addq	$1, %r8
	adcq	$0, %r9
	movq	%r8, %rax
	xorq	$61, %rax
	orq	%r9, %rax
	je	.L7
.L4:
	testl	%ebp, %ebp
	jle	.L6
	movl	$limb, %ecx
	movslq	%ebp, %rax
	leaq	limb(,%rax,8), %rbx
	movq	%r12, %r10
.L5:
	movq	(%rcx), %rax
	movq	%r9, %r11
	imulq	%rax, %r11
	mulq	%r8
	addq	%r11, %rdx
	movl	$0, %edi
	addq	%r10, %rax
	adcq	%rdi, %rdx
	movq	%rax, (%rcx)
	movq	%rdx, %r10
	addq	$8, %rcx
	cmpq	%rbx, %rcx
	jne	.L5
	testq	%rdx, %rdx
	je	.L6
	movslq	%ebp, %rax
	movq	%rdx, limb(,%rax,8)
	leal	1(%rbp), %ebp
	movl	%r14d, %r13d
	jmp	.L6
.L7:
	testb	%r13b, %r13b
	je	.L9
	movl	%ebp, used(%rip)
.L9:
	movb	$0, -1(%rsp)
	movl	used(%rip), %ecx
	movl	$98, %r9d
	movl	$0, %edi
	movl	$0, %r11d
	movl	$10, %esi
	movl	$1, %r8d
	jmp	.L10
.L22:
	movq	%r11, %rdx
	jmp	.L11
.L29:
	movl	%r10d, %ecx
.L15:
	movl	%r9d, %r10d
	movslq	%r9d, %rbx
	addl	$48, %edx
	movb	%dl, -100(%rsp,%rbx)
	cmpl	$1, %eax
	jle	.L21
.L17:
	subl	$1, %r9d
.L10:
	movl	%ecx, %r10d
	subl	$1, %r10d
	js	.L22
	movslq	%r10d, %r10
	movq	%r11, %rdx
.L12:
	movq	limb(,%r10,8), %rax
#APP
# 18 "c/bignum.c" 1
	divq %rsi
# 0 "" 2
#NO_APP
	movq	%rax, limb(,%r10,8)
	subq	$1, %r10
	testl	%r10d, %r10d
	jns	.L12
.L11:
	cmpl	$1, %ecx
	jle	.L13
	movslq	%ecx, %rax
.L14:
	movl	%ecx, %r10d
	leal	-1(%rax), %ecx
	cmpq	$0, limb-8(,%rax,8)
	jne	.L29
	subq	$1, %rax
	movl	%r8d, %edi
	cmpl	$1, %eax
	jg	.L14
	movl	%ecx, %eax
	jmp	.L15
.L13:
	movl	%r9d, %r10d
	movslq	%r9d, %rax
	addl	$48, %edx
	movb	%dl, -100(%rsp,%rax)
.L21:
	movq	limb(%rip), %rdx
	testq	%rdx, %rdx
	jne	.L17
	testb	%dil, %dil
	je	.L18
	movl	%ecx, used(%rip)
.L18:
	movslq	%r10d, %rax
	leaq	-100(%rsp,%rax), %rsi
	cmpb	$0, (%rsi)
	je	.L19
.L20:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L20
.L19:
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
	subl	%r10d, %eax
	popq	%rbx
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
