# The same 4 MiB in small pages and in large ones.
#
# Twice 4 MiB, read twice, one byte in every 4096: first in 1,024 pages of 4 KiB, then in two pages of 2 MiB (MAP_HUGETLB). A TLB
# of 64 entries reaches 256 KiB of small pages, so that each lookup misses, in the second pass too; two entries reach all of the large ones.
#
# By hand. Small: 1,024 attempts that fault, 1,024 misses after them, 1,024 in the second pass: 3,072 misses, no hit. Large: 2 faults and
# 2 misses; all the rest, 2,046 lookups, hits. The stack: a miss at the first call, one at the first return, for whose page there was no room
# so long, then two hits.
# Look at: `--stats`, walks and page faults; then `--tlb 64x4,lru`, a TLB without room for large pages, which holds 4 KiB of them at a time.
#
# run: --tlb 64x4+4@2m,lru
# counts: loads=4098 dtlbMisses=3078 dtlbHits=2048 zeroFills=1027
# linux: no

        .globl  _start
        pages = 1024
        .text
_start:
        xorl    %ebp, %ebp              # small pages
        call    walk
        movl    $0x40000, %ebp          # MAP_HUGETLB: 2 MiB, unless bits 31:26 say otherwise
        call    walk
        movl    $60, %eax
        xorl    %edi, %edi
        syscall

# Maps 4 MiB with the flags in %ebp and reads them twice.
walk:   movl    $9, %eax                # mmap
        xorl    %edi, %edi
        movl    $pages*4096, %esi
        movl    $1, %edx                # PROT_READ
        movl    $0x22, %r10d            # MAP_PRIVATE | MAP_ANONYMOUS
        orl     %ebp, %r10d
        movq    $-1, %r8
        xorl    %r9d, %r9d
        syscall
        movl    $2, %edx
pass:   movl    $pages, %ecx
        movq    %rax, %rdi
1:      movb    (%rdi), %bl
        addq    $4096, %rdi
        decl    %ecx
        jnz     1b
        decl    %edx
        jnz     pass
        ret

        .section .note.GNU-stack,"",@progbits
