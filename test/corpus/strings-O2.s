	.file	"strings.c"
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
	.type	find, @function
find:
.LFB11:
	.cfi_startproc
	cmpb	$0, (%rdi)
	je	.L7
	movzbl	(%rsi), %ecx
	testb	%cl, %cl
	je	.L2
	.p2align 4,,10
	.p2align 3
.L3:
	movl	%ecx, %edx
	xorl	%eax, %eax
	jmp	.L5
	.p2align 4,,10
	.p2align 3
.L4:
	addq	$1, %rax
	movzbl	(%rsi,%rax), %edx
	testb	%dl, %dl
	je	.L2
.L5:
	cmpb	%dl, (%rdi,%rax)
	je	.L4
	addq	$1, %rdi
	cmpb	$0, (%rdi)
	jne	.L3
.L7:
	xorl	%edi, %edi
.L2:
	movq	%rdi, %rax
	ret
	.cfi_endproc
.LFE11:
	.size	find, .-find
	.p2align 4
	.type	print_unsigned.constprop.0, @function
print_unsigned.constprop.0:
.LFB14:
	.cfi_startproc
	movb	$0, -1(%rsp)
	movl	$64, %ecx
	movabsq	$-3689348814741910323, %r8
	.p2align 4,,10
	.p2align 3
.L14:
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
	ja	.L14
	movslq	%edx, %rdx
	leaq	-66(%rsp), %rax
	leaq	(%rax,%rdx), %rsi
	xorl	%edx, %edx
	cmpb	$0, (%rsi)
	je	.L15
	.p2align 4,,10
	.p2align 3
.L16:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L16
.L15:
	movl	$1, %eax
	movq	%rax, %rdi
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE14:
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
	je	.L21
	.p2align 4,,10
	.p2align 3
.L22:
	addq	$1, %rdx
	cmpb	$0, (%r8,%rdx)
	jne	.L22
.L21:
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
	jns	.L28
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
.L24:
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
.L28:
	movq	%r9, %rdi
	call	print_unsigned.constprop.0
	jmp	.L24
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
	.string	"paging"
.LC4:
	.string	"segment"
.LC5:
	.string	"base"
.LC6:
	.string	"bounds"
.LC7:
	.string	"frame"
.LC8:
	.string	"tlb"
.LC9:
	.string	"walk"
.LC10:
	.string	"fault"
.LC11:
	.string	"swap"
.LC12:
	.string	"victim"
	.section	.rodata.str1.8,"aMS",@progbits,1
	.align 8
.LC13:
	.string	"the quick brown fox jumps over the lazy dog"
	.section	.rodata.str1.1
.LC14:
	.string	"fox"
.LC15:
	.string	"at"
.LC16:
	.string	"cat"
.LC17:
	.string	"none"
	.section	.text.startup,"ax",@progbits
	.p2align 4
	.globl	main
	.type	main, @function
main:
.LFB13:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movl	$112, %edx
	movl	$1, %r10d
	subq	$144, %rsp
	.cfi_def_cfa_offset 160
	movq	$.LC3, 64(%rsp)
	leaq	64(%rsp), %r9
	leaq	72(%rsp), %r11
	movq	$.LC4, 72(%rsp)
	movq	$.LC5, 80(%rsp)
	movq	$.LC6, 88(%rsp)
	movq	$.LC7, 96(%rsp)
	movq	$.LC8, 104(%rsp)
	movq	$.LC9, 112(%rsp)
	movq	$.LC10, 120(%rsp)
	movq	$.LC11, 128(%rsp)
	movq	$.LC12, 136(%rsp)
	.p2align 4,,10
	.p2align 3
.L32:
	movq	%r11, %r8
	movq	(%r8), %rsi
	movq	-8(%r8), %rdi
	testb	%dl, %dl
	je	.L37
	.p2align 4,,10
	.p2align 3
.L54:
	xorl	%eax, %eax
	jmp	.L36
	.p2align 4,,10
	.p2align 3
.L38:
	addq	$1, %rax
	movzbl	(%rdi,%rax), %edx
	testb	%dl, %dl
	je	.L37
