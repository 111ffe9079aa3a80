	.file	"hash.c"
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
	.type	print_unsigned, @function
print_unsigned:
.LFB5:
	.cfi_startproc
	movb	$0, -1(%rsp)
	movl	%esi, %esi
	movl	$64, %r8d
	jmp	.L4
	.p2align 4,,10
	.p2align 3
.L7:
	movq	%rdx, %r8
	movq	%rax, %rdi
.L4:
	xorl	%edx, %edx
	movq	%rdi, %rax
	divq	%rsi
	leal	48(%rdx), %r9d
	leal	87(%rdx), %ecx
	cmpq	$9, %rdx
	cmovbe	%r9d, %ecx
	leaq	-1(%r8), %rdx
	movb	%cl, -66(%rsp,%r8)
	cmpq	%rsi, %rdi
	jnb	.L7
	movslq	%r8d, %r8
	leaq	-66(%rsp), %rax
	xorl	%edx, %edx
	leaq	(%rax,%r8), %rsi
	cmpb	$0, (%rsi)
	je	.L5
	.p2align 4,,10
	.p2align 3
.L6:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L6
.L5:
	movl	$1, %eax
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE5:
	.size	print_unsigned, .-print_unsigned
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
	je	.L12
	.p2align 4,,10
	.p2align 3
.L13:
	addq	$1, %rdx
	cmpb	$0, (%r8,%rdx)
	jne	.L13
.L12:
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
	jns	.L19
	movl	$.LC2, %esi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r9, %rdi
	movl	$10, %esi
	negq	%rdi
	call	print_unsigned
.L15:
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
.L19:
	movl	$10, %esi
	movq	%r9, %rdi
	call	print_unsigned
	jmp	.L15
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
	.string	"used"
.LC4:
	.string	"most"
.LC5:
	.string	"crc"
.LC6:
	.string	" 0x"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	xorl	%edi, %edi
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	.p2align 4,,10
	.p2align 3
.L25:
	movl	%edi, %eax
	movl	$8, %edx
	.p2align 4,,10
	.p2align 3
.L24:
	movl	%eax, %esi
	shrl	%eax
	movl	%eax, %ecx
	andl	$1, %esi
	xorl	$-306674912, %ecx
	testl	%esi, %esi
	cmovne	%ecx, %eax
	subl	$1, %edx
	jne	.L24
	movl	%eax, crc_table(,%rdi,4)
	addq	$1, %rdi
	cmpq	$256, %rdi
	jne	.L25
	movq	random_state(%rip), %rdi
	movl	$900, %r8d
	movabsq	$3279421168659475843, %r10
	movl	$4278255361, %r9d
	.p2align 4,,10
	.p2align 3
.L30:
	movq	%rdi, %rdx
	salq	$13, %rdx
	xorq	%rdi, %rdx
	movq	%rdx, %rax
	shrq	$7, %rax
	xorq	%rdx, %rax
	movq	%rax, %rdi
	salq	$17, %rdi
	xorq	%rax, %rdi
	movq	%rdi, %rax
	movq	%rdi, %r11
	mulq	%r10
	shrq	$5, %rdx
	imulq	$180, %rdx, %rdx
	subq	%rdx, %r11
	movl	%r11d, %eax
	movl	%r11d, %ecx
	xorl	$-2128831035, %eax
	imull	$1345077009, %eax, %edx
	movq	%rdx, %rax
	imulq	%r9, %rdx
	shrq	$40, %rdx
	movl	%edx, %esi
	sall	$8, %esi
	addl	%edx, %esi
	subl	%esi, %eax
	movl	%eax, %edx
	movl	%edx, %esi
	cmpb	$0, table+6(,%rsi,8)
	je	.L28
.L45:
	cmpl	table(,%rsi,8), %ecx
	je	.L28
	cmpl	$256, %edx
	jne	.L27
	cmpb	$0, table+6(%rip)
	je	.L35
	cmpl	table(%rip), %ecx
	je	.L35
	xorl	%edx, %edx
.L27:
	addl	$1, %edx
	movl	%edx, %esi
	cmpb	$0, table+6(,%rsi,8)
	jne	.L45
	.p2align 4,,10
	.p2align 3
.L28:
	addw	$1, table+4(,%rsi,8)
	movl	%r11d, table(,%rsi,8)
	movb	$1, table+6(,%rsi,8)
	subl	$1, %r8d
	jne	.L30
	movl	$table+4, %edx
	movl	$-1, %ebx
	xorl	%r10d, %r10d
	xorl	%ebp, %ebp
	movq	%rdi, random_state(%rip)
	.p2align 4,,10
	.p2align 3
.L31:
	movzbl	2(%rdx), %eax
	movl	%ebx, %ecx
	addl	%eax, %ebp
	movzwl	(%rdx), %eax
	cmpl	%eax, %r10d
	cmovl	%eax, %r10d
	xorl	%ebx, %eax
	shrl	$8, %ecx
	addq	$8, %rdx
	movzbl	%al, %eax
	movl	crc_table(,%rax,4), %ebx
	xorl	%ecx, %ebx
	cmpq	$table+2060, %rdx
	jne	.L31
	movslq	%ebp, %rsi
	movl	$.LC3, %edi
	notl	%ebx
	call	line
	movslq	%r10d, %rsi
	movl	$.LC4, %edi
	call	line
	xorl	%edx, %edx
.L32:
	addq	$1, %rdx
	cmpb	$0, .LC5(%rdx)
	jne	.L32
	movl	$1, %eax
	movl	$.LC5, %esi
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	xorl	%edx, %edx
.L33:
	addq	$1, %rdx
	cmpb	$0, .LC6(%rdx)
	jne	.L33
	movl	$1, %r10d
	movl	$.LC6, %esi
	movq	%r10, %rax
	movq	%r10, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movl	$16, %esi
	movq	%rbx, %rdi
	call	print_unsigned
	movl	$.LC1, %esi
	movq	%r10, %rax
	movq	%r10, %rdi
	movq	%r10, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movl	$2190262207, %edx
	movl	%ebp, %eax
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 16
	imulq	%rdx, %rax
	shrq	$39, %rax
	imull	$251, %eax, %edx
	movl	%ebp, %eax
	popq	%rbp
	.cfi_def_cfa_offset 8
	subl	%edx, %eax
	ret
	.p2align 4,,10
	.p2align 3
.L35:
	.cfi_restore_state
	xorl	%esi, %esi
	jmp	.L28
	.cfi_endproc
.LFE12:
	.size	main, .-main
	.local	crc_table
	.comm	crc_table,1024,32
	.local	table
	.comm	table,2056,32
	.data
	.align 8
	.type	random_state, @object
	.size	random_state, 8
random_state:
	.quad	88172645463325252
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
