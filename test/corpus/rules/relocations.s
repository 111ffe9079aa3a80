# Which relocation goes against which symbol (assembler.md 7.2).
        .text
        .globl  g
        .weak   w
l:      nop
        call    u
        call    u@PLT
        call    g@PLT
        jmp     u@PLT
        jne     u@PLT
        call    other
        jmp     other
        jne     other+1
        call    rest
        jmp     rest
        lea     rest(%rip), %rax
        lea     g(%rip), %rax
        lea     u(%rip), %rax
        lea     u+8(%rip), %rax
        lea     l(%rip), %rax
        movl    $1, l(%rip)
        movl    $1, rest(%rip)
        movb    $1, rest(%rip)
        movw    $1, rest(%rip)
        movl    $rest, rest(%rip)
        cmpl    $1, u(%rip)
        cmpl    $1000, u(%rip)
        shll    $3, u(%rip)
        imull   $3, u(%rip), %eax
        imull   $3000, u(%rip), %eax
        mov     u, %eax
        mov     u(%rax), %eax
        mov     u(,%rax,8), %eax
        mov     $u, %eax
        mov     $u, %rax
        movq    $u, %rax
        movabs  $u, %rax
        movabs  u, %rax
        movabs  %al, u
        movl    $u, (%rax)
        movq    $u, (%rax)
        movw    $u, (%rax)
        movb    $u, (%rax)
        push    $u
        add     $u, %eax
        add     $u, %rax
        mov     $rest, %eax
        mov     rest, %eax
        mov     u@GOTPCREL(%rip), %rax
        mov     u@GOTPCREL(%rip), %eax
        mov     u@GOTPCREL(%rip), %r8d
        mov     l@GOTPCREL(%rip), %rax
        call    *u@GOTPCREL(%rip)
        jmp     *u@GOTPCREL(%rip)
        add     u@GOTPCREL(%rip), %rax
        cmp     u@GOTPCREL(%rip), %rax
        test    %rax, u@GOTPCREL(%rip)
        push    u@GOTPCREL(%rip)
        mov     u@GOTPCREL+4(%rip), %rax
        mov     %fs:t@tpoff, %eax
        mov     t@gottpoff(%rip), %rax
        lea     t@dtpoff(%rax), %rdi
        .data
        .quad   l, g, w, u, l+1, g+1, u-1
        .long   l, g, u
        .value  l, g, u
        .byte   l, g, u
        .long   l-., g-., u-., w-.
        .quad   l-., u-.
        .value  l-.
        .byte   l-.
        .long   rest-., other-.
        .long   .-rest
        .long   l-rest, u-rest
        .quad   u-rest
rest:   .long   .,.
        .long   rest, rest+4
        .section .other,"ax",@progbits
        nop
other:  ret
        .quad   other, rest
        .text
        call    other
        .section .tdata,"awT",@progbits
        .quad   0
t:      .quad   0
        .text
g: w:   ret
