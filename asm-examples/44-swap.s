# A program larger than the memory it runs in.
#
# A table of 1 MiB in 256 KiB of RAM, one number in every 64 bytes. Each page is written, pushed out to the
# swap file by the next ones, brought back when it is read, pushed out again. Nothing is lost: the
# sum is right to the last bit.
# Look at: `--stats`, swapped out and in; try `--replacement fifo`, `lru` and `clock`, and `--ram 4M`.
#
# run: --ram 256K --swap 4M
# linux: yes
# prints: intact
# status: 0

        .globl  _start
        .bss
        .balign 4096
table:  .skip   1<<20

        .section .rodata
good:   .ascii  "intact\n"

        .text
_start:
        movl    $2, %ebp                # two passes over it
pass:   leaq    table(%rip), %rdi       # table[i] += i * 2654435761
        xorl    %eax, %eax
        movl    $(1<<20)/64, %ecx
        movl    $2654435761, %edx
1:      addq    %rax, (%rdi)
        addq    %rdx, %rax
        addq    $64, %rdi
        decl    %ecx
        jnz     1b
        decl    %ebp
        jnz     pass

        leaq    table(%rip), %rdi       # is table[i] = 2 * i * 2654435761 ?
        xorl    %eax, %eax
        movl    $(1<<20)/64, %ecx
2:      leaq    (%rax,%rax), %rbx
        cmpq    %rbx, (%rdi)
        jne     bad
        addq    %rdx, %rax
        addq    $64, %rdi
        decl    %ecx
        jnz     2b

        movl    $1, %eax
        movl    $1, %edi
        leaq    good(%rip), %rsi
        movl    $7, %edx
        syscall
        movl    $60, %eax
        xorl    %edi, %edi
        syscall
bad:    movl    $60, %eax
        movl    $1, %edi
        syscall

        .section .note.GNU-stack,"",@progbits
