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
	.globl	main
	.type	main, @function
main:
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
	movb	$1, grid+1(%rip)
	movb	$1, grid+22(%rip)
	movb	$1, grid+40(%rip)
	movb	$1, grid+41(%rip)
	movb	$1, grid+42(%rip)
	movb	$1, grid+128(%rip)
	movb	$1, grid+129(%rip)
	movb	$1, grid+130(%rip)
	movl	$5, %edx
	movl	$0, %eax
	movl	%eax, %r15d
	jmp	.L4
.L8:
	movslq	%eax, %rcx
	testl	%r15d, %r15d
	sete	%sil
	movzbl	%sil, %esi
	movq	%rsi, %rax
	salq	$4, %rax
	subq	%rsi, %rax
	salq	$4, %rax
	leaq	grid(%rax,%r14), %rax
	movb	%r8b, (%rax,%rcx)
	addq	$1, %rdx
	addl	$1, %edi
	addl	$1, %r9d
	cmpq	$20, %rdx
	je	.L27
.L9:
	movl	%edx, %eax
	movzbl	grid(%r12,%rdx), %ecx
	movsbl	%cl, %esi
	negl	%esi
	movl	%r13d, %r8d
	movb	%cl, -37(%rsp)
	movl	%r15d, %ebp
.L5:
	movslq	%r8d, %rcx
	imulq	$715827883, %rcx, %rcx
	sarq	$33, %rcx
	movl	%r8d, %r10d
	sarl	$31, %r10d
	subl	%r10d, %ecx
	leal	(%rcx,%rcx,2), %r10d
	sall	$2, %r10d
	movl	%r8d, %ecx
	subl	%r10d, %ecx
	movl	%edi, %r10d
	movslq	%ecx, %rcx
	leaq	(%rcx,%rcx,4), %rcx
	leaq	grid(%rbx,%rcx,4), %r15
	movl	%r8d, -44(%rsp)
.L6:
	movslq	%r10d, %rcx
	imulq	$1717986919, %rcx, %rcx
	sarq	$35, %rcx
	movl	%r10d, %r8d
	sarl	$31, %r8d
	subl	%r8d, %ecx
	leal	(%rcx,%rcx,4), %r8d
	sall	$2, %r8d
	movl	%r10d, %ecx
	subl	%r8d, %ecx
	movslq	%ecx, %rcx
	movsbl	(%r15,%rcx), %ecx
	addl	%ecx, %esi
	addl	$1, %r10d
	cmpl	%r9d, %r10d
	jne	.L6
	movl	-44(%rsp), %r8d
	addl	$1, %r8d
	cmpl	%r11d, %r8d
	jne	.L5
	movzbl	-37(%rsp), %ecx
	movl	%ebp, %r15d
	movl	$1, %r8d
	cmpl	$3, %esi
	je	.L8
	cmpl	$2, %esi
	sete	%sil
	testb	%cl, %cl
	setne	%r8b
	movzbl	%r8b, %r8d
	andl	%esi, %r8d
	jmp	.L8
.L27:
	movl	%r13d, %eax
	addl	$1, %r11d
	addl	$1, %eax
	addq	$20, %r12
	cmpl	$26, %r11d
	je	.L10
.L12:
	leal	-14(%r11), %ecx
	movl	$22, %r9d
	movl	$19, %edi
	movl	$0, %edx
	movslq	%ecx, %rcx
	leaq	(%rcx,%rcx,4), %rcx
	leaq	0(,%rcx,4), %r14
	movl	%eax, %r13d
	jmp	.L9
.L10:
	movl	-36(%rsp), %edx
	xorl	$1, %r15d
	subl	$1, %edx
	je	.L11
.L4:
	movslq	%r15d, %rax
	movq	%rax, %r12
	salq	$4, %r12
	subq	%rax, %r12
	salq	$4, %r12
	movl	$11, %eax
	movl	$14, %r11d
	movq	%r12, %rbx
	movl	%edx, -36(%rsp)
	jmp	.L12
.L11:
	movl	%r15d, %eax
	cltq
	movq	%rax, %rdx
	salq	$4, %rdx
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	movq	%rax, %r9
	leaq	240(%rax), %r10
	movl	$0, %r8d
	movl	$1, %edi
	jmp	.L13
.L21:
	movl	$0, %edx
.L16:
	leaq	-22(%rsp), %rsi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	addq	$20, %r9
	cmpq	%r9, %r10
	je	.L3
.L13:
	movl	$0, %edx
.L15:
	movzbl	grid(%r9,%rdx), %ecx
	cmpb	$1, %cl
	sbbl	%eax, %eax
	andl	$11, %eax
	addl	$35, %eax
	movb	%al, -22(%rsp,%rdx)
	movsbl	%cl, %ecx
	addl	%ecx, %r8d
	addq	$1, %rdx
	cmpq	$20, %rdx
	jne	.L15
	movb	$10, -2(%rsp)
	movb	$0, -1(%rsp)
	cmpb	$0, -22(%rsp)
	je	.L21
	movl	$0, %edx
.L17:
	addq	$1, %rdx
	cmpb	$0, -22(%rsp,%rdx)
	jne	.L17
	jmp	.L16
.L3:
	movl	%r8d, %eax
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
	.size	main, .-main
	.local	grid
	.comm	grid,480,32
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
