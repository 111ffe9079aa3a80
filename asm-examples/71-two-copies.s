# Static relocation: two copies of one program, each rewritten by the loader for its place. And no protection.
#
# The program is linked to address 0. It holds three absolute addresses of its own: in `movl $word, %ebx`, and in
# two words of .data. The loader adds to each the address of the piece of RAM that the copy got (4 MiB each, one
# behind the other). The second copy looks 4 MiB below its own word, and finds the number that the first one
# has put there: nothing is translated, so nothing is checked.
# Look at: `--stats`, address fields rewritten, stray loads; then `--mmu base-bounds`, which stops the second copy.
#
# with: 71-two-copies.s
# run: --mmu relocation --va-bits 22
# prints: my neighbour's word is 42
# counts: relocations=6 strayReads=1 strayWrites=0

        .globl  _start
        .data
        .balign 8
place:  .quad   _start
word:   .quad   0
text_at:
        .quad   text
text:   .ascii  "my neighbour's word is "
digits: .ascii  "00\n"
        length = . - text

        .text
_start:
        movl    $word, %ebx
        movq    place(%rip), %rax
        cmpq    $0x400000, %rax         # the first copy lies below 4 MiB
        jae     second
        movq    $42, (%rbx)
        movl    $24, %eax               # sched_yield: let the other one look
        syscall
        jmp     done
second:
        movq    -0x400000(%rbx), %rax   # the neighbour's word
        xorl    %edx, %edx
        movl    $10, %ecx
        divl    %ecx
        addb    %al, digits(%rip)
        addb    %dl, digits+1(%rip)
        movl    $1, %eax
        movl    $1, %edi
        movq    text_at(%rip), %rsi
        movl    $length, %edx
        syscall
done:
        movl    $60, %eax
        xorl    %edi, %edi
        syscall
