# Macros, repetitions, conditionals.
        .macro  two a, b=9
        .byte   \a, \b
        .endm
        two     1, 2
        two     1 2
        two     b=3, a=4
        two     5+6, 7
        two     5 + 6 , 7
        two     5
        two     5,
        two     -1 -2
        .macro  all first, rest:vararg
        .byte   \first, \rest
        .endm
        all     1, 2, 3 , 4
        .macro  text s
        .ascii  "\s"
        .endm
        text    hello
        text    "hel lo"
        text    "a,b"
        text    <x>
        .macro  count
l\@:    .byte   \@
        .endm
        count
        count
        .macro  glue x
foo\x\()bar: .byte 1
        .endm
        glue    1
        .quad   foo1bar - .
        .macro  down n
        .if     \n
        .byte   \n
        down    "(\n-1)"
        .endif
        .endm
        down    3
        .macro  leave
        .byte   1
        .if     1
        .exitm
        .endif
        .byte   2
        .endm
        leave
        .macro  outer
        .byte   1
        .macro  inner
        .byte   2
        .endm
        .endm
        outer
        inner
        .macro  Load value
        movl    \value, %eax
        .endm
        load    $5
        LOAD    8(%rbp)
        load    %ecx
        load    "8(%rax, %rbx, 4)"
        two 1 1; two 2 2 ; two 3 3 # comment
label:  two     4 4
        jmp     label
        .purgem two
        .macro  two
        .byte   0x22
        .endm
        two
        .rept   3
        .byte   1
        .rept   2
        nop
        .endr
        .endr
        .rept   2; .byte 2; .endr
        .rept   0
        .byte   9
        .endr
        .irp    x, 1, 2, 3
        .byte   \x
        .endr
        .irp    x 4 5
        .byte   \x, \x+1
        .endr
        .irpc   c, 789
        .byte   \c
        .endr
        .irp    x
        .byte   0x55
        .endr
        .irp    r, rax, rbx
        push    %\r
        .endr
        .if     1
        .byte   1
        .else
        .byte   2
        .endif
        .if     0
        .byte   3
        mvol    nonsense (
        .if     1
        .byte   33
        .else
        .byte   34
        .endif
        .elseif 1
        .byte   4
        .elseif 1
        .byte   44
        .else
        .byte   5
        .endif
x = 1
        .ifdef  x
        .byte   1
        .endif
        .ifdef  nothing
        .byte   0xff
        .endif
        .ifndef y
        .byte   2
        .endif
        .ifnotdef y
        .byte   2
        .endif
        .ifc    a, a
        .byte   3
        .endif
        .ifc    "a b",a b
        .byte   4
        .endif
        .ifnc   a,b
        .byte   2
        .endif
        .ifeqs  "a","a"
        .byte   5
        .endif
        .ifnes  "a","b"
        .byte   3
        .endif
        .ifb
        .byte   6
        .endif
        .ifnb   x
        .byte   7
        .endif
        .ifeq   x-1
        .byte   8
        .endif
        .ifge   0
        .byte   9
        .endif
        .ifgt   0
        .byte   10
        .endif
        .iflt   -1
        .byte   11
        .endif
        .ifle   1
        .byte   12
        .endif
        .ifne   x
        .byte   13
        .endif
        .if 1 ; .byte 1 ; .else ; .byte 2 ; .endif
        .macro  max a, b
        .if     \a > \b
        .byte   \a
        .else
        .byte   \b
        .endif
        .endm
        max     3, 4
        max     7, 5
        .macro  table name, values:vararg
        .data
\name:  .long   \values
\name\()_end:
        .text
        mov     $\name\()_end - \name, %eax
        .endm
        table   primes, 2, 3, 5, 7
        .set    i, 0
        .rept   4
        .byte   i
        .set    i, i+1
        .endr
        .end
        this is not read ) (
