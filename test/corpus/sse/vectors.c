#include "runtime.h"
/* GNU vector extensions: what the compiler makes of whole-vector C. */
typedef float f4 __attribute__((vector_size(16)));
typedef double d2 __attribute__((vector_size(16)));
typedef i32 i4 __attribute__((vector_size(16)));
typedef u32 u4 __attribute__((vector_size(16)));
typedef i16 s8 __attribute__((vector_size(16)));
typedef u8 b16 __attribute__((vector_size(16)));
typedef i64 l2 __attribute__((vector_size(16)));
typedef i32 i8x __attribute__((vector_size(32)));
__attribute__((noinline)) static f4 lerp(f4 a, f4 b, float t) { return a + (b - a) * t; }
__attribute__((noinline)) static i4 mixed(i4 a, i4 b) { return (a * b + (a << 3)) / 5 ^ (b >> 2) % 7 ^ (a > b); }
__attribute__((noinline)) static u4 shifts(u4 a, u4 b) { return a << (b & 31) | a >> (b & 15); }
__attribute__((noinline)) static s8 words(s8 a, s8 b) { return a * b - (a < b) + ~b; }
__attribute__((noinline)) static b16 bytes(b16 a, b16 b) { return a * b + a / 3 + (b >> 2); }
__attribute__((noinline)) static l2 longs(l2 a, l2 b) { return a * b + (a > b) - (b >> 7); }
__attribute__((noinline)) static d2 pick(d2 a, d2 b) { l2 m = a < b; return (d2)(((l2)a & m) | ((l2)b & ~m)) / 3; }
__attribute__((noinline)) static void wide(const i8x *a, i8x *out) { *out = *a * 3 - (*a == 7); }
static float sum(f4 v) { return v[0] + v[1] + v[2] + v[3]; }
int main(void) {
  f4 a = {1, 2, 3, 4}, b = {0.5f, -1, 8, 0.25f};
  i4 i = {7, -100, 123456, -2147483647}, j = {3, 50, -777, 9};
  s8 s = {1, -2, 300, -400, 5000, 32767, -32768, 9}, t = {9, 8, 7, 6, 5, 4, 3, 2};
  b16 p = {1, 2, 3, 200, 255, 128, 7, 9, 10, 77, 13, 0, 1, 90, 250, 31}, q = p + 9;
  l2 x = {0x123456789abcdef, -99}, y = {-5, 1l << 40};
  d2 d = {1.5, -2.5}, e = {0.1, 1e10};
  i8x w = {1, 7, -3, 7, 9, 11, 7, 1 << 30}, z;
  for (int n = 0; n < 20; n++) {
    a = lerp(a, b, 0.1f), b = -b + a / 7, i = mixed(i, j), j = (i4)shifts((u4)j, (u4)i) | 1;
    s = words(s, t), t += s, p = bytes(p, q), q ^= p, x = longs(x, y), y ^= x;
    d = pick(d, e), e = e * 0.9 - d, wide(&w, &z), w = z;
    a[n & 3] += 1, i[n & 3] ^= n, x[n & 1]--;
  }
  real32("sum", sum(a)), hex("floats", digest(&b, 16)), hex("ints", digest(&i, 16) ^ digest(&j, 16)), hex("words", digest(&s, 16));
  hex("bytes", digest(&p, 16)), hex("longs", digest(&x, 16)), hex("doubles", digest(&d, 16)), hex("wide", digest(&w, 32));
  return 0;
}
