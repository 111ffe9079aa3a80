# A program that has only `main`, as a compiler writes it.
#
# pagewalk puts a start stub in front of it: it calls main with argc and argv, and what main returns is the
# exit status. `main` gives back the greatest common divisor of 1071 and 462 by Euclid's algorithm.
# Look at: the status (`echo $?`), and `pagewalk asm --listing` for the two forms of a conditional jump.
#
# linux: gcc
# status: 21

        .text
        .globl  main
main:
        movl    $1071, %eax
        movl    $462, %ecx
again:
        xorl    %edx, %edx
        divl    %ecx                    # eax = quotient, edx = remainder
        movl    %ecx, %eax
        movl    %edx, %ecx
        testl   %ecx, %ecx
        jne     again
        ret

        .section .note.GNU-stack,"",@progbits
