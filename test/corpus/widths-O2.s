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
	.p2align 4
	.type	print_unsigned, @function
print_unsigned:
.LFB5:
	.cfi_startproc
	movb	$0, -1(%rsp)
	movl	%esi, %esi
	movl	$64, %r8d
	jmp	.L4
	.p2align 4,,10
	.p2align 3
.L7:
	movq	%rdx, %r8
	movq	%rax, %rdi
.L4:
	xorl	%edx, %edx
	movq	%rdi, %rax
	divq	%rsi
	leal	48(%rdx), %r9d
	leal	87(%rdx), %ecx
	cmpq	$9, %rdx
	cmovbe	%r9d, %ecx
	leaq	-1(%r8), %rdx
	movb	%cl, -66(%rsp,%r8)
	cmpq	%rsi, %rdi
	jnb	.L7
	movslq	%r8d, %r8
	leaq	-66(%rsp), %rax
	xorl	%edx, %edx
	leaq	(%rax,%r8), %rsi
	cmpb	$0, (%rsi)
	je	.L5
	.p2align 4,,10
	.p2align 3
.L6:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L6
.L5:
	movl	$1, %eax
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE5:
	.size	print_unsigned, .-print_unsigned
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
	je	.L12
	.p2align 4,,10
	.p2align 3
.L13:
	addq	$1, %rdx
	cmpb	$0, (%r8,%rdx)
	jne	.L13
.L12:
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
	jns	.L19
	movl	$.LC2, %esi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%r9, %rdi
	movl	$10, %esi
	negq	%rdi
	call	print_unsigned
.L15:
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
.L19:
	movl	$10, %esi
	movq	%r9, %rdi
	call	print_unsigned
	jmp	.L15
	.cfi_endproc
.LFE7:
	.size	line, .-line
	.section	.rodata.str1.1
.LC3:
	.string	" 0x"
	.text
	.p2align 4
	.type	hex, @function
hex:
.LFB8:
	.cfi_startproc
	xorl	%edx, %edx
	cmpb	$0, (%rdi)
	movq	%rdi, %r8
	movq	%rsi, %r9
	je	.L21
	.p2align 4,,10
	.p2align 3
.L22:
	addq	$1, %rdx
	cmpb	$0, (%r8,%rdx)
	jne	.L22
