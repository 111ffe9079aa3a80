# Version 5: the folder of the compilation, and checksums.
        .file   0 "/compile/here" "sub/five.c" md5 0x00112233445566778899aabbccddeeff
        .file   1 "lib" "five.h" md5 0x0123456789abcdef0123456789abcdef
        .file   2 "/abs" "b/six.h" md5 0xffeeddccbbaa99887766554433221100
        .file   3 "/compile/here/seven.h" md5 0xf00000000000000000000000000000f1
        .text
        .loc 0 2 1
        nop
        .loc 1 7 3 prologue_end
        nop
        .loc 0 0 0
        nop
        .loc 0 3 1
        ret
        .loc 2 1
        nop
        .loc 3 1 1
        nop
