# What INVLPG is for: the kernel takes away the right to write a page, and the TLB has to hear of it.
#
# mprotect makes the page read-only: its entry in RAM loses R/W, and INVLPG drops the translation that the first store
# left in the TLB. The second store walks, finds the entry, and is SIGSEGV.
# Look at: `--forget-invlpg --warn-stale`, a kernel that leaves INVLPG out: the same store goes through, past the page
# tables, and the program prints what it could not have written. Hardware keeps no TLB true; software does.
#
# linux: yes
# explains: read-only
# status: 139

        .globl  _start
        .data
        .balign 4096
page:   .ascii  "nothing past the tables\n"
        length = . - page
        .balign 4096

        .text
_start:
        movb    $'n', page(%rip)        # a copy of its own, and a translation that may write
        movl    $10, %eax               # mprotect(page, 4096, PROT_READ)
        leaq    page(%rip), %rdi
        movl    $4096, %esi
        movl    $1, %edx
        syscall
        testl   %eax, %eax
        jnz     fail
        movabsq $0x206e657474697277, %rax # "written "
        movq    %rax, page(%rip)        # not any more
        movl    $1, %eax                # write(1, page, length)
        movl    $1, %edi
        leaq    page(%rip), %rsi
        movl    $length, %edx
        syscall
        xorl    %edi, %edi
        jmp     end
fail:   movl    $1, %edi
end:    movl    $60, %eax
        syscall
