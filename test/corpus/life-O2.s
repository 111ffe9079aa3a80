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
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB10:
	.cfi_startproc
	pushq	%r15
	.cfi_def_cfa_offset 16
	.cfi_offset 15, -16
	movzwl	.LC0(%rip), %eax
	movl	$5, %r9d
	movl	$3435973837, %r10d
	pushq	%r14
	.cfi_def_cfa_offset 24
	.cfi_offset 14, -24
	movl	$2863311531, %r14d
	pushq	%r13
	.cfi_def_cfa_offset 32
	.cfi_offset 13, -32
	movb	$1, grid+1(%rip)
	pushq	%r12
	.cfi_def_cfa_offset 40
	.cfi_offset 12, -40
	movb	$1, grid+22(%rip)
	pushq	%rbp
	.cfi_def_cfa_offset 48
	.cfi_offset 6, -48
	movb	$1, grid+42(%rip)
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset 3, -56
	movb	$1, grid+130(%rip)
	movw	%ax, grid+40(%rip)
	movw	%ax, grid+128(%rip)
	xorl	%eax, %eax
.L5:
	movslq	%eax, %rdx
	xorl	$1, %eax
	movl	$11, %r15d
	movl	%r9d, %r13d
	movq	%rdx, %rbp
	movslq	%eax, %rsi
	movl	%eax, -36(%rsp)
	movl	$14, %r12d
	salq	$4, %rbp
	subq	%rdx, %rbp
	movq	%rsi, %rdx
	salq	$4, %rdx
	salq	$4, %rbp
	subq	%rsi, %rdx
	leaq	grid(%rbp), %rcx
	salq	$4, %rdx
	movq	%rdx, %r8
.L13:
	movq	%rcx, -48(%rsp)
	movq	%rcx, %rax
	movl	$19, %ebx
	movl	%r13d, %edi
	movl	%r15d, -40(%rsp)
	movl	$22, %r9d
	movq	%r8, %rsi
	movl	%r12d, -56(%rsp)
	.p2align 4,,10
	.p2align 3
.L10:
	movsbl	(%rax), %r8d
	movl	-40(%rsp), %r11d
	movq	%rax, %r13
	movl	%r8d, %ecx
	negl	%r8d
	movb	%cl, -49(%rsp)
.L6:
	movl	%r11d, %ecx
	imulq	%r14, %rcx
	shrq	$35, %rcx
	leal	(%rcx,%rcx,2), %eax
	movl	%r11d, %ecx
	sall	$2, %eax
	subl	%eax, %ecx
	movl	%ebx, %eax
	movslq	%ecx, %rcx
	leaq	(%rcx,%rcx,4), %rcx
	leaq	grid(%rbp,%rcx,4), %r15
.L7:
	movl	%eax, %ecx
	imulq	%r10, %rcx
	shrq	$36, %rcx
	leal	(%rcx,%rcx,4), %r12d
	movl	%eax, %ecx
	addl	$1, %eax
	sall	$2, %r12d
	subl	%r12d, %ecx
	movslq	%ecx, %rcx
	movsbl	(%r15,%rcx), %ecx
	addl	%ecx, %r8d
	cmpl	%eax, %r9d
	jne	.L7
	addl	$1, %r11d
	cmpl	%r11d, -56(%rsp)
	jne	.L6
	movzbl	-49(%rsp), %ecx
	movq	%r13, %rax
	movl	$1, %r11d
	cmpl	$3, %r8d
	je	.L9
	testb	%cl, %cl
	setne	%r11b
	cmpl	$2, %r8d
	sete	%cl
	andl	%ecx, %r11d
.L9:
	movq	%rax, %rcx
	addl	$1, %r9d
	addq	$1, %rax
	addl	$1, %ebx
	subq	%rbp, %rcx
	movb	%r11b, (%rcx,%rdx)
	cmpl	$42, %r9d
	jne	.L10
	movl	-56(%rsp), %r12d
	movq	-48(%rsp), %rcx
	movl	%edi, %r13d
	movq	%rsi, %r8
	movl	-40(%rsp), %r15d
	addl	$1, %r12d
	addq	$20, %rcx
	addl	$1, %r15d
	cmpl	$26, %r12d
	jne	.L13
	movl	%edi, %r9d
	movl	-36(%rsp), %eax
	subl	$1, %r9d
	jne	.L5
	movzwl	.LC1(%rip), %r10d
	leaq	-22(%rsp), %rsi
	xorl	%r9d, %r9d
	movl	$1, %edi
	leaq	240(%rdx), %rbx
.L14:
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L16:
	movsbl	grid(%r8,%rdx), %ecx
	cmpb	$1, %cl
	sbbl	%eax, %eax
	addl	%ecx, %r9d
	andl	$11, %eax
	addl	$35, %eax
	movb	%al, (%rsi,%rdx)
	addq	$1, %rdx
	cmpq	$20, %rdx
	jne	.L16
	cmpb	$0, -22(%rsp)
	movw	%r10w, -2(%rsp)
	je	.L22
	xorl	%eax, %eax
.L18:
	addq	$1, %rax
	cmpb	$0, (%rsi,%rax)
	jne	.L18
	movq	%rax, %rdx
.L17:
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	addq	$20, %r8
	cmpq	%r8, %rbx
	jne	.L14
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 48
	movl	%r9d, %eax
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
.L22:
	.cfi_restore_state
	xorl	%edx, %edx
	jmp	.L17
	.cfi_endproc
.LFE10:
	.size	main, .-main
	.local	grid
	.comm	grid,480,32
	.section	.rodata.cst2,"aM",@progbits,2
	.align 2
.LC0:
	.byte	1
	.byte	1
	.align 2
.LC1:
	.byte	10
	.byte	0
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
