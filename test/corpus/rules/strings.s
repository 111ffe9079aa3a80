# Strings and characters (assembler.md 7.5).
        .data
        .ascii  "plain", "two"
        .ascii  "joined " "together"
        .asciz  "zero", "each"
        .string "a", "b", ""
        .string8 "eight"
        .ascii  "\n\t\r\b\f\\\"\q\e\a\v\0"
        .ascii  "\1\12\101\1234\377\777\08"
        .ascii  "\x41\x414\x0a\xff\xFFG\x"
        .ascii  "# no comment ; no separator /* no */ '"
        .ascii  "äöü €"
        .ascii  ""
        .byte   'a', '\t', '\'', ''', '\"', '\0', '\7'
        .ascii  "\9\08\8\400\x\xg\X41"
