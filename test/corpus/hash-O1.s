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
	.string	"used"
.LC4:
	.string	"most"
.LC5:
	.string	"crc"
.LC6:
	.string	" 0x"
	.text
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
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
	movl	$0, %edi
	jmp	.L20
.L36:
	movl	%eax, crc_table(,%rdi,4)
	addq	$1, %rdi
	cmpq	$256, %rdi
	je	.L24
.L20:
	movl	%edi, %eax
	movl	$8, %esi
.L23:
	movl	%eax, %edx
	shrl	%edx
	xorl	$-306674912, %edx
	movl	%eax, %ecx
	shrl	%ecx
	testb	$1, %al
	movl	%edx, %eax
	cmove	%ecx, %eax
	subl	$1, %esi
	jne	.L23
	jmp	.L36
.L24:
	movq	random_state(%rip), %r10
	movl	$900, %r11d
	movabsq	$3279421168659475843, %rbp
	movl	$4278255361, %ebx
	movl	$table, %edi
	jmp	.L29
.L27:
	movl	%edx, %ecx
	movl	%eax, (%rdi,%rcx,8)
	movb	$1, 6(%rdi,%rcx,8)
	addw	$1, 4(%rdi,%rcx,8)
	subl	$1, %r11d
	je	.L37
.L29:
	movq	%r10, %rdx
	salq	$13, %rdx
	xorq	%r10, %rdx
	movq	%rdx, %rax
	shrq	$7, %rax
	xorq	%rdx, %rax
	movq	%rax, %r10
	salq	$17, %r10
	xorq	%rax, %r10
	movq	%r10, %rax
	mulq	%rbp
	shrq	$5, %rdx
	imulq	$180, %rdx, %rdx
	movq	%r10, %rax
	subq	%rdx, %rax
	movl	%eax, %r9d
	movl	%eax, %ecx
	xorl	$-2128831035, %ecx
	imull	$1345077009, %ecx, %ecx
	movl	%ecx, %edx
	imulq	%rbx, %rdx
	shrq	$40, %rdx
	movl	%edx, %r8d
	sall	$8, %r8d
	addl	%edx, %r8d
	subl	%r8d, %ecx
	movl	%ecx, %edx
.L26:
	movl	%edx, %ecx
	cmpb	$0, 6(%rdi,%rcx,8)
	je	.L27
	cmpl	(%rdi,%rcx,8), %r9d
	je	.L27
	leal	1(%rdx), %r8d
	cmpl	$256, %edx
	movl	%esi, %edx
	cmovne	%r8d, %edx
	jmp	.L26
.L37:
	movq	%r10, random_state(%rip)
	movl	%edx, %edx
	movb	$1, table+6(,%rdx,8)
	movl	$table+4, %edx
	movl	$table+2060, %esi
	movl	$-1, %r12d
	movl	$0, %ebx
	movl	$0, %ebp
.L30:
	movzbl	2(%rdx), %eax
	addl	%eax, %ebp
	movzwl	(%rdx), %eax
	cmpl	%eax, %ebx
	cmovl	%eax, %ebx
	movl	%r12d, %ecx
	shrl	$8, %ecx
	xorl	%r12d, %eax
	movzbl	%al, %eax
	xorl	crc_table(,%rax,4), %ecx
	movl	%ecx, %r12d
	addq	$8, %rdx
	cmpq	%rsi, %rdx
	jne	.L30
	movslq	%ebp, %r13
	movq	%r13, %rsi
	movl	$.LC3, %edi
	call	line
	movslq	%ebx, %rsi
	movl	$.LC4, %edi
	call	line
	movl	$.LC5, %edi
	call	print
	movl	$.LC6, %edi
	call	print
	movl	%r12d, %edi
	notl	%edi
	movl	$16, %esi
	call	print_unsigned
	movl	$.LC2, %edi
	call	print
	imulq	$-2104705089, %r13, %rax
	shrq	$32, %rax
	addl	%ebp, %eax
	sarl	$7, %eax
	movl	%ebp, %edx
	sarl	$31, %edx
	subl	%edx, %eax
	imull	$251, %eax, %edx
	movl	%ebp, %eax
	subl	%edx, %eax
	popq	%rbx
	.cfi_def_cfa_offset 32
	popq	%rbp
	.cfi_def_cfa_offset 24
	popq	%r12
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_def_cfa_offset 8
	ret
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
