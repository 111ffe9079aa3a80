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
	.section	.rodata
.LC3:
	.string	" 0x"
	.text
	.type	hex, @function
hex:
.LFB8:
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
	movl	$.LC3, %edi
	call	print
	movq	-16(%rbp), %rax
	movl	$16, %esi
	movq	%rax, %rdi
	call	print_unsigned
	movl	$.LC2, %edi
	call	print
	nop
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE8:
	.size	hex, .-hex
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
	.local	table
	.comm	table,2056,32
	.local	crc_table
	.comm	crc_table,1024,32
	.type	fnv, @function
fnv:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movl	%edi, -20(%rbp)
	movl	$-2128831035, -4(%rbp)
	movl	$0, -8(%rbp)
	jmp	.L25
.L26:
	movl	-8(%rbp), %eax
	sall	$3, %eax
	movl	-20(%rbp), %edx
	movl	%eax, %ecx
	shrl	%cl, %edx
	movl	%edx, %eax
	movzbl	%al, %eax
	xorl	-4(%rbp), %eax
	imull	$16777619, %eax, %eax
	movl	%eax, -4(%rbp)
	addl	$1, -8(%rbp)
.L25:
	cmpl	$3, -8(%rbp)
	jle	.L26
	movl	-4(%rbp), %eax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	fnv, .-fnv
	.type	slot, @function
slot:
.LFB11:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$24, %rsp
	movl	%edi, -20(%rbp)
	movl	-20(%rbp), %eax
	movl	%eax, %edi
	call	fnv
	movl	%eax, %ecx
	movl	%ecx, %edx
	movl	$4278255361, %eax
	imulq	%rdx, %rax
	shrq	$32, %rax
	shrl	$8, %eax
	movl	%eax, -4(%rbp)
	movl	-4(%rbp), %edx
	movl	%edx, %eax
	sall	$8, %eax
	addl	%edx, %eax
	subl	%eax, %ecx
	movl	%ecx, %edx
	movl	%edx, -4(%rbp)
	jmp	.L29
.L33:
	cmpl	$256, -4(%rbp)
	je	.L30
	movl	-4(%rbp), %eax
	addl	$1, %eax
	jmp	.L31
.L30:
	movl	$0, %eax
.L31:
	movl	%eax, -4(%rbp)
.L29:
	movl	-4(%rbp), %eax
	movzbl	table+6(,%rax,8), %eax
	testb	%al, %al
	je	.L32
	movl	-4(%rbp), %eax
	movl	table(,%rax,8), %eax
	cmpl	%eax, -20(%rbp)
	jne	.L33
.L32:
	movl	-4(%rbp), %eax
	salq	$3, %rax
	addq	$table, %rax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE11:
	.size	slot, .-slot
	.section	.rodata
.LC4:
	.string	"used"
.LC5:
	.string	"most"
.LC6:
	.string	"crc"
	.text
	.globl	main
	.type	main, @function
main:
.LFB12:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$48, %rsp
	movl	$0, -4(%rbp)
	jmp	.L36
.L41:
	movl	-4(%rbp), %eax
	movl	%eax, -8(%rbp)
	movl	$0, -12(%rbp)
	jmp	.L37
.L40:
	movl	-8(%rbp), %eax
	andl	$1, %eax
	testl	%eax, %eax
	je	.L38
	movl	-8(%rbp), %eax
	shrl	%eax
	xorl	$-306674912, %eax
	jmp	.L39
.L38:
	movl	-8(%rbp), %eax
	shrl	%eax
.L39:
	movl	%eax, -8(%rbp)
	addl	$1, -12(%rbp)
.L37:
	cmpl	$7, -12(%rbp)
	jle	.L40
	movl	-4(%rbp), %eax
	movl	-8(%rbp), %edx
	movl	%edx, crc_table(,%rax,4)
	addl	$1, -4(%rbp)
.L36:
	cmpl	$255, -4(%rbp)
	jbe	.L41
	movl	$0, -16(%rbp)
	jmp	.L42
.L43:
	call	random64
	movq	%rax, %rcx
	movabsq	$3279421168659475843, %rdx
	movq	%rcx, %rax
	mulq	%rdx
	movq	%rdx, %rax
	shrq	$5, %rax
	imulq	$180, %rax, %rdx
	movq	%rcx, %rax
	subq	%rdx, %rax
	movl	%eax, -36(%rbp)
	movl	-36(%rbp), %eax
	movl	%eax, %edi
	call	slot
	movq	%rax, -48(%rbp)
	movq	-48(%rbp), %rax
	movl	-36(%rbp), %edx
	movl	%edx, (%rax)
	movq	-48(%rbp), %rax
	movb	$1, 6(%rax)
	movq	-48(%rbp), %rax
	movzwl	4(%rax), %eax
	leal	1(%rax), %edx
	movq	-48(%rbp), %rax
	movw	%dx, 4(%rax)
	addl	$1, -16(%rbp)
.L42:
	cmpl	$899, -16(%rbp)
	jle	.L43
	movl	$0, -20(%rbp)
	movl	$0, -24(%rbp)
	movl	$-1, -28(%rbp)
	movl	$0, -32(%rbp)
	jmp	.L44
.L46:
	movl	-32(%rbp), %eax
	cltq
	movzbl	table+6(,%rax,8), %eax
	movzbl	%al, %eax
	addl	%eax, -20(%rbp)
	movl	-32(%rbp), %eax
	cltq
	movzwl	table+4(,%rax,8), %eax
	movzwl	%ax, %eax
	cmpl	%eax, -24(%rbp)
	jge	.L45
	movl	-32(%rbp), %eax
	cltq
	movzwl	table+4(,%rax,8), %eax
	movzwl	%ax, %eax
	movl	%eax, -24(%rbp)
.L45:
	movl	-28(%rbp), %eax
	shrl	$8, %eax
	movl	%eax, %edx
	movl	-32(%rbp), %eax
	cltq
	movzwl	table+4(,%rax,8), %eax
	movzwl	%ax, %eax
	xorl	-28(%rbp), %eax
	movzbl	%al, %eax
	movl	%eax, %eax
	movl	crc_table(,%rax,4), %eax
	xorl	%edx, %eax
	movl	%eax, -28(%rbp)
	addl	$1, -32(%rbp)
.L44:
	cmpl	$256, -32(%rbp)
	jle	.L46
	movl	-20(%rbp), %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC4, %edi
	call	line
	movl	-24(%rbp), %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC5, %edi
	call	line
	movl	-28(%rbp), %eax
	notl	%eax
	movl	%eax, %eax
	movq	%rax, %rsi
	movl	$.LC6, %edi
	call	hex
	movl	-20(%rbp), %eax
	movslq	%eax, %rdx
	imulq	$-2104705089, %rdx, %rdx
	shrq	$32, %rdx
	addl	%eax, %edx
	sarl	$7, %edx
	movl	%eax, %ecx
	sarl	$31, %ecx
	subl	%ecx, %edx
	imull	$251, %edx, %ecx
	subl	%ecx, %eax
	movl	%eax, %edx
	movl	%edx, %eax
	leave
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE12:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