.L36:
	movzbl	(%rsi,%rax), %ecx
	cmpb	%dl, %cl
	je	.L38
	jnb	.L37
	movq	%rdi, (%r8)
	subq	$8, %r8
	movq	%rsi, (%r8)
	cmpq	%r8, %r9
	je	.L37
	movq	-8(%r8), %rax
	movq	(%r8), %rsi
	movq	-8(%r8), %rdi
	movzbl	(%rax), %edx
	testb	%dl, %dl
	jne	.L54
	.p2align 4,,10
	.p2align 3
.L37:
	addl	$1, %r10d
	cmpl	$10, %r10d
	je	.L71
	movq	(%r11), %rax
	addq	$8, %r11
	movzbl	(%rax), %edx
	jmp	.L32
.L71:
	xorl	%r8d, %r8d
	movl	$1, %edi
	movl	$.LC0, %ebx
	movl	$.LC1, %r10d
.L35:
	movq	(%r9,%r8,8), %rsi
	xorl	%edx, %edx
	cmpb	$0, (%rsi)
	je	.L41
	.p2align 4,,10
	.p2align 3
.L42:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L42
.L41:
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$9, %r8
	movq	%r10, %rsi
	cmovne	%rbx, %rsi
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L44:
	addq	$1, %rdx
	cmpb	$0, (%rsi,%rdx)
	jne	.L44
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	addq	$1, %r8
	cmpq	$10, %r8
	jne	.L35
	movq	%rsp, %r10
	movl	$.LC13, %esi
	movl	$44, %ecx
	movq	%r10, %rdi
#APP
# 22 "c/runtime.h" 1
	rep movsb
# 0 "" 2
#NO_APP
	movl	$.LC14, %esi
	movq	%r10, %rdi
	call	find
	movl	$.LC15, %edi
	subq	%r10, %rax
	movq	%rax, %rsi
	call	line
	movl	$.LC16, %esi
	movq	%r10, %rdi
	call	find
	xorl	%esi, %esi
	movl	$.LC17, %edi
	testq	%rax, %rax
	sete	%sil
	call	line
	cmpb	$0, (%rsp)
	je	.L45
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L46:
	movq	%rdx, %rax
	addq	$1, %rdx
	cmpb	$0, (%r10,%rdx)
	jne	.L46
	addq	%r10, %rax
	cmpq	%rax, %r10
	jnb	.L47
	movq	%r10, %rdx
	.p2align 4,,10
	.p2align 3
.L48:
	movzbl	(%rdx), %ecx
	movzbl	(%rax), %esi
	addq	$1, %rdx
	subq	$1, %rax
	movb	%sil, -1(%rdx)
	movb	%cl, 1(%rax)
	cmpq	%rax, %rdx
	jb	.L48
	cmpb	$0, (%rsp)
	je	.L45
.L47:
	xorl	%edx, %edx
	.p2align 4,,10
	.p2align 3
.L49:
	addq	$1, %rdx
	cmpb	$0, (%r10,%rdx)
	jne	.L49
.L50:
	movl	$1, %edi
	movq	%r10, %rsi
	movq	%rdi, %rax
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movl	$.LC1, %esi
	movq	%rdi, %rax
	movq	%rdi, %rdx
#APP
# 16 "c/runtime.h" 1
	syscall
# 0 "" 2
#NO_APP
	movzbl	(%rsp), %edx
	testb	%dl, %dl
	je	.L57
	movq	%r10, %rax
	xorl	%ecx, %ecx
	movl	$1065233, %esi
	.p2align 4,,10
	.p2align 3
.L53:
	subl	$97, %edx
	cmpb	$20, %dl
	ja	.L52
	btq	%rdx, %rsi
	setc	%dl
	cmpb	$1, %dl
	sbbl	$-1, %ecx
.L52:
	movzbl	1(%rax), %edx
	addq	$1, %rax
	testb	%dl, %dl
	jne	.L53
.L31:
	addq	$144, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 16
	movl	%ecx, %eax
	popq	%rbx
	.cfi_def_cfa_offset 8
	ret
.L57:
	.cfi_restore_state
	xorl	%ecx, %ecx
	jmp	.L31
.L45:
	xorl	%edx, %edx
	jmp	.L50
	.cfi_endproc
.LFE13:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
