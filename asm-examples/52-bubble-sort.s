# Sorting in place: the same eight numbers are loaded and stored again and again, and all of it stays within
# one page.
#
# Look at: `--stats`: hundreds of references, two or three TLB misses. Locality is what makes paging
# affordable.
#
# linux: yes
# prints: abcdefgh

        .globl  _start
        .data
text:   .ascii  "hgfedcba\n"
        n = 8

        .text
_start:
        leaq    text(%rip), %rsi
        movl    $n-1, %edx
outer:  xorl    %ecx, %ecx
inner:  movb    (%rsi,%rcx), %al
        movb    1(%rsi,%rcx), %ah
        cmpb    %ah, %al
        jbe     1f
        xchgb   %al, %ah
        movb    %al, (%rsi,%rcx)
        movb    %ah, 1(%rsi,%rcx)
1:      incl    %ecx
        cmpl    %edx, %ecx
        jb      inner
        decl    %edx
        jnz     outer

        movl    $1, %eax
        movl    $1, %edi
        movl    $n+1, %edx
        syscall
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
