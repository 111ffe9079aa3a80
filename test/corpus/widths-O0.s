	.file	"widths.c"
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
	.globl	c
	.type	c, @object
	.size	c, 1
c:
	.byte	-77
	.globl	s
	.align 2
	.type	s, @object
	.size	s, 2
s:
	.value	-12345
	.globl	i
	.align 4
	.type	i, @object
	.size	i, 4
i:
	.long	-1234567891
	.globl	l
	.align 8
	.type	l, @object
	.size	l, 8
l:
	.quad	-1234567890123456789
	.globl	uc
	.type	uc, @object
	.size	uc, 1
uc:
	.byte	-56
	.globl	us
	.align 2
	.type	us, @object
	.size	us, 2
us:
	.value	-11215
	.globl	ui
	.align 4
	.type	ui, @object
	.size	ui, 4
ui:
	.long	-838178284
	.globl	ul
	.align 8
	.type	ul, @object
	.size	ul, 8
ul:
	.quad	-6101065172474983726
	.text
	.type	ones, @function
ones:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	%rdi, -24(%rbp)
	movl	$0, -4(%rbp)
	jmp	.L23
.L24:
	addl	$1, -4(%rbp)
	movq	-24(%rbp), %rax
	subq	$1, %rax
	andq	%rax, -24(%rbp)
.L23:
	cmpq	$0, -24(%rbp)
	jne	.L24
	movl	-4(%rbp), %eax
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	ones, .-ones
	.section	.rodata
.LC4:
	.string	"char"
.LC5:
	.string	"short"
.LC6:
	.string	"int"
.LC7:
	.string	"long"
.LC8:
	.string	"uchar"
.LC9:
	.string	"ushort"
.LC10:
	.string	"uint"
.LC11:
	.string	"ulong"
.LC12:
	.string	"rotate"
.LC13:
	.string	"bits"
.LC14:
	.string	"swap"
.LC15:
	.string	"compare"
.LC16:
	.string	"parity"
.LC17:
	.string	"high"
.LC18:
	.string	"uhigh"
	.text
	.globl	main
	.type	main, @function
