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
	.type	system_call, @function
system_call:
.LFB0:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movq	%rsi, -32(%rbp)
	movq	%rdx, -40(%rbp)
	movq	%rcx, -48(%rbp)
	movq	-24(%rbp), %rax
	movq	-32(%rbp), %rdi
	movq	-40(%rbp), %rsi
	movq	-48(%rbp), %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, -8(%rbp)
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE0:
	.size	system_call, .-system_call
	.globl	memcpy
	.type	memcpy, @function
memcpy:
.LFB1:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movq	%rsi, -32(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-24(%rbp), %rax
	movq	%rax, -8(%rbp)
	movq	-24(%rbp), %rcx
	movq	-32(%rbp), %rdx
	movq	-40(%rbp), %rax
	movq	%rcx, %rdi
	movq	%rdx, %rsi
	movq	%rax, %rcx
#APP
# 22 "c/runtime.h" 1
	rep movsb
# 0 "" 2
#NO_APP
	movq	%rcx, %rax
	movq	%rsi, %rdx
	movq	%rdi, -24(%rbp)
	movq	%rdx, -32(%rbp)
	movq	%rax, -40(%rbp)
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE1:
	.size	memcpy, .-memcpy
	.globl	memset
	.type	memset, @function
memset:
.LFB2:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movl	%esi, -28(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-24(%rbp), %rax
	movq	%rax, -8(%rbp)
	movl	-28(%rbp), %eax
	movq	-24(%rbp), %rcx
	movq	-40(%rbp), %rdx
	movq	%rcx, %rsi
	movq	%rsi, %rdi
	movq	%rdx, %rcx
#APP
# 28 "c/runtime.h" 1
	rep stosb
# 0 "" 2
#NO_APP
	movq	%rcx, %rdx
	movq	%rdi, %rsi
	movq	%rsi, -24(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE2:
	.size	memset, .-memset
	.type	length, @function
length:
.LFB3:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movq	$0, -8(%rbp)
	jmp	.L8
.L9:
	addq	$1, -8(%rbp)
.L8:
	movq	-24(%rbp), %rdx
	movq	-8(%rbp), %rax
	addq	%rdx, %rax
	movzbl	(%rax), %eax
	testb	%al, %al
	jne	.L9
	movq	-8(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE3:
	.size	length, .-length
	.type	print, @function
print:
.LFB4:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$8, %rsp
	movq	%rdi, -8(%rbp)
	movq	-8(%rbp), %rax
	movq	%rax, %rdi
	call	length
	movq	%rax, %rdx
	movq	-8(%rbp), %rax
	movq	%rdx, %rcx
	movq	%rax, %rdx
	movl	$1, %esi
	movl	$1, %edi
	call	system_call
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE4:
	.size	print, .-print
	.type	print_unsigned, @function
print_unsigned:
.LFB5:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$96, %rsp
	movq	%rdi, -88(%rbp)
	movl	%esi, -92(%rbp)
	movl	$65, -4(%rbp)
	movl	-4(%rbp), %eax
	cltq
	movb	$0, -74(%rbp,%rax)
.L15:
	movl	-92(%rbp), %ecx
	movq	-88(%rbp), %rax
	movl	$0, %edx
	divq	%rcx
	movq	%rdx, %rax
	movl	%eax, -8(%rbp)
	cmpl	$9, -8(%rbp)
	ja	.L13
	movl	-8(%rbp), %eax
	addl	$48, %eax
	movl	%eax, %edx
	jmp	.L14
.L13:
	movl	-8(%rbp), %eax
	addl	$87, %eax
	movl	%eax, %edx
.L14:
	subl	$1, -4(%rbp)
	movl	-4(%rbp), %eax
	cltq
	movb	%dl, -74(%rbp,%rax)
	movl	-92(%rbp), %esi
	movq	-88(%rbp), %rax
	movl	$0, %edx
	divq	%rsi
	movq	%rax, -88(%rbp)
	cmpq	$0, -88(%rbp)
	jne	.L15
	movl	-4(%rbp), %eax
	cltq
	leaq	-74(%rbp), %rdx
	addq	%rdx, %rax
	movq	%rax, %rdi
	call	print
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE5:
	.size	print_unsigned, .-print_unsigned
	.section	.rodata
.LC0:
	.string	"-"
	.text
	.type	print_signed, @function
print_signed:
.LFB6:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$8, %rsp
	movq	%rdi, -8(%rbp)
	cmpq	$0, -8(%rbp)
	jns	.L17
	movl	$.LC0, %edi
	call	print
	movq	-8(%rbp), %rax
	negq	%rax
	movl	$10, %esi
	movq	%rax, %rdi
	call	print_unsigned
	jmp	.L19
.L17:
	movq	-8(%rbp), %rax
	movl	$10, %esi
	movq	%rax, %rdi
	call	print_unsigned
.L19:
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE6:
	.size	print_signed, .-print_signed
	.section	.rodata
.LC1:
	.string	" "
.LC2:
	.string	"\n"
	.text
	.type	line, @function
line:
.LFB7:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-8(%rbp), %rax
	movq	%rax, %rdi
	call	print
	movl	$.LC1, %edi
	call	print
	movq	-16(%rbp), %rax
	movq	%rax, %rdi
	call	print_signed
	movl	$.LC2, %edi
	call	print
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE7:
	.size	line, .-line
	.data
	.align 8
	.type	random_state, @object
	.size	random_state, 8
random_state:
	.quad	88172645463325252
	.local	at
	.comm	at,8,8
	.text
	.type	plus, @function
plus:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-8(%rbp), %rdx
	movq	-16(%rbp), %rax
	addq	%rdx, %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	plus, .-plus
	.type	minus, @function
minus:
.LFB11:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-8(%rbp), %rax
	subq	-16(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE11:
	.size	minus, .-minus
	.type	times, @function
times:
.LFB12:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-8(%rbp), %rax
	imulq	-16(%rbp), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE12:
	.size	times, .-times
	.type	over, @function
over:
.LFB13:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	cmpq	$0, -16(%rbp)
	je	.L28
	movq	-8(%rbp), %rax
	cqto
	idivq	-16(%rbp)
	jmp	.L30
.L28:
	movl	$0, %eax
.L30:
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE13:
	.size	over, .-over
	.type	modulo, @function
modulo:
.LFB14:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	cmpq	$0, -16(%rbp)
	je	.L32
	movq	-8(%rbp), %rax
	cqto
	idivq	-16(%rbp)
	movq	%rdx, %rax
	jmp	.L34
.L32:
	movl	$0, %eax
.L34:
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE14:
	.size	modulo, .-modulo
	.section	.rodata
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
	.text
	.type	factor, @function
factor:
.LFB15:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	$0, -8(%rbp)
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$45, %al
	jne	.L36
	movq	at(%rip), %rax
	addq	$1, %rax
	movq	%rax, at(%rip)
	call	factor
	negq	%rax
	jmp	.L37
.L36:
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$40, %al
	jne	.L39
	movq	at(%rip), %rax
	addq	$1, %rax
	movq	%rax, at(%rip)
	call	sum
	movq	%rax, -8(%rbp)
	movq	at(%rip), %rax
	addq	$1, %rax
	movq	%rax, at(%rip)
	movq	-8(%rbp), %rax
	jmp	.L37
.L41:
	movq	-8(%rbp), %rdx
	movq	%rdx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	addq	%rax, %rax
	movq	%rax, %rcx
	movq	at(%rip), %rax
	leaq	1(%rax), %rdx
	movq	%rdx, at(%rip)
	movzbl	(%rax), %eax
	movsbq	%al, %rax
	addq	%rcx, %rax
	subq	$48, %rax
	movq	%rax, -8(%rbp)
.L39:
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$47, %al
	jle	.L40
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$57, %al
	jle	.L41
.L40:
	movq	-8(%rbp), %rax
.L37:
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE15:
	.size	factor, .-factor
	.type	product, @function
product:
.LFB16:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	call	factor
	movq	%rax, -8(%rbp)
	jmp	.L43
.L44:
	movq	at(%rip), %rax
	leaq	1(%rax), %rdx
	movq	%rdx, at(%rip)
	movzbl	(%rax), %eax
	movsbl	%al, %eax
	cltq
	movq	operators(,%rax,8), %rax
	movq	%rax, -16(%rbp)
	call	factor
	movq	%rax, %rcx
	movq	-8(%rbp), %rax
	movq	-16(%rbp), %rdx
	movq	%rcx, %rsi
	movq	%rax, %rdi
	call	*%rdx
	movq	%rax, -8(%rbp)
.L43:
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$42, %al
	je	.L44
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$47, %al
	je	.L44
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$37, %al
	je	.L44
	movq	-8(%rbp), %rax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE16:
	.size	product, .-product
	.type	sum, @function
sum:
.LFB17:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	call	product
	movq	%rax, -8(%rbp)
	jmp	.L47
.L48:
	movq	at(%rip), %rax
	leaq	1(%rax), %rdx
	movq	%rdx, at(%rip)
	movzbl	(%rax), %eax
	movsbl	%al, %eax
	cltq
	movq	operators(,%rax,8), %rax
	movq	%rax, -16(%rbp)
	call	product
	movq	%rax, %rcx
	movq	-8(%rbp), %rax
	movq	-16(%rbp), %rdx
	movq	%rcx, %rsi
	movq	%rax, %rdi
	call	*%rdx
	movq	%rax, -8(%rbp)
.L47:
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$43, %al
	je	.L48
	movq	at(%rip), %rax
	movzbl	(%rax), %eax
	cmpb	$45, %al
	je	.L48
	movq	-8(%rbp), %rax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE17:
	.size	sum, .-sum
	.section	.rodata
.LC3:
	.string	" ="
	.text
	.globl	main
	.type	main, @function
main:
.LFB18:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	$0, -8(%rbp)
	movl	$0, -12(%rbp)
	jmp	.L51
.L52:
	movl	-12(%rbp), %eax
	cltq
	movq	text.0(,%rax,8), %rax
	movq	%rax, at(%rip)
	call	sum
	movq	%rax, -8(%rbp)
	movl	-12(%rbp), %eax
	cltq
	movq	text.0(,%rax,8), %rax
	movq	%rax, %rdi
	call	print
	movq	-8(%rbp), %rax
	movq	%rax, %rsi
	movl	$.LC3, %edi
	call	line
	addl	$1, -12(%rbp)
.L51:
	cmpl	$5, -12(%rbp)
	jle	.L52
	movq	-8(%rbp), %rax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE18:
	.size	main, .-main
	.section	.rodata
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
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
