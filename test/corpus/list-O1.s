	.file	"list.c"
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
	.type	insert, @function
insert:
.LFB11:
	.cfi_startproc
	testq	%rdi, %rdi
	je	.L20
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movq	%rdi, %rbx
	movl	(%rdi), %eax
	cmpl	%eax, (%rsi)
	jge	.L19
	movq	8(%rdi), %rdi
	call	insert
	movq	%rax, 8(%rbx)
	movq	%rbx, %rax
.L17:
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 8
	ret
.L19:
	.cfi_restore_state
	movq	16(%rdi), %rdi
	call	insert
	movq	%rax, 16(%rbx)
	movq	%rbx, %rax
	jmp	.L17
.L20:
	.cfi_def_cfa_offset 8
	.cfi_restore 3
	movq	%rsi, %rax
	ret
	.cfi_endproc
.LFE11:
	.size	insert, .-insert
	.type	depth, @function
depth:
.LFB12:
	.cfi_startproc
	movl	$0, %eax
	testq	%rdi, %rdi
	je	.L29
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	subq	$8, %rsp
	.cfi_def_cfa_offset 32
	movq	%rdi, %rbp
	movq	8(%rdi), %rdi
	call	depth
	movl	%eax, %ebx
	movq	16(%rbp), %rdi
	call	depth
	cmpl	%eax, %ebx
	cmovge	%ebx, %eax
	addl	$1, %eax
	addq	$8, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	ret
.L29:
	.cfi_restore 3
	.cfi_restore 6
	ret
	.cfi_endproc
.LFE12:
	.size	depth, .-depth
	.type	walk, @function
walk:
.LFB13:
	.cfi_startproc
	movl	$0, %eax
	testq	%rdi, %rdi
	je	.L36
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	pushq	%r12
	.cfi_def_cfa_offset 24
	.cfi_offset 12, -24
	pushq	%rbp
	.cfi_def_cfa_offset 32
	.cfi_offset 6, -32
	pushq	%rbx
	.cfi_def_cfa_offset 40
	.cfi_offset 3, -40
	subq	$8, %rsp
	.cfi_def_cfa_offset 48
	movq	%rdi, %rbp
	movq	%rsi, %r12
	movq	%rdx, %r13
	movq	8(%rdi), %rdi
	call	walk
	movq	%rax, %rbx
	movl	0(%rbp), %eax
	cmpl	%eax, (%r12)
	setle	%al
	movzbl	%al, %eax
	andl	%eax, 0(%r13)
	movl	0(%rbp), %eax
	movl	%eax, (%r12)
	cltq
	addq	%rax, %rbx
	movq	16(%rbp), %rdi
	movq	%r13, %rdx
	movq	%r12, %rsi
	call	walk
	addq	%rbx, %rax
	addq	$8, %rsp
	.cfi_def_cfa_offset 40
	popq	%rbx
	.cfi_def_cfa_offset 32
	popq	%rbp
	.cfi_def_cfa_offset 24
	popq	%r12
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_def_cfa_offset 8
	ret
.L36:
	.cfi_restore 3
	.cfi_restore 6
	.cfi_restore 12
	.cfi_restore 13
	ret
	.cfi_endproc
.LFE13:
	.size	walk, .-walk
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
	.string	"list"
.LC4:
	.string	"tree"
.LC5:
	.string	"ordered"
	.text
	.globl	main
	.type	main, @function
main:
.LFB14:
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
	subq	$24, %rsp
	.cfi_def_cfa_offset 80
	movl	$400, %r12d
	movl	$0, %r8d
	movl	$0, %ebp
	movl	$12, %r14d
	movl	$0, %r13d
	movabsq	$-6691484059914626997, %r15
	jmp	.L43
.L42:
	movq	top(%rip), %rbx
	leaq	32(%rbx), %rdi
	movq	%r14, %rax
	movq	%r13, %rsi
	movq	%r13, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, top(%rip)
	movq	random_state(%rip), %rax
	movq	%rax, %rdx
	salq	$13, %rdx
	xorq	%rax, %rdx
	movq	%rdx, %rax
	shrq	$7, %rax
	xorq	%rdx, %rax
	movq	%rax, %rcx
	salq	$17, %rcx
	xorq	%rax, %rcx
	movq	%rcx, random_state(%rip)
	movq	%rcx, %rax
	mulq	%r15
	movq	%rcx, %rax
	subq	%rdx, %rax
	shrq	%rax
	addq	%rax, %rdx
	shrq	$13, %rdx
	imulq	$10007, %rdx, %rdx
	subq	%rdx, %rcx
	movl	%ecx, (%rbx)
	movq	$0, 16(%rbx)
	movq	$0, 8(%rbx)
	movq	%r8, 24(%rbx)
	movq	%rbx, %rsi
	movq	%rbp, %rdi
	call	insert
	movq	%rax, %rbp
	subl	$1, %r12d
	je	.L48
	movq	%rbx, %r8
.L43:
	cmpq	$0, top(%rip)
	jne	.L42
	movq	%r14, %rax
	movq	%r13, %rdi
	movq	%r13, %rsi
	movq	%r13, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, top(%rip)
	jmp	.L42
.L48:
	movl	$0, %esi
.L44:
	movslq	(%rbx), %rax
	addq	%rax, %rsi
	movq	24(%rbx), %rbx
	testq	%rbx, %rbx
	jne	.L44
	movl	$-1, 12(%rsp)
	movl	$1, 8(%rsp)
	movl	$.LC3, %edi
	call	line
	leaq	8(%rsp), %rdx
	leaq	12(%rsp), %rsi
	movq	%rbp, %rdi
	call	walk
	movq	%rax, %rsi
	movl	$.LC4, %edi
	call	line
	movslq	8(%rsp), %rsi
	movl	$.LC5, %edi
	call	line
	movq	%rbp, %rdi
	call	depth
	addq	$24, %rsp
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
.LFE14:
	.size	main, .-main
	.local	top
	.comm	top,8,8
	.data
	.align 8
	.type	random_state, @object
	.size	random_state, 8
random_state:
	.quad	88172645463325252
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
