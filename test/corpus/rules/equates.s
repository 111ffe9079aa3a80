# Equates: .set, .equ, =, .equiv, redefinition, aliases (assembler.md 7.3).
        .text
foo:    nop
x = foo
        .globl  y
y = foo+1
z = und
zz = und+4
        call    x
        call    y
        call    z
        call    zz
        jmp     x
        jmp     y
        jmp     z
        .quad   x
        .quad   y
        .quad   z, zz
v = 1
        .long   v
v = 2
        .long   v
v = v+1
        .long   v
        .long   q
q = 3
        .long   q
q = 4
        .long   q
s = foo
        .quad   s
s = y
        .quad   s
        .equ    w, 0x10
        .equiv  u, w+1
        .set    t, u*2
        t2 == 7
        .long   w, u, t, t2
        mov     $w, %eax
        add     $t2, %eax
        mov     w(%rax), %eax
        mov     w, %eax
        .globl  big
big = 0x1234
        .quad   big
        call    big
        jmp     big
        mov     big, %eax
        mov     $big, %eax
        .quad   -big, big*2
forward = later
        .quad   forward
        jmp     forward
        call    forward
        lea     forward(%rip), %rax
later:  nop
        .globl  g
g:      nop
alias = g
        call    alias
        jmp     alias
        .quad   alias, alias+4
        lea     alias(%rip), %rax
        . = . + 3
        .set    ., . + 2
        nop
here = .
        .quad   here - foo