main:
.LFB11:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$40, %rsp
	.cfi_offset 15, -24
	.cfi_offset 14, -32
	.cfi_offset 13, -40
	.cfi_offset 12, -48
	.cfi_offset 3, -56
	movzbl	c(%rip), %edx
	movl	$86, %ecx
	movl	%ecx, %eax
	imulb	%dl
	shrw	$8, %ax
	sarb	$7, %dl
	subl	%edx, %eax
	movsbl	%al, %edx
	movl	%edx, %eax
	sall	$3, %eax
	subl	%edx, %eax
	movl	%eax, %ecx
	movslq	%ecx, %rax
	imulq	$1717986919, %rax, %rax
	shrq	$32, %rax
	movl	%eax, %edx
	sarl	%edx
	movl	%ecx, %eax
	sarl	$31, %eax
	subl	%eax, %edx
	movl	%edx, %eax
	sall	$2, %eax
	addl	%edx, %eax
	subl	%eax, %ecx
	movl	%ecx, %edx
	movzbl	c(%rip), %eax
	sarb	$2, %al
	movsbl	%al, %eax
	addl	%eax, %edx
	movzbl	c(%rip), %eax
	movl	%eax, %ecx
	movl	%ecx, %eax
	addl	%eax, %eax
	addl	%ecx, %eax
	movsbl	%al, %eax
	addl	%edx, %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC4, %edi
	call	line
	movzwl	s(%rip), %eax
	movswl	%ax, %edx
	imull	$5958, %edx, %edx
	shrl	$16, %edx
	sarw	$15, %ax
	movl	%eax, %ecx
	movl	%edx, %eax
	subl	%ecx, %eax
	movswl	%ax, %esi
	movzwl	s(%rip), %edx
	movswl	%dx, %eax
	imull	$20165, %eax, %eax
	shrl	$16, %eax
	sarw	$2, %ax
	movl	%edx, %edi
	sarw	$15, %di
	subl	%edi, %eax
	movl	%eax, %ecx
	movl	%ecx, %eax
	addl	%eax, %eax
	addl	%ecx, %eax
	sall	$2, %eax
	addl	%ecx, %eax
	movl	%edx, %ecx
	subl	%eax, %ecx
	movswl	%cx, %eax
	leal	(%rsi,%rax), %edx
	movzwl	s(%rip), %eax
	sarw	$3, %ax
	cwtl
	addl	%eax, %edx
	movzwl	s(%rip), %eax
	movl	%eax, %ecx
	movl	%ecx, %eax
	sall	$2, %eax
	addl	%ecx, %eax
	cwtl
	addl	%eax, %edx
	movzwl	us(%rip), %eax
	cwtl
	addl	%edx, %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC5, %edi
	call	line
	movl	i(%rip), %eax
	movslq	%eax, %rdx
	imulq	$1098413215, %rdx, %rdx
	shrq	$32, %rdx
	sarl	$8, %edx
	sarl	$31, %eax
	movl	%edx, %esi
	subl	%eax, %esi
	movl	i(%rip), %eax
	movslq	%eax, %rdx
	imulq	$354224107, %rdx, %rdx
	shrq	$32, %rdx
	sarl	$3, %edx
	movl	%eax, %ecx
	sarl	$31, %ecx
	subl	%ecx, %edx
	imull	$97, %edx, %ecx
	subl	%ecx, %eax
	movl	%eax, %edx
	addl	%esi, %edx
	movl	i(%rip), %eax
	sarl	$5, %eax
	addl	%eax, %edx
	movl	ui(%rip), %eax
	addl	%edx, %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC6, %edi
	call	line
	movq	l(%rip), %rcx
	movabsq	$-8775366530925146571, %rdx
	movq	%rcx, %rax
	imulq	%rdx
	leaq	(%rdx,%rcx), %rax
	sarq	$19, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	sarq	$63, %rax
	movq	%rdx, %rdi
	subq	%rax, %rdi
	movq	l(%rip), %rcx
	movabsq	$-6757718126012409997, %rdx
	movq	%rcx, %rax
	imulq	%rdx
	leaq	(%rdx,%rcx), %rax
	sarq	$6, %rax
	movq	%rax, %rdx
	movq	%rcx, %rax
	sarq	$63, %rax
	subq	%rax, %rdx
	movq	%rdx, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	leaq	0(,%rax,4), %rsi
	addq	%rsi, %rax
	salq	$2, %rax
	addq	%rdx, %rax
	subq	%rax, %rcx
	movq	%rcx, %rdx
	addq	%rdi, %rdx
	movq	l(%rip), %rax
	sarq	$9, %rax
	addq	%rax, %rdx
	movq	ul(%rip), %rax
	addq	%rdx, %rax
	movq	%rax, %rsi
	movl	$.LC7, %edi
	call	line
	movzbl	uc(%rip), %edx
	movl	$37, %ecx
	movl	%ecx, %eax
	mulb	%dl
	shrw	$8, %ax
	movl	%eax, %ecx
	movl	%edx, %eax
	subl	%ecx, %eax
	shrb	%al
	addl	%ecx, %eax
	shrb	$2, %al
	movzbl	%al, %esi
	movzbl	uc(%rip), %ecx
	movl	$57, %edx
	movl	%edx, %eax
	mulb	%cl
	shrw	$8, %ax
	movl	%eax, %edx
	shrb	%dl
	movl	%edx, %eax
	sall	$3, %eax
	addl	%edx, %eax
	subl	%eax, %ecx
	movl	%ecx, %edx
	movzbl	%dl, %eax
	leal	(%rsi,%rax), %edx
	movzbl	uc(%rip), %eax
	shrb	%al
	movzbl	%al, %eax
	addl	%eax, %edx
	movzbl	uc(%rip), %eax
	addl	$100, %eax
	movzbl	%al, %eax
	addl	%edx, %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC8, %edi
	call	line
	movzwl	us(%rip), %eax
	movzwl	%ax, %eax
	imull	$61681, %eax, %eax
	shrl	$16, %eax
	shrw	$4, %ax
	movzwl	%ax, %esi
	movzwl	us(%rip), %ecx
	movzwl	%cx, %eax
	imull	$55189, %eax, %eax
	shrl	$16, %eax
	movl	%eax, %edx
	shrw	$4, %dx
	movl	%edx, %eax
	sall	$3, %eax
	addl	%edx, %eax
	addl	%eax, %eax
	addl	%edx, %eax
	subl	%eax, %ecx
	movl	%ecx, %edx
	movzwl	%dx, %eax
	leal	(%rsi,%rax), %edx
	movzwl	us(%rip), %eax
	shrw	$3, %ax
	movzwl	%ax, %eax
	leal	(%rdx,%rax), %ecx
	movzwl	us(%rip), %edx
	movzwl	us(%rip), %eax
	imull	%edx, %eax
	movzwl	%ax, %eax
	addl	%ecx, %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC9, %edi
	call	line
	movl	ui(%rip), %eax
	movl	%eax, %eax
	imulq	$1096222959, %rax, %rax
	shrq	$32, %rax
	movl	%eax, %esi
	shrl	$8, %esi
	movl	ui(%rip), %edx
	movl	%edx, %eax
	imulq	$527452125, %rax, %rax
	shrq	$32, %rax
	movl	%edx, %ecx
	subl	%eax, %ecx
	shrl	%ecx
	addl	%ecx, %eax
	shrl	$5, %eax
	imull	$57, %eax, %ecx
	movl	%edx, %eax
	subl	%ecx, %eax
	leal	(%rsi,%rax), %edx
	movl	ui(%rip), %eax
	shrl	$5, %eax
	addl	%eax, %edx
	movl	ui(%rip), %eax
	sall	$3, %eax
	addl	%edx, %eax
	movl	%eax, %eax
	movq	%rax, %rsi
	movl	$.LC10, %edi
	call	line
	movq	ul(%rip), %rcx
	movabsq	$895430748355387037, %rdx
	movq	%rcx, %rax
	mulq	%rdx
	movq	%rcx, %rax
	subq	%rdx, %rax
	shrq	%rax
	addq	%rdx, %rax
	shrq	$19, %rax
	movq	%rax, %rsi
	movq	ul(%rip), %rcx
	movabsq	$3620389023812154991, %rdx
	movq	%rcx, %rax
	mulq	%rdx
	movq	%rcx, %rax
	subq	%rdx, %rax
	shrq	%rax
	addq	%rdx, %rax
	shrq	$6, %rax
	imulq	$107, %rax, %rdx
	movq	%rcx, %rax
	subq	%rdx, %rax
	leaq	(%rsi,%rax), %rdx
	movq	ul(%rip), %rax
	shrq	$7, %rax
	addq	%rax, %rdx
	movq	ul(%rip), %rax
	salq	$5, %rax
	addq	%rdx, %rax
	movq	%rax, %rsi
	movl	$.LC11, %edi
	call	hex
	movl	ui(%rip), %eax
	sall	$5, %eax
	movl	%eax, %edx
	movl	ui(%rip), %eax
	shrl	$27, %eax
	orl	%edx, %eax
	movl	%eax, %ecx
	movq	ul(%rip), %rax
	salq	$20, %rax
	movq	%rax, %rdx
	movq	ul(%rip), %rax
	shrq	$44, %rax
	orq	%rdx, %rax
	xorq	%rax, %rcx
	movq	%rcx, %rdx
	movzbl	uc(%rip), %eax
	movzbl	%al, %eax
	sall	$3, %eax
	movl	%eax, %ecx
	movzbl	uc(%rip), %eax
	shrb	$5, %al
	orl	%ecx, %eax
	movzbl	%al, %eax
	xorq	%rax, %rdx
	movzwl	us(%rip), %eax
	shrw	$4, %ax
	movl	%eax, %ecx
	movzwl	us(%rip), %eax
	movzwl	%ax, %eax
	sall	$12, %eax
	orl	%ecx, %eax
	movzwl	%ax, %eax
	xorq	%rdx, %rax
	movq	%rax, %rsi
	movl	$.LC12, %edi
	call	hex
	movq	ul(%rip), %rdx
	movl	i(%rip), %eax
	andl	$63, %eax
	movl	%eax, %ecx
	shrq	%cl, %rdx
	movq	%rdx, %rax
	salq	$4, %rax
	andl	$16, %eax
	movq	%rax, %rsi
	movl	ui(%rip), %edx
	movzbl	c(%rip), %eax
	movsbl	%al, %eax
	andl	$31, %eax
	movl	%eax, %ecx
	shrl	%cl, %edx
	movl	%edx, %eax
	sall	$3, %eax
	movl	%eax, %eax
	andl	$8, %eax
	orq	%rax, %rsi
	movq	%rsi, %rdx
	movq	ul(%rip), %rax
	rep bsfq	%rax, %rax
	cltq
	orq	%rax, %rdx
	movl	ui(%rip), %eax
	bsrl	%eax, %eax
	xorl	$31, %eax
	sall	$8, %eax
	cltq
	orq	%rdx, %rax
	movq	%rax, %rsi
	movl	$.LC13, %edi
	call	hex
	movl	ui(%rip), %eax
	bswap	%eax
	movl	%eax, %edx
	movq	ul(%rip), %rax
	bswap	%rax
	xorq	%rax, %rdx
	movzwl	us(%rip), %eax
	movzwl	%ax, %eax
	rolw	$8, %ax
	movzwl	%ax, %eax
	xorq	%rdx, %rax
	movq	%rax, %rsi
	movl	$.LC14, %edi
	call	hex
	movzbl	c(%rip), %eax
	movsbw	%al, %dx
	movzwl	s(%rip), %eax
	cmpw	%ax, %dx
	setl	%al
	movzbl	%al, %edx
	movl	i(%rip), %eax
	movslq	%eax, %rcx
	movq	l(%rip), %rax
	cmpq	%rax, %rcx
	jge	.L27
	movl	$2, %eax
	jmp	.L28
