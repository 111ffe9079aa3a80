#include "runtime.h"
#define N 150
static double x[N];
static float f[N];
static int order[N];
static void sift(double *a, int i, int n) {
  double v = a[i];
  for (int child; (child = 2 * i + 1) < n; i = child) {
    if (child + 1 < n && a[child] < a[child + 1]) child++;
    if (!(v < a[child])) break;
    a[i] = a[child];
  }
  a[i] = v;
}
static void heap_sort(double *a, int n) {
  for (int i = n / 2; i--;) sift(a, i, n);
  while (n-- > 1) { double t = a[0]; a[0] = a[n]; a[n] = t; sift(a, 0, n); }
}
static void shell_sort(float *a, int n) {
  for (int gap = n / 2; gap; gap /= 2)
    for (int i = gap; i < n; i++) {
      float v = a[i];
      int j = i;
      for (; j >= gap && a[j - gap] > v; j -= gap) a[j] = a[j - gap];
      a[j] = v;
    }
}
static int by_value(const void *a, const void *b) { double d = x[*(const int *)a] - x[*(const int *)b]; return (d > 0) - (d < 0); }
static void insertion(int *a, int n, int (*compare)(const void *, const void *)) {
  for (int i = 1; i < n; i++) for (int j = i; j && compare(a + j - 1, a + j) > 0; j--) { int t = a[j]; a[j] = a[j - 1]; a[j - 1] = t; }
}
static u64 key(double d) { u64 b = bits(d); return b ^ (u64)((i64)b >> 63 | (i64)(1ul << 63)); }
int main(void) {
  for (int i = 0; i < N; i++) x[i] = (random_real() - 0.5) * 100, f[i] = (float)x[i], order[i] = i;
  insertion(order, N, by_value), hex("order", digest(order, sizeof order));
  heap_sort(x, N), shell_sort(f, N);
  int good = 1;
  for (int i = 1; i < N; i++) good &= x[i - 1] <= x[i] && f[i - 1] <= f[i] && key(x[i - 1]) <= key(x[i]);
  line("good", good);
  real("median", (x[N / 2] + x[N / 2 - 1]) / 2), real32("first", f[0]);
  hex("sorted", digest(x, sizeof x) ^ digest(f, sizeof f));
  return 0;
}
