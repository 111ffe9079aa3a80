#include "runtime.h"
static const u8 turns[16] = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
static u32 k[64];
static double sine(double x) {
  while (x > 6.283185307179586) x -= 6.283185307179586;
  double t = x, s = x;
  for (int i = 1; i < 24; i++) s += t *= -x * x / ((2 * i) * (2 * i + 1));
  return s;
}
static void block(u32 *h, const u8 *p) {
  u32 a = h[0], b = h[1], c = h[2], d = h[3], m[16];
  __builtin_memcpy(m, p, 64);
  for (u32 i = 0; i < 64; i++) {
    u32 f, g;
    switch (i >> 4) {
      case 0: f = (b & c) | (~b & d), g = i; break;
      case 1: f = (d & b) | (~d & c), g = (5 * i + 1) & 15; break;
      case 2: f = b ^ c ^ d, g = (3 * i + 5) & 15; break;
      default: f = c ^ (b | ~d), g = 7 * i & 15;
    }
    f += a + k[i] + m[g];
    u8 r = turns[i >> 4 << 2 | (i & 3)];
    a = d, d = c, c = b, b += f << r | f >> (32 - r);
  }
  h[0] += a, h[1] += b, h[2] += c, h[3] += d;
}
int main(void) {
  static u8 data[128] = "The quick brown fox jumps over the lazy dog";
  u32 h[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  for (int i = 0; i < 64; i++) { double s = sine(i + 1); k[i] = (u32)(i64)((s < 0 ? -s : s) * 4294967296.0); }
  data[43] = 0x80, data[56] = (u8)(43 * 8), data[57] = 43 * 8 >> 8;
  block(h, data);
  for (int i = 0; i < 4; i++) hex("h", __builtin_bswap32(h[i]));
  for (int i = 0; i < 20; i++) block(h, data + i);
  hex("more", h[0] ^ h[3]);
  return 0;
}
