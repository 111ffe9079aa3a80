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
	.section	.rodata.str1.1
.LC3:
	.string	" 0x"
	.text
	.type	hex, @function
hex:
.LFB8:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movq	%rsi, %rbx
	call	print
	movl	$.LC3, %edi
	call	print
	movl	$16, %esi
	movq	%rbx, %rdi
	call	print_unsigned
	movl	$.LC2, %edi
	call	print
	popq	%rbx
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE8:
	.size	hex, .-hex
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
	pushq	%r14
	.cfi_def_cfa_offset 16
	.cfi_offset 14, -16
	pushq	%r13
	.cfi_def_cfa_offset 24
	.cfi_offset 13, -24
	pushq	%r12
	.cfi_def_cfa_offset 32
	.cfi_offset 12, -32
	pushq	%rbp
	.cfi_def_cfa_offset 40
	.cfi_offset 6, -40
	pushq	%rbx
	.cfi_def_cfa_offset 48
	.cfi_offset 3, -48
	movzbl	c(%rip), %edi
	movzbl	c(%rip), %esi
	movzbl	c(%rip), %ecx
	movl	$86, %edx
	movl	%edx, %eax
	imulb	%dil
	movl	%eax, %edx
	shrw	$8, %dx
	sarb	$7, %dil
	subl	%edi, %edx
	movsbl	%dl, %edx
	leal	0(,%rdx,8), %eax
	subl	%edx, %eax
	movslq	%eax, %rdx
	imulq	$1717986919, %rdx, %rdx
	sarq	$33, %rdx
	movl	%eax, %edi
	sarl	$31, %edi
	subl	%edi, %edx
	leal	(%rdx,%rdx,4), %edx
	subl	%edx, %eax
	movl	%esi, %edx
	sarb	$2, %dl
	movsbl	%dl, %edx
	leal	(%rax,%rdx), %esi
	leal	(%rcx,%rcx,2), %eax
	movsbl	%al, %eax
	addl	%eax, %esi
	movslq	%esi, %rsi
	movl	$.LC4, %edi
	call	line
	movzwl	s(%rip), %eax
	movzwl	s(%rip), %r8d
	movzwl	s(%rip), %edi
	movzwl	s(%rip), %ecx
	movzwl	us(%rip), %edx
	movswl	%ax, %esi
	imull	$5958, %esi, %esi
	shrl	$16, %esi
	sarw	$15, %ax
	subl	%eax, %esi
	movswl	%si, %esi
	movswl	%r8w, %eax
	imull	$20165, %eax, %eax
	sarl	$18, %eax
	movl	%r8d, %r9d
	sarw	$15, %r9w
	subl	%r9d, %eax
	leal	(%rax,%rax,2), %r9d
	leal	(%rax,%r9,4), %r9d
	movl	%r8d, %eax
	subl	%r9d, %eax
	cwtl
	addl	%eax, %esi
	movl	%edi, %eax
	sarw	$3, %ax
	cwtl
	addl	%eax, %esi
	leal	(%rcx,%rcx,4), %eax
	cwtl
	addl	%eax, %esi
	movswl	%dx, %edx
	addl	%edx, %esi
	movslq	%esi, %rsi
	movl	$.LC5, %edi
	call	line
	movl	i(%rip), %eax
	movl	i(%rip), %edx
	movl	i(%rip), %edi
	movl	ui(%rip), %ecx
	movslq	%eax, %rsi
	imulq	$1098413215, %rsi, %rsi
	sarq	$40, %rsi
	sarl	$31, %eax
	subl	%eax, %esi
	movslq	%edx, %rax
	imulq	$354224107, %rax, %rax
	sarq	$35, %rax
	movl	%edx, %r8d
	sarl	$31, %r8d
	subl	%r8d, %eax
	imull	$97, %eax, %eax
	subl	%eax, %edx
	addl	%edx, %esi
	sarl	$5, %edi
	addl	%edi, %esi
	addl	%ecx, %esi
	movslq	%esi, %rsi
	movl	$.LC6, %edi
	call	line
	movq	l(%rip), %r9
	movq	l(%rip), %rsi
	movq	l(%rip), %r8
	movq	ul(%rip), %rdi
	movabsq	$-8775366530925146571, %rdx
	movq	%r9, %rax
	imulq	%rdx
	leaq	(%rdx,%r9), %rcx
	sarq	$19, %rcx
	sarq	$63, %r9
	subq	%r9, %rcx
	movabsq	$-6757718126012409997, %rdx
	movq	%rsi, %rax
	imulq	%rdx
	addq	%rsi, %rdx
	sarq	$6, %rdx
	movq	%rsi, %rax
	sarq	$63, %rax
	subq	%rax, %rdx
	leaq	(%rdx,%rdx,4), %rax
	leaq	(%rax,%rax,4), %rax
	leaq	(%rdx,%rax,4), %rdx
	movq	%rsi, %rax
	subq	%rdx, %rax
	leaq	(%rcx,%rax), %rsi
	sarq	$9, %r8
	addq	%r8, %rsi
	addq	%rdi, %rsi
	movl	$.LC7, %edi
	call	line
	movzbl	uc(%rip), %edx
	movzbl	uc(%rip), %esi
	movzbl	uc(%rip), %r8d
	movzbl	uc(%rip), %edi
	movl	$37, %ecx
	movl	%ecx, %eax
	mulb	%dl
	shrw	$8, %ax
	subl	%eax, %edx
	shrb	%dl
	addl	%eax, %edx
	shrb	$2, %dl
	movzbl	%dl, %edx
	movl	$57, %ecx
	movl	%ecx, %eax
	mulb	%sil
	shrw	$9, %ax
	leal	(%rax,%rax,8), %eax
	subl	%eax, %esi
	movzbl	%sil, %esi
	addl	%edx, %esi
	shrb	%r8b
	movzbl	%r8b, %r8d
	addl	%r8d, %esi
	addl	$100, %edi
	movzbl	%dil, %edi
	addl	%edi, %esi
	movslq	%esi, %rsi
	movl	$.LC8, %edi
	call	line
	movzwl	us(%rip), %esi
	movzwl	us(%rip), %edx
	movzwl	us(%rip), %r8d
	movzwl	us(%rip), %ecx
	movzwl	us(%rip), %edi
	movzwl	%si, %esi
	imull	$61681, %esi, %esi
	shrl	$20, %esi
	movzwl	%dx, %eax
	imull	$55189, %eax, %eax
	shrl	$20, %eax
	leal	(%rax,%rax,8), %r9d
	leal	(%rax,%r9,2), %eax
	subl	%eax, %edx
	movzwl	%dx, %edx
	addl	%edx, %esi
	movl	%r8d, %eax
	shrw	$3, %ax
	movzwl	%ax, %eax
	addl	%eax, %esi
	movl	%ecx, %eax
	imull	%edi, %eax
	movzwl	%ax, %eax
	addl	%eax, %esi
	movslq	%esi, %rsi
	movl	$.LC9, %edi
	call	line
	movl	ui(%rip), %eax
	movl	ui(%rip), %r8d
	movl	ui(%rip), %edi
	movl	ui(%rip), %esi
	movl	%eax, %eax
	imulq	$1096222959, %rax, %rax
	shrq	$40, %rax
	movl	%r8d, %ecx
	imulq	$527452125, %rcx, %rcx
	shrq	$32, %rcx
	movl	%r8d, %edx
	subl	%ecx, %edx
	shrl	%edx
	addl	%ecx, %edx
	shrl	$5, %edx
	imull	$57, %edx, %edx
	subl	%edx, %r8d
	addl	%r8d, %eax
	shrl	$5, %edi
	addl	%edi, %eax
	leal	(%rax,%rsi,8), %esi
	movl	$.LC10, %edi
	call	line
	movq	ul(%rip), %rcx
	movq	ul(%rip), %rsi
	movq	ul(%rip), %r8
	movq	ul(%rip), %rdi
	movabsq	$895430748355387037, %rdx
	movq	%rcx, %rax
	mulq	%rdx
	subq	%rdx, %rcx
	shrq	%rcx
	addq	%rdx, %rcx
	shrq	$19, %rcx
	movabsq	$3620389023812154991, %rdx
	movq	%rsi, %rax
	mulq	%rdx
	movq	%rsi, %rax
	subq	%rdx, %rax
	shrq	%rax
	addq	%rax, %rdx
	shrq	$6, %rdx
	imulq	$107, %rdx, %rdx
	subq	%rdx, %rsi
	addq	%rcx, %rsi
	shrq	$7, %r8
	addq	%r8, %rsi
	salq	$5, %rdi
	addq	%rdi, %rsi
	movl	$.LC11, %edi
	call	hex
	movl	ui(%rip), %esi
	movl	ui(%rip), %r10d
	movq	ul(%rip), %rcx
	movq	ul(%rip), %r9
	movzbl	uc(%rip), %edx
	movzbl	uc(%rip), %r8d
	movzwl	us(%rip), %edi
	movzwl	us(%rip), %eax
	sall	$5, %esi
	shrl	$27, %r10d
	orl	%r10d, %esi
	salq	$20, %rcx
	shrq	$44, %r9
	orq	%r9, %rcx
	xorq	%rcx, %rsi
	movl	%r8d, %ecx
	shrb	$5, %cl
	sall	$3, %edx
	orl	%ecx, %edx
	movzbl	%dl, %edx
	xorq	%rdx, %rsi
	shrw	$4, %di
	movl	%edi, %edx
	sall	$12, %eax
	orl	%edx, %eax
	movzwl	%ax, %eax
	xorq	%rax, %rsi
	movl	$.LC12, %edi
	call	hex
	movq	ul(%rip), %rax
	movl	i(%rip), %ecx
	movl	ui(%rip), %edx
	movzbl	c(%rip), %r9d
	movq	ul(%rip), %r8
	rep bsfq	%r8, %r8
	movl	ui(%rip), %esi
	bsrl	%esi, %edi
	xorl	$31, %edi
	shrq	%cl, %rax
	salq	$4, %rax
	andl	$16, %eax
	movl	%r9d, %ecx
	shrl	%cl, %edx
	sall	$3, %edx
	andl	$8, %edx
	orq	%rdx, %rax
	movq	%rax, %rsi
	movslq	%r8d, %r8
	orq	%r8, %rsi
	movl	%edi, %eax
	sall	$8, %eax
	cltq
	orq	%rax, %rsi
	movl	$.LC13, %edi
	call	hex
	movl	ui(%rip), %esi
	bswap	%esi
	movq	ul(%rip), %rdx
	bswap	%rdx
	movzwl	us(%rip), %eax
	rolw	$8, %ax
	movl	%esi, %esi
	movzwl	%ax, %eax
	xorq	%rax, %rsi
	xorq	%rdx, %rsi
	movl	$.LC14, %edi
	call	hex
	movzbl	c(%rip), %r9d
	movzwl	s(%rip), %r12d
	movl	i(%rip), %ebx
	movq	l(%rip), %r13
	movzbl	uc(%rip), %esi
	movzwl	us(%rip), %r14d
	movl	ui(%rip), %eax
	movq	ul(%rip), %rbp
	movl	i(%rip), %r11d
	movl	ui(%rip), %r10d
	movq	ul(%rip), %r8
	movq	l(%rip), %rdi
	movzbl	c(%rip), %edx
	movzbl	uc(%rip), %ecx
	movzbl	%sil, %esi
	cmpw	%r14w, %si
	setb	%sil
	movzbl	%sil, %esi
	sall	$2, %esi
	movslq	%ebx, %rbx
	cmpq	%r13, %rbx
	setl	%bl
	movzbl	%bl, %ebx
	addl	%ebx, %ebx
	orl	%ebx, %esi
	movsbw	%r9b, %r9w
	cmpw	%r12w, %r9w
	setl	%r9b
	movzbl	%r9b, %r9d
	orl	%r9d, %esi
	movl	%eax, %eax
	cmpq	%rbp, %rax
	setb	%al
	movzbl	%al, %eax
	sall	$3, %eax
	orl	%eax, %esi
	cmpl	%r10d, %r11d
	setb	%al
	movzbl	%al, %eax
	sall	$4, %eax
	orl	%eax, %esi
	cmpq	%rdi, %r8
	setl	%al
	movzbl	%al, %eax
	sall	$5, %eax
	orl	%eax, %esi
	cmpb	%dl, %cl
	sete	%al
	movzbl	%al, %eax
	sall	$6, %eax
	orl	%eax, %esi
	movslq	%esi, %rsi
	movl	$.LC15, %edi
	call	line
	movl	ui(%rip), %eax
	movl	%eax, %edx
	shrl	$16, %edx
	xorl	%edx, %eax
	xorb	%ah, %al
	setnp	%sil
	movzbl	%sil, %esi
	movq	ul(%rip), %rax
	testq	%rax, %rax
	je	.L24
	movl	$0, %ecx
