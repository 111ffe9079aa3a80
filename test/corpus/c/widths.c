#include "runtime.h"
/* Arithmetic at every width, signed and unsigned: conversions, division, shifts, rotates, bit tests. */
volatile signed char c = -77;
volatile short s = -12345;
volatile int i = -1234567891;
volatile i64 l = -1234567890123456789l;
volatile u8 uc = 200;
volatile u16 us = 54321;
volatile u32 ui = 3456789012u;
volatile u64 ul = 12345678901234567890ul;
static int ones(u64 x) {
  int n = 0;
  for (; x; x &= x - 1) n++;
  return n;
}
int main(void) {
  line("char", c / 3 * 7 % 5 + (c >> 2) + (signed char)(c * 3));
  line("short", s / 11 + s % 13 + (s >> 3) + (short)(s * 5) + (short)us);
  line("int", i / 1001 + i % 97 + (i >> 5) + (int)ui);
  line("long", l / 1000003 + l % 101 + (l >> 9) + (i64)ul);
  line("uchar", uc / 7 + uc % 9 + (uc >> 1) + (u8)(uc + 100));
  line("ushort", us / 17 + us % 19 + (us >> 3) + (u16)(us * us));
  line("uint", ui / 1003 + ui % 57 + (ui >> 5) + (ui << 3));
  hex("ulong", ul / 1000033 + ul % 107 + (ul >> 7) + (ul << 5));
  hex("rotate", (ui << 5 | ui >> 27) ^ (ul << 20 | ul >> 44) ^ (u8)(uc << 3 | uc >> 5) ^ (u16)(us >> 4 | us << 12));
  hex("bits", (ul >> (i & 63) & 1) << 4 | (ui >> (c & 31) & 1) << 3 | __builtin_ctzl(ul) | __builtin_clz(ui) << 8);
  hex("swap", __builtin_bswap32(ui) ^ __builtin_bswap64(ul) ^ __builtin_bswap16(us));
  line("compare", (c < s) | (i < l) << 1 | (uc < us) << 2 | (ui < ul) << 3 | ((u32)i < ui) << 4 | ((i64)ul < l) << 5 | (c == (signed char)uc) << 6);
  line("parity", __builtin_parity(ui) + 2 * ones(ul));
  line("high", (i64)(((__int128)l * l) >> 64));
  hex("uhigh", (u64)(((unsigned __int128)ul * ul) >> 64));
  return (u8)(c ^ s ^ i ^ l);
}
