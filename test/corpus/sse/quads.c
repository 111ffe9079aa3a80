#include "runtime.h"
#define N 33
static i64 a[N], b[N], c[N];
static u64 u[N], v[N], w[N];
#define PASS(name, body) \
  { for (int i = 0; i < N; i++) body; hex(name, digest(c, sizeof c) ^ digest(w, sizeof w)); }
int main(void) {
  for (int i = 0; i < N; i++) u[i] = random64(), v[i] = random64(), a[i] = (i64)u[i] >> 1, b[i] = (i64)v[i] >> 2;
  PASS("add", (c[i] = a[i] + b[i], w[i] = u[i] - v[i]))
  PASS("multiply", w[i] = u[i] * v[i])
  PASS("logic", w[i] = (u[i] & v[i]) ^ (u[i] | ~v[i]))
  PASS("shift", w[i] = u[i] << 9 | u[i] >> 55)
  PASS("arithmetic", c[i] = a[i] >> 11)
  PASS("low", w[i] = (u64)(u32)u[i] * (u32)v[i])
  PASS("equal", w[i] = u[i] == v[i] ? 1 : u[i] < v[i] ? 2 : 3)
  PASS("most", c[i] = a[i] > b[i] ? a[i] : b[i])
  PASS("widen", c[i] = (i32)u[i])
  PASS("narrow", c[i] = (i8)a[i] + (i16)b[i])
  PASS("divide", (c[i] = a[i] / 1000, w[i] = u[i] / 10 + v[i] % 97))
  PASS("by", w[i] = u[i] / (v[i] >> 40 | 1))
  PASS("swap", w[i] = __builtin_bswap64(u[i]))
  return 0;
}
