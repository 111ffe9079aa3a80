#include "runtime.h"
typedef unsigned __int128 u128;
typedef __int128 i128;
#define WORDS 12
static void multiply(u64 *out, const u64 *a, const u64 *b, int n) {
  for (int i = 0; i < 2 * n; i++) out[i] = 0;
  for (int i = 0; i < n; i++) {
    u64 carry = 0;
    for (int j = 0; j < n; j++) {
      u128 t = (u128)a[i] * b[j] + out[i + j] + carry;
      out[i + j] = (u64)t, carry = (u64)(t >> 64);
    }
    out[i + n] = carry;
  }
}
static u64 add(u64 *a, const u64 *b, int n) {
  u64 carry = 0;
  for (int i = 0; i < n; i++) { u128 t = (u128)a[i] + b[i] + carry; a[i] = (u64)t, carry = (u64)(t >> 64); }
  return carry;
}
static void shift(u64 *a, int n, int by) { for (int i = n; --i;) a[i] = a[i] << by | a[i - 1] >> (64 - by); a[0] <<= by; }
static u64 power(u64 b, u64 e, u64 m) {
  u64 r = 1;
  for (; e; e >>= 1) {
    u64 high, low;
    if (e & 1) { __asm__("mulq %3\n\tdivq %4" : "=&d"(high), "=&a"(low) : "1"(r), "r"(b), "r"(m) : "cc"); r = high; }
    __asm__("mulq %3\n\tdivq %4" : "=&d"(high), "=&a"(low) : "1"(b), "r"(b), "r"(m) : "cc"); b = high;
  }
  return r;
}
__attribute__((noinline)) static i128 mix(i128 a, i128 b, int by) { return (a << by) - (b >> (by + 3)) + (a < b) * (a ^ b) + -(a & ~b); }
int main(void) {
  u64 a[WORDS], b[WORDS], c[2 * WORDS];
  for (int i = 0; i < WORDS; i++) a[i] = random64(), b[i] = random64();
  multiply(c, a, b, WORDS), hex("product", digest(c, sizeof c));
  line("carry", (i64)add(c, c + WORDS, WORDS)), shift(c, 2 * WORDS, 13), hex("sum", digest(c, sizeof c));
  hex("power", power(3, 1000003, 998244353)), hex("fermat", power(7, 0x1ffffffffffffffe, 0x1fffffffffffffff));
  i128 x = (i128)a[0] << 60 | a[1], y = -((i128)b[0] << 50);
  for (int i = 0; i < 60; i++) x = mix(x, y, i % 64), y = mix(y, x, 63 - i % 64) * 3;
  hex("low", (u64)x), hex("high", (u64)(x >> 64));
  long s;
  line("overflow", __builtin_saddl_overflow((long)a[2] | 1l << 62, (long)b[2] & ~(1l << 63) | 1l << 62, &s));
  return 0;
}
