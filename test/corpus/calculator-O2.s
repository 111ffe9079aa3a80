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
	.p2align 4
	.type	plus, @function
plus:
.LFB10:
	.cfi_startproc
	leaq	(%rdi,%rsi), %rax
	ret
	.cfi_endproc
.LFE10:
	.size	plus, .-plus
	.p2align 4
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
	.p2align 4
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
	.p2align 4
	.type	over, @function
over:
.LFB13:
	.cfi_startproc
	testq	%rsi, %rsi
	je	.L6
	movq	%rdi, %rax
	cqto
	idivq	%rsi
	movq	%rax, %rsi
.L6:
	movq	%rsi, %rax
	ret
	.cfi_endproc
.LFE13:
	.size	over, .-over
	.p2align 4
	.type	modulo, @function
modulo:
.LFB14:
	.cfi_startproc
	movq	%rdi, %rax
	testq	%rsi, %rsi
	je	.L11
	cqto
	idivq	%rsi
	movq	%rdx, %rsi
.L11:
	movq	%rsi, %rax
	ret
	.cfi_endproc
.LFE14:
	.size	modulo, .-modulo
	.p2align 4
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
	jmp	.L21
	.p2align 4,,10
	.p2align 3
.L22:
	addq	$1, %rdx
	movq	operators(,%rax,8), %rbp
	movq	%rdx, at(%rip)
	call	product
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	*%rbp
.L21:
	movq	at(%rip), %rdx
	movq	%rax, %rbx
	movsbq	(%rdx), %rax
	leal	-43(%rax), %ecx
	andl	$253, %ecx
	je	.L22
	addq	$8, %rsp
	.cfi_def_cfa_offset 24
	movq	%rbx, %rax
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE17:
	.size	sum, .-sum
	.p2align 4
	.type	factor, @function
factor:
.LFB15:
	.cfi_startproc
	movq	at(%rip), %rcx
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movzbl	(%rcx), %edx
	cmpb	$45, %dl
	jne	.L30
	leaq	1(%rcx), %rax
	movl	$1, %ebx
	.p2align 4,,10
	.p2align 3
.L25:
	movq	%rax, %rcx
	movzbl	(%rax), %edx
	addq	$1, %rax
	negq	%rbx
	cmpb	$45, %dl
	je	.L25
	movq	%rcx, at(%rip)
.L24:
	cmpb	$40, %dl
	je	.L26
	movq	at(%rip), %rdx
	xorl	%ecx, %ecx
	movsbq	(%rdx), %rax
	addq	$1, %rdx
	leal	-48(%rax), %esi
	cmpb	$9, %sil
	ja	.L36
	.p2align 4,,10
	.p2align 3
.L29:
	leaq	(%rcx,%rcx,4), %rcx
	movq	%rdx, %rdi
	addq	$1, %rdx
	leaq	-48(%rax,%rcx,2), %rcx
	movsbq	-1(%rdx), %rax
	leal	-48(%rax), %esi
	cmpb	$9, %sil
	jbe	.L29
	movq	%rcx, %rax
	movq	%rdi, at(%rip)
	imulq	%rbx, %rax
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 8
	ret
	.p2align 4,,10
	.p2align 3
.L26:
	.cfi_restore_state
	addq	$1, %rcx
	movq	%rcx, at(%rip)
	call	sum
	addq	$1, at(%rip)
	imulq	%rbx, %rax
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 8
	ret
	.p2align 4,,10
	.p2align 3
.L30:
	.cfi_restore_state
	movl	$1, %ebx
	jmp	.L24
	.p2align 4,,10
	.p2align 3
.L36:
	xorl	%eax, %eax
	popq	%rbx
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE15:
	.size	factor, .-factor
	.p2align 4
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
	movq	at(%rip), %rdx
	movq	%rax, %rbx
	movsbq	(%rdx), %rax
	cmpb	$47, %al
	ja	.L37
	movabsq	$-145272973819905, %rbp
	.p2align 4,,10
	.p2align 3
.L43:
	btq	%rax, %rbp
	jc	.L37
	addq	$1, %rdx
	movq	operators(,%rax,8), %r12
	movq	%rdx, at(%rip)
	call	factor
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	*%r12
	movq	at(%rip), %rdx
	movq	%rax, %rbx
	movsbq	(%rdx), %rax
	cmpb	$47, %al
	jbe	.L43
.L37:
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
	.p2align 4
	.type	print_unsigned.constprop.0, @function
print_unsigned.constprop.0:
.LFB19:
	.cfi_startproc
	movb	$0, -1(%rsp)
	movl	$64, %ecx
	movabsq	$-3689348814741910323, %r8
	.p2align 4,,10
	.p2align 3
.L45:
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
	ja	.L45
	movslq	%edx, %rdx
	leaq	-66(%rsp), %rax
	leaq	(%rax,%rdx), %rsi
	xorl	%edx, %edx
	cmpb	$0, (%rsi)
	je	.L46
	.p2align 4,,10
	.p2align 3
.L47:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L47
.L46:
	movl	$1, %eax
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE19:
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
	.string	" ="
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
.LFB18:
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
	movl	$.LC0, %r13d
	pushq	%r12
	.cfi_def_cfa_offset 40
	.cfi_offset 12, -40
	movl	$.LC1, %r12d
	pushq	%rbp
	.cfi_def_cfa_offset 48
	.cfi_offset 6, -48
	movl	$.LC2, %ebp
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset 3, -56
	movl	$text.0, %ebx
	subq	$8, %rsp
	.cfi_def_cfa_offset 64
	.p2align 4,,10
	.p2align 3
.L58:
	movq	(%rbx), %r14
	movq	%r14, at(%rip)
	call	sum
	xorl	%edx, %edx
	cmpb	$0, (%r14)
	movq	%rax, %r9
	je	.L54
	.p2align 4,,10
	.p2align 3
.L55:
	addq	$1, %rdx
	cmpb	$0, (%r14,%rdx)
	jne	.L55
.L54:
	movq	%r15, %rax
	movq	%r15, %rdi
	movq	%r14, %rsi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L56:
	addq	$1, %rdx
	cmpb	$0, .LC0(%rdx)
	jne	.L56
	movq	%r15, %rax
	movq	%r15, %rdi
	movq	%r13, %rsi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r15, %rax
	movq	%r12, %rsi
	movq	%r15, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%r9, %r9
	jns	.L67
	movl	$.LC3, %esi
	movq	%r15, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r9, %rdi
	negq	%rdi
	call	print_unsigned.constprop.0
.L59:
	movq	%r15, %rax
	movq	%r15, %rdi
	movq	%rbp, %rsi
	movq	%r15, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	addq	$8, %rbx
	cmpq	$text.0+48, %rbx
	jne	.L58
	addq	$8, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 56
	movl	%r9d, %eax
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
	.p2align 4,,10
	.p2align 3
.L67:
	.cfi_restore_state
	movq	%r9, %rdi
	call	print_unsigned.constprop.0
	jmp	.L59
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
