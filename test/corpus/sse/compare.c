#include "runtime.h"
static volatile u64 images[] = {0, 1ul << 63, 0x3ff0000000000000, 0xbff0000000000000, 0x7ff0000000000000, 0xfff0000000000000,
                                0x7ff8000000000000, 0xfff8000000000001, 1, 0x000fffffffffffff};
#define COUNT 10
static u32 relations(double a, double b) {
  return a < b | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5 | !(a < b) << 6 | !(a >= b) << 7 |
         __builtin_isunordered(a, b) << 8 | __builtin_islessgreater(a, b) << 9 | __builtin_isless(a, b) << 10 |
         __builtin_isgreaterequal(a, b) << 11;
}
static u32 relations32(float a, float b) {
  return a < b | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5 | !(a <= b) << 6 | !(a > b) << 7 |
         __builtin_isunordered(a, b) << 8 | __builtin_isgreater(a, b) << 9;
}
static int branches(double a, double b) {
  int n = 0;
  if (a < b) n += 1;
  if (a <= b) n += 2;
  if (a == b) n += 4;
  if (a != b) n += 8;
  if (!(a > b)) n += 16;
  if (a && b) n += 32;
  return n;
}
static double larger(double a, double b) { return a > b ? a : b; }
static double smaller(double a, double b) { return a < b ? a : b; }
static void masks(const float *a, const float *b, int *out, int n) {
  for (int i = 0; i < n; i++) out[i] = a[i] < b[i] ? 1 : a[i] == b[i] ? 2 : 3;
}
static void clamp(double *x, int n) {
  for (int i = 0; i < n; i++) x[i] = x[i] < -1 ? -1 : x[i] > 1 ? 1 : x[i];
}
int main(void) {
  u64 mix = 0, mix32 = 0;
  static double x[COUNT];
  static float a[COUNT * COUNT], b[COUNT * COUNT];
  static int out[COUNT * COUNT];
  for (int i = 0; i < COUNT; i++)
    for (int j = 0; j < COUNT; j++) {
      double p = from_bits(images[i]), q = from_bits(images[j]);
      mix = mix * 31 + relations(p, q) + (u32)branches(p, q);
      mix ^= bits(larger(p, q)) * 3 ^ bits(smaller(p, q)) * 5;
      float f = from_bits32((u32)(images[i] >> 32)), g = from_bits32((u32)(images[j] >> 32));
      mix32 = mix32 * 37 + relations32(f, g);
      a[i * COUNT + j] = f, b[i * COUNT + j] = g;
      if (i == 2) hex("relations", relations(p, q)), line("branches", branches(p, q));
    }
  hex("double", mix), hex("float", mix32);
  masks(a, b, out, COUNT * COUNT);
  hex("masks", digest(out, sizeof out));
  for (int i = 0; i < COUNT; i++) x[i] = from_bits(images[i]) * 3;
  clamp(x, COUNT);
  hex("clamped", digest(x, sizeof x));
  return 0;
}
