#include "runtime.h"
#define N 45
static i32 a[N], b[N], c[N];
static u32 u[N], v[N], w[N];
#define PASS(name, body) \
  { for (int i = 0; i < N; i++) body; hex(name, digest(c, sizeof c) ^ digest(w, sizeof w)); }
static u32 ones(u32 x) {
  x -= x >> 1 & 0x55555555;
  x = (x & 0x33333333) + (x >> 2 & 0x33333333);
  return ((x + (x >> 4)) & 0x0f0f0f0f) * 0x01010101 >> 24;
}
int main(void) {
  for (int i = 0; i < N; i++) u[i] = (u32)random64(), v[i] = (u32)random64(), a[i] = (i32)u[i] >> 2, b[i] = (i32)v[i] >> 3;
  PASS("add", (c[i] = a[i] + b[i], w[i] = u[i] - v[i]))
  PASS("multiply", w[i] = u[i] * v[i])
  PASS("high", w[i] = (u32)((u64)u[i] * v[i] >> 32))
  PASS("least", (c[i] = a[i] < b[i] ? a[i] : b[i], w[i] = u[i] < v[i] ? u[i] : v[i]))
  PASS("logic", w[i] = (u[i] & ~v[i]) | (~u[i] ^ v[i] << 2))
  PASS("ones", w[i] = ones(u[i] ^ w[i]))
  PASS("shift", (c[i] = a[i] >> 5, w[i] = u[i] << 7 | u[i] >> 25))
  PASS("variable", w[i] = u[i] >> (v[i] & 31))
  PASS("seventh", (c[i] = a[i] / 7, w[i] = u[i] / 10))
  PASS("absolute", c[i] = b[i] < 0 ? -b[i] : b[i])
  PASS("select", c[i] = a[i] > b[i] ? c[i] : a[i] == 3 ? 1 : b[i])
  PASS("back", c[i] = a[N - 1 - i])
  PASS("stride", w[i] = u[i / 2 * 2])
  i64 wide = 0;
  i32 sum = 0, most = a[0];
  for (int i = 0; i < N; i++) wide += (i64)a[i] * b[i], sum ^= a[i], most = a[i] > most ? a[i] : most;
  hex("wide", (u64)wide), line("sum", sum), line("most", most);
  return 0;
}
