# A ROM of 128 KiB at 0xfffe0000: from the reset vector to 64-bit mode, and the crossing between privilege levels.
# The lower half is copied to 0x10000 and runs there; main() in cases.c makes the tests.
        .set KERNEL_STACK, 0x10000
        .set TRAP_STACK, 0xf000
        .set TABLES, 0x30000            # PML4, PDPT, PD of the ROM's own memory; then the same for the user's code

        .section .text.boot, "ax"
        .code32
enter_64_bits:
        movl    $TABLES, %edi
        xorl    %eax, %eax
        movl    $0x4000, %ecx
        rep stosl
        movl    $TABLES + 0x1003, TABLES
        movl    $TABLES + 0x2003, TABLES + 0x1000
        movl    $0x83, TABLES + 0x2000  # 2 MiB, supervisor
        movl    $0x20, %eax             # PAE
        movl    %eax, %cr4
        movl    $TABLES, %eax
        movl    %eax, %cr3
        movl    $0xc0000080, %ecx       # EFER: LME
        rdmsr
        orl     $0x100, %eax
        wrmsr
        movl    %cr0, %eax
        orl     $0x80010001, %eax
        movl    %eax, %cr0
        lgdtl   gdt_pointer64
        ljmp    $0x10, $copied

        .code64
copied:
        movw    $0x20, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        movq    $KERNEL_STACK, %rsp
        lidt    idt_pointer(%rip)
        call    main
halt:   hlt
        jmp     halt

# int attempt(kind, address, user, rflags): makes one access. 0: done; 1: #PF, with error code and CR2 in pf_error and pf_address; 2: another exception.
        .globl  attempt
attempt:
        pushq   %rbx
        pushq   %rbp
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        movq    %rsp, saved_stack(%rip)
        movl    %edi, %eax
        movq    %rsi, %rdi
        testl   %edx, %edx
        jz      supervisor
        pushq   $0x2b                   # ss, rsp, rflags, cs, rip
        pushq   $0
        pushq   %rcx
        pushq   $0x33
        cmpl    $2, %eax
        je      1f
        leaq    user_accesses(%rip), %rbx
        movq    (%rbx, %rax, 8), %rbx
        pushq   %rbx
        iretq
1:      pushq   %rdi
        iretq
supervisor:
        pushq   %rcx
        popfq
        cmpl    $3, %eax
        jae     2f
        cmpl    $1, %eax
        jb      read
        je      write
        jmp     *%rdi
2:      leaq    accesses - 24(%rip), %rbx
        jmp     *(%rbx, %rax, 8)
        .globl  read, write, end_of_user_code
        .balign 16
read:   movb    (%rdi), %al
        int     $0x81
write:  movb    %al, (%rdi)
        int     $0x81

# Further kinds of access, 3 and up: rmw-cases.ts has the same list. eax is the kind.
        .globl  accesses, end_of_accesses
        .macro  access code:vararg
9:      \code
        int     $0x81
        .pushsection .accesses, "a"
        .quad   9b
        .popsection
        .endm
        .pushsection .accesses, "a"
        .balign 8
accesses:
        .popsection
        access  movb (%rdi), %al
        access  movb %al, (%rdi)
        access  addb %al, (%rdi)
        access  cmpb %al, (%rdi)
        access  testb %al, (%rdi)
        access  cmpxchgb %cl, (%rdi)
        access  lock cmpxchgb %cl, (%rdi)
        access  xchgb %al, (%rdi)
        access  xaddb %al, (%rdi)
        access  .byte 0xc0, 0x27, 0     # shlb $0, (%rdi)
        access  rolb $3, (%rdi)
        access  notb (%rdi)
        access  incb (%rdi)
        access  btw $0, (%rdi)
        access  btsw $0, (%rdi)
        access  cmovnzl (%rdi), %ebx
        access  setz (%rdi)
        access  cmpxchg8b (%rdi)
        .pushsection .accesses, "a"
end_of_accesses:
        .popsection
end_of_user_code:

page_fault:
        popq    pf_error(%rip)
        movq    %cr2, %rax
        movq    %rax, pf_address(%rip)
        movl    $1, %eax
        jmp     back
arrived:
        xorl    %eax, %eax
        jmp     back
other_with_code:
other:
        movl    $2, %eax
back:
        movq    saved_stack(%rip), %rsp
        pushq   $2
        popfq
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbp
        popq    %rbx
        ret

        .section .data, "aw"
        .balign 8
        .globl  pf_error, pf_address, saved_stack, idt, handlers, tss_descriptor, user_accesses
pf_error:    .quad 0
pf_address:  .quad 0
saved_stack: .quad 0
user_accesses: .fill 32, 8, 0
handlers:    .quad page_fault, arrived, other
gdt64:  .quad 0, 0
        .quad 0x00af9b000000ffff        # 0x10 kernel code, 64 bits
        .quad 0
        .quad 0x00cf93000000ffff        # 0x20 kernel data
        .quad 0x00cff3000000ffff        # 0x28 user data
        .quad 0x00affb000000ffff        # 0x30 user code, 64 bits
tss_descriptor:
        .quad 0, 0                      # 0x38
gdt_pointer64:
        .word . - gdt64 - 1
        .quad gdt64
idt_pointer:
        .word 16 * 256 - 1
        .quad idt
        .balign 16
idt:    .fill 16 * 256
        .globl  tss
tss:    .long   0
        .quad   TRAP_STACK
        .fill   92

# The top half of the ROM: 16 and 32 bits.
        .section .rom, "ax"
        .code32
start32:
        movw    $0x10, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        movl    $0xfffe0000, %esi
        movl    $0x10000, %edi
        movl    $0x4000, %ecx
        cld
        rep movsl
        ljmp    $0x08, $enter_64_bits
        .balign 8
gdt:    .quad 0
        .quad 0x00cf9b000000ffff        # 0x08 code, 32 bits
        .quad 0x00cf93000000ffff        # 0x10 data
gdt_pointer:
        .word . - gdt - 1
        .long gdt
        .code16
start16:
        cli
        lgdtl   %cs:gdt_pointer - 0xffff0000
        movl    %cr0, %eax
        orb     $1, %al
        movl    %eax, %cr0
        ljmpl   $8, $start32

        .section .reset, "ax"
        .code16
        .globl _reset
_reset: jmp     start16
        .balign 16
