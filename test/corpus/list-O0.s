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
	.text
	.type	random64, @function
random64:
.LFB9:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	random_state(%rip), %rax
	salq	$13, %rax
	movq	%rax, %rdx
	movq	random_state(%rip), %rax
	xorq	%rdx, %rax
	movq	%rax, random_state(%rip)
	movq	random_state(%rip), %rax
	shrq	$7, %rax
	movq	%rax, %rdx
	movq	random_state(%rip), %rax
	xorq	%rdx, %rax
	movq	%rax, random_state(%rip)
	movq	random_state(%rip), %rax
	salq	$17, %rax
	movq	%rax, %rdx
	movq	random_state(%rip), %rax
	xorq	%rdx, %rax
	movq	%rax, random_state(%rip)
	movq	random_state(%rip), %rax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE9:
	.size	random64, .-random64
	.local	top
	.comm	top,8,8
	.type	allocate, @function
allocate:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$24, %rsp
	movq	%rdi, -24(%rbp)
	movq	top(%rip), %rax
	testq	%rax, %rax
	jne	.L24
	movl	$0, %ecx
	movl	$0, %edx
	movl	$0, %esi
	movl	$12, %edi
	call	system_call
	movq	%rax, top(%rip)
.L24:
	movq	top(%rip), %rax
	movq	%rax, -8(%rbp)
	movq	top(%rip), %rax
	movq	-24(%rbp), %rdx
	addq	$15, %rdx
	andq	$-16, %rdx
	addq	%rdx, %rax
	movl	$0, %ecx
	movl	$0, %edx
	movq	%rax, %rsi
	movl	$12, %edi
	call	system_call
	movq	%rax, top(%rip)
	movq	-8(%rbp), %rax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	allocate, .-allocate
	.type	insert, @function
insert:
.LFB11:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	cmpq	$0, -8(%rbp)
	jne	.L27
	movq	-16(%rbp), %rax
	jmp	.L28
.L27:
	movq	-16(%rbp), %rax
	movl	(%rax), %edx
	movq	-8(%rbp), %rax
	movl	(%rax), %eax
	cmpl	%eax, %edx
	jge	.L29
	movq	-8(%rbp), %rax
	movq	8(%rax), %rax
	movq	-16(%rbp), %rdx
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	insert
	movq	-8(%rbp), %rdx
	movq	%rax, 8(%rdx)
	jmp	.L30
.L29:
	movq	-8(%rbp), %rax
	movq	16(%rax), %rax
	movq	-16(%rbp), %rdx
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	insert
	movq	-8(%rbp), %rdx
	movq	%rax, 16(%rdx)
.L30:
	movq	-8(%rbp), %rax
.L28:
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE11:
	.size	insert, .-insert
	.type	depth, @function
depth:
.LFB12:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$32, %rsp
	movq	%rdi, -24(%rbp)
	cmpq	$0, -24(%rbp)
	jne	.L32
	movl	$0, %eax
	jmp	.L33
.L32:
	movq	-24(%rbp), %rax
	movq	8(%rax), %rax
	movq	%rax, %rdi
	call	depth
	movl	%eax, -4(%rbp)
	movq	-24(%rbp), %rax
	movq	16(%rax), %rax
	movq	%rax, %rdi
	call	depth
	movl	%eax, -8(%rbp)
	movl	-8(%rbp), %edx
	movl	-4(%rbp), %eax
	cmpl	%eax, %edx
	cmovge	%edx, %eax
	addl	$1, %eax
.L33:
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE12:
	.size	depth, .-depth
	.type	walk, @function
walk:
.LFB13:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	subq	$56, %rsp
	.cfi_offset 3, -24
	movq	%rdi, -40(%rbp)
	movq	%rsi, -48(%rbp)
	movq	%rdx, -56(%rbp)
	cmpq	$0, -40(%rbp)
	jne	.L35
	movl	$0, %eax
	jmp	.L36
