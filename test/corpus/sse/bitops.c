#include "runtime.h"
static volatile u64 inputs[] = {1, 2, 3, 0x80, 0xff00, 0x12345678, 0x80000000, 0xdeadbeefcafebabe, 0x8000000000000000, ~0ul, 0x0102040810204080};
__attribute__((noinline)) static u64 rotate(u64 x, int n) { return x << (n & 63) | x >> (-n & 63); }
__attribute__((noinline)) static u32 rotate32(u32 x, int n) { return x >> (n & 31) | x << (-n & 31); }
__attribute__((noinline)) static u16 rotate16(u16 x, int n) { return (u16)(x << (n & 15) | x >> (-n & 15)); }
__attribute__((noinline)) static u8 rotate8(u8 x) { return (u8)(x << 3 | x >> 5); }
__attribute__((noinline)) static u64 funnel(u64 a, u64 b, int n) { return n ? a << n | b >> (64 - n) : a; }
__attribute__((noinline)) static u64 set_bit(u64 x, int n) { return x | 1ul << n; }
__attribute__((noinline)) static u64 clear_bit(u64 x, int n) { return x & ~(1ul << n); }
__attribute__((noinline)) static u64 flip_bit(u64 x, int n) { return x ^ 1ul << n; }
__attribute__((noinline)) static int test_bit(u64 x, int n) { return x >> n & 1; }
__attribute__((noinline)) static u64 reverse(u64 x) {
  x = (x & 0x5555555555555555) << 1 | (x >> 1 & 0x5555555555555555);
  x = (x & 0x3333333333333333) << 2 | (x >> 2 & 0x3333333333333333);
  x = (x & 0x0f0f0f0f0f0f0f0f) << 4 | (x >> 4 & 0x0f0f0f0f0f0f0f0f);
  return __builtin_bswap64(x);
}
static int ones(u64 x) { int n = 0; for (; x; x &= x - 1) n++; return n; }
static u64 gray(u64 x) { return x ^ x >> 1; }
int main(void) {
  for (u64 i = 0; i < sizeof inputs / sizeof *inputs; i++) {
    u64 x = inputs[i];
    line("clz", __builtin_clzl(x)), line("ctz", __builtin_ctzl(x)), line("clz32", (u32)x ? __builtin_clz((u32)x) : 32);
    line("ffs", __builtin_ffsl((i64)x)), line("parity", ones(x) & 1), line("ones", ones(x));
    hex("rotate", rotate(x, (int)i * 5) ^ rotate32((u32)x, (int)i) ^ (u64)rotate16((u16)x, (int)i) << 40 ^ rotate8((u8)x));
    hex("funnel", funnel(x, ~x, (int)i)), hex("reverse", reverse(x)), hex("gray", gray(x));
    hex("swap", __builtin_bswap32((u32)x) ^ (u64)__builtin_bswap16((u16)x) << 32);
    u64 y = x;
    for (int n = 0; n < 64; n += 7) y = flip_bit(clear_bit(set_bit(y, n), (n + 3) & 63), (n * 5) & 63) + (u64)test_bit(x, n);
    hex("bits", y);
  }
  return 0;
}