.L27:
	movl	$0, %eax
.L28:
	orl	%edx, %eax
	movl	%eax, %ecx
	movzbl	uc(%rip), %eax
	movzbl	%al, %edx
	movzwl	us(%rip), %eax
	cmpw	%ax, %dx
	jnb	.L29
	movl	$4, %eax
	jmp	.L30
.L29:
	movl	$0, %eax
.L30:
	orl	%ecx, %eax
	movl	%eax, %edx
	movl	ui(%rip), %eax
	movl	%eax, %ecx
	movq	ul(%rip), %rax
	cmpq	%rax, %rcx
	jnb	.L31
	movl	$8, %eax
	jmp	.L32
.L31:
	movl	$0, %eax
.L32:
	orl	%eax, %edx
	movl	i(%rip), %eax
	movl	%eax, %ecx
	movl	ui(%rip), %eax
	cmpl	%eax, %ecx
	jnb	.L33
	movl	$16, %eax
	jmp	.L34
.L33:
	movl	$0, %eax
.L34:
	orl	%eax, %edx
	movq	ul(%rip), %rax
	movq	%rax, %rcx
	movq	l(%rip), %rax
	cmpq	%rax, %rcx
	jge	.L35
	movl	$32, %eax
	jmp	.L36
.L35:
	movl	$0, %eax