.L35:
	movq	-40(%rbp), %rax
	movq	8(%rax), %rax
	movq	-56(%rbp), %rdx
	movq	-48(%rbp), %rcx
	movq	%rcx, %rsi
	movq	%rax, %rdi
	call	walk
	movq	%rax, -24(%rbp)
	movq	-56(%rbp), %rax
	movl	(%rax), %edx
	movq	-48(%rbp), %rax
	movl	(%rax), %ecx
	movq	-40(%rbp), %rax
	movl	(%rax), %eax
	cmpl	%eax, %ecx
	setle	%al
	movzbl	%al, %eax
	andl	%eax, %edx
	movq	-56(%rbp), %rax
	movl	%edx, (%rax)
	movq	-40(%rbp), %rax
	movl	(%rax), %edx
	movq	-48(%rbp), %rax
	movl	%edx, (%rax)
	movq	-40(%rbp), %rax
	movl	(%rax), %eax
	movslq	%eax, %rdx
	movq	-24(%rbp), %rax
	leaq	(%rdx,%rax), %rbx
	movq	-40(%rbp), %rax
	movq	16(%rax), %rax
	movq	-56(%rbp), %rdx
	movq	-48(%rbp), %rcx
	movq	%rcx, %rsi
	movq	%rax, %rdi
	call	walk
	addq	%rbx, %rax
.L36:
	movq	-8(%rbp), %rbx
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE13:
	.size	walk, .-walk
	.section	.rodata
.LC3:
	.string	"list"
.LC4:
	.string	"tree"
.LC5:
	.string	"ordered"
	.text
	.globl	main
	.type	main, @function
main:
.LFB14:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$64, %rsp
	movq	$0, -8(%rbp)
	movq	$0, -16(%rbp)
	movl	$0, -20(%rbp)
	jmp	.L38
.L39:
	movl	$32, %edi
	call	allocate
	movq	%rax, -48(%rbp)
	call	random64
	movq	%rax, %rcx
	movabsq	$-6691484059914626997, %rdx
	movq	%rcx, %rax
	mulq	%rdx
	movq	%rcx, %rax
	subq	%rdx, %rax
	shrq	%rax
	addq	%rdx, %rax
	shrq	$13, %rax
	imulq	$10007, %rax, %rdx
	movq	%rcx, %rax
	subq	%rdx, %rax
	movl	%eax, %edx
	movq	-48(%rbp), %rax
	movl	%edx, (%rax)
	movq	-48(%rbp), %rax
	movq	$0, 16(%rax)
	movq	-48(%rbp), %rax
	movq	16(%rax), %rdx
	movq	-48(%rbp), %rax
	movq	%rdx, 8(%rax)
	movq	-48(%rbp), %rax
	movq	-16(%rbp), %rdx
	movq	%rdx, 24(%rax)
	movq	-48(%rbp), %rax
	movq	%rax, -16(%rbp)
	movq	-48(%rbp), %rdx
	movq	-8(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	insert
	movq	%rax, -8(%rbp)
	addl	$1, -20(%rbp)
.L38:
	cmpl	$399, -20(%rbp)
	jle	.L39
	movq	$0, -32(%rbp)
	movq	-16(%rbp), %rax
	movq	%rax, -40(%rbp)
	jmp	.L40
.L41:
	movq	-40(%rbp), %rax
	movl	(%rax), %eax
	cltq
	addq	%rax, -32(%rbp)
	movq	-40(%rbp), %rax
	movq	24(%rax), %rax
	movq	%rax, -40(%rbp)
.L40:
	cmpq	$0, -40(%rbp)
	jne	.L41
	movl	$-1, -52(%rbp)
	movl	$1, -56(%rbp)
	movq	-32(%rbp), %rax
	movq	%rax, %rsi
	movl	$.LC3, %edi
	call	line
	leaq	-56(%rbp), %rdx
	leaq	-52(%rbp), %rcx
	movq	-8(%rbp), %rax
	movq	%rcx, %rsi
	movq	%rax, %rdi
	call	walk
	movq	%rax, %rsi
	movl	$.LC4, %edi
	call	line
	movl	-56(%rbp), %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC5, %edi
	call	line
	movq	-8(%rbp), %rax
	movq	%rax, %rdi
	call	depth
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE14:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
