#include "runtime.h"
#define N 24
static int a[N][N], b[N][N];
static i64 c[N][N];
int main(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) a[i][j] = i * j - 50, b[i][j] = (i ^ j) * 3 - 7;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      i64 sum = 0;
      for (int k = 0; k < N; k++) sum += (i64)a[i][k] * b[k][j];
      c[i][j] = sum;
    }
  i64 trace = 0, total = 0;
  for (int i = 0; i < N; i++) {
    trace += c[i][i];
    for (int j = 0; j < N; j++) total ^= c[i][j] << (i + j) % 32;
  }
  line("trace", trace);
  line("mix", total);
  return 3;
}