.L23:
	addl	$1, %ecx
	leaq	-1(%rax), %rdx
	andq	%rdx, %rax
	jne	.L23
.L22:
	leal	(%rsi,%rcx,2), %esi
	movslq	%esi, %rsi
	movl	$.LC16, %edi
	call	line
	movq	l(%rip), %rax
	movq	l(%rip), %rdx
	movq	%rax, %rsi
	sarq	$63, %rsi
	movq	%rdx, %rcx
	sarq	$63, %rcx
	imulq	%rdx, %rsi
	imulq	%rax, %rcx
	addq	%rcx, %rsi
	mulq	%rdx
	addq	%rdx, %rsi
	movl	$.LC17, %edi
	call	line
	movq	ul(%rip), %rax
	movq	ul(%rip), %rdx
	mulq	%rdx
	movq	%rdx, %rsi
	movl	$.LC18, %edi
	call	hex
	movzwl	s(%rip), %eax
	movzbl	c(%rip), %ecx
	movl	i(%rip), %esi
	movq	l(%rip), %rdx
	xorl	%esi, %eax
	xorl	%ecx, %eax
	xorl	%edx, %eax
	movzbl	%al, %eax
	popq	%rbx
	.cfi_remember_state
	.cfi_def_cfa_offset 40
	popq	%rbp
	.cfi_def_cfa_offset 32
	popq	%r12
	.cfi_def_cfa_offset 24
	popq	%r13
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	ret
.L24:
	.cfi_restore_state
	movl	$0, %ecx
	jmp	.L22
	.cfi_endproc
.LFE11:
	.size	main, .-main
	.globl	ul
	.data
	.align 8
	.type	ul, @object
	.size	ul, 8
ul:
	.quad	-6101065172474983726
	.globl	ui
	.align 4
	.type	ui, @object
	.size	ui, 4
ui:
	.long	-838178284
	.globl	us
	.align 2
	.type	us, @object
	.size	us, 2
us:
	.value	-11215
	.globl	uc
	.type	uc, @object
	.size	uc, 1
uc:
	.byte	-56
	.globl	l
	.align 8
	.type	l, @object
	.size	l, 8
l:
	.quad	-1234567890123456789
	.globl	i
	.align 4
	.type	i, @object
	.size	i, 4
i:
	.long	-1234567891
	.globl	s
	.align 2
	.type	s, @object
	.size	s, 2
s:
	.value	-12345
	.globl	c
	.type	c, @object
	.size	c, 1
c:
	.byte	-77
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
