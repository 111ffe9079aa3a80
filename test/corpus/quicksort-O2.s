	.file	"quicksort.c"
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
	.type	sort.constprop.0, @function
sort.constprop.0:
.LFB12:
	.cfi_startproc
	cmpl	%esi, %edi
	jge	.L24
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	movl	%edi, %r13d
	pushq	%r12
	.cfi_def_cfa_offset 24
	.cfi_offset 12, -24
	movl	%esi, %r12d
	pushq	%rbp
	.cfi_def_cfa_offset 32
	.cfi_offset 6, -32
	pushq	%rbx
	.cfi_def_cfa_offset 40
	.cfi_offset 3, -40
	subq	$8, %rsp
	.cfi_def_cfa_offset 48
.L2:
	leal	0(%r13,%r12), %edx
	movl	%r12d, %ebx
	movl	%r13d, %ebp
	movl	%edx, %eax
	shrl	$31, %eax
	addl	%edx, %eax
	sarl	%eax
	cltq
	movl	values(,%rax,4), %ecx
	.p2align 4,,10
	.p2align 3
.L7:
	cmpl	%ebx, %ebp
	jg	.L8
.L29:
	movslq	%ebp, %rdx
	movslq	%ebx, %r9
	leaq	0(,%rdx,4), %rax
	movl	values(,%rdx,4), %edx
	movl	values(,%r9,4), %esi
	leaq	values(,%r9,4), %r8
	leaq	values(%rax), %rdi
	addq	$values+4, %rax
	cmpl	%edx, %ecx
	jle	.L28
	.p2align 4,,10
	.p2align 3
.L4:
	movq	%rax, %rdi
	movl	(%rax), %edx
	addq	$4, %rax
	addl	$1, %ebp
	cmpl	%edx, %ecx
	jg	.L4
	cmpl	%esi, %ecx
	jge	.L5
.L14:
	leaq	values-4(,%r9,4), %rax
	.p2align 4,,10
	.p2align 3
.L6:
	movq	%rax, %r8
	movl	(%rax), %esi
	subq	$4, %rax
	subl	$1, %ebx
	cmpl	%esi, %ecx
	jl	.L6
.L5:
	cmpl	%ebp, %ebx
	jl	.L7
	movl	%esi, (%rdi)
	addl	$1, %ebp
	subl	$1, %ebx
	movl	%edx, (%r8)
.L30:
	cmpl	%ebx, %ebp
	jle	.L29
.L8:
	movl	%ebx, %edx
	movl	%r12d, %eax
	subl	%r13d, %edx
	subl	%ebp, %eax
	cmpl	%eax, %edx
	jge	.L11
	movl	%r13d, %edi
	movl	%ebx, %esi
	movl	%ebp, %r13d
	call	sort.constprop.0
.L12:
	cmpl	%r12d, %r13d
	jl	.L2
	addq	$8, %rsp
	.cfi_remember_state
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
	.p2align 4,,10
	.p2align 3
.L28:
	.cfi_restore_state
	cmpl	%esi, %ecx
	jl	.L14
	movl	%esi, (%rdi)
	addl	$1, %ebp
	subl	$1, %ebx
	movl	%edx, (%r8)
	jmp	.L30
.L11:
	movl	%r12d, %esi
	movl	%ebp, %edi
	movl	%ebx, %r12d
	call	sort.constprop.0
	jmp	.L12
.L24:
	.cfi_def_cfa_offset 8
	.cfi_restore 3
	.cfi_restore 6
	.cfi_restore 12
	.cfi_restore 13
	ret
	.cfi_endproc
.LFE12:
	.size	sort.constprop.0, .-sort.constprop.0
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
.L32:
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
	ja	.L32
	movslq	%edx, %rdx
	leaq	-66(%rsp), %rax
	leaq	(%rax,%rdx), %rsi
	xorl	%edx, %edx
	cmpb	$0, (%rsi)
	je	.L33
	.p2align 4,,10
	.p2align 3
.L34:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L34
.L33:
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
	je	.L39
	.p2align 4,,10
	.p2align 3
.L40:
	addq	$1, %rdx
	cmpb	$0, (%r8,%rdx)
	jne	.L40
.L39:
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
	jns	.L46
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
.L42:
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
.L46:
	movq	%r9, %rdi
	call	print_unsigned.constprop.0
	jmp	.L42
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
	.string	"smallest"
.LC4:
	.string	"median"
.LC5:
	.string	"largest"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB11:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movq	random_state(%rip), %rdx
	movl	$values, %ecx
	movl	$values+3600, %r10d
	.p2align 4,,10
	.p2align 3
.L50:
	movq	%rdx, %rax
	addq	$4, %rcx
	salq	$13, %rax
	xorq	%rax, %rdx
	movq	%rdx, %rax
	shrq	$7, %rax
	xorq	%rdx, %rax
	movq	%rax, %rdx
	salq	$17, %rdx
	xorq	%rax, %rdx
	movslq	%edx, %rax
	movl	%edx, %esi
	imulq	$351843721, %rax, %rax
	sarl	$31, %esi
	sarq	$45, %rax
	subl	%esi, %eax
	movl	%edx, %esi
	imull	$100000, %eax, %eax
	subl	%eax, %esi
	movl	%esi, -4(%rcx)
	cmpq	%rcx, %r10
	jne	.L50
	movl	$899, %esi
	xorl	%edi, %edi
	movl	$1, %ebx
	movq	%rdx, random_state(%rip)
	call	sort.constprop.0
	movslq	values(%rip), %rsi
	movl	$values+4, %edx
	movl	%esi, %ecx
	.p2align 4,,10
	.p2align 3
.L51:
	movl	%ecx, %eax
	movl	(%rdx), %ecx
	cmpl	%eax, %ecx
	setge	%al
	addq	$4, %rdx
	movzbl	%al, %eax
	andl	%eax, %ebx
	cmpq	%rdx, %r10
	jne	.L51
	movl	$.LC3, %edi
	call	line
	movslq	values+1800(%rip), %rsi
	movl	$.LC4, %edi
	call	line
	movslq	values+3596(%rip), %rsi
	movl	$.LC5, %edi
	call	line
	movl	%ebx, %eax
	popq	%rbx
	.cfi_def_cfa_offset 8
	xorl	$1, %eax
	ret
	.cfi_endproc
.LFE11:
	.size	main, .-main
	.local	values
	.comm	values,3600,32
	.data
	.align 8
	.type	random_state, @object
	.size	random_state, 8
random_state:
	.quad	88172645463325252
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
