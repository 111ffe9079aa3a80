#include "runtime.h"
#define N 20
static float a[N][N], b[N][N], c[N][N];
static double d[N][N];
static void multiply(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      float sum = 0;
      for (int k = 0; k < N; k++) sum += a[i][k] * b[k][j];
      c[i][j] = sum;
    }
}
static void rank_one(double f) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) d[i][j] += f * c[i][0] * c[0][j];
}
static void transpose(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < i; j++) { float t = c[i][j]; c[i][j] = c[j][i]; c[j][i] = t; }
}
int main(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) a[i][j] = (float)(i * 3 - j) / 7, b[i][j] = 1.0f / (float)(i + j + 1);
  multiply();
  hex("product", digest(c, sizeof c));
  transpose();
  rank_one(0.125);
  hex("rank", digest(d, sizeof d));
  float trace = 0;
  for (int i = 0; i < N; i++) trace += c[i][i];
  real32("trace", trace);
  real("corner", d[N - 1][N - 1]);
  return 7;
}
