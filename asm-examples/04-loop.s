# A loop over an array: one load an element, and nothing for the sum, because it stays in a register.
#
# Look at: `pagewalk count`. The load in the loop runs ten times; the loop's other instructions touch memory
# only to be fetched. Compare with 05, where the sum is kept in memory.
#
# linux: yes
# prints: 385
# counts: loads=10

        .globl  _start
        .section .rodata
        .balign 8
squares:
        .quad   1, 4, 9, 16, 25, 36, 49, 64, 81, 100

        .bss
line:   .skip   4

        .text
_start:
        xorl    %eax, %eax              # the sum
        xorl    %ecx, %ecx              # the index
        leaq    squares(%rip), %rbx
1:      addq    (%rbx,%rcx,8), %rax
        incq    %rcx
        cmpq    $10, %rcx
        jb      1b

        leaq    line+3(%rip), %rsi      # three decimal digits, from the right
        movb    $10, (%rsi)
        movl    $10, %ecx
2:      xorl    %edx, %edx
        divl    %ecx
        addb    $'0', %dl
        decq    %rsi
        movb    %dl, (%rsi)
        testl   %eax, %eax
        jnz     2b

        movl    $1, %eax
        movl    $1, %edi
        movl    $4, %edx
        syscall
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
