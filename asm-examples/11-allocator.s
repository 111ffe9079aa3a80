# An allocator: malloc and free on top of brk.
#
# The kernel knows only one number, the end of the heap. Everything else - blocks, headers, the list of free
# blocks, first fit, splitting - is an ordinary library in user memory. A block is a header of 16 bytes (size,
# next free) and its content.
#
#     a = malloc(100); b = malloc(200); c = malloc(300)
#     free(b)                     a hole of 208 bytes
#     d = malloc(150)             fits into the hole: same address as b
#     e = malloc(500)             fits nowhere: the heap grows
#
# Look at: `--stats`, brk moves the end by 4 KiB at a time, a frame comes with the first touch.
#
# linux: yes
# prints: d reuses b: yes
# prints: e is behind c: yes
# prints: content intact: yes

        .globl  _start
        .bss
        .balign 8
free_list:
        .quad   0
heap_top:                               # first byte not yet given out
        .quad   0
heap_end:                               # what brk gave us
        .quad   0

        .section .rodata
s1:     .asciz  "d reuses b: "
s2:     .asciz  "e is behind c: "
s3:     .asciz  "content intact: "
yes:    .asciz  "yes\n"
no:     .asciz  "no\n"

        .text
_start:
        xorl    %edi, %edi              # brk(0): where does the heap end now?
        movl    $12, %eax
        syscall
        movq    %rax, heap_top(%rip)
        movq    %rax, heap_end(%rip)

        movl    $100, %edi
        call    malloc
        movq    %rax, %r12              # a
        movl    $200, %edi
        call    malloc
        movq    %rax, %r13              # b
        movl    $300, %edi
        call    malloc
        movq    %rax, %r14              # c

        movq    %r14, %rdi              # fill c with its own colour
        movb    $0xcc, %al
        movl    $300, %ecx
        rep     stosb

        movq    %r13, %rdi
        call    free
        movl    $150, %edi
        call    malloc
        movq    %rax, %r15              # d
        movq    %r15, %rdi
        movb    $0xdd, %al
        movl    $150, %ecx
        rep     stosb

        leaq    s1(%rip), %rdi
        cmpq    %r13, %r15
        call    report_equal

        movl    $500, %edi
        call    malloc                  # e
        leaq    s2(%rip), %rdi
        cmpq    %r14, %rax
        seta    %cl
        cmpb    $1, %cl
        call    report_equal

        movq    %r14, %rdi              # is c still what it was?
        movb    $0xcc, %al
        movl    $300, %ecx
        repe    scasb
        leaq    s3(%rip), %rdi
        call    report_equal

        movl    $60, %eax
        xorl    %edi, %edi
        syscall

# malloc(edi bytes) -> rax
malloc: addl    $31, %edi               # header, rounded up to 16
        andl    $-16, %edi
        leaq    free_list(%rip), %rdx   # where the pointer to the block is kept
1:      movq    (%rdx), %rax
        testq   %rax, %rax
        jz      grow
        cmpq    %rdi, (%rax)
        jae     2f
        leaq    8(%rax), %rdx
        jmp     1b
2:      movq    8(%rax), %rcx           # first fit: take it out of the list
        movq    %rcx, (%rdx)
        addq    $16, %rax
        ret
grow:   movq    heap_top(%rip), %rax
        leaq    (%rax,%rdi), %rcx
        cmpq    heap_end(%rip), %rcx
        jbe     3f
        pushq   %rdi
        leaq    4095(%rcx), %rdi        # ask the kernel for whole pages
        andq    $-4096, %rdi
        movl    $12, %eax
        syscall
        movq    %rax, heap_end(%rip)
        popq    %rdi
        jmp     grow
3:      movq    %rcx, heap_top(%rip)
        movq    %rdi, (%rax)            # size
        addq    $16, %rax
        ret

# free(rdi)
free:   movq    free_list(%rip), %rax
        movq    %rax, -8(%rdi)
        subq    $16, %rdi
        movq    %rdi, free_list(%rip)
        ret

# prints the string at rdi, then yes if ZF is set
report_equal:
        sete    %bl
        call    print
        leaq    yes(%rip), %rdi
        leaq    no(%rip), %rax
        testb   %bl, %bl
        cmovz   %rax, %rdi
print:  movq    %rdi, %rsi
        xorl    %edx, %edx
1:      cmpb    $0, (%rsi,%rdx)
        je      2f
        incl    %edx
        jmp     1b
2:      movl    $1, %edi
        movl    $1, %eax
        syscall
        ret

        .section .note.GNU-stack,"",@progbits
