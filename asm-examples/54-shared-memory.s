# Shared memory: one frame in two tables.
#
# A page mapped MAP_SHARED before fork is the same frame for parent and child ever after; a private one is the same
# only until somebody writes. The child leaves a message in both. The parent finds one of them.
# Look at: `--stats`, pages copied, and `--events`: the store to the shared page is no page fault at all.
#
# run: --ram 1M
# linux: yes
# prints: shared page: message
# prints: private page: nothing
# status: 0

        .globl  _start
        .section .rodata
in_shared:
        .ascii  "shared page: "
        shared_length = . - in_shared
in_private:
        .ascii  "private page: "
        private_length = . - in_private
message:
        .ascii  "message\n"
nothing:
        .ascii  "nothing\n"

        .text
_start:
        movl    $0x21, %r10d            # MAP_SHARED | MAP_ANONYMOUS
        call    page
        movq    %rax, %rbx
        movl    $0x22, %r10d            # MAP_PRIVATE | MAP_ANONYMOUS
        call    page
        movq    %rax, %rbp
        movq    nothing(%rip), %rax
        movq    %rax, (%rbx)
        movq    %rax, (%rbp)

        movl    $57, %eax               # fork
        syscall
        testl   %eax, %eax
        jnz     parent

        movq    message(%rip), %rax     # the child
        movq    %rax, (%rbx)
        movq    %rax, (%rbp)
        jmp     exit

parent: movl    $61, %eax               # wait4(-1, 0, 0, 0)
        movq    $-1, %rdi
        xorl    %esi, %esi
        xorl    %edx, %edx
        xorl    %r10d, %r10d
        syscall
        leaq    in_shared(%rip), %rsi
        movl    $shared_length, %edx
        call    print
        movq    %rbx, %rsi
        movl    $8, %edx
        call    print
        leaq    in_private(%rip), %rsi
        movl    $private_length, %edx
        call    print
        movq    %rbp, %rsi
        movl    $8, %edx
        call    print

exit:   movl    $60, %eax
        xorl    %edi, %edi
        syscall

# mmap(0, 4096, read and write, r10, -1, 0)
page:   movl    $9, %eax
        xorl    %edi, %edi
        movl    $4096, %esi
        movl    $3, %edx
        movq    $-1, %r8
        xorl    %r9d, %r9d
        syscall
        ret

# write(1, rsi, rdx)
print:  movl    $1, %eax
        movl    $1, %edi
        syscall
        ret

        .section .note.GNU-stack,"",@progbits
