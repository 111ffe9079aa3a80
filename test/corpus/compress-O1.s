	.file	"compress.c"
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
	.string	"packed"
.LC4:
	.string	"unpacked"
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
	movl	$0, %ecx
	movl	$65, %edi
	movl	$97, %esi
.L21:
	movl	%ecx, %edx
	imull	%ecx, %edx
	movslq	%edx, %rax
	imulq	$458129845, %rax, %rax
	sarq	$37, %rax
	sarl	$31, %edx
	subl	%edx, %eax
	movslq	%eax, %rdx
	imulq	$-1840700269, %rdx, %rdx
	shrq	$32, %rdx
	addl	%eax, %edx
	sarl	$2, %edx
	movl	%eax, %r8d
	sarl	$31, %r8d
	subl	%r8d, %edx
	leal	0(,%rdx,8), %r8d
	subl	%edx, %r8d
	subl	%r8d, %eax
	movslq	%ecx, %rdx
	imulq	$1374389535, %rdx, %rdx
	sarq	$36, %rdx
	movl	%ecx, %r8d
	sarl	$31, %r8d
	subl	%r8d, %edx
	imull	$50, %edx, %edx
	movl	%ecx, %r8d
	subl	%edx, %r8d
	cmpl	$19, %r8d
	movl	%esi, %edx
	cmovg	%edi, %edx
	addl	%edx, %eax
	movb	%al, input(%rcx)
	addq	$1, %rcx
	cmpq	$700, %rcx
	jne	.L21
	movl	$0, %ebp
	movl	$0, %r9d
	movl	$0, %r12d
	movl	$700, %r13d
	jmp	.L22
.L47:
	movl	%eax, %ecx
.L23:
	cmpl	%r10d, %ecx
	jle	.L25
	movl	%r8d, %ebx
	movl	%ecx, %r10d
.L25:
	addl	$1, %r8d
	subq	$1, %rdx
	cmpl	%r11d, %r8d
	jg	.L26
.L31:
	cmpl	$699, %r9d
	jg	.L40
	movl	$0, %eax
.L27:
	movzbl	input(%rax,%rdx), %ecx
	cmpb	%cl, input(%rsi,%rax)
	jne	.L47
	leal	1(%rax), %ecx
	cmpq	$254, %rax
	je	.L23
	addq	$1, %rax
	cmpq	%rax, %rdi
	jne	.L27
	jmp	.L23
.L40:
	movl	%r12d, %ecx
	jmp	.L23
.L26:
	cmpl	$3, %r10d
	jle	.L28
	movslq	%ebp, %rax
	movb	$0, packed(%rax)
	leal	2(%rbp), %eax
	leal	1(%rbp), %edx
	movslq	%edx, %rdx
	movb	%bl, packed(%rdx)
	addl	$3, %ebp
	cltq
	movb	%r10b, packed(%rax)
	addl	%r10d, %r9d
.L29:
	cmpl	$699, %r9d
	jg	.L30
.L22:
	movl	$40, %r11d
	cmpl	%r11d, %r9d
	cmovle	%r9d, %r11d
	testl	%r9d, %r9d
	jle	.L28
	movslq	%r9d, %rsi
	leaq	-1(%rsi), %rdx
	movl	%r12d, %ebx
	movl	%r12d, %r10d
	movl	$1, %r8d
	movl	%r13d, %edi
	subl	%r9d, %edi
	jmp	.L31
.L28:
	leal	1(%rbp), %eax
	movslq	%ebp, %rdx
	movb	$1, packed(%rdx)
	addl	$2, %ebp
	cltq
	movslq	%r9d, %rdx
	movzbl	input(%rdx), %edx
	movb	%dl, packed(%rax)
	leal	1(%r9), %r9d
	jmp	.L29
.L30:
	testl	%ebp, %ebp
	jle	.L41
	movl	$0, %r12d
	movl	$0, %edx
	jmp	.L36
.L33:
	leal	2(%rdx), %esi
	cltq
	movzbl	packed(%rax), %ecx
	addl	$3, %edx
	movslq	%esi, %rax
	movzbl	packed(%rax), %esi
	movzbl	%sil, %eax
	leal	-1(%rax), %r9d
	testl	%eax, %eax
	je	.L34
	movzbl	%sil, %esi
	movl	$0, %eax
	movslq	%r12d, %rdi
	movzbl	%cl, %ecx
	movq	%rdi, %r8
	subq	%rcx, %r8
.L35:
	movzbl	output(%r8,%rax), %ecx
	movb	%cl, output(%rdi,%rax)
	addq	$1, %rax
	cmpq	%rax, %rsi
	jne	.L35
	leal	1(%r12,%r9), %r12d
.L34:
	cmpl	%ebp, %edx
	jge	.L32
.L36:
	leal	1(%rdx), %eax
	movslq	%edx, %rcx
	cmpb	$0, packed(%rcx)
	je	.L33
	addl	$2, %edx
	movslq	%r12d, %rcx
	cltq
	movzbl	packed(%rax), %eax
	movb	%al, output(%rcx)
	leal	1(%r12), %r12d
	jmp	.L34
.L41:
	movl	$0, %r12d
.L32:
	movl	$0, %eax
	movl	$1, %ebx
.L37:
	movzbl	output(%rax), %edi
	cmpb	%dil, input(%rax)
	sete	%dl
	movzbl	%dl, %edx
	andl	%edx, %ebx
	addq	$1, %rax
	cmpq	$700, %rax
	jne	.L37
	movslq	%ebp, %rsi
	movl	$.LC3, %edi
	call	line
	movslq	%r12d, %rsi
	movl	$.LC4, %edi
	call	line
	movl	%ebx, %eax
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
	.local	output
	.comm	output,700,32
	.local	packed
	.comm	packed,6000,32
	.local	input
	.comm	input,700,32
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
