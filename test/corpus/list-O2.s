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
	.p2align 4
	.type	print_unsigned.constprop.0, @function
print_unsigned.constprop.0:
.LFB15:
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
.LFE15:
	.size	print_unsigned.constprop.0, .-print_unsigned.constprop.0
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
	je	.L10
	.p2align 4,,10
	.p2align 3
.L11:
	addq	$1, %rdx
	cmpb	$0, (%r8,%rdx)
	jne	.L11
.L10:
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
	jns	.L17
	movl	$.LC2, %esi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r9, %rdi
	negq	%rdi
	call	print_unsigned.constprop.0
.L13:
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
.L17:
	movq	%r9, %rdi
	call	print_unsigned.constprop.0
	jmp	.L13
	.cfi_endproc
.LFE7:
	.size	line, .-line
	.p2align 4
	.type	depth, @function
depth:
.LFB12:
	.cfi_startproc
	testq	%rdi, %rdi
	je	.L184
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
	movq	%rdi, %r12
	pushq	%rbp
	.cfi_def_cfa_offset 48
	.cfi_offset 6, -48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset 3, -56
	xorl	%ebx, %ebx
	subq	$24, %rsp
	.cfi_def_cfa_offset 80
	movq	8(%rdi), %r13
	testq	%r13, %r13
	je	.L20
	movq	8(%r13), %r14
	xorl	%ebp, %ebp
	testq	%r14, %r14
	je	.L21
	movq	8(%r14), %rdx
	testq	%rdx, %rdx
	je	.L22
	movq	8(%rdx), %r15
	testq	%r15, %r15
	je	.L23
	movq	8(%r15), %rbp
	testq	%rbp, %rbp
	je	.L24
	movq	8(%rbp), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%rbp), %rdi
	movl	%eax, %ebx
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %ebx
	cmovl	%eax, %ebx
	addl	$1, %ebx
.L24:
	movq	16(%r15), %r15
	xorl	%ebp, %ebp
	testq	%r15, %r15
	je	.L25
	movq	8(%r15), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %ebp
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %ebp
	cmovl	%eax, %ebp
	addl	$1, %ebp
.L25:
	cmpl	%ebx, %ebp
	cmovl	%ebx, %ebp
	addl	$1, %ebp
.L23:
	movq	16(%rdx), %rdx
	xorl	%ebx, %ebx
	testq	%rdx, %rdx
	je	.L26
	movq	8(%rdx), %rbx
	xorl	%r15d, %r15d
	testq	%rbx, %rbx
	je	.L27
	movq	8(%rbx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%rbx), %rdi
	movl	%eax, %r15d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r15d
	cmovl	%eax, %r15d
	addl	$1, %r15d
.L27:
	movq	16(%rdx), %rdx
	xorl	%ebx, %ebx
	testq	%rdx, %rdx
	je	.L28
	movq	8(%rdx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	8(%rsp), %rdx
	movl	%eax, %ebx
	movq	16(%rdx), %rdi
	call	depth
	cmpl	%eax, %ebx
	cmovl	%eax, %ebx
	addl	$1, %ebx
.L28:
	cmpl	%r15d, %ebx
	cmovl	%r15d, %ebx
	addl	$1, %ebx
.L26:
	cmpl	%ebp, %ebx
	cmovl	%ebp, %ebx
	addl	$1, %ebx
.L22:
	movq	16(%r14), %rdx
	xorl	%ebp, %ebp
	testq	%rdx, %rdx
	je	.L29
	movq	8(%rdx), %r15
	xorl	%r14d, %r14d
	testq	%r15, %r15
	je	.L30
	movq	8(%r15), %r14
	testq	%r14, %r14
	je	.L31
	movq	8(%r14), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r14), %rdi
	movl	%eax, %ebp
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %ebp
	cmovl	%eax, %ebp
	addl	$1, %ebp
.L31:
	movq	16(%r15), %r15
	xorl	%r14d, %r14d
	testq	%r15, %r15
	je	.L32
	movq	8(%r15), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %r14d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r14d
	cmovl	%eax, %r14d
	addl	$1, %r14d
.L32:
	cmpl	%ebp, %r14d
	cmovl	%ebp, %r14d
	addl	$1, %r14d
.L30:
	movq	16(%rdx), %r15
	xorl	%ebp, %ebp
	testq	%r15, %r15
	je	.L33
	movq	8(%r15), %rdi
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %ebp
	call	depth
	cmpl	%eax, %ebp
	cmovl	%eax, %ebp
	addl	$1, %ebp
.L33:
	cmpl	%r14d, %ebp
	cmovl	%r14d, %ebp
	addl	$1, %ebp
.L29:
	cmpl	%ebx, %ebp
	cmovl	%ebx, %ebp
	addl	$1, %ebp
.L21:
	movq	16(%r13), %r14
	xorl	%ebx, %ebx
	testq	%r14, %r14
	je	.L34
	movq	8(%r14), %rdx
	xorl	%r13d, %r13d
	testq	%rdx, %rdx
	je	.L35
	movq	8(%rdx), %r15
	testq	%r15, %r15
	je	.L36
	movq	8(%r15), %rbx
	testq	%rbx, %rbx
	je	.L37
	movq	8(%rbx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%rbx), %rdi
	movl	%eax, %r13d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r13d
	cmovl	%eax, %r13d
	addl	$1, %r13d
.L37:
	movq	16(%r15), %r15
	xorl	%ebx, %ebx
	testq	%r15, %r15
	je	.L38
	movq	8(%r15), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %ebx
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %ebx
	cmovl	%eax, %ebx
	addl	$1, %ebx
.L38:
	cmpl	%r13d, %ebx
	cmovl	%r13d, %ebx
	addl	$1, %ebx
.L36:
	movq	16(%rdx), %r15
	xorl	%r13d, %r13d
	testq	%r15, %r15
	je	.L39
	movq	8(%r15), %rdi
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %r13d
	call	depth
	cmpl	%eax, %r13d
	cmovl	%eax, %r13d
	addl	$1, %r13d
.L39:
	cmpl	%ebx, %r13d
	cmovl	%ebx, %r13d
	addl	$1, %r13d
