# Short and near branches (assembler.md 7.2).
        .text
        .globl  g
        .weak   w
l:      nop
        jmp     l
        jmp     f1
        .skip   127
f1:     jmp     f2
        .skip   128
f2:     jne     f3
        .skip   127
f3:     jne     f4
        .skip   128
f4:     jmp     f4
b1:     .skip   126
        jmp     b1
b2:     .skip   127
        jmp     b2
b3:     .skip   126
        jne     b3
b4:     .skip   127
        jne     b4
        jmp     g
        je      g
        jmp     w
        je      w
        jmp     u
        je      u
        jmp     u+4
        jne     u+4
        jmp     g+4
        jne     g+4
        jmp     l+1
        jmp     .
        jmp     .+2
        jmp     .-100
        jmp     .+1000
        jmp     0x1234
        jne     0x1234
        call    0x1234
        call    l
        call    g
        call    w
        call    u
        call    u+4
        call    l+1
        loop    l2
        loope   l2
        loopne  l2
        jrcxz   l2
        jecxz   l2
l2:     loop    l2
        loop    u
        loop    g
        jrcxz   w
        jo l2; jno l2; jb l2; jae l2; jz l2; jnz l2; jbe l2; ja l2
        js l2; jns l2; jp l2; jnp l2; jl l2; jge l2; jle l2; jg l2
        jc l2; jnc l2; jnae l2; jnb l2; jna l2; jnbe l2; jpe l2; jpo l2; jnge l2; jnl l2; jng l2; jnle l2
g: w:   ret
        # a chain in which each jump grows because the next one does
        jmp     c1
        jmp     c2
        jmp     c3
        .skip   122
c1:     .skip   2
c2:     jmp     c4
        .skip   1
c3:     .skip   125
c4:     nop
        # alignments between
        jmp     d1
        .p2align 4
        .skip   110
        .p2align 4
d1:     jmp     d2
        .skip   100
        .p2align 5
d2:     jmp     d1
        .p2align 3,,3
        jmp     d1
        .data
        jmp     l
        jmp     d3
d3:     call    l
        .hidden h
        .text
        call    h
        jmp     h
h:      nop
        .globl  h
        .protected p
        .globl  p
p:      call    p
        jmp     p
        .internal i
i:      call    i
        .type   ifu, @gnu_indirect_function
ifu:    ret
        jmp     ifu
        call    ifu
        .quad   ifu
