#include "runtime.h"
#define N 24
static double a(int i, int j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }
static void times(const double *v, double *out, int transposed) {
  for (int i = 0; i < N; i++) {
    out[i] = 0;
    for (int j = 0; j < N; j++) out[i] += (transposed ? a(j, i) : a(i, j)) * v[j];
  }
}
int main(void) {
  double u[N], v[N], t[N], uv = 0, vv = 0;
  for (int i = 0; i < N; i++) u[i] = 1;
  for (int i = 0; i < 4; i++) {
    times(u, t, 0), times(t, v, 1);
    times(v, t, 0), times(t, u, 1);
  }
  for (int i = 0; i < N; i++) uv += u[i] * v[i], vv += v[i] * v[i];
  double norm = __builtin_sqrt(uv / vv);
  real("norm", norm);
  line("billionths", (i64)(norm * 1e9));
  return 0;
}
