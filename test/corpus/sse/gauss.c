#include "runtime.h"
#define N 12
static double a[N][N + 1], kept[N][N + 1];
static int solve(double *x) {
  for (int c = 0; c < N; c++) {
    int best = c;
    for (int r = c + 1; r < N; r++) if (__builtin_fabs(a[r][c]) > __builtin_fabs(a[best][c])) best = r;
    if (a[best][c] == 0) return 0;
    for (int k = 0; k <= N; k++) { double t = a[c][k]; a[c][k] = a[best][k]; a[best][k] = t; }
    for (int r = c + 1; r < N; r++) {
      double f = a[r][c] / a[c][c];
      for (int k = c; k <= N; k++) a[r][k] -= f * a[c][k];
    }
  }
  for (int r = N - 1; r >= 0; r--) {
    x[r] = a[r][N];
    for (int k = r + 1; k < N; k++) x[r] -= a[r][k] * x[k];
    x[r] /= a[r][r];
  }
  return 1;
}
int main(void) {
  double x[N], worst = 0;
  for (int i = 0; i < N; i++)
    for (int j = 0; j <= N; j++) kept[i][j] = a[i][j] = random_real() * 10 - 5 + (i == j) * 4;
  line("solved", solve(x));
  for (int i = 0; i < N; i++) {
    double miss = -kept[i][N];
    for (int j = 0; j < N; j++) miss += kept[i][j] * x[j];
    worst = worst > __builtin_fabs(miss) ? worst : __builtin_fabs(miss);
    real("x", x[i]);
  }
  line("good", worst < 1e-10);
  return 0;
}
