# Input: read until the end, turn small letters into capitals, write.
#
# The kernel copies what it reads into the buffer of the program: those references are the kernel's, not the
# program's, and are counted apart.
# Look at: `--stats`, kernel references. Try `echo hello | pagewalk run asm-examples/09-upper.s`.
#
# linux: yes
# stdin: the stack grows down
# stdin: the heap grows up
# prints: THE STACK GROWS DOWN
# prints: THE HEAP GROWS UP

        .globl  _start
        .bss
buffer: .skip   256

        .text
_start:
next:   xorl    %eax, %eax              # read
        xorl    %edi, %edi
        leaq    buffer(%rip), %rsi
        movl    $256, %edx
        syscall
        testq   %rax, %rax
        jle     done
        movq    %rax, %rdx              # so many bytes
        xorl    %ecx, %ecx
1:      movzbl  (%rsi,%rcx), %eax
        leal    -'a'(%rax), %r8d
        cmpb    $25, %r8b
        ja      2f
        subb    $32, (%rsi,%rcx)
2:      incq    %rcx
        cmpq    %rdx, %rcx
        jb      1b
        movl    $1, %eax                # write
        movl    $1, %edi
        syscall
        jmp     next
done:   movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
