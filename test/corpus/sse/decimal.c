#include "runtime.h"
/* Doubles printed and read with integers only, and printed with doubles. */
static void show(double x) {
  char out[48], *p = out;
  if (bits(x) >> 63) *p++ = '-', x = -x;
  if (x != x) { print("nan\n"); return; }
  if (x > 1e15) { print("big\n"); return; }
  u64 whole = (u64)x;
  double rest = x - (double)whole;
  char digits[24];
  int n = 0;
  do digits[n++] = (char)('0' + whole % 10); while (whole /= 10);
  while (n) *p++ = digits[--n];
  *p++ = '.';
  for (int i = 0; i < 9; i++) { rest *= 10; int d = (int)rest; *p++ = (char)('0' + d); rest -= d; }
  *p++ = '\n', *p = 0;
  print(out);
}
static double parse(const char *s) {
  double sign = 1, value = 0, scale = 1;
  if (*s == '-') sign = -1, s++;
  for (; *s >= '0' && *s <= '9'; s++) value = value * 10 + (*s - '0');
  if (*s == '.') for (s++; *s >= '0' && *s <= '9'; s++) value = value * 10 + (*s - '0'), scale *= 10;
  int e = 0, negative = 0;
  if (*s == 'e') { s++; if (*s == '-') negative = 1, s++; for (; *s; s++) e = e * 10 + (*s - '0'); }
  for (double p = 10; e; e >>= 1, p *= p) if (e & 1) scale = negative ? scale * p : scale / p;
  return sign * value / scale;
}
static double ldexp(double x, int n) { return x * from_bits((u64)(n + 1023) << 52); }
static int frexp(double *x) { int e = (int)(bits(*x) >> 52 & 2047) - 1022; *x = from_bits((bits(*x) & ~(2047ul << 52)) | 1022ul << 52); return e; }
static double floor_of(double x) { double t = (double)(i64)x; return t > x ? t - 1 : t; }
static double modulo(double a, double b) { return a - b * floor_of(a / b); }
int main(void) {
  static const char *texts[] = {"0", "1.5", "-3.25", "123456.789", "1e10", "-2.5e-3", "9007199254740993", "0.1", "1e300", "3e-310"};
  for (int i = 0; i < 10; i++) { double x = parse(texts[i]); real(texts[i], x), show(x); }
  for (int i = -3; i < 4; i++) {
    double x = i * 1.3 + 0.05, m = x;
    int e = frexp(&m);
    show(ldexp(m, e)), show(floor_of(x)), show(modulo(x, 0.7)), real32("float", (float)x);
  }
  show(0.0 / parse("0"));
  return 0;
}
