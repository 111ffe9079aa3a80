# A second level of TLB behind the first, and a cache of page-directory entries.
#
# 128 pages, one load each, ten times round: too many for a first level of 64, so that every load misses it (LRU and a
# loop are the worst of pairs). All fit in the 256 entries of the second level, which answers every load but the first of
# each page. That one is a page fault: the load that faults has missed both levels, and so has the load when it is made
# again. The walk that ends in the fault begins below a cached PDE and reads one entry; the fault drops what was
# cached on the way, so that the walk after it begins at the root and reads four: 128 x (1 + 4). The code makes two
# walks of 1 (its table is not there yet) and 4.
# Look at: `--stats`, with and without the two options.
#
# run: --tlb 64x4 --stlb 256x4 --walk-caches 4
# counts: loads=1280 dtlbHits=0 dtlbMisses=1408 stlbHits=1152 stlbMisses=258 walks=258 pdeCacheHits=128 walkReads=645
# status: 0

        pages = 128
        .globl  _start
_start: movl    $10, %ebx
round:  leaq    area(%rip), %rdi
        movl    $pages, %ecx
page:   movl    (%rdi), %eax
        addq    $4096, %rdi
        decl    %ecx
        jnz     page
        decl    %ebx
        jnz     round
        xorl    %edi, %edi
        movl    $60, %eax
        syscall

        .bss
        .balign 4096
area:   .skip   pages*4096
