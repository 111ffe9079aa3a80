# fork copies nothing: copy-on-write.
#
# The child is its parent's likeness, with the same 64 pages of data, and gets them without a single copy: both
# tables name the same frames, and no entry allows a store any more. The first store of either to a page is a page
# fault, and only then is that one page copied. The child changes one page of the 64; the parent sees nothing of it.
# Look at: `--stats`, pages copied: the page of the table, and a page of stack. `--events` shows where.
#
# run: --ram 1M
# linux: yes
# prints: child: 65
# prints: parent: 64
# status: 0

        .globl  _start
        .data
said_child:
        .ascii  "child: "
        child_length = . - said_child
said_parent:
        .ascii  "parent: "
        parent_length = . - said_parent
digits: .ascii  "..\n"
        .bss
        .balign 4096
table:  .skip   64*4096                 # one number a page
status: .skip   8

        .text
_start:
        leaq    table(%rip), %rdi       # every page holds 1
        movl    $64, %ecx
1:      movq    $1, (%rdi)
        addq    $4096, %rdi
        decl    %ecx
        jnz     1b

        movl    $57, %eax               # fork: two return from it
        syscall
        testl   %eax, %eax
        jnz     parent

child:  incq    table+10*4096(%rip)     # one page becomes the child's own
        leaq    said_child(%rip), %rsi
        movl    $child_length, %edx
        call    report
        xorl    %edi, %edi
        jmp     exit

parent: movl    $61, %eax               # wait4(-1, &status, 0, 0): the child speaks first
        movq    $-1, %rdi
        leaq    status(%rip), %rsi
        xorl    %edx, %edx
        xorl    %r10d, %r10d
        syscall
        leaq    said_parent(%rip), %rsi
        movl    $parent_length, %edx
        call    report
        movl    status(%rip), %edi

exit:   movl    $60, %eax
        syscall

# Prints the text (rsi, rdx), then the sum over the table, two digits.
report: movl    $1, %eax
        movl    $1, %edi
        syscall
        leaq    table(%rip), %rdi
        xorl    %eax, %eax
        movl    $64, %ecx
1:      addq    (%rdi), %rax
        addq    $4096, %rdi
        decl    %ecx
        jnz     1b
        xorl    %edx, %edx
        movl    $10, %ecx
        divl    %ecx
        addl    $'0', %eax
        addl    $'0', %edx
        movb    %al, digits(%rip)
        movb    %dl, digits+1(%rip)
        movl    $1, %eax
        movl    $1, %edi
        leaq    digits(%rip), %rsi
        movl    $3, %edx
        syscall
        ret

        .section .note.GNU-stack,"",@progbits