.L21:
	movl	$1, %eax
	movq	%r8, %rsi
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L23:
	addq	$1, %rdx
	cmpb	$0, .LC3(%rdx)
	jne	.L23
	movl	$1, %r10d
	movl	$.LC3, %esi
	movq	%r10, %rax
	movq	%r10, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movl	$16, %esi
	movq	%r9, %rdi
	call	print_unsigned
	movl	$.LC1, %esi
	movq	%r10, %rax
	movq	%r10, %rdi
	movq	%r10, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE8:
	.size	hex, .-hex
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
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB11:
	.cfi_startproc
	movzbl	c(%rip), %edi
	movl	$86, %eax
	movzbl	c(%rip), %esi
	pushq	%r14
	.cfi_def_cfa_offset 16
	.cfi_offset 14, -16
	movzbl	c(%rip), %ecx
	pushq	%r13
	.cfi_def_cfa_offset 24
	.cfi_offset 13, -24
	imulb	%dil
	sarb	$7, %dil
	pushq	%r12
	.cfi_def_cfa_offset 32
	.cfi_offset 12, -32
	pushq	%rbp
	.cfi_def_cfa_offset 40
	.cfi_offset 6, -40
	pushq	%rbx
	.cfi_def_cfa_offset 48
	.cfi_offset 3, -48
	movl	%eax, %edx
	shrw	$8, %dx
	subl	%edi, %edx
	movsbl	%dl, %edx
	leal	0(,%rdx,8), %eax
	subl	%edx, %eax
	movslq	%eax, %rdx
	movl	%eax, %edi
	imulq	$1717986919, %rdx, %rdx
	sarl	$31, %edi
	sarq	$33, %rdx
	subl	%edi, %edx
	movl	$.LC4, %edi
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
	call	line
	movswl	s(%rip), %esi
	movzwl	s(%rip), %r8d
	movzwl	s(%rip), %edi
	movzwl	s(%rip), %ecx
	movl	%esi, %eax
	imull	$5958, %esi, %esi
	movl	%r8d, %r9d
	movswl	us(%rip), %edx
	sarw	$15, %ax
	sarw	$15, %r9w
	shrl	$16, %esi
	subl	%eax, %esi
	movswl	%r8w, %eax
	imull	$20165, %eax, %eax
	movswl	%si, %esi
	sarl	$18, %eax
	subl	%r9d, %eax
	leal	(%rax,%rax,2), %r9d
	leal	(%rax,%r9,4), %r9d
	movl	%r8d, %eax
	subl	%r9d, %eax
	cwtl
	addl	%eax, %esi
	movl	%edi, %eax
	movl	$.LC5, %edi
	sarw	$3, %ax
	cwtl
	addl	%eax, %esi
	leal	(%rcx,%rcx,4), %eax
	cwtl
	addl	%eax, %esi
	addl	%edx, %esi
	movslq	%esi, %rsi
	call	line
	movslq	i(%rip), %rsi
	movl	i(%rip), %edx
	movl	i(%rip), %edi
	movl	ui(%rip), %ecx
	movq	%rsi, %rax
	imulq	$1098413215, %rsi, %rsi
	movl	%edx, %r8d
	sarl	$31, %eax
	sarq	$40, %rsi
	subl	%eax, %esi
	movslq	%edx, %rax
	imulq	$354224107, %rax, %rax
	sarl	$31, %r8d
	sarl	$5, %edi
	sarq	$35, %rax
	subl	%r8d, %eax
	imull	$97, %eax, %eax
	subl	%eax, %edx
	addl	%edx, %esi
	addl	%edi, %esi
	movl	$.LC6, %edi
	addl	%ecx, %esi
	movslq	%esi, %rsi
	call	line
	movq	l(%rip), %r9
	movabsq	$-8775366530925146571, %rax
	movq	l(%rip), %rsi
	movq	l(%rip), %r8
	movq	ul(%rip), %rdi
	imulq	%r9
	movabsq	$-6757718126012409997, %rax
	sarq	$9, %r8
	leaq	(%rdx,%r9), %rcx
	sarq	$63, %r9
	imulq	%rsi
	movq	%rsi, %rax
	sarq	$19, %rcx
	sarq	$63, %rax
	subq	%r9, %rcx
	addq	%rsi, %rdx
	sarq	$6, %rdx
	subq	%rax, %rdx
	leaq	(%rdx,%rdx,4), %rax
	leaq	(%rax,%rax,4), %rax
	leaq	(%rdx,%rax,4), %rdx
	movq	%rsi, %rax
	subq	%rdx, %rax
	leaq	(%rcx,%rax), %rsi
	addq	%r8, %rsi
	addq	%rdi, %rsi
	movl	$.LC7, %edi
	call	line
	movzbl	uc(%rip), %edx
	movl	$37, %eax
	movzbl	uc(%rip), %esi
	movzbl	uc(%rip), %r8d
	movzbl	uc(%rip), %edi
	mulb	%dl
	shrw	$8, %ax
	subl	%eax, %edx
	shrb	%dl
	addl	%eax, %edx
	movl	$57, %eax
	mulb	%sil
	shrb	$2, %dl
	movzbl	%dl, %edx
	shrw	$9, %ax
	shrb	%r8b
	addl	$100, %edi
	leal	(%rax,%rax,8), %eax
	movzbl	%r8b, %r8d
	movzbl	%dil, %edi
	subl	%eax, %esi
	movzbl	%sil, %esi
	addl	%edx, %esi
	addl	%r8d, %esi
	addl	%edi, %esi
	movl	$.LC8, %edi
	movslq	%esi, %rsi
	call	line
	movzwl	us(%rip), %esi
	movzwl	us(%rip), %eax
	movzwl	us(%rip), %r8d
	movzwl	us(%rip), %ecx
	movl	%eax, %edx
	imull	$55189, %eax, %eax
	movzwl	us(%rip), %edi
	imull	$61681, %esi, %esi
	shrl	$20, %eax
	leal	(%rax,%rax,8), %r9d
	shrl	$20, %esi
	leal	(%rax,%r9,2), %eax
	subl	%eax, %edx
	movl	%r8d, %eax
	movzwl	%dx, %edx
	shrw	$3, %ax
	addl	%edx, %esi
	movzwl	%ax, %eax
	addl	%eax, %esi
	movl	%ecx, %eax
	imull	%edi, %eax
	movl	$.LC9, %edi
	movzwl	%ax, %eax
	addl	%eax, %esi
	movslq	%esi, %rsi
	call	line
	movl	ui(%rip), %eax
	movl	ui(%rip), %ecx
	movl	ui(%rip), %edi
	movl	ui(%rip), %esi
	movq	%rcx, %r8
	imulq	$527452125, %rcx, %rcx
	movl	%r8d, %edx
	imulq	$1096222959, %rax, %rax
	shrl	$5, %edi
	shrq	$32, %rcx
	subl	%ecx, %edx
	shrq	$40, %rax
	shrl	%edx
	addl	%ecx, %edx
	shrl	$5, %edx
	imull	$57, %edx, %edx
	subl	%edx, %r8d
	addl	%r8d, %eax
	addl	%edi, %eax
	movl	$.LC10, %edi
	leal	(%rax,%rsi,8), %esi
	call	line
	movq	ul(%rip), %rcx
	movabsq	$895430748355387037, %rax
	movq	ul(%rip), %rsi
	movq	ul(%rip), %r8
	movq	ul(%rip), %rdi
	mulq	%rcx
	movabsq	$3620389023812154991, %rax
	shrq	$7, %r8
	salq	$5, %rdi
	subq	%rdx, %rcx
	shrq	%rcx
	addq	%rdx, %rcx
	mulq	%rsi
	movq	%rsi, %rax
	shrq	$19, %rcx
	subq	%rdx, %rax
	shrq	%rax
	addq	%rax, %rdx
	shrq	$6, %rdx
	imulq	$107, %rdx, %rdx
	subq	%rdx, %rsi
	addq	%rcx, %rsi
	addq	%r8, %rsi
	addq	%rdi, %rsi
	movl	$.LC11, %edi
	call	hex
	movl	ui(%rip), %esi
	movl	ui(%rip), %r10d
	movq	ul(%rip), %rcx
	movq	ul(%rip), %r9
	shrl	$27, %r10d
	movzbl	uc(%rip), %edx
	sall	$5, %esi
	movzbl	uc(%rip), %r8d
	shrq	$44, %r9
	salq	$20, %rcx
	orl	%r10d, %esi
	movzwl	us(%rip), %edi
	orq	%r9, %rcx
	sall	$3, %edx
	movzwl	us(%rip), %eax
	xorq	%rcx, %rsi
	movl	%r8d, %ecx
	shrw	$4, %di
	shrb	$5, %cl
	sall	$12, %eax
	orl	%ecx, %edx
	movzbl	%dl, %edx
	xorq	%rdx, %rsi
	movl	%edi, %edx
	movl	$.LC12, %edi
	orl	%edx, %eax
	movzwl	%ax, %eax
	xorq	%rax, %rsi
	call	hex
	movq	ul(%rip), %rax
	movl	i(%rip), %ecx
	movl	ui(%rip), %edx
	movzbl	c(%rip), %r9d
	movq	ul(%rip), %r8
	movl	ui(%rip), %esi
	rep bsfq	%r8, %r8
	bsrl	%esi, %edi
	shrq	%cl, %rax
	movl	%r9d, %ecx
	shrl	%cl, %edx
	salq	$4, %rax
	xorl	$31, %edi
	movslq	%r8d, %r8
	sall	$3, %edx
	andl	$16, %eax
	andl	$8, %edx
	orq	%rdx, %rax
	movq	%rax, %rsi
	movl	%edi, %eax
	movl	$.LC13, %edi
	sall	$8, %eax
	orq	%r8, %rsi
	cltq
	orq	%rax, %rsi
	call	hex
	movl	ui(%rip), %esi
	movl	$.LC14, %edi
	movq	ul(%rip), %rdx
	movzwl	us(%rip), %eax
	bswap	%esi
	movl	%esi, %esi
	bswap	%rdx
	rolw	$8, %ax
	movzwl	%ax, %eax
	xorq	%rax, %rsi
	xorq	%rdx, %rsi
	call	hex
	movsbw	c(%rip), %r9w
	movzwl	s(%rip), %r12d
	movslq	i(%rip), %rbx
	movq	l(%rip), %r13
	movzbl	uc(%rip), %esi
	movzwl	us(%rip), %r14d
	movl	ui(%rip), %eax
	movq	ul(%rip), %rbp
	cmpw	%r14w, %si
	movl	i(%rip), %r11d
	movl	ui(%rip), %r10d
	setb	%sil
	movq	ul(%rip), %r8
	movq	l(%rip), %rdi
	movzbl	%sil, %esi
	movzbl	c(%rip), %edx
	movzbl	uc(%rip), %ecx
	sall	$2, %esi
	cmpq	%r13, %rbx
	setl	%bl
	movzbl	%bl, %ebx
	addl	%ebx, %ebx
	orl	%ebx, %esi
	cmpw	%r12w, %r9w
	setl	%r9b
	movzbl	%r9b, %r9d
	orl	%r9d, %esi
	cmpq	%rbp, %rax
	setb	%al
	movzbl	%al, %eax
	sall	$3, %eax
	orl	%eax, %esi
	xorl	%eax, %eax
	cmpl	%r10d, %r11d
	setb	%al
	sall	$4, %eax
	orl	%eax, %esi
	xorl	%eax, %eax
	cmpq	%rdi, %r8
	movl	$.LC15, %edi
	setl	%al
	sall	$5, %eax
	orl	%eax, %esi
	xorl	%eax, %eax
	cmpb	%dl, %cl
	sete	%al
	sall	$6, %eax
	orl	%eax, %esi
	movslq	%esi, %rsi
	call	line
	movl	ui(%rip), %eax
	xorl	%esi, %esi
	movl	%eax, %edx
	shrl	$16, %edx
	xorl	%edx, %eax
	xorb	%ah, %al
	movq	ul(%rip), %rax
	setnp	%sil
	xorl	%ecx, %ecx
	testq	%rax, %rax
	je	.L30
	.p2align 4,,10
	.p2align 3
