# The stack grows by being touched.
#
# The program reaches 4 MiB below the top of its stack, page by page. Nobody asked the kernel for that memory:
# each first touch faults, the fault handler sees an address inside the stack area, and a frame appears. 1024
# pages, 1024 faults.
# Look at: `--stats`, page faults.
#
# linux: yes
# prints: 4 MiB deeper, and still standing

        .globl  _start
        .section .rodata
text:   .ascii  "4 MiB deeper, and still standing\n"
        length = . - text

        .text
_start:
        movq    %rsp, %rbp
        movl    $1024, %ecx
1:      subq    $4096, %rsp
        movq    %rcx, (%rsp)
        decl    %ecx
        jnz     1b
        cmpq    $1, (%rsp)
        jne     2f
        movq    %rbp, %rsp
        movl    $1, %eax
        movl    $1, %edi
        leaq    text(%rip), %rsi
        movl    $length, %edx
        syscall
2:      movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
