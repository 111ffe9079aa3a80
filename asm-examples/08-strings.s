# String instructions: one instruction, many references.
#
# `rep movsb` of 13 bytes is one fetch, 13 loads and 13 stores. `repne scasb` looks for the end of a string,
# `repe cmpsb` compares two, `rep stosb` fills. A page fault in the middle loses nothing: the registers say
# how far it got.
# Look at: `pagewalk count`, the rows of the rep instructions.
#
# linux: yes
# prints: paging is fun
# prints: *************
# status: 13

        .globl  _start
        .data
text:   .asciz  "paging is fun"

        .bss
copy:   .skip   64

        .text
_start:
        leaq    text(%rip), %rdi        # length = position of the 0
        xorl    %eax, %eax
        movq    $-1, %rcx
        cld
        repne   scasb
        notq    %rcx
        leaq    -1(%rcx), %rbx

        leaq    text(%rip), %rsi        # copy it
        leaq    copy(%rip), %rdi
        movq    %rbx, %rcx
        rep     movsb
        movb    $10, (%rdi)

        leaq    text(%rip), %rsi        # equal?
        leaq    copy(%rip), %rdi
        movq    %rbx, %rcx
        repe    cmpsb
        jne     fail
        call    print

        leaq    copy(%rip), %rdi        # overwrite it
        movb    $'*', %al
        movq    %rbx, %rcx
        rep     stosb
        call    print

        movl    $60, %eax
        movl    %ebx, %edi
        syscall
fail:   movl    $60, %eax
        movl    $255, %edi
        syscall

print:  movl    $1, %eax
        movl    $1, %edi
        leaq    copy(%rip), %rsi
        leaq    1(%rbx), %rdx
        syscall
        ret

        .section .note.GNU-stack,"",@progbits