.L36:
	orl	%eax, %edx
	movzbl	c(%rip), %eax
	movzbl	uc(%rip), %ecx
	cmpb	%cl, %al
	jne	.L37
	movl	$64, %eax
	jmp	.L38
.L37:
	movl	$0, %eax
.L38:
	orl	%edx, %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC15, %edi
	call	line
	movl	ui(%rip), %eax
	movl	%eax, %edx
	shrl	$16, %edx
	xorl	%edx, %eax
	xorb	%ah, %al
	setnp	%al
	movzbl	%al, %ebx
	movq	ul(%rip), %rax
	movq	%rax, %rdi
	call	ones
	addl	%eax, %eax
	addl	%ebx, %eax
	cltq
	movq	%rax, %rsi
	movl	$.LC16, %edi
	call	line
	movq	l(%rip), %rax
	movq	%rax, -64(%rbp)
	sarq	$63, %rax
	movq	%rax, -56(%rbp)
	movq	l(%rip), %rax
	movq	%rax, -80(%rbp)
	sarq	$63, %rax
	movq	%rax, -72(%rbp)
	movq	-64(%rbp), %rbx
	movq	-56(%rbp), %rsi
	movq	%rsi, %rdx
	movq	-80(%rbp), %r8
	movq	-72(%rbp), %r9
	movq	%r8, %rax
	imulq	%rax, %rdx
	movq	%r9, %rax
	movq	%rbx, %rdi
	imulq	%rdi, %rax
	leaq	(%rdx,%rax), %rcx
	movq	%rbx, %rax
	mulq	%r8
	addq	%rdx, %rcx
	movq	%rcx, %rdx
	movq	%rdx, %rax
	movq	%rax, %rdx
	sarq	$63, %rdx
	movq	%rax, %rsi
	movl	$.LC17, %edi
	call	line
	movq	ul(%rip), %rax
	movq	%rax, %r14
	movl	$0, %r15d
	movq	ul(%rip), %rax
	movq	%rax, %r12
	movl	$0, %r13d
	movq	%r15, %rdx
	imulq	%r12, %rdx
	movq	%r13, %rax
	imulq	%r14, %rax
	leaq	(%rdx,%rax), %rcx
	movq	%r14, %rax
	mulq	%r12
	addq	%rdx, %rcx
	movq	%rcx, %rdx
	movq	%rdx, %rax
	xorl	%edx, %edx
	movq	%rax, %rsi
	movl	$.LC18, %edi
	call	hex
	movzwl	s(%rip), %eax
	movl	%eax, %edx
	movzbl	c(%rip), %eax
	xorl	%eax, %edx
	movl	i(%rip), %eax
	xorl	%eax, %edx
	movq	l(%rip), %rax
	xorl	%edx, %eax
	movzbl	%al, %eax
	addq	$40, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE11:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
