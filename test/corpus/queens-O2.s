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
	.p2align 4
	.type	solve, @function
solve:
.LFB10:
	.cfi_startproc
	pushq	%r15
	.cfi_def_cfa_offset 16
	.cfi_offset 15, -16
	movl	$1, %r15d
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
	cmpl	%edi, %esi
	je	.L1
	movl	%edx, %ebx
	movl	%edi, %ebp
	movl	%esi, %r12d
	movl	%edx, %r14d
	orl	%ecx, %ebx
	movl	%ecx, %r13d
	xorl	%r15d, %r15d
	orl	%esi, %ebx
	notl	%ebx
	andl	%edi, %ebx
	je	.L1
.L3:
	movl	%ebx, %esi
	movl	%r13d, %ecx
	movl	%r14d, %edx
	movl	%ebp, %edi
	negl	%esi
	andl	%ebx, %esi
	orl	%esi, %ecx
	orl	%esi, %edx
	orl	%r12d, %esi
	shrl	%ecx
	addl	%edx, %edx
	call	solve
	addl	%eax, %r15d
	leal	-1(%rbx), %eax
	andl	%eax, %ebx
	jne	.L3
.L1:
	addq	$8, %rsp
	.cfi_def_cfa_offset 56
	movl	%r15d, %eax
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
	.p2align 4
	.type	print_unsigned.constprop.0, @function
print_unsigned.constprop.0:
.LFB12:
	.cfi_startproc
	movb	$0, -1(%rsp)
	movl	$64, %ecx
	movabsq	$-3689348814741910323, %r8
	.p2align 4,,10
	.p2align 3
.L11:
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
	ja	.L11
	movslq	%edx, %rdx
	leaq	-66(%rsp), %rax
	leaq	(%rax,%rdx), %rsi
	xorl	%edx, %edx
	cmpb	$0, (%rsi)
	je	.L12
	.p2align 4,,10
	.p2align 3
.L13:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L13
.L12:
	movl	$1, %eax
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE12:
	.size	print_unsigned.constprop.0, .-print_unsigned.constprop.0
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
	.string	"queens"
.LC1:
	.string	" "
.LC2:
	.string	"\n"
.LC3:
	.string	"-"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB11:
	.cfi_startproc
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	movl	$4, %r10d
	movl	$1, %r9d
	pushq	%r12
	.cfi_def_cfa_offset 24
	.cfi_offset 12, -24
	movl	$.LC0, %r12d
	pushq	%rbp
	.cfi_def_cfa_offset 32
	.cfi_offset 6, -32
	movl	$.LC1, %ebp
	pushq	%rbx
	.cfi_def_cfa_offset 40
	.cfi_offset 3, -40
	movl	$.LC2, %ebx
	subq	$8, %rsp
	.cfi_def_cfa_offset 48
.L22:
	movl	%r10d, %ecx
	movl	$1, %edi
	xorl	%edx, %edx
	xorl	%esi, %esi
	sall	%cl, %edi
	xorl	%ecx, %ecx
	subl	$1, %edi
	call	solve
	xorl	%edx, %edx
	movl	%eax, %r8d
	.p2align 4,,10
	.p2align 3
.L20:
	addq	$1, %rdx
	cmpb	$0, .LC0(%rdx)
	jne	.L20
	movq	%r9, %rax
	movq	%r9, %rdi
	movq	%r12, %rsi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r9, %rax
	movq	%rbp, %rsi
	movq	%r9, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movslq	%r8d, %r13
	testl	%r8d, %r8d
	jns	.L27
	movl	$.LC3, %esi
	movq	%r9, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r13, %rdi
	negq	%rdi
	call	print_unsigned.constprop.0
.L23:
	movq	%r9, %rax
	movq	%r9, %rdi
	movq	%rbx, %rsi
	movq	%r9, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	addl	$1, %r10d
	cmpl	$8, %r10d
	jne	.L22
	addq	$8, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 40
	xorl	%ecx, %ecx
	xorl	%edx, %edx
	xorl	%esi, %esi
	popq	%rbx
	.cfi_def_cfa_offset 32
	movl	$255, %edi
	popq	%rbp
	.cfi_def_cfa_offset 24
	popq	%r12
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_def_cfa_offset 8
	jmp	solve
	.p2align 4,,10
	.p2align 3
.L27:
	.cfi_restore_state
	movq	%r13, %rdi
	call	print_unsigned.constprop.0
	jmp	.L23
	.cfi_endproc
.LFE11:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
