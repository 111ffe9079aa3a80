	.file	"calculator.c"
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
	.type	plus, @function
plus:
.LFB10:
	.cfi_startproc
	leaq	(%rdi,%rsi), %rax
	ret
	.cfi_endproc
.LFE10:
	.size	plus, .-plus
	.type	minus, @function
minus:
.LFB11:
	.cfi_startproc
	movq	%rdi, %rax
	subq	%rsi, %rax
	ret
	.cfi_endproc
.LFE11:
	.size	minus, .-minus
	.type	times, @function
times:
.LFB12:
	.cfi_startproc
	movq	%rdi, %rax
	imulq	%rsi, %rax
	ret
	.cfi_endproc
.LFE12:
	.size	times, .-times
	.type	over, @function
over:
.LFB13:
	.cfi_startproc
	testq	%rsi, %rsi
	je	.L16
	movq	%rdi, %rax
	cqto
	idivq	%rsi
	movq	%rax, %rsi
.L16:
	movq	%rsi, %rax
	ret
	.cfi_endproc
.LFE13:
	.size	over, .-over
	.type	modulo, @function
modulo:
.LFB14:
	.cfi_startproc
	movq	%rdi, %rax
	testq	%rsi, %rsi
	je	.L18
	cqto
	idivq	%rsi
	movq	%rdx, %rsi
.L18:
	movq	%rsi, %rax
	ret
	.cfi_endproc
.LFE14:
	.size	modulo, .-modulo
	.type	sum, @function
sum:
.LFB17:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	subq	$8, %rsp
	.cfi_def_cfa_offset 32
	call	product
	movq	%rax, %rbx
	movq	at(%rip), %rdx
	movzbl	(%rdx), %eax
	leal	-43(%rax), %ecx
	testb	$-3, %cl
	jne	.L19
.L21:
	addq	$1, %rdx
	movq	%rdx, at(%rip)
	movsbq	%al, %rax
	movq	operators(,%rax,8), %rbp
	call	product
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	*%rbp
	movq	%rax, %rbx
	movq	at(%rip), %rdx
	movzbl	(%rdx), %eax
	leal	-43(%rax), %ecx
	testb	$-3, %cl
	je	.L21
.L19:
	movq	%rbx, %rax
	addq	$8, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE17:
	.size	sum, .-sum
	.type	factor, @function
factor:
.LFB15:
	.cfi_startproc
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	movq	at(%rip), %rcx
	movzbl	(%rcx), %edx
	cmpb	$45, %dl
	je	.L33
	cmpb	$40, %dl
	je	.L27
	leal	-48(%rdx), %esi
	addq	$1, %rcx
	movl	$0, %eax
	cmpb	$9, %sil
	ja	.L24
.L29:
	movq	%rcx, %rdi
	leaq	(%rax,%rax,4), %rax
	movsbq	%dl, %rdx
	leaq	-48(%rdx,%rax,2), %rax
	movzbl	(%rcx), %edx
	addq	$1, %rcx
	leal	-48(%rdx), %esi
	cmpb	$9, %sil
	jbe	.L29
	movq	%rdi, at(%rip)
.L24:
	addq	$8, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 8
	ret
.L33:
	.cfi_restore_state
	addq	$1, %rcx
	movq	%rcx, at(%rip)
	call	factor
	negq	%rax
	jmp	.L24
.L27:
	addq	$1, %rcx
	movq	%rcx, at(%rip)
	call	sum
	addq	$1, at(%rip)
	jmp	.L24
	.cfi_endproc
.LFE15:
	.size	factor, .-factor
	.type	product, @function
product:
.LFB16:
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
	call	factor
	movq	%rax, %rbx
	movq	at(%rip), %rdx
	movzbl	(%rdx), %eax
	cmpb	$47, %al
	ja	.L34
	movabsq	$145272973819904, %rcx
	btq	%rax, %rcx
	jnc	.L34
	movq	%rcx, %rbp
	jmp	.L36
.L39:
	btq	%rax, %rbp
	jnc	.L34
.L36:
	addq	$1, %rdx
	movq	%rdx, at(%rip)
	movsbq	%al, %rax
	movq	operators(,%rax,8), %r12
	call	factor
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	*%r12
	movq	%rax, %rbx
	movq	at(%rip), %rdx
	movzbl	(%rdx), %eax
	cmpb	$47, %al
	jbe	.L39
.L34:
	movq	%rbx, %rax
	popq	%rbx
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE16:
	.size	product, .-product
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
	.string	" ="
.LC1:
	.string	" "
.LC2:
	.string	"-"
.LC3:
	.string	"\n"
	.text
	.globl	main
	.type	main, @function
main:
.LFB18:
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
	subq	$8, %rsp
	.cfi_def_cfa_offset 48
	movl	$text.0, %ebp
	movl	$text.0+48, %r13d
	jmp	.L45
.L49:
	movl	$.LC2, %edi
	call	print
	movq	%rbx, %rdi
	negq	%rdi
	movl	$10, %esi
	call	print_unsigned
.L44:
	movl	$.LC3, %edi
	call	print
	addq	$8, %rbp
	cmpq	%r13, %rbp
	je	.L48
.L45:
	movq	0(%rbp), %r12
	movq	%r12, at(%rip)
	call	sum
	movq	%rax, %rbx
	movq	%r12, %rdi
	call	print
	movl	$.LC0, %edi
	call	print
	movl	$.LC1, %edi
	call	print
	testq	%rbx, %rbx
	js	.L49
	movl	$10, %esi
	movq	%rbx, %rdi
	call	print_unsigned
	jmp	.L44
.L48:
	movl	%ebx, %eax
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
	.cfi_endproc
.LFE18:
	.size	main, .-main
	.section	.rodata.str1.1
.LC4:
	.string	"1+2*3"
.LC5:
	.string	"(1+2)*3-4/2"
.LC6:
	.string	"-(7-10)*100%7"
.LC7:
	.string	"2*(3+(4-5)*6)/-3"
.LC8:
	.string	"123456789*987654321/1000"
.LC9:
	.string	"((((42))))"
	.section	.rodata
	.align 32
	.type	text.0, @object
	.size	text.0, 48
text.0:
	.quad	.LC4
	.quad	.LC5
	.quad	.LC6
	.quad	.LC7
	.quad	.LC8
	.quad	.LC9
	.align 32
	.type	operators, @object
	.size	operators, 1024
operators:
	.zero	296
	.quad	modulo
	.zero	32
	.quad	times
	.quad	plus
	.zero	8
	.quad	minus
	.zero	8
	.quad	over
	.zero	640
	.local	at
	.comm	at,8,8
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
