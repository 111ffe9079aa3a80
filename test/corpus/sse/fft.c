#include "runtime.h"
#define N 64
struct complex { double re, im; };
static double sine(double x) {
  double term = x, sum = x;
  for (int i = 1; i < 14; i++) term *= -x * x / ((2 * i) * (2 * i + 1)), sum += term;
  return sum;
}
static struct complex multiply(struct complex a, struct complex b) {
  return (struct complex){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
static void transform(struct complex *x, int inverse) {
  for (int i = 1, j = 0; i < N; i++) {
    int bit = N >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) { struct complex t = x[i]; x[i] = x[j]; x[j] = t; }
  }
  for (int size = 2; size <= N; size *= 2) {
    double angle = 6.283185307179586 / size * (inverse ? -1 : 1);
    struct complex step = {sine(angle + 1.5707963267948966), sine(angle)};
    for (int i = 0; i < N; i += size) {
      struct complex w = {1, 0};
      for (int j = 0; j < size / 2; j++) {
        struct complex a = x[i + j], b = multiply(x[i + j + size / 2], w);
        x[i + j] = (struct complex){a.re + b.re, a.im + b.im};
        x[i + j + size / 2] = (struct complex){a.re - b.re, a.im - b.im};
        w = multiply(w, step);
      }
    }
  }
}
int main(void) {
  static struct complex x[N];
  for (int i = 0; i < N; i++) x[i] = (struct complex){random_real() - 0.5, (i & 7) - 3.5};
  hex("start", digest(x, sizeof x));
  transform(x, 0);
  hex("spectrum", digest(x, sizeof x));
  real("dc", x[0].re);
  transform(x, 1);
  double worst = 0;
  for (int i = 0; i < N; i++) {
    double miss = x[i].im / N - ((i & 7) - 3.5);
    if (miss < 0) miss = -miss;
    if (miss > worst) worst = miss;
  }
  line("exact", worst < 1e-12);
  real("worst", worst);
  return 0;
}