.L31:
	leaq	-1(%rax), %rdx
	addl	$1, %ecx
	andq	%rdx, %rax
	jne	.L31
.L30:
	leal	(%rsi,%rcx,2), %esi
	movl	$.LC16, %edi
	movslq	%esi, %rsi
	call	line
	movq	l(%rip), %rsi
	movl	$.LC17, %edi
	movq	l(%rip), %rdx
	movq	%rsi, %rax
	imulq	%rdx
	movq	%rdx, %rsi
	call	line
	movq	ul(%rip), %rsi
	movl	$.LC18, %edi
	movq	ul(%rip), %rdx
	movq	%rsi, %rax
	mulq	%rdx
	movq	%rdx, %rsi
	call	hex
	movzwl	s(%rip), %eax
	popq	%rbx
	.cfi_def_cfa_offset 40
	movzbl	c(%rip), %ecx
	movl	i(%rip), %esi
	movq	l(%rip), %rdx
	popq	%rbp
	.cfi_def_cfa_offset 32
	xorl	%esi, %eax
	popq	%r12
	.cfi_def_cfa_offset 24
	popq	%r13
	.cfi_def_cfa_offset 16
	xorl	%ecx, %eax
	popq	%r14
	.cfi_def_cfa_offset 8
	xorl	%edx, %eax
	movzbl	%al, %eax
	ret
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
