# mmap promises, a touch delivers.
#
# 16 MiB are mapped; the program touches one byte in each of four pages. Four frames are used, not four
# thousand. After munmap the address is gone: a second munmap is harmless, and mmap without a hint may give
# the same place again.
# Look at: `--stats`, pages zero-filled; try `--ram 1M`: the promise is larger than the RAM, and nobody minds.
#
# run: --ram 1M
# linux: yes
# prints: 16 MiB promised, 4 pages touched
# status: 10

        .globl  _start
        .section .rodata
text:   .ascii  "16 MiB promised, 4 pages touched\n"
        length = . - text

        .text
_start:
        movl    $9, %eax                # mmap
        xorl    %edi, %edi
        movl    $16<<20, %esi
        movl    $3, %edx                # PROT_READ | PROT_WRITE
        movl    $0x22, %r10d            # MAP_PRIVATE | MAP_ANONYMOUS
        movq    $-1, %r8
        xorl    %r9d, %r9d
        syscall
        movq    %rax, %rbx

        movb    $1, (%rbx)
        movb    $2, 4<<20(%rbx)
        movb    $3, 8<<20(%rbx)
        movb    $4, (16<<20)-1(%rbx)
        movzbl  (%rbx), %r12d           # 1 + 2 + 3 + 4
        addb    4<<20(%rbx), %r12b
        addb    8<<20(%rbx), %r12b
        addb    (16<<20)-1(%rbx), %r12b

        movl    $11, %eax               # munmap
        movq    %rbx, %rdi
        movl    $16<<20, %esi
        syscall
        testq   %rax, %rax
        jnz     fail

        movl    $1, %eax
        movl    $1, %edi
        leaq    text(%rip), %rsi
        movl    $length, %edx
        syscall
        movl    %r12d, %edi
        movl    $60, %eax
        syscall
fail:   movl    $255, %edi
        movl    $60, %eax
        syscall

        .section .note.GNU-stack,"",@progbits
