# Three instructions, five memory references.
#
# "x = x + 3", as a compiler writes it when x lives on the stack, 8 bytes above the base pointer. How often
# does the processor go to memory? Three times for the instructions themselves, once to load x, once to store
# it.
# Look at: `pagewalk count asm-examples/01-lecture.s`, one row an instruction.
#
# There is no label and no exit here: a bare snippet runs from its first line and ends after its last.
#
# references: fetch=3 load=1 store=1

        movl    8(%rbp), %edi
        addl    $3, %edi
        movl    %edi, 8(%rbp)