.L35:
	movq	16(%r14), %rdx
	xorl	%ebx, %ebx
	testq	%rdx, %rdx
	je	.L40
	movq	8(%rdx), %r15
	xorl	%r14d, %r14d
	testq	%r15, %r15
	je	.L41
	movq	8(%r15), %r14
	testq	%r14, %r14
	je	.L42
	movq	8(%r14), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r14), %rdi
	movl	%eax, %ebx
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %ebx
	cmovl	%eax, %ebx
	addl	$1, %ebx
.L42:
	movq	16(%r15), %r15
	xorl	%r14d, %r14d
	testq	%r15, %r15
	je	.L43
	movq	8(%r15), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %r14d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r14d
	cmovl	%eax, %r14d
	addl	$1, %r14d
.L43:
	cmpl	%ebx, %r14d
	cmovl	%ebx, %r14d
	addl	$1, %r14d
.L41:
	movq	16(%rdx), %r15
	xorl	%ebx, %ebx
	testq	%r15, %r15
	je	.L44
	movq	8(%r15), %rdi
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %ebx
	call	depth
	cmpl	%eax, %ebx
	cmovl	%eax, %ebx
	addl	$1, %ebx
.L44:
	cmpl	%r14d, %ebx
	cmovl	%r14d, %ebx
	addl	$1, %ebx
.L40:
	cmpl	%r13d, %ebx
	cmovl	%r13d, %ebx
	addl	$1, %ebx
.L34:
	cmpl	%ebp, %ebx
	cmovl	%ebp, %ebx
	addl	$1, %ebx
.L20:
	movq	16(%r12), %rbp
	xorl	%eax, %eax
	testq	%rbp, %rbp
	je	.L45
	movq	8(%rbp), %r14
	xorl	%r12d, %r12d
	testq	%r14, %r14
	je	.L46
	movq	8(%r14), %rdx
	xorl	%r13d, %r13d
	testq	%rdx, %rdx
	je	.L47
	movq	8(%rdx), %r15
	testq	%r15, %r15
	je	.L48
	movq	8(%r15), %r12
	testq	%r12, %r12
	je	.L49
	movq	8(%r12), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r12), %rdi
	movl	%eax, %r13d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r13d
	cmovl	%eax, %r13d
	addl	$1, %r13d
.L49:
	movq	16(%r15), %r15
	xorl	%r12d, %r12d
	testq	%r15, %r15
	je	.L50
	movq	8(%r15), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %r12d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r12d
	cmovl	%eax, %r12d
	addl	$1, %r12d
.L50:
	cmpl	%r13d, %r12d
	cmovl	%r13d, %r12d
	addl	$1, %r12d
.L48:
	movq	16(%rdx), %rdx
	xorl	%r13d, %r13d
	testq	%rdx, %rdx
	je	.L51
	movq	8(%rdx), %r13
	xorl	%r15d, %r15d
	testq	%r13, %r13
	je	.L52
	movq	8(%r13), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r13), %rdi
	movl	%eax, %r15d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r15d
	cmovl	%eax, %r15d
	addl	$1, %r15d
.L52:
	movq	16(%rdx), %rdx
	xorl	%r13d, %r13d
	testq	%rdx, %rdx
	je	.L53
	movq	8(%rdx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	8(%rsp), %rdx
	movl	%eax, %r13d
	movq	16(%rdx), %rdi
	call	depth
	cmpl	%eax, %r13d
	cmovl	%eax, %r13d
	addl	$1, %r13d
.L53:
	cmpl	%r15d, %r13d
	cmovl	%r15d, %r13d
	addl	$1, %r13d
.L51:
	cmpl	%r12d, %r13d
	cmovl	%r12d, %r13d
	addl	$1, %r13d
.L47:
	movq	16(%r14), %rdx
	xorl	%r12d, %r12d
	testq	%rdx, %rdx
	je	.L54
	movq	8(%rdx), %r15
	xorl	%r14d, %r14d
	testq	%r15, %r15
	je	.L55
	movq	8(%r15), %r14
	testq	%r14, %r14
	je	.L56
	movq	8(%r14), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r14), %rdi
	movl	%eax, %r12d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r12d
	cmovl	%eax, %r12d
	addl	$1, %r12d
.L56:
	movq	16(%r15), %r15
	xorl	%r14d, %r14d
	testq	%r15, %r15
	je	.L57
	movq	8(%r15), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %r14d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r14d
	cmovl	%eax, %r14d
	addl	$1, %r14d
.L57:
	cmpl	%r12d, %r14d
	cmovl	%r12d, %r14d
	addl	$1, %r14d
.L55:
	movq	16(%rdx), %rdx
	xorl	%r12d, %r12d
	testq	%rdx, %rdx
	je	.L58
	movq	8(%rdx), %r12
	xorl	%r15d, %r15d
	testq	%r12, %r12
	je	.L59
	movq	8(%r12), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r12), %rdi
	movl	%eax, %r15d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r15d
	cmovl	%eax, %r15d
	addl	$1, %r15d
.L59:
	movq	16(%rdx), %rdx
	xorl	%r12d, %r12d
	testq	%rdx, %rdx
	je	.L60
	movq	8(%rdx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	8(%rsp), %rdx
	movl	%eax, %r12d
	movq	16(%rdx), %rdi
	call	depth
	cmpl	%eax, %r12d
	cmovl	%eax, %r12d
	addl	$1, %r12d
.L60:
	cmpl	%r15d, %r12d
	cmovl	%r15d, %r12d
	addl	$1, %r12d
.L58:
	cmpl	%r14d, %r12d
	cmovl	%r14d, %r12d
	addl	$1, %r12d
.L54:
	cmpl	%r13d, %r12d
	cmovl	%r13d, %r12d
	addl	$1, %r12d
.L46:
	movq	16(%rbp), %r14
	xorl	%eax, %eax
	testq	%r14, %r14
	je	.L61
	movq	8(%r14), %rdx
	xorl	%r13d, %r13d
	testq	%rdx, %rdx
	je	.L62
	movq	8(%rdx), %r15
	xorl	%ebp, %ebp
	testq	%r15, %r15
	je	.L63
	movq	8(%r15), %rbp
	testq	%rbp, %rbp
	je	.L64
	movq	8(%rbp), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%rbp), %rdi
	movl	%eax, %r13d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r13d
	cmovl	%eax, %r13d
	addl	$1, %r13d
