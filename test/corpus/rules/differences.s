# Differences of symbols and constants that are defined later (assembler.md 7.3).
        .text
a:      .space  5
b:      nop
        jmp     a
c:      nop
        add     $b-a, %eax
        add     $c-b, %eax
        add     $late, %eax
        add     $late, %ebx
        addq    $late, %rax
        add     $late, %ax
        add     $late, %al
        push    $late
        imul    $late, %eax, %ebx
        mov     $late, %eax
        mov     $late, %rax
        mov     late(%rax), %eax
        mov     late, %eax
        shl     $late, %eax
        cmpb    $late, 4(%rax)
late = 5
        add     $late, %eax
        mov     late(%rax), %eax
        mov     b-a(%rax), %eax
        mov     c-a(%rax), %eax
        movb    $c-a, %al
        add     $d-a, %eax
        add     $e-d, %eax
        push    $e-d
        .byte   c-a, 1f-c
1:      .skip   c-a
        .skip   8f-7f, 0xcc
        .data
7:      .skip   3
8:
        .text
        .p2align 4
d:      nop
        .skip   3
e:      nop
        add     $e-d, %eax
        add     $d-a, %eax
        push    $e-d
        .set    n, (.-a)/8
        .long   n, d-a, (d-a)*2, d>a, d==a, -(d-a)
        .uleb128 d-a, e-d
        .sleb128 a-d
        .quad   d-a
        .value  d-a
        .byte   e-d
x = . - a
y = .
        .long   x, y-a
        .long   y-d
