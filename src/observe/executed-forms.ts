/** Forms of opcodes by the unit that executes them. */
export type FormClass = 'integer' | 'sse' | 'x87';

/**
 * Every opcode form that some 1,700 compiled programs execute (gcc, clang, musl and glibc programs, gcc's torture tests), counted under
 * emulation: 424, as `code name`. A code is a mandatory prefix, an opcode, and `/digit` or the ModRM byte that goes on with it; REP and REPNE
 * in front of string instructions count as forms of their own.
 */
export const EXECUTED_FORMS: Readonly<Record<FormClass, readonly string[]>> = {
  integer: list(`
    00 add, 01 add, 02 add, 03 add, 05 add, 08 or, 09 or, 0A or, 0B or, 0C or, 0D or, 0F 05 syscall,
    0F 18/0 prefetchnta, 0F 18/1 prefetcht0, 0F 18/2 prefetcht1, 0F 18/3 prefetcht2, 0F 1F/0 nop, 0F 41 cmovno,
    0F 42 cmovb, 0F 43 cmovae, 0F 44 cmove, 0F 45 cmovne, 0F 46 cmovbe, 0F 47 cmova, 0F 48 cmovs, 0F 49 cmovns,
    0F 4A cmovp, 0F 4B cmovnp, 0F 4C cmovl, 0F 4D cmovge, 0F 4E cmovle, 0F 4F cmovg, 0F 80 jo, 0F 81 jno, 0F 82 jb,
    0F 83 jae, 0F 84 je, 0F 85 jne, 0F 86 jbe, 0F 87 ja, 0F 88 js, 0F 89 jns, 0F 8A jp, 0F 8B jnp, 0F 8C jl,
    0F 8D jge, 0F 8E jle, 0F 8F jg, 0F 90 seto, 0F 92 setb, 0F 93 setae, 0F 94 sete, 0F 95 setne, 0F 96 setbe,
    0F 97 seta, 0F 9A setp, 0F 9B setnp, 0F 9C setl, 0F 9D setge, 0F 9E setle, 0F 9F setg, 0F A2 cpuid, 0F A3 bt,
    0F A4 shld, 0F A5 shld, 0F AB bts, 0F AC shrd, 0F AD shrd, 0F AF imul, 0F B1 cmpxchg, 0F B6 movzx, 0F B7 movzx,
    0F BA/4 bt, 0F BA/5 bts, 0F BA/6 btr, 0F BA/7 btc, 0F BC bsf, 0F BD bsr, 0F BE movsx, 0F BF movsx, 0F C1 xadd,
    0F C8+r bswap, 10 adc, 11 adc, 13 adc, 18 sbb, 19 sbb, 1C sbb, 1D sbb, 20 and, 21 and, 22 and, 23 and, 25 and,
    28 sub, 29 sub, 2A sub, 2B sub, 2D sub, 30 xor, 31 xor, 32 xor, 33 xor, 34 xor, 35 xor, 38 cmp, 39 cmp, 3A cmp,
    3B cmp, 3C cmp, 3D cmp, 50+r push, 58+r pop, 63 movsxd, 68 push, 69 imul, 6A push, 6B imul, 70 jo, 71 jno, 72 jb,
    73 jae, 74 je, 75 jne, 76 jbe, 77 ja, 78 js, 79 jns, 7A jp, 7B jnp, 7C jl, 7D jge, 7E jle, 7F jg, 80/0 add,
    80/1 or, 80/4 and, 80/5 sub, 80/6 xor, 80/7 cmp, 81/0 add, 81/1 or, 81/3 sbb, 81/4 and, 81/5 sub, 81/6 xor,
    81/7 cmp, 83/0 add, 83/1 or, 83/2 adc, 83/3 sbb, 83/4 and, 83/5 sub, 83/6 xor, 83/7 cmp, 84 test, 85 test,
    87 xchg, 88 mov, 89 mov, 8A mov, 8B mov, 8D lea, 8F/0 pop, 90 nop, 90+r xchg, 98 cdqe/cwde/cbw, 99 cqo/cdq/cwd,
    9C pushfq, A4 movsb, A5 movsq, A8 test, A9 test, AA stosb, AB stosw, AC lodsb, AD lodsd, B0+r mov,
    B8+r mov/movabs, C0/0 rol, C0/2 rcl, C0/5 shr, C0/7 sar, C1/0 rol, C1/1 ror, C1/4 shl, C1/5 shr, C1/7 sar,
    C3 ret, C6/0 mov, C7/0 mov, C8 enter, C9 leave, D0/0 rol, D0/1 ror, D0/4 shl, D0/5 shr, D0/7 sar, D1/0 rol,
    D1/1 ror, D1/3 rcr, D1/4 shl, D1/5 shr, D1/7 sar, D3/0 rol, D3/1 ror, D3/4 shl, D3/5 shr, D3/7 sar, E0 loopne,
    E2 loop, E3 jrcxz, E8 call, E9 jmp, EB jmp, F3 0F 1E/7 endbr64, F3 0F BC tzcnt, F4 hlt, F5 cmc, F6/0 test,
    F6/3 neg, F6/4 mul, F6/6 div, F7/0 test, F7/2 not, F7/3 neg, F7/4 mul, F7/5 imul, F7/6 div, F7/7 idiv, F8 clc,
    F9 stc, FC cld, FD std, FE/0 inc, FE/1 dec, FF/0 inc, FF/1 dec, FF/2 call ind, FF/4 jmp ind, FF/6 push,
    REP A4 movsb, REP A5 movsq/movsd, REP A6 cmpsb, REP AA stosb, REP AB stosq/stosd, REPNE AE scasb
  `),
  sse: list(`
    0F 10 movups, 0F 11 movups, 0F 12 movhlps/movlps, 0F 13 movlps, 0F 14 unpcklps, 0F 15 unpckhps, 0F 16 movhps,
    0F 28 movaps, 0F 29 movaps, 0F 2E ucomiss, 0F 2F comiss, 0F 54 andps, 0F 55 andnps, 0F 56 orps, 0F 57 xorps,
    0F 58 addps, 0F 59 mulps, 0F 5A cvtps2pd, 0F 5B cvtdq2ps, 0F 5C subps, 0F 5E divps, 0F AE/3 stmxcsr,
    0F C6 shufps, 66 0F 10 movupd, 66 0F 12 movlpd, 66 0F 14 unpcklpd, 66 0F 15 unpckhpd, 66 0F 16 movhpd,
    66 0F 28 movapd, 66 0F 2E ucomisd, 66 0F 2F comisd, 66 0F 50 movmskpd, 66 0F 54 andpd, 66 0F 55 andnpd,
    66 0F 56 orpd, 66 0F 57 xorpd, 66 0F 58 addpd, 66 0F 59 mulpd, 66 0F 5C subpd, 66 0F 5E divpd,
    66 0F 60 punpcklbw, 66 0F 61 punpcklwd, 66 0F 62 punpckldq, 66 0F 64 pcmpgtb, 66 0F 65 pcmpgtw, 66 0F 66 pcmpgtd,
    66 0F 67 packuswb, 66 0F 68 punpckhbw, 66 0F 69 punpckhwd, 66 0F 6A punpckhdq, 66 0F 6C punpcklqdq,
    66 0F 6E movq/movd, 66 0F 6F movdqa, 66 0F 70 pshufd, 66 0F 71/2 psrlw, 66 0F 71/4 psraw, 66 0F 71/6 psllw,
    66 0F 72/2 psrld, 66 0F 72/4 psrad, 66 0F 72/6 pslld, 66 0F 73/2 psrlq, 66 0F 73/3 psrldq, 66 0F 73/6 psllq,
    66 0F 73/7 pslldq, 66 0F 74 pcmpeqb, 66 0F 76 pcmpeqd, 66 0F 7E movq/movd, 66 0F 7F movdqa,
    66 0F C2 cmpltpd/cmplepd/cmpnlepd, 66 0F C4 pinsrw, 66 0F C5 pextrw, 66 0F C6 shufpd, 66 0F D4 paddq,
    66 0F D5 pmullw, 66 0F D6 movq, 66 0F D7 pmovmskb, 66 0F D8 psubusb, 66 0F DA pminub, 66 0F DB pand,
    66 0F DE pmaxub, 66 0F DF pandn, 66 0F E0 pavgb, 66 0F E4 pmulhuw, 66 0F E5 pmulhw, 66 0F E6 cvttpd2dq,
    66 0F EA pminsw, 66 0F EB por, 66 0F EE pmaxsw, 66 0F EF pxor, 66 0F F4 pmuludq, 66 0F F6 psadbw, 66 0F F8 psubb,
    66 0F F9 psubw, 66 0F FA psubd, 66 0F FB psubq, 66 0F FC paddb, 66 0F FD paddw, 66 0F FE paddd, F2 0F 10 movsd,
    F2 0F 11 movsd, F2 0F 2A cvtsi2sd, F2 0F 2C cvttsd2si, F2 0F 2D cvtsd2si, F2 0F 51 sqrtsd, F2 0F 58 addsd,
    F2 0F 59 mulsd, F2 0F 5A cvtsd2ss, F2 0F 5C subsd, F2 0F 5D minsd, F2 0F 5E divsd, F2 0F 5F maxsd,
    F2 0F 70 pshuflw, F2 0F C2 cmpnlesd/cmpltsd/cmpnltsd, F3 0F 10 movss, F3 0F 11 movss, F3 0F 2A cvtsi2ss,
    F3 0F 2C cvttss2si, F3 0F 58 addss, F3 0F 59 mulss, F3 0F 5A cvtss2sd, F3 0F 5C subss, F3 0F 5D minss,
    F3 0F 5E divss, F3 0F 5F maxss, F3 0F 6F movdqu, F3 0F 7E movq, F3 0F 7F movdqu, F3 0F C2 cmpnless,
    F3 0F E6 cvtdq2pd
  `),
  x87: list(`
    D8 C0 fadd, D8 C8 fmul, D8 E0 fsub, D8 E8 fsubr, D8 F0 fdiv, D8/0 mem fadd, D8/1 mem fmul, D8/4 mem fsub,
    D9 C0 fld, D9 C8 fxch, D9 E0 fchs/fabs/fxam, D9 E8 fldz/fld1/fldpi, D9 F0 fpatan, D9 F8 fprem/fsqrt,
    D9/0 mem fld, D9/2 mem fst, D9/3 mem fstp, D9/5 mem fldcw, D9/7 mem fnstcw, DB C0 fcmovnb, DB C8 fcmovne,
    DB D0 fcmovnbe, DB D8 fcmovnu, DB E8 fucomi, DB F0 fcomi, DB/0 mem fild, DB/3 mem fistp, DB/5 mem fld,
    DB/7 mem fstp, DC C0 fadd, DC C8 fmul, DC E0 fsubr, DC/0 mem fadd, DC/1 mem fmul, DD D8 fstp, DD/0 mem fld,
    DD/3 mem fstp, DE C0 faddp, DE C8 fmulp, DE E0 fsubrp, DE E8 fsubp, DE F0 fdivrp, DE F8 fdivp, DF E0 fnstsw,
    DF E8 fucomip, DF F0 fcomip, DF/5 mem fild, DF/7 mem fistp
  `),
};

function list(text: string): string[] {
  return text.trim().split(/,\s+/);
}
