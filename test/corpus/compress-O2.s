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
	.p2align 4
	.type	print_unsigned.constprop.0, @function
print_unsigned.constprop.0:
.LFB13:
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
.LFE13:
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
	.string	"packed"
.LC4:
	.string	"unpacked"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
	pushq	%r14
	.cfi_def_cfa_offset 16
	.cfi_offset 14, -16
	xorl	%ecx, %ecx
	movl	$65, %edi
	movl	$97, %esi
	pushq	%r12
	.cfi_def_cfa_offset 24
	.cfi_offset 12, -24
	pushq	%rbp
	.cfi_def_cfa_offset 32
	.cfi_offset 6, -32
	pushq	%rbx
	.cfi_def_cfa_offset 40
	.cfi_offset 3, -40
	.p2align 4,,10
	.p2align 3
.L22:
	movl	%ecx, %eax
	imull	%ecx, %eax
	imulq	$458129845, %rax, %rax
	shrq	$37, %rax
	movl	%eax, %r8d
	movl	%eax, %edx
	imulq	$613566757, %r8, %r8
	shrq	$32, %r8
	subl	%r8d, %edx
	shrl	%edx
	addl	%r8d, %edx
	shrl	$2, %edx
	leal	0(,%rdx,8), %r8d
	subl	%edx, %r8d
	movl	%ecx, %edx
	imulq	$1374389535, %rdx, %rdx
	subl	%r8d, %eax
	movl	%ecx, %r8d
	shrq	$36, %rdx
	imull	$50, %edx, %edx
	subl	%edx, %r8d
	movl	%esi, %edx
	cmpl	$19, %r8d
	cmovg	%edi, %edx
	addq	$1, %rcx
	addl	%edx, %eax
	movb	%al, input-1(%rcx)
	cmpq	$700, %rcx
	jne	.L22
	xorl	%r11d, %r11d
	xorl	%ebx, %ebx
	xorl	%esi, %esi
	movl	$700, %r12d
.L23:
	movslq	%r11d, %rdx
	leal	1(%r11), %eax
	addl	$1, %ebx
	addl	$2, %r11d
	movb	$1, packed(%rdx)
	movzbl	input(%rsi), %edx
	cltq
	movb	%dl, packed(%rax)
	cmpl	$699, %ebx
	jg	.L39
.L51:
	movl	$40, %r10d
	movslq	%ebx, %rsi
	movl	%r12d, %edi
	movl	$1, %r8d
	cmpl	%r10d, %ebx
	leaq	-1(%rsi), %rdx
	cmovle	%ebx, %r10d
	xorl	%ebp, %ebp
	xorl	%r9d, %r9d
	subl	%ebx, %edi
	.p2align 4,,10
	.p2align 3
.L31:
	xorl	%eax, %eax
	jmp	.L25
	.p2align 4,,10
	.p2align 3
.L26:
	cmpq	$254, %rax
	je	.L37
	addq	$1, %rax
	cmpq	%rdi, %rax
	je	.L50
.L25:
	movzbl	input(%rax,%rdx), %r14d
	movl	%eax, %ecx
	cmpb	%r14b, input(%rax,%rsi)
	je	.L26
.L24:
	cmpl	%r9d, %eax
	jle	.L27
	movl	%r8d, %ebp
	movl	%eax, %r9d
.L27:
	addl	$1, %r8d
	subq	$1, %rdx
	cmpl	%r8d, %r10d
	jge	.L31
	cmpl	$3, %r9d
	jle	.L23
	movslq	%r11d, %rax
	addl	%r9d, %ebx
	movb	$0, packed(%rax)
	leal	1(%r11), %eax
	cltq
	movb	%bpl, packed(%rax)
	leal	2(%r11), %eax
	addl	$3, %r11d
	cltq
	movb	%r9b, packed(%rax)
	cmpl	$699, %ebx
	jle	.L51
.L39:
	xorl	%ebx, %ebx
	xorl	%edx, %edx
	jmp	.L30
.L53:
	movslq	%ebx, %rax
	movl	%esi, %edx
	addl	$1, %ebx
	movb	%cl, output(%rax)
.L33:
	cmpl	%r11d, %edx
	jge	.L52
.L30:
	leal	1(%rdx), %eax
	leal	2(%rdx), %esi
	cltq
	movzbl	packed(%rax), %ecx
	movslq	%edx, %rax
	cmpb	$0, packed(%rax)
	jne	.L53
	movslq	%esi, %rsi
	addl	$3, %edx
	movzbl	packed(%rsi), %eax
	movq	%rax, %rsi
	leal	-1(%rax), %r9d
	testl	%eax, %eax
	je	.L33
	movslq	%ebx, %rdi
	xorl	%eax, %eax
	movq	%rdi, %r8
	subq	%rcx, %r8
	.p2align 4,,10
	.p2align 3
.L34:
	movzbl	output(%r8,%rax), %ecx
	movb	%cl, output(%rdi,%rax)
	addq	$1, %rax
	cmpq	%rax, %rsi
	jne	.L34
	leal	1(%rbx,%r9), %ebx
	cmpl	%r11d, %edx
	jl	.L30
.L52:
	xorl	%eax, %eax
	movl	$1, %r10d
	.p2align 4,,10
	.p2align 3
.L35:
	movzbl	output(%rax), %edi
	xorl	%edx, %edx
	cmpb	%dil, input(%rax)
	sete	%dl
	addq	$1, %rax
	andl	%edx, %r10d
	cmpq	$700, %rax
	jne	.L35
	movslq	%r11d, %rsi
	movl	$.LC3, %edi
	call	line
	movslq	%ebx, %rsi
	movl	$.LC4, %edi
	call	line
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 32
	movl	%r10d, %eax
	popq	%rbp
	.cfi_def_cfa_offset 24
	popq	%r12
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	ret
	.p2align 4,,10
	.p2align 3
.L50:
	.cfi_restore_state
	leal	1(%rcx), %eax
	jmp	.L24
.L37:
	movl	$255, %eax
	jmp	.L24
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
