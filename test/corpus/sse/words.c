#include "runtime.h"
#define N 75
static i16 a[N], b[N], c[N];
static u16 u[N], v[N], w[N];
#define PASS(name, body) \
  { for (int i = 0; i < N; i++) body; hex(name, digest(c, sizeof c) ^ digest(w, sizeof w)); }
static int dot(void) {
  int sum = 0;
  for (int i = 0; i < N; i++) sum += a[i] * b[i];
  return sum;
}
static i16 saturate(int x) { return (i16)(x > 32767 ? 32767 : x < -32768 ? -32768 : x); }
int main(void) {
  for (int i = 0; i < N; i++) a[i] = (i16)random64(), b[i] = (i16)(random64() >> 7), u[i] = (u16)a[i], v[i] = (u16)b[i];
  PASS("add", (c[i] = (i16)(a[i] + b[i]), w[i] = u[i] - v[i]))
  PASS("multiply", c[i] = (i16)(a[i] * b[i]))
  PASS("high", (c[i] = (i16)(a[i] * b[i] >> 16), w[i] = (u16)((u32)u[i] * v[i] >> 16)))
  PASS("least", (c[i] = a[i] < b[i] ? a[i] : b[i], w[i] = u[i] > v[i] ? u[i] : v[i]))
  PASS("saturated", c[i] = saturate(a[i] + b[i]))
  PASS("half", (c[i] = a[i] >> 1, w[i] = u[i] >> 4))
  PASS("left", c[i] = (i16)(a[i] << 3))
  PASS("floor", w[i] = u[i] > v[i] ? u[i] - v[i] : 0)
  PASS("bytes", w[i] = (u16)(u[i] << 8 | u[i] >> 8))
  PASS("absolute", c[i] = (i16)(a[i] < 0 ? -a[i] : a[i]))
  PASS("compare", c[i] = (i16)((a[i] == b[i]) + 2 * (a[i] > 100) - (u[i] < v[i])))
  PASS("scale", c[i] = (i16)((a[i] * 3 + 2) / 5))
  PASS("average", w[i] = (u16)((u[i] + v[i] + 1) >> 1))
  line("dot", dot());
  return 0;
}
