#include "runtime.h"
static double root(double x) { double r = x > 1 ? x : 1; for (int i = 0; i < 40; i++) r = 0.5 * (r + x / r); return r; }
static double cube_root(double x) { double r = x; for (int i = 0; i < 60; i++) r -= (r * r * r - x) / (3 * r * r); return r; }
static double power(double x, int n) { double r = 1; for (; n; n >>= 1, x *= x) if (n & 1) r *= x; return r; }
static double exponential(double x) {
  int k = (int)(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
  double r = x - k * 0.6931471805599453, term = 1, sum = 1;
  for (int i = 1; i < 18; i++) sum += term *= r / i;
  return sum * from_bits((u64)(k + 1023) << 52);
}
static double logarithm(double x) {
  int e = (int)(bits(x) >> 52) - 1023;
  double m = from_bits((bits(x) & 0xfffffffffffff) | 0x3ff0000000000000), y = (m - 1) / (m + 1), sum = 0, p = y;
  for (int i = 1; i < 40; i += 2, p *= y * y) sum += p / i;
  return 2 * sum + e * 0.6931471805599453;
}
static float fast_inverse_root(float x) {
  float y = from_bits32(0x5f3759df - (bits32(x) >> 1));
  y *= 1.5f - 0.5f * x * y * y;
  return y * (1.5f - 0.5f * x * y * y);
}
static double arctangent(double x) { double s = 0, p = x; for (int i = 1; i < 60; i += 2, p *= -x * x) s += p / i; return s; }
int main(void) {
  for (int i = 1; i < 6; i++) {
    double x = i * 1.7;
    real("root", root(x)), real("sqrt", __builtin_sqrt(x)), real32("sqrt", __builtin_sqrtf((float)x));
    real("cube", cube_root(x)), real("power", power(x, i * 5)), real("exp", exponential(x - 4)), real("log", logarithm(x));
    real32("inverse", fast_inverse_root((float)x));
  }
  real("pi", 16 * arctangent(0.2) - 4 * arctangent(1.0 / 239));
  real("negative", __builtin_sqrt(-0.0)), real("copy", __builtin_copysign(3.0, -0.0)), real32("abs", __builtin_fabsf(-2.5f));
  line("nan", __builtin_isnan(__builtin_sqrt(root(2) - 5)));
  return 0;
}
