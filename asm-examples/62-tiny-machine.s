# The whole of a 6-bit machine: 64 bytes of address space in four pages of 16 bytes, 128 bytes of RAM.
#
# "movl 21, %eax" is the instruction of "Paging: Introduction" (OSTEP 18.1): address 21 is binary 01 0101, page 1,
# offset 5. Three pages are all that this program uses: page 0 stays empty, so that a null pointer is caught,
# pages 1 and 2 are its code (and what it reads is its own code), page 3 would be the stack.
# One table of four one-byte entries translates all of it.
# Look at: `pagewalk count`, and the walks of the instructions that reach over the border of a page.
#
# run: --mmu linear --va-bits 6 --page-size 16 --pa-bits 7 --entry 1 --tlb none
# counts: instructions=5 loads=1 stores=0 dtlbMisses=1

        movl    21, %eax
