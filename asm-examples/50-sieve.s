# The sieve of Eratosthenes: 1229 primes below 10,000.
#
# A program with a heart of stores: nearly every reference but the fetches is a store into the same three
# pages.
# Look at: `pagewalk count`, the inner loop makes most of the references of the whole program.
#
# linux: yes
# prints: 1229

        .globl  _start
        limit = 10000
        .bss
sieve:  .skip   limit
line:   .skip   8

        .text
_start:
        leaq    sieve(%rip), %rbx
        movl    $2, %ecx
        xorl    %eax, %eax              # how many primes
outer:  cmpb    $0, (%rbx,%rcx)
        jne     2f
        incl    %eax
        leal    (%rcx,%rcx), %edx       # cross out the multiples
1:      cmpl    $limit, %edx
        jae     2f
        movb    $1, (%rbx,%rdx)
        addl    %ecx, %edx
        jmp     1b
2:      incl    %ecx
        cmpl    $limit, %ecx
        jb      outer

        leaq    line+7(%rip), %rsi
        movb    $10, (%rsi)
        movl    $10, %ecx
3:      xorl    %edx, %edx
        divl    %ecx
        addb    $'0', %dl
        decq    %rsi
        movb    %dl, (%rsi)
        testl   %eax, %eax
        jnz     3b
        leaq    line+8(%rip), %rdx
        subq    %rsi, %rdx
        movl    $1, %edi
        movl    $1, %eax
        syscall
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