.L64:
	movq	16(%r15), %r15
	xorl	%ebp, %ebp
	testq	%r15, %r15
	je	.L65
	movq	8(%r15), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %ebp
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %ebp
	cmovl	%eax, %ebp
	addl	$1, %ebp
.L65:
	cmpl	%r13d, %ebp
	cmovl	%r13d, %ebp
	addl	$1, %ebp
.L63:
	movq	16(%rdx), %rdx
	xorl	%r13d, %r13d
	testq	%rdx, %rdx
	je	.L66
	movq	8(%rdx), %r13
	xorl	%r15d, %r15d
	testq	%r13, %r13
	je	.L67
	movq	8(%r13), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	16(%r13), %rdi
	movl	%eax, %r15d
	call	depth
	movq	8(%rsp), %rdx
	cmpl	%eax, %r15d
	cmovl	%eax, %r15d
	addl	$1, %r15d
.L67:
	movq	16(%rdx), %rdx
	xorl	%r13d, %r13d
	testq	%rdx, %rdx
	je	.L68
	movq	8(%rdx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	8(%rsp), %rdx
	movl	%eax, %r13d
	movq	16(%rdx), %rdi
	call	depth
	cmpl	%eax, %r13d
	cmovl	%eax, %r13d
	addl	$1, %r13d
.L68:
	cmpl	%r15d, %r13d
	cmovl	%r15d, %r13d
	addl	$1, %r13d
.L66:
	cmpl	%ebp, %r13d
	cmovl	%ebp, %r13d
	addl	$1, %r13d
.L62:
	movq	16(%r14), %rbp
	xorl	%eax, %eax
	testq	%rbp, %rbp
	je	.L69
	movq	8(%rbp), %r15
	xorl	%r14d, %r14d
	testq	%r15, %r15
	je	.L70
	movq	8(%r15), %rdi
	call	depth
	movq	16(%r15), %rdi
	movl	%eax, %r14d
	call	depth
	cmpl	%eax, %r14d
	cmovl	%eax, %r14d
	addl	$1, %r14d
.L70:
	movq	16(%rbp), %rbp
	xorl	%eax, %eax
	testq	%rbp, %rbp
	je	.L71
	movq	8(%rbp), %rdx
	xorl	%r15d, %r15d
	testq	%rdx, %rdx
	je	.L72
	movq	8(%rdx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	8(%rsp), %rdx
	movl	%eax, %r15d
	movq	16(%rdx), %rdi
	call	depth
	cmpl	%eax, %r15d
	cmovl	%eax, %r15d
	addl	$1, %r15d
.L72:
	movq	16(%rbp), %rdx
	xorl	%eax, %eax
	testq	%rdx, %rdx
	je	.L73
	movq	8(%rdx), %rdi
	movq	%rdx, 8(%rsp)
	call	depth
	movq	8(%rsp), %rdx
	movl	%eax, %ebp
	movq	16(%rdx), %rdi
	call	depth
	cmpl	%eax, %ebp
	cmovge	%ebp, %eax
	addl	$1, %eax
.L73:
	cmpl	%r15d, %eax
	cmovl	%r15d, %eax
	addl	$1, %eax
.L71:
	cmpl	%r14d, %eax
	cmovl	%r14d, %eax
	addl	$1, %eax
.L69:
	cmpl	%r13d, %eax
	cmovl	%r13d, %eax
	addl	$1, %eax
.L61:
	cmpl	%r12d, %eax
	cmovl	%r12d, %eax
	addl	$1, %eax
.L45:
	cmpl	%ebx, %eax
	cmovl	%ebx, %eax
	addq	$24, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%rbp
	.cfi_def_cfa_offset 40
	addl	$1, %eax
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
.L184:
	.cfi_restore 3
	.cfi_restore 6
	.cfi_restore 12
	.cfi_restore 13
	.cfi_restore 14
	.cfi_restore 15
	xorl	%eax, %eax
	ret
	.cfi_endproc
.LFE12:
	.size	depth, .-depth
	.p2align 4
	.type	walk, @function
walk:
.LFB13:
	.cfi_startproc
	pushq	%r15
	.cfi_def_cfa_offset 16
	.cfi_offset 15, -16
	pushq	%r14
	.cfi_def_cfa_offset 24
	.cfi_offset 14, -24
	xorl	%r14d, %r14d
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
	subq	$120, %rsp
	.cfi_def_cfa_offset 176
	testq	%rdi, %rdi
	je	.L189
	movq	%rdi, %rbp
	movq	%rsi, %r11
	movq	%rdx, %r10
	movq	%r14, %rbx
.L190:
	movq	8(%rbp), %r14
	xorl	%r15d, %r15d
	movq	%rbx, %r13
	testq	%r14, %r14
	je	.L262
.L191:
	movq	8(%r14), %rbx
	xorl	%edx, %edx
	testq	%rbx, %rbx
	je	.L263
	movq	%r14, 40(%rsp)
	movq	%rbx, %r12
	movq	%rdx, %r14
	movq	%r13, %rsi
	movq	%r15, 48(%rsp)
	movq	%r10, %rbx
	movq	%rbp, %r15
	movq	%r11, %rbp
.L193:
	movq	8(%r12), %r13
	xorl	%edi, %edi
	testq	%r13, %r13
	je	.L264
	movq	%r12, 56(%rsp)
	movq	%r15, %rax
	movq	%rdi, %r15
	movq	%rsi, %rdi
	movq	%r14, 64(%rsp)
	movq	%rax, %rsi
	movq	%r13, %r14
.L195:
	movq	8(%r14), %r12
	xorl	%ecx, %ecx
	testq	%r12, %r12
	je	.L265
	movq	%rcx, %r13
	movq	%r14, %r8
	movq	%r15, %rcx
	movq	%rdi, %r10
	movq	%rsi, %r9
.L197:
	movq	8(%r12), %r14
	xorl	%r15d, %r15d
	testq	%r14, %r14
	je	.L266
	movq	%rcx, %r11
	movq	%r8, %rsi
	movq	%r14, %rcx
	movq	%r10, %r14
.L199:
	movq	8(%rcx), %r8
	movq	$0, (%rsp)
	testq	%r8, %r8
	je	.L267
	movq	%r12, %rax
	movq	%r11, %r12
	movq	%rax, %r11
.L201:
	movq	8(%r8), %r10
	xorl	%edi, %edi
	testq	%r10, %r10
	je	.L268
	movq	%rsi, 8(%rsp)
	movq	%rcx, 16(%rsp)
	movq	%rdi, %rcx
	movq	%r11, 24(%rsp)
	movq	%r14, %r11
	movq	%r12, %r14
	movq	%r15, 32(%rsp)
	movq	%r13, %r15
	movq	%rbp, %r13
	movq	%rbx, %rbp
.L203:
	movq	8(%r10), %rbx
	xorl	%r12d, %r12d
	testq	%rbx, %rbx
	je	.L269
.L205:
	movq	8(%rbx), %rdi
	movq	%rbp, %rdx
	movq	%r13, %rsi
	movq	%r9, 104(%rsp)
	movq	%r11, 96(%rsp)
	movq	%rcx, 88(%rsp)
	movq	%r10, 80(%rsp)
	movq	%r8, 72(%rsp)
	call	walk
	movq	72(%rsp), %r8
	movq	80(%rsp), %r10
	movq	%rax, %rsi
	movl	(%rbx), %eax
	cmpl	%eax, 0(%r13)
	setle	%al
	movq	88(%rsp), %rcx
	movq	96(%rsp), %r11
	movzbl	%al, %eax
	andl	%eax, 0(%rbp)
	movslq	(%rbx), %rdx
	movq	16(%rbx), %rbx
	movq	104(%rsp), %r9
	movl	%edx, 0(%r13)
	movq	%rdx, %rax
	addq	%rsi, %rdx
	addq	%rdx, %r12
	testq	%rbx, %rbx
	jne	.L205
.L207:
	cmpl	%eax, (%r10)
	setge	%al
	movzbl	%al, %eax
	andl	%eax, 0(%rbp)
	movslq	(%r10), %rdx
	movq	16(%r10), %r10
	movl	%edx, 0(%r13)
	movq	%rdx, %rax
	addq	%r12, %rdx
	addq	%rdx, %rcx
	testq	%r10, %r10
	jne	.L203
	movq	%r14, %r12
	movq	%rcx, %rdi
	movq	%r11, %r14
	movq	%rbp, %rbx
	movq	8(%rsp), %rsi
	movq	%r13, %rbp
	movq	16(%rsp), %rcx
	movq	%r15, %r13
	movq	24(%rsp), %r11
	movq	32(%rsp), %r15
.L206:
	cmpl	%eax, (%r8)
	setge	%al
	movzbl	%al, %eax
	andl	%eax, (%rbx)
	movslq	(%r8), %rdx
	movq	16(%r8), %r8
	movl	%edx, 0(%rbp)
	movq	%rdx, %rax
	addq	%rdi, %rdx
	addq	%rdx, (%rsp)
	testq	%r8, %r8
	jne	.L201
	movq	%r11, %rdi
	movq	%r12, %r11
	movq	%rdi, %r12
.L204:
	cmpl	%eax, (%rcx)
	movq	(%rsp), %rdi
	setge	%al
	movzbl	%al, %eax
	andl	%eax, (%rbx)
	movslq	(%rcx), %rdx
	movq	16(%rcx), %rcx
	movl	%edx, 0(%rbp)
	movq	%rdx, %rax
	addq	%rdi, %rdx
	addq	%rdx, %r15
	testq	%rcx, %rcx
	jne	.L199
	movq	%rsi, %r8
	movq	%r11, %rcx
	movq	%r14, %r10
.L202:
	cmpl	%eax, (%r12)
	setge	%al
	movzbl	%al, %eax
	andl	%eax, (%rbx)
	movslq	(%r12), %rax
	movq	16(%r12), %r12
	movl	%eax, 0(%rbp)
	movq	%rax, %r11
	addq	%r15, %rax
	addq	%rax, %r13
	testq	%r12, %r12
	jne	.L197
	movq	%rcx, %r15
	movq	%r8, %r14
	movq	%r13, %rcx
	movq	%r10, %rdi
	movq	%r9, %rsi
.L200:
	xorl	%eax, %eax
	cmpl	%r11d, (%r14)
	setge	%al
	andl	%eax, (%rbx)
	movslq	(%r14), %r11
	movq	16(%r14), %r14
	addq	%r11, %rcx
	movl	%r11d, 0(%rbp)
	movq	%r11, %rax
	addq	%rcx, %r15
	testq	%r14, %r14
	jne	.L195
	movq	%rsi, %rdx
	movq	56(%rsp), %r12
	movq	64(%rsp), %r14
	movq	%rdi, %rsi
	movq	%r15, %rdi
	movq	%rdx, %r15
.L198:
	cmpl	%eax, (%r12)
	setge	%al
	movzbl	%al, %eax
	andl	%eax, (%rbx)
	movslq	(%r12), %rcx
	movq	16(%r12), %r12
	movl	%ecx, 0(%rbp)
	movq	%rcx, %rax
	addq	%rdi, %rcx
	addq	%rcx, %r14
	testq	%r12, %r12
	jne	.L193
	movq	%r14, %rdx
	movq	%rbp, %r11
	movq	40(%rsp), %r14
	movq	%r15, %rbp
	movq	48(%rsp), %r15
	movq	%rsi, %r13
	movq	%rbx, %r10
.L196:
	cmpl	%eax, (%r14)
	setge	%al
	movzbl	%al, %eax
	andl	%eax, (%r10)
	movslq	(%r14), %rcx
	movq	16(%r14), %r14
	addq	%rcx, %rdx
	movl	%ecx, (%r11)
	movq	%rcx, %rax
	addq	%rdx, %r15
	testq	%r14, %r14
	jne	.L191
	movq	%r13, %rbx
.L194:
	cmpl	%eax, 0(%rbp)
	setge	%al
	movzbl	%al, %eax
	andl	%eax, (%r10)
	movslq	0(%rbp), %rax
	movq	16(%rbp), %rbp
	movl	%eax, (%r11)
	addq	%r15, %rax
	addq	%rax, %rbx
	testq	%rbp, %rbp
	jne	.L190
	movq	%rbx, %r14
.L189:
	addq	$120, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 56
	movq	%r14, %rax
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
.L267:
	.cfi_restore_state
	movl	0(%rbp), %eax
	jmp	.L204
	.p2align 4,,10
	.p2align 3
.L268:
	movl	0(%rbp), %eax
	jmp	.L206
	.p2align 4,,10
	.p2align 3
.L269:
	movl	0(%r13), %eax
	jmp	.L207
.L266:
	movl	0(%rbp), %eax
	jmp	.L202
.L265:
	movl	0(%rbp), %r11d
	jmp	.L200
.L264:
	movl	0(%rbp), %eax
	jmp	.L198
.L263:
	movl	(%r11), %eax
	jmp	.L196
.L262:
	movl	(%r11), %eax
	jmp	.L194
	.cfi_endproc
.LFE13:
	.size	walk, .-walk
	.p2align 4
	.type	insert.constprop.0, @function
insert.constprop.0:
.LFB18:
	.cfi_startproc
	testq	%rdi, %rdi
	je	.L292
	pushq	%r12
	.cfi_def_cfa_offset 16
	.cfi_offset 12, -16
	movl	(%rsi), %eax
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset 6, -24
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset 3, -32
	movq	%rdi, %rbx
	cmpl	(%rdi), %eax
	jge	.L272
	movq	8(%rdi), %rbp
	testq	%rbp, %rbp
	je	.L293
	cmpl	0(%rbp), %eax
	jl	.L303
	movq	16(%rbp), %r12
	testq	%r12, %r12
	je	.L295
	cmpl	(%r12), %eax
	jge	.L280
	movq	8(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 8(%r12)
.L279:
	movq	%r12, 16(%rbp)
.L273:
	movq	%rbp, 8(%rbx)
	movq	%rbx, %rax
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_def_cfa_offset 8
	ret
	.p2align 4,,10
	.p2align 3
.L272:
	.cfi_restore_state
	movq	16(%rdi), %rbp
	testq	%rbp, %rbp
	je	.L296
	cmpl	0(%rbp), %eax
	jl	.L304
	movq	16(%rbp), %r12
	testq	%r12, %r12
	je	.L298
	cmpl	(%r12), %eax
	jge	.L290
	movq	8(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 8(%r12)
.L289:
	movq	%r12, 16(%rbp)
.L283:
	movq	%rbp, 16(%rbx)
	movq	%rbx, %rax
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_def_cfa_offset 8
	ret
	.p2align 4,,10
	.p2align 3
.L303:
	.cfi_restore_state
	movq	8(%rbp), %r12
	testq	%r12, %r12
	je	.L294
	cmpl	(%r12), %eax
	jge	.L276
	movq	8(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 8(%r12)
.L275:
	movq	%r12, 8(%rbp)
	jmp	.L273
	.p2align 4,,10
	.p2align 3
.L304:
	movq	8(%rbp), %r12
	testq	%r12, %r12
	je	.L297
	cmpl	(%r12), %eax
	jge	.L286
	movq	8(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 8(%r12)
.L285:
	movq	%r12, 8(%rbp)
	jmp	.L283
	.p2align 4,,10
	.p2align 3
.L292:
	.cfi_def_cfa_offset 8
	.cfi_restore 3
	.cfi_restore 6
	.cfi_restore 12
	movq	%rsi, %rax
	ret
	.p2align 4,,10
	.p2align 3
.L293:
	.cfi_def_cfa_offset 32
	.cfi_offset 3, -32
	.cfi_offset 6, -24
	.cfi_offset 12, -16
	movq	%rsi, %rbp
	jmp	.L273
	.p2align 4,,10
	.p2align 3
.L296:
	movq	%rsi, %rbp
	jmp	.L283
	.p2align 4,,10
	.p2align 3
.L280:
	movq	16(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 16(%r12)
	jmp	.L279
	.p2align 4,,10
	.p2align 3
.L286:
	movq	16(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 16(%r12)
	jmp	.L285
	.p2align 4,,10
	.p2align 3
.L276:
	movq	16(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 16(%r12)
	jmp	.L275
	.p2align 4,,10
	.p2align 3
.L290:
	movq	16(%r12), %rdi
	call	insert.constprop.0
	movq	%rax, 16(%r12)
	jmp	.L289
	.p2align 4,,10
	.p2align 3
.L295:
	movq	%rsi, %r12
	jmp	.L279
	.p2align 4,,10
	.p2align 3
.L297:
	movq	%rsi, %r12
	jmp	.L285
	.p2align 4,,10
	.p2align 3
.L298:
	movq	%rsi, %r12
	jmp	.L289
	.p2align 4,,10
	.p2align 3
.L294:
	movq	%rsi, %r12
	jmp	.L275
	.cfi_endproc
.LFE18:
	.size	insert.constprop.0, .-insert.constprop.0
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
	.string	"list"
.LC4:
	.string	"tree"
.LC5:
	.string	"ordered"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB14:
	.cfi_startproc
	pushq	%r15
	.cfi_def_cfa_offset 16
	.cfi_offset 15, -16
	movl	$400, %r10d
	pushq	%r14
	.cfi_def_cfa_offset 24
	.cfi_offset 14, -24
	xorl	%r14d, %r14d
	pushq	%r13
	.cfi_def_cfa_offset 32
	.cfi_offset 13, -32
	movabsq	$-6691484059914626997, %r13
	pushq	%r12
	.cfi_def_cfa_offset 40
	.cfi_offset 12, -40
	movl	$12, %r12d
	pushq	%rbp
	.cfi_def_cfa_offset 48
	.cfi_offset 6, -48
	xorl	%ebp, %ebp
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset 3, -56
	xorl	%ebx, %ebx
	subq	$40, %rsp
	.cfi_def_cfa_offset 96
	movq	top(%rip), %r9
	.p2align 4,,10
	.p2align 3
.L498:
	movq	%r9, %r8
	testq	%r9, %r9
	je	.L571
.L308:
	leaq	32(%r8), %rdi
	movq	%r12, %rax
	movq	%rbp, %rsi
	movq	%rbp, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, top(%rip)
	movq	%rax, %r9
	movq	random_state(%rip), %rax
	movq	$0, 16(%r8)
	movq	%rax, %rdx
	movq	$0, 8(%r8)
	salq	$13, %rdx
	movq	%r14, 24(%r8)
	xorq	%rax, %rdx
	movq	%rdx, %rax
	shrq	$7, %rax
	xorq	%rdx, %rax
	movq	%rax, %rcx
	salq	$17, %rcx
	xorq	%rax, %rcx
	movq	%rcx, %rax
	movq	%rcx, random_state(%rip)
	mulq	%r13
	movq	%rcx, %rax
	subq	%rdx, %rax
	shrq	%rax
	addq	%rax, %rdx
	shrq	$13, %rdx
	imulq	$10007, %rdx, %rdx
	subq	%rdx, %rcx
	movl	%ecx, (%r8)
	testq	%rbx, %rbx
	je	.L502
	cmpl	(%rbx), %ecx
	jge	.L310
	movq	8(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L503
	cmpl	(%rdx), %ecx
	jge	.L312
	movq	8(%rdx), %r11
	testq	%r11, %r11
	je	.L504
	cmpl	(%r11), %ecx
	jge	.L314
	movq	8(%r11), %r14
	testq	%r14, %r14
	je	.L505
	cmpl	(%r14), %ecx
	jge	.L316
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L506
	cmpl	(%r15), %ecx
	jge	.L318
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L507
	cmpl	(%rax), %ecx
	jl	.L572
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L319:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L317
	.p2align 4,,10
	.p2align 3
.L310:
	movq	16(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L534
	cmpl	(%rdx), %ecx
	jge	.L406
	movq	8(%rdx), %r11
	testq	%r11, %r11
	je	.L535
	cmpl	(%r11), %ecx
	jge	.L408
	movq	8(%r11), %r14
	testq	%r14, %r14
	je	.L536
	cmpl	(%r14), %ecx
	jge	.L410
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L537
	cmpl	(%r15), %ecx
	jge	.L412
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L538
	cmpl	(%rax), %ecx
	jl	.L573
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L413:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L411
	.p2align 4,,10
	.p2align 3
.L571:
	movq	%r12, %rax
	movq	%r9, %rdi
	movq	%r9, %rsi
	movq	%r9, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, top(%rip)
	movq	%rax, %r8
	jmp	.L308
	.p2align 4,,10
	.p2align 3
.L502:
	movq	%r8, %rbx
.L309:
	subl	$1, %r10d
	je	.L574
.L565:
	movq	%r8, %r14
	jmp	.L498
	.p2align 4,,10
	.p2align 3
.L406:
	movq	16(%rdx), %r11
	testq	%r11, %r11
	je	.L550
	cmpl	(%r11), %ecx
	jge	.L454
	movq	8(%r11), %r14
	testq	%r14, %r14
	je	.L551
	cmpl	(%r14), %ecx
	jge	.L456
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L552
	cmpl	(%r15), %ecx
	jge	.L458
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L553
	cmpl	(%rax), %ecx
	jl	.L575
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L459:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L457
	.p2align 4,,10
	.p2align 3
.L312:
	movq	16(%rdx), %r11
	testq	%r11, %r11
	je	.L519
	cmpl	(%r11), %ecx
	jge	.L360
	movq	8(%r11), %r14
	testq	%r14, %r14
	je	.L520
	cmpl	(%r14), %ecx
	jge	.L362
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L521
	cmpl	(%r15), %ecx
	jge	.L364
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L522
	cmpl	(%rax), %ecx
	jl	.L576
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L365:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L363
	.p2align 4,,10
	.p2align 3
.L503:
	movq	%r8, %rdx
	.p2align 4,,10
	.p2align 3
.L311:
	movq	%rdx, 8(%rbx)
	subl	$1, %r10d
	jne	.L565
.L574:
	movq	24(%r8), %rax
	movslq	%ecx, %rsi
	testq	%rax, %rax
	je	.L499
	.p2align 4,,10
	.p2align 3
.L500:
	movslq	(%rax), %rdx
	movq	24(%rax), %rax
	addq	%rdx, %rsi
	testq	%rax, %rax
	jne	.L500
.L499:
	movl	$.LC3, %edi
	movl	$-1, 24(%rsp)
	movl	$1, 28(%rsp)
	call	line
	leaq	28(%rsp), %rdx
	leaq	24(%rsp), %rsi
	movq	%rbx, %rdi
	call	walk
	movl	$.LC4, %edi
	movq	%rax, %rsi
	call	line
	movslq	28(%rsp), %rsi
	movl	$.LC5, %edi
	call	line
	movq	%rbx, %rdi
	call	depth
	addq	$40, %rsp
	.cfi_remember_state
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
	.p2align 4,,10
	.p2align 3
.L534:
	.cfi_restore_state
	movq	%r8, %rdx
	.p2align 4,,10
	.p2align 3
.L405:
	movq	%rdx, 16(%rbx)
	jmp	.L309
	.p2align 4,,10
	.p2align 3
.L360:
	movq	16(%r11), %r14
	testq	%r14, %r14
	je	.L527
	cmpl	(%r14), %ecx
	jge	.L384
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L528
	cmpl	(%r15), %ecx
	jge	.L386
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L529
	cmpl	(%rax), %ecx
	jl	.L577
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L387:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L385
	.p2align 4,,10
	.p2align 3
.L408:
	movq	16(%r11), %r14
	testq	%r14, %r14
	je	.L543
	cmpl	(%r14), %ecx
	jge	.L432
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L544
	cmpl	(%r15), %ecx
	jge	.L434
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L545
	cmpl	(%rax), %ecx
	jl	.L578
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L435:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L433
	.p2align 4,,10
	.p2align 3
.L314:
	movq	16(%r11), %r14
	testq	%r14, %r14
	je	.L512
	cmpl	(%r14), %ecx
	jge	.L338
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L513
	cmpl	(%r15), %ecx
	jge	.L340
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L514
	cmpl	(%rax), %ecx
	jl	.L579
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L341:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L339
	.p2align 4,,10
	.p2align 3
.L454:
	movq	16(%r11), %r14
	testq	%r14, %r14
	je	.L558
	cmpl	(%r14), %ecx
	jge	.L478
	movq	8(%r14), %r15
	testq	%r15, %r15
	je	.L559
	cmpl	(%r15), %ecx
	jge	.L480
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L560
	cmpl	(%rax), %ecx
	jl	.L580
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L481:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L479
	.p2align 4,,10
	.p2align 3
.L550:
	movq	%r8, %r11
	.p2align 4,,10
	.p2align 3
.L453:
	movq	%r11, 16(%rdx)
	jmp	.L405
	.p2align 4,,10
	.p2align 3
.L519:
	movq	%r8, %r11
	.p2align 4,,10
	.p2align 3
.L359:
	movq	%r11, 16(%rdx)
	jmp	.L311
	.p2align 4,,10
	.p2align 3
.L535:
	movq	%r8, %r11
	.p2align 4,,10
	.p2align 3
.L407:
	movq	%r11, 8(%rdx)
	jmp	.L405
	.p2align 4,,10
	.p2align 3
.L504:
	movq	%r8, %r11
	.p2align 4,,10
	.p2align 3
.L313:
	movq	%r11, 8(%rdx)
	jmp	.L311
	.p2align 4,,10
	.p2align 3
.L362:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L524
	cmpl	(%r15), %ecx
	jge	.L374
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L525
	cmpl	(%rax), %ecx
	jl	.L581
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L375:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L373
	.p2align 4,,10
	.p2align 3
.L456:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L555
	cmpl	(%r15), %ecx
	jge	.L468
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L556
	cmpl	(%rax), %ecx
	jl	.L582
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L469:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L467
	.p2align 4,,10
	.p2align 3
.L410:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L540
	cmpl	(%r15), %ecx
	jge	.L422
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L541
	cmpl	(%rax), %ecx
	jl	.L583
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L423:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L421
	.p2align 4,,10
	.p2align 3
.L478:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L562
	cmpl	(%r15), %ecx
	jge	.L490
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L563
	cmpl	(%rax), %ecx
	jl	.L584
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L491:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L489
	.p2align 4,,10
	.p2align 3
.L432:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L547
	cmpl	(%r15), %ecx
	jge	.L444
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L548
	cmpl	(%rax), %ecx
	jl	.L585
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L445:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L443
	.p2align 4,,10
	.p2align 3
.L316:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L509
	cmpl	(%r15), %ecx
	jge	.L328
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L510
	cmpl	(%rax), %ecx
	jl	.L586
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L329:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L327
	.p2align 4,,10
	.p2align 3
.L384:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L531
	cmpl	(%r15), %ecx
	jge	.L396
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L532
	cmpl	(%rax), %ecx
	jl	.L587
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L397:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L395
	.p2align 4,,10
	.p2align 3
.L338:
	movq	16(%r14), %r15
	testq	%r15, %r15
	je	.L516
	cmpl	(%r15), %ecx
	jge	.L350
	movq	8(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L517
	cmpl	(%rax), %ecx
	jl	.L588
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L351:
	movq	8(%rsp), %rax
	movq	%rax, 8(%r15)
	jmp	.L349
	.p2align 4,,10
	.p2align 3
.L512:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L337:
	movq	%r14, 16(%r11)
	jmp	.L313
	.p2align 4,,10
	.p2align 3
.L505:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L315:
	movq	%r14, 8(%r11)
	jmp	.L313
	.p2align 4,,10
	.p2align 3
.L527:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L383:
	movq	%r14, 16(%r11)
	jmp	.L359
	.p2align 4,,10
	.p2align 3
.L551:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L455:
	movq	%r14, 8(%r11)
	jmp	.L453
	.p2align 4,,10
	.p2align 3
.L536:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L409:
	movq	%r14, 8(%r11)
	jmp	.L407
	.p2align 4,,10
	.p2align 3
.L558:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L477:
	movq	%r14, 16(%r11)
	jmp	.L453
	.p2align 4,,10
	.p2align 3
.L543:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L431:
	movq	%r14, 16(%r11)
	jmp	.L407
	.p2align 4,,10
	.p2align 3
.L520:
	movq	%r8, %r14
	.p2align 4,,10
	.p2align 3
.L361:
	movq	%r14, 8(%r11)
	jmp	.L359
	.p2align 4,,10
	.p2align 3
.L350:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L518
	cmpl	(%rax), %ecx
	jl	.L589
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L355:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L349
	.p2align 4,,10
	.p2align 3
.L458:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L554
	cmpl	(%rax), %ecx
	jl	.L590
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L463:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L457
	.p2align 4,,10
	.p2align 3
.L364:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L523
	cmpl	(%rax), %ecx
	jl	.L591
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L369:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L363
	.p2align 4,,10
	.p2align 3
.L374:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L526
	cmpl	(%rax), %ecx
	jl	.L592
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L379:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L373
	.p2align 4,,10
	.p2align 3
.L480:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L561
	cmpl	(%rax), %ecx
	jl	.L593
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L485:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L479
	.p2align 4,,10
	.p2align 3
.L422:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L542
	cmpl	(%rax), %ecx
	jl	.L594
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L427:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L421
	.p2align 4,,10
	.p2align 3
.L318:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L508
	cmpl	(%rax), %ecx
	jl	.L595
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L323:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L317
	.p2align 4,,10
	.p2align 3
.L444:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L549
	cmpl	(%rax), %ecx
	jl	.L596
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L449:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L443
	.p2align 4,,10
	.p2align 3
.L412:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L539
	cmpl	(%rax), %ecx
	jl	.L597
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L417:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L411
	.p2align 4,,10
	.p2align 3
.L468:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L557
	cmpl	(%rax), %ecx
	jl	.L598
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L473:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L467
	.p2align 4,,10
	.p2align 3
.L386:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L530
	cmpl	(%rax), %ecx
	jl	.L599
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L391:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L385
	.p2align 4,,10
	.p2align 3
.L328:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L511
	cmpl	(%rax), %ecx
	jl	.L600
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L333:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L327
	.p2align 4,,10
	.p2align 3
.L434:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L546
	cmpl	(%rax), %ecx
	jl	.L601
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L439:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L433
	.p2align 4,,10
	.p2align 3
.L490:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L564
	cmpl	(%rax), %ecx
	jl	.L602
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L495:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L489
	.p2align 4,,10
	.p2align 3
.L340:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L515
	cmpl	(%rax), %ecx
	jl	.L603
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 16(%rsi)
.L345:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L339
	.p2align 4,,10
	.p2align 3
.L396:
	movq	16(%r15), %rax
	movq	%rax, 8(%rsp)
	testq	%rax, %rax
	je	.L533
	cmpl	(%rax), %ecx
	jl	.L604
	movq	8(%rsp), %rax
	movq	%r8, %rsi
	movq	16(%rax), %rdi
	call	insert.constprop.0
	movq	8(%rsp), %rdi
	movq	%rax, 16(%rdi)
.L401:
	movq	8(%rsp), %rax
	movq	%rax, 16(%r15)
	jmp	.L395
.L531:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L395:
	movq	%r15, 16(%r14)
	jmp	.L383
.L516:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L349:
	movq	%r15, 16(%r14)
	jmp	.L337
.L552:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L457:
	movq	%r15, 8(%r14)
	jmp	.L455
.L521:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L363:
	movq	%r15, 8(%r14)
	jmp	.L361
.L524:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L373:
	movq	%r15, 16(%r14)
	jmp	.L361
.L559:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L479:
	movq	%r15, 8(%r14)
	jmp	.L477
.L540:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L421:
	movq	%r15, 16(%r14)
	jmp	.L409
.L506:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L317:
	movq	%r15, 8(%r14)
	jmp	.L315
.L509:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L327:
	movq	%r15, 16(%r14)
	jmp	.L315
.L544:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L433:
	movq	%r15, 8(%r14)
	jmp	.L431
.L562:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L489:
	movq	%r15, 16(%r14)
	jmp	.L477
.L513:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L339:
	movq	%r15, 8(%r14)
	jmp	.L337
.L547:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L443:
	movq	%r15, 16(%r14)
	jmp	.L431
.L537:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L411:
	movq	%r15, 8(%r14)
	jmp	.L409
.L555:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L467:
	movq	%r15, 16(%r14)
	jmp	.L455
.L528:
	movq	%r8, %r15
	.p2align 4,,10
	.p2align 3
.L385:
	movq	%r15, 8(%r14)
	jmp	.L383
.L604:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L401
.L603:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L345
.L602:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L495
.L601:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L439
.L600:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L333
.L599:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L391
.L598:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L473
.L597:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L417
.L596:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L449
.L595:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L323
.L594:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L427
.L593:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L485
.L592:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L379
.L591:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L369
.L590:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L463
.L589:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L355
.L588:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L351
.L587:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L397
.L586:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L329
.L585:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L445
.L584:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L491
.L583:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L423
.L582:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L469
.L581:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L375
.L580:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L481
.L579:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L341
.L578:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L435
.L577:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L387
.L576:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L365
.L575:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L459
.L573:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L413
.L572:
	movq	8(%rax), %rdi
	movq	%r8, %rsi
	call	insert.constprop.0
	movq	8(%rsp), %rsi
	movq	%rax, 8(%rsi)
	jmp	.L319
.L538:
	movq	%r8, 8(%rsp)
	jmp	.L413
.L507:
	movq	%r8, 8(%rsp)
	jmp	.L319
.L522:
	movq	%r8, 8(%rsp)
	jmp	.L365
.L553:
	movq	%r8, 8(%rsp)
	jmp	.L459
.L545:
	movq	%r8, 8(%rsp)
	jmp	.L435
.L529:
	movq	%r8, 8(%rsp)
	jmp	.L387
.L560:
	movq	%r8, 8(%rsp)
	jmp	.L481
.L514:
	movq	%r8, 8(%rsp)
	jmp	.L341
.L556:
	movq	%r8, 8(%rsp)
	jmp	.L469
.L525:
	movq	%r8, 8(%rsp)
	jmp	.L375
.L563:
	movq	%r8, 8(%rsp)
	jmp	.L491
.L541:
	movq	%r8, 8(%rsp)
	jmp	.L423
.L510:
	movq	%r8, 8(%rsp)
	jmp	.L329
.L548:
	movq	%r8, 8(%rsp)
	jmp	.L445
.L517:
	movq	%r8, 8(%rsp)
	jmp	.L351
.L532:
	movq	%r8, 8(%rsp)
	jmp	.L397
.L554:
	movq	%r8, 8(%rsp)
	jmp	.L463
.L518:
	movq	%r8, 8(%rsp)
	jmp	.L355
.L526:
	movq	%r8, 8(%rsp)
	jmp	.L379
.L523:
	movq	%r8, 8(%rsp)
	jmp	.L369
.L542:
	movq	%r8, 8(%rsp)
	jmp	.L427
.L561:
	movq	%r8, 8(%rsp)
	jmp	.L485
.L549:
	movq	%r8, 8(%rsp)
	jmp	.L449
.L508:
	movq	%r8, 8(%rsp)
	jmp	.L323
.L557:
	movq	%r8, 8(%rsp)
	jmp	.L473
.L539:
	movq	%r8, 8(%rsp)
	jmp	.L417
.L511:
	movq	%r8, 8(%rsp)
	jmp	.L333
.L530:
	movq	%r8, 8(%rsp)
	jmp	.L391
.L564:
	movq	%r8, 8(%rsp)
	jmp	.L495
.L546:
	movq	%r8, 8(%rsp)
	jmp	.L439
.L533:
	movq	%r8, 8(%rsp)
	jmp	.L401
.L515:
	movq	%r8, 8(%rsp)
	jmp	.L345
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
