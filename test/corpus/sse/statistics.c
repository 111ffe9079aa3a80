#include "runtime.h"
#define N 101
static float x[N];
static double y[N];
static i16 z[N];
static double mean(const double *v, int n) { double s = 0; for (int i = 0; i < n; i++) s += v[i]; return s / n; }
static double variance(const double *v, int n) { double m = mean(v, n), s = 0; for (int i = 0; i < n; i++) s += (v[i] - m) * (v[i] - m); return s / (n - 1); }
static double correlation(const float *a, const double *b, int n) {
  double sa = 0, sb = 0, ab = 0, aa = 0, bb = 0;
  for (int i = 0; i < n; i++) sa += a[i], sb += b[i], ab += a[i] * b[i], aa += (double)a[i] * a[i], bb += b[i] * b[i];
  return (n * ab - sa * sb) / (__builtin_sqrt(n * aa - sa * sa) * __builtin_sqrt(n * bb - sb * sb));
}
static void welford(const float *v, int n, float *m, float *s) {
  *m = *s = 0;
  for (int i = 0; i < n; i++) { float d = v[i] - *m; *m += d / (i + 1); *s += d * (v[i] - *m); }
}
static void normalise(float *v, int n) {
  float low = v[0], high = v[0];
  for (int i = 1; i < n; i++) low = v[i] < low ? v[i] : low, high = v[i] > high ? v[i] : high;
  for (int i = 0; i < n; i++) v[i] = (v[i] - low) / (high - low);
}
static i64 sum(const i16 *v, int n) { i64 s = 0; for (int i = 0; i < n; i++) s += v[i]; return s; }
static void smooth(double *v, int n) { for (int i = 1; i < n - 1; i++) v[i] = (v[i - 1] + 2 * v[i] + v[i + 1]) * 0.25; }
int main(void) {
  for (int i = 0; i < N; i++) x[i] = (float)(random_real() + random_real() - 1), y[i] = x[i] * 2 + random_real(), z[i] = (i16)(y[i] * 1000);
  real("mean", mean(y, N)), real("variance", variance(y, N)), real("correlation", correlation(x, y, N));
  float m, s;
  welford(x, N, &m, &s), real32("m", m), real32("s", s);
  normalise(x, N), hex("normalised", digest(x, sizeof x));
  smooth(y, N), hex("smooth", digest(y, sizeof y));
  line("sum", sum(z, N));
  int bins[8] = {0};
  for (int i = 0; i < N; i++) bins[(int)(x[i] * 7.999f)]++;
  for (int i = 0; i < 8; i++) line("bin", bins[i]);
  return 0;
}
