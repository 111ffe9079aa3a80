# Precedence and arithmetic of expressions (assembler.md 7.5).
        .data
        .quad   1<<2+1, 1|2+4, 2+3<<1, 2*3+4, 2+3*4, (2+3)*4, 10-3-2, 100/5/2, 7%4*2
        .quad   -7/2, 7/-2, -7%3, 7%-3, -8>>1, 1<<63, -1>>60, ~0, ~5, !0, !5, -(-3), - 3, +3
        .quad   1==1, 1==2, 1!=2, 1<>2, 1<2, 2<1, 1<=1, 1>=2, 2>1, -1<1
        .quad   1&&1, 1&&0, 0||1, 0||0, 1||0&&0, 3&5, 3|5, 3^5, 3!5, 6&~2
        .quad   1+2==3, 1|2==3, 5&3|4, 1+1<3, 2*2<<1, 0xff&0x0f+1, 1<<3|1, 4-1|8
        .quad   0x7fffffffffffffff+1, 0xffffffffffffffff*2, 'a'+1, 'z'-'a'
        .quad   ((((1)))), (1+(2*(3-(4))))
start:  .skip   5
end:
        .quad   end-start, start-end, (end-start)*2, end-start+1, -(end-start), (end-start)/2
        .quad   end>start, end<start, end==start, end-start==5, start==start
        .quad   . - start, .-end, start-.
        .text
        add     $1<<4, %eax
        add     $(1+2)*3, %eax
        add     $end-start, %eax
        mov     end-start(%rax), %eax
        mov     $~0, %eax
        mov     $-1&0xff, %eax
        mov     $0x10|1, %eax
        mov     $5%3, %eax
        mov     $1<2, %eax
        movb    $end-start, (%rax)
        pushq   $end-start
        shl     $end-start, %eax
        enter   $end-start, $1
        lea     2*4(%rax), %eax
        lea     -2*4(%rax), %eax
        lea     start+(2*4)(%rip), %rax
