        nop
        .byte 1
# no newline at the end, and lines that end in CR LF
        ret