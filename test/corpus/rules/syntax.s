# Syntax of statements: comments, separators, labels, blanks, names, case (assembler.md 7.5).
        .text
a: b: nop; nop ; ; nop   # three nops on a line
c:      /* a comment */ movl $1, %eax /* another */ ; movl /* inside */ $2 , %ebx
/* a comment
   over lines; with ; and # in it */ movl $3, %ecx
d:
e:      ret ; f: ret
MOVL    $4, %EAX
Movq    %RAX , %rBx
        mov     $ 5, % eax
        mov     8 ( %rbp ), %edi
        mov     8( %rbp , %rcx , 4 ) , %edi
        leaq    -8(%rbp,%rcx,), %rdi
        mov     $'a', %al
        mov     $'b, %al
        mov     $'\n', %al
        mov     $'\\', %al
        mov     $'"', %al
        mov     $'#', %al
        mov     $';', %al
        mov     $' , %al
mov:    jmp     mov
eax:    jmp     eax
rep:    jmp     rep
"quoted name": jmp "quoted name"
"a;b#c/*d": .quad "a;b#c/*d"
a.b$c:  jmp     a.b$c
_x9:    jmp     _x9
.Lx:    jmp     .Lx
        rep movsb
        rep; stosb
        lock; incl (%rax)
        lock incl (%rax)
        repne scasb ; repe cmpsb
        rep ret
        je,pt   a
        jne,pn  a
        mov     (%rax,%rbx), %ecx
        mov     (,%rbx,8), %ecx
        mov     (,%rbx), %ecx
        mov     (%rbx,1), %ecx
        mov     a+8(,%rbx,2), %ecx
        mov     (4+4)(%rax), %ecx
        mov     %fs:0, %rax
        mov     %fs:(%rax), %rax
        mov     %fs:40, %rax
        mov     %gs:8(%rax,%rbx,8), %rax
        movl    $a, %eax
        movl    $a+4, %eax
        movq    a(%rip), %rax
        movq    a+4(%rip), %rax
        movabs  $a, %rax
        jmp     *%rax
        jmp     *(%rax)
        jmp     *a(,%rax,8)
        jmp     *a(%rip)
        call    *%rax
        call    *8(%rax)
        .data
        .long   1,2 , 3,	4
        .byte   'a','b' , '\t', 'c
        .TEXT
        .Byte   1
        .byte 0x7F, 0X7f, 0b101, 0B11, 017, 0, 00, 255
        .byte 1; .byte 2; .byte 3
