/* Product of two 256 x 256 matrices of words. */
#include "start.h"

enum { N = 256 };
static int a[N][N], b[N][N], c[N][N];

static unsigned long work(void) {
  unsigned long sum = 0;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      a[i][j] = i * 3 + j;
      b[i][j] = i ^ j;
    }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      int total = 0;
      for (int k = 0; k < N; k++) total += a[i][k] * b[k][j];
      c[i][j] = total;
    }
  for (int i = 0; i < N; i++) sum += (unsigned long)c[i][(i * 7) % N];
  return sum;
}
