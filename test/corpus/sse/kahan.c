#include "runtime.h"
static double naive(const double *x, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += x[i];
  return sum;
}
static double kahan(const double *x, int n) {
  double sum = 0, lost = 0;
  for (int i = 0; i < n; i++) {
    double y = x[i] - lost, t = sum + y;
    lost = (t - sum) - y;
    sum = t;
  }
  return sum;
}
static double neumaier(const double *x, int n) {
  double sum = 0, lost = 0;
  for (int i = 0; i < n; i++) {
    double t = sum + x[i];
    lost += __builtin_fabs(sum) >= __builtin_fabs(x[i]) ? (sum - t) + x[i] : (x[i] - t) + sum;
    sum = t;
  }
  return sum + lost;
}
static float pairwise(const float *x, int n) {
  return n < 3 ? n == 1 ? x[0] : x[0] + x[1] : pairwise(x, n / 2) + pairwise(x + n / 2, n - n / 2);
}
int main(void) {
  static double x[400];
  static float f[400];
  for (int i = 0; i < 400; i++) {
    x[i] = (random_real() - 0.5) * (i % 3 ? 1 : 1e12);
    f[i] = (float)x[i] * 1e-3f;
  }
  real("naive", naive(x, 400)), real("kahan", kahan(x, 400)), real("neumaier", neumaier(x, 400));
  real32("pairwise", pairwise(f, 400));
  real("tiny", naive((double[]){1, 1e100, 1, -1e100}, 4));
  real("better", neumaier((double[]){1, 1e100, 1, -1e100}, 4));
  return 2;
}
