	.file	"strings.c"
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
	.type	find, @function
find:
.LFB11:
	.cfi_startproc
	cmpb	$0, (%rdi)
	je	.L22
	movzbl	(%rsi), %ecx
	jmp	.L19
.L25:
	testb	%dl, %dl
	je	.L17
	addq	$1, %rdi
	cmpb	$0, (%rdi)
	je	.L23
.L19:
	testb	%cl, %cl
	je	.L17
	movl	%ecx, %edx
	movl	$0, %eax
.L21:
	cmpb	%dl, (%rdi,%rax)
	jne	.L25
	addq	$1, %rax
	movzbl	(%rsi,%rax), %edx
	testb	%dl, %dl
	jne	.L21
.L17:
	movq	%rdi, %rax
	ret
.L22:
	movl	$0, %edi
	jmp	.L17
.L23:
	movl	$0, %edi
	jmp	.L17
	.cfi_endproc
.LFE11:
	.size	find, .-find
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
	.string	"paging"
.LC4:
	.string	"segment"
.LC5:
	.string	"base"
.LC6:
	.string	"bounds"
.LC7:
	.string	"frame"
.LC8:
	.string	"tlb"
.LC9:
	.string	"walk"
.LC10:
	.string	"fault"
.LC11:
	.string	"swap"
.LC12:
	.string	"victim"
	.section	.rodata.str1.8,"aMS",@progbits,1
	.align 8
.LC13:
	.string	"the quick brown fox jumps over the lazy dog"
	.section	.rodata.str1.1
.LC14:
	.string	"fox"
.LC15:
	.string	"at"
.LC16:
	.string	"cat"
.LC17:
	.string	"none"
	.text
	.globl	main
	.type	main, @function
main:
.LFB13:
	.cfi_startproc
	pushq	%r12
	.cfi_def_cfa_offset 16
	.cfi_offset 12, -16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset 6, -24
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset 3, -32
	subq	$144, %rsp
	.cfi_def_cfa_offset 176
	movq	$.LC3, (%rsp)
	movq	$.LC4, 8(%rsp)
	movq	$.LC5, 16(%rsp)
	movq	$.LC6, 24(%rsp)
	movq	$.LC7, 32(%rsp)
	movq	$.LC8, 40(%rsp)
	movq	$.LC9, 48(%rsp)
	movq	$.LC10, 56(%rsp)
	movq	$.LC11, 64(%rsp)
	movq	$.LC12, 72(%rsp)
	leaq	8(%rsp), %rbx
	movl	$1, %r11d
	movq	%rsp, %r10
	jmp	.L29
.L52:
	movzbl	%al, %eax
	movzbl	(%rdx), %edx
	cmpl	%edx, %eax
	jle	.L30
	movq	%rdi, (%r9)
	movq	%r8, -8(%r9)
	subq	$8, %rsi
	cmpq	%rsi, %r10
	je	.L30
.L35:
	movq	%rsi, %r9
	movq	(%rsi), %r8
	movq	-8(%rsi), %rdi
	movzbl	(%rdi), %eax
	testb	%al, %al
	je	.L30
	movq	%r8, %rdx
	movq	%rdi, %rcx
.L31:
	cmpb	%al, (%rdx)
	jne	.L52
	addq	$1, %rcx
	addq	$1, %rdx
	movzbl	(%rcx), %eax
	testb	%al, %al
	jne	.L31
.L30:
	addl	$1, %r11d
	addq	$8, %rbx
	cmpl	$10, %r11d
	je	.L34
.L29:
	testl	%r11d, %r11d
	jle	.L30
	movq	%rbx, %rsi
	jmp	.L35
.L34:
	movq	%rsp, %rbx
	leaq	72(%rsp), %rbp
	leaq	80(%rsp), %r12
	jmp	.L37
.L53:
	movl	$.LC0, %edi
	call	print
	addq	$8, %rbx
	cmpq	%r12, %rbx
	je	.L44
.L37:
	movq	(%rbx), %rdi
	call	print
	cmpq	%rbp, %rbx
	jne	.L53
	movl	$.LC2, %edi
	call	print
.L44:
	leaq	80(%rsp), %rbx
	movq	%rbx, %rdi
	movl	$.LC13, %esi
	movl	$44, %ecx
#APP
# 22 "c/runtime.h" 1
	rep movsb
# 0 "" 2
#NO_APP
	movl	$.LC14, %esi
	movq	%rbx, %rdi
	call	find
	subq	%rbx, %rax
	movq	%rax, %rsi
	movl	$.LC15, %edi
	call	line
	movl	$.LC16, %esi
	movq	%rbx, %rdi
	call	find
	testq	%rax, %rax
	sete	%sil
	movzbl	%sil, %esi
	movl	$.LC17, %edi
	call	line
	cmpb	$0, 80(%rsp)
	je	.L38
	movl	$0, %edx
.L39:
	movq	%rdx, %rax
	addq	$1, %rdx
	cmpb	$0, 80(%rsp,%rdx)
	jne	.L39
	leaq	80(%rsp), %rdx
	addq	%rdx, %rax
	cmpq	%rax, %rdx
	jnb	.L38
.L40:
	movzbl	(%rdx), %ecx
	movzbl	(%rax), %esi
	movb	%sil, (%rdx)
	movb	%cl, (%rax)
	addq	$1, %rdx
	subq	$1, %rax
	cmpq	%rax, %rdx
	jb	.L40
.L38:
	leaq	80(%rsp), %rdi
	call	print
	movl	$.LC2, %edi
	call	print
	movzbl	80(%rsp), %eax
	testb	%al, %al
	je	.L46
	leaq	80(%rsp), %rdx
	movl	$0, %esi
	movl	$1065233, %edi
	jmp	.L43
.L42:
	addq	$1, %rdx
	movzbl	(%rdx), %eax
	testb	%al, %al
	je	.L28
.L43:
	leal	-97(%rax), %ecx
	cmpb	$20, %cl
	ja	.L42
	movq	%rdi, %rax
	shrq	%cl, %rax
	andl	$1, %eax
	addl	%eax, %esi
	jmp	.L42
.L46:
	movl	$0, %esi
.L28:
	movl	%esi, %eax
	addq	$144, %rsp
	.cfi_def_cfa_offset 32
	popq	%rbx
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE13:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
