#include "runtime.h"
#define N 83
static u8 a[N], b[N], c[N];
static i8 s[N], t[N];
#define PASS(name, body) \
  { for (int i = 0; i < N; i++) body; hex(name, digest(c, N)); }
static u64 distance(void) {
  int sum = 0;
  for (int i = 0; i < N; i++) { int d = a[i] - b[i]; sum += d < 0 ? -d : d; }
  return (u64)sum;
}
static int count(u8 wanted) {
  int n = 0;
  for (int i = 0; i < N; i++) n += a[i] == wanted;
  return n;
}
int main(void) {
  for (int i = 0; i < N; i++) a[i] = (u8)random64(), b[i] = (u8)(random64() >> 9), s[i] = (i8)a[i], t[i] = (i8)b[i];
  a[0] = 0, b[0] = 255, s[0] = -128, t[0] = -128;
  PASS("add", c[i] = a[i] + b[i])
  PASS("subtract", c[i] = a[i] - b[i])
  PASS("multiply", c[i] = a[i] * b[i])
  PASS("average", c[i] = (a[i] + b[i] + 1) >> 1)
  PASS("least", c[i] = a[i] < b[i] ? a[i] : b[i])
  PASS("most", c[i] = a[i] > b[i] ? a[i] : b[i])
  PASS("saturated", c[i] = a[i] + b[i] > 255 ? 255 : a[i] + b[i])
  PASS("floor", c[i] = a[i] > b[i] ? a[i] - b[i] : 0)
  PASS("shift", c[i] = a[i] >> 3 | b[i] << 5)
  PASS("signed", c[i] = (u8)(s[i] >> 2))
  PASS("absolute", c[i] = (u8)(s[i] < 0 ? -s[i] : s[i]))
  PASS("signed least", c[i] = (u8)(s[i] < t[i] ? s[i] : t[i]))
  PASS("select", c[i] = s[i] > t[i] ? a[i] : (u8)~b[i])
  PASS("case", c[i] = a[i] >= 'a' && a[i] <= 'z' ? a[i] & 0xdf : a[i])
  PASS("reverse", c[i] = a[N - 1 - i])
  PASS("divide", c[i] = a[i] / 7 + b[i] % 10)
  hex("distance", distance());
  line("count", count(a[5]) + count(0) * 256);
  return c[1];
}
