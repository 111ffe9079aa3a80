#include "runtime.h"
static double horner(const double *c, int n, double x) { double y = 0; while (n--) y = y * x + c[n]; return y; }
static float horner32(const float *c, int n, float x) { float y = 0; while (n--) y = y * x + c[n]; return y; }
static i32 fixed_multiply(i32 a, i32 b) { return (i32)((i64)a * b >> 16); }
static i32 fixed_divide(i32 a, i32 b) { return (i32)(((i64)a << 16) / b); }
static double bisect(const double *c, int n, double low, double high) {
  for (int i = 0; i < 60; i++) {
    double middle = (low + high) / 2;
    if (horner(c, n, middle) * horner(c, n, low) <= 0) high = middle; else low = middle;
  }
  return low;
}
static double simpson(double (*f)(double), double a, double b, int n) {
  double h = (b - a) / n, s = f(a) + f(b);
  for (int i = 1; i < n; i++) s += f(a + i * h) * (i & 1 ? 4 : 2);
  return s * h / 3;
}
static double bell(double x) { return 1 / (1 + x * x); }
static double runge(double t, double y) {
  for (int i = 0; i < 50; i++, t += 0.02) {
    double k1 = y - t * t, k2 = y + 0.01 * k1 - (t + 0.01) * (t + 0.01), k3 = y + 0.01 * k2 - (t + 0.01) * (t + 0.01), k4 = y + 0.02 * k3 - (t + 0.02) * (t + 0.02);
    y += 0.02 / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
  }
  return y;
}
static void add(double *a, const double *b, int n) { for (int i = 0; i < n; i++) a[i] += b[i]; }
static void chebyshev(double *t, int n) {
  double a[12] = {1}, b[12] = {0, 1}, c[12];
  for (int k = 2; k <= n; k++) {
    c[0] = -a[0];
    for (int i = 1; i < 12; i++) c[i] = 2 * b[i - 1] - a[i];
    for (int i = 0; i < 12; i++) a[i] = b[i], b[i] = c[i];
  }
  add(t, b, 12);
}
int main(void) {
  static const double c[] = {-6, 11, -6, 1.0625};
  static const float d[] = {1, 0.5f, -0.25f, 0.125f, -3};
  for (int i = -3; i < 4; i++) real("horner", horner(c, 4, i * 0.7)), real32("horner", horner32(d, 5, i * 0.3f));
  real("root", bisect(c, 4, 0.5, 1.7)), real("integral", simpson(bell, 0, 1, 40)), real("runge", runge(0, 0.5));
  double t[12] = {0};
  for (int k = 2; k < 11; k++) chebyshev(t, k);
  hex("chebyshev", digest(t, sizeof t));
  i32 f = 3 << 16 | 0x2000;
  for (int i = 1; i < 20; i++) f = fixed_divide(fixed_multiply(f, 0x1c000 - i * 999), 0x12345) + 77;
  line("fixed", f);
  return 0;
}
