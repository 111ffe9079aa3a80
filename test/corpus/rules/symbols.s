# What becomes of symbols: binding, type, size, visibility, common storage.
        .file   "symbols.c"
        .text
        .globl  f, h
        .global k
        .type   f, @function
f:      ret
        .size   f, .-f
        .type   h, "function"
h:      ret
        .size   h, 1
        .type   k, %object
k:      .long   1
        .size   k, 4
        .type   o, STT_OBJECT
o:      .long   2
        .size   o, .-o
        .weak   weak1, weak2, weak3
weak1:  nop
        .quad   weak2
        .local  loc
loc:    nop
        .hidden hid
        .globl  hid
hid:    nop
        .internal int
int:    nop
        .protected pro
        .globl  pro
pro:    nop
        .extern ext
        .quad   ext2
        .globl  nowhere
        .type   typed, @function
        .type   n, @notype
n:      nop
.Lprivate: nop
        .quad   .Lprivate, .Lundefined
.Labs = 4
abs = 5
        .comm   a, 4
        .comm   b, 8
        .comm   c, 100
        .comm   d, 4, 16
        .comm   e, 1
        .comm   z0, 0
        .lcomm  m1, 4
        .lcomm  m2, 100
        .lcomm  m3, 1
        .lcomm  m4, 3
        .local  i, j, q
        .comm   i, 4, 4
        .comm   j, 40
        .comm   q, 40, 32
        .quad   a, m1, i, j
        .bss
inbss:  .skip   3
        .data
        .quad   inbss
        .section .tdata,"awT",@progbits
tls:    .quad   0
        .type   tls2, @tls_object
tls2:   .quad   0
