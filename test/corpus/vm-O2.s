	.file	"vm.c"
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
	.string	"vm"
.LC1:
	.string	" "
.LC2:
	.string	"\n"
.LC3:
	.string	"-"
	.section	.text.unlikely,"ax",@progbits
.LCOLDB4:
	.section	.text.startup,"ax",@progbits
.LHOTB4:
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB10:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	xorl	%edx, %edx
	xorl	%r9d, %r9d
	movl	$program, %eax
	subq	$288, %rsp
	.cfi_def_cfa_offset 304
	movq	$0, (%rsp)
	leaq	32(%rsp), %rcx
	movq	$0, 8(%rsp)
	movq	$0, 16(%rsp)
	movq	$0, 24(%rsp)
	.p2align 4,,10
	.p2align 3
.L33:
	leaq	8(%rax), %r10
	cmpq	$15, %rdx
	ja	.L35
	jmp	*.L14(,%rdx,8)
	.section	.rodata
	.align 8
	.align 4
.L14:
	.quad	.L29
	.quad	.L28
	.quad	.L27
	.quad	.L26
	.quad	.L25
	.quad	.L24
	.quad	.L23
	.quad	.L22
	.quad	.L21
	.quad	.L20
	.quad	.L19
	.quad	.L18
	.quad	.L17
	.quad	.L16
	.quad	.L15
	.quad	.L13
	.section	.text.startup
	.p2align 4,,10
	.p2align 3
.L15:
	movq	8(%rax), %rdx
	movq	-8(%rcx), %rsi
	addq	$16, %rax
	subq	$8, %rcx
	movq	%rsi, (%rsp,%rdx,8)
	.p2align 4,,10
	.p2align 3
.L12:
	movq	(%rax), %rdx
	addl	$1, %r9d
	jmp	.L33
	.p2align 4,,10
	.p2align 3
.L16:
	movq	8(%rax), %rdx
	addq	$8, %rcx
	addq	$16, %rax
	movq	(%rsp,%rdx,8), %rdx
	movq	%rdx, -8(%rcx)
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L17:
	subq	$8, %rcx
	movq	%r10, %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L18:
	movq	-8(%rcx), %r8
	leaq	-8(%rcx), %rbx
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L31:
	addq	$1, %rdx
	cmpb	$0, .LC0(%rdx)
	jne	.L31
	movl	$1, %edi
	movl	$.LC0, %esi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movl	$.LC1, %esi
	movq	%rdi, %rax
	movq	%rdi, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%r8, %r8
	jns	.L39
	movl	$.LC3, %esi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r8, %rdi
	negq	%rdi
	call	print_unsigned.constprop.0
.L34:
	movl	$1, %edi
	movl	$.LC2, %esi
	movq	%rdi, %rax
	movq	%rdi, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r10, %rax
	movq	%rbx, %rcx
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L19:
	movq	8(%rax), %rax
	leaq	program(,%rax,8), %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L21:
	movq	-8(%rcx), %rax
	cmpq	%rax, -16(%rcx)
	setl	%al
	subq	$8, %rcx
	movzbl	%al, %eax
	movq	%rax, -8(%rcx)
	movq	%r10, %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L22:
	movq	-16(%rcx), %rax
	addq	$8, %rcx
	movq	%rax, -8(%rcx)
	movq	%r10, %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L20:
	cmpq	$0, -8(%rcx)
	leaq	-8(%rcx), %rdx
	je	.L40
	movq	8(%rax), %rax
	movq	%rdx, %rcx
	leaq	program(,%rax,8), %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L23:
	movq	-16(%rcx), %rax
	movq	-8(%rcx), %rdx
	movq	%rax, -8(%rcx)
	movq	%r10, %rax
	movq	%rdx, -16(%rcx)
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L24:
	movq	-8(%rcx), %rax
	addq	$8, %rcx
	movq	%rax, -8(%rcx)
	movq	%r10, %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L25:
	movq	-16(%rcx), %rax
	cqto
	idivq	-8(%rcx)
	subq	$8, %rcx
	movq	%rax, -8(%rcx)
	movq	%r10, %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L26:
	movq	-16(%rcx), %rax
	imulq	-8(%rcx), %rax
	subq	$8, %rcx
	movq	%rax, -8(%rcx)
	movq	%r10, %rax
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L27:
	movq	-8(%rcx), %rax
	subq	%rax, -16(%rcx)
	movq	%r10, %rax
	subq	$8, %rcx
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L28:
	movq	-8(%rcx), %rax
	addq	%rax, -16(%rcx)
	movq	%r10, %rax
	subq	$8, %rcx
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L29:
	movq	8(%rax), %rdx
	addq	$8, %rcx
	addq	$16, %rax
	movq	%rdx, -8(%rcx)
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L13:
	movl	%r9d, %eax
	addq	$288, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 16
	andl	$127, %eax
	popq	%rbx
	.cfi_def_cfa_offset 8
	ret
.L40:
	.cfi_restore_state
	addq	$16, %rax
	movq	%rdx, %rcx
	jmp	.L12
.L39:
	movq	%r8, %rdi
	call	print_unsigned.constprop.0
	jmp	.L34
	.cfi_endproc
	.section	.text.unlikely
	.cfi_startproc
	.type	main.cold, @function
main.cold:
.LFSB10:
.L35:
	.cfi_def_cfa_offset 304
	.cfi_offset 3, -16
	movq	%r10, %rax
	jmp	.L12
	.cfi_endproc
.LFE10:
	.section	.text.startup
	.size	main, .-main
	.section	.text.unlikely
	.size	main.cold, .-main.cold
.LCOLDE4:
	.section	.text.startup
.LHOTE4:
	.section	.rodata
	.align 32
	.type	program, @object
	.size	program, 424
program:
	.quad	0
	.quad	1
	.quad	14
	.quad	0
	.quad	0
	.quad	1
	.quad	14
	.quad	1
	.quad	13
	.quad	1
	.quad	13
	.quad	0
	.quad	3
	.quad	14
	.quad	0
	.quad	13
	.quad	1
	.quad	0
	.quad	1
	.quad	1
	.quad	5
	.quad	14
	.quad	1
	.quad	0
	.quad	21
	.quad	8
	.quad	9
	.quad	8
	.quad	13
	.quad	0
	.quad	11
	.quad	0
	.quad	1000003
	.quad	0
	.quad	-17
	.quad	4
	.quad	11
	.quad	0
	.quad	5
	.quad	0
	.quad	9
	.quad	6
	.quad	2
	.quad	11
	.quad	0
	.quad	2
	.quad	0
	.quad	3
	.quad	7
	.quad	1
	.quad	3
	.quad	11
	.quad	15
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
