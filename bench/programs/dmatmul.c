/* Product of matrices of doubles: what gcc -O3 makes of three plain loops. */
#include "start.h"

#define SIZE 96
#define ROUNDS 40

static double a[SIZE][SIZE], b[SIZE][SIZE], c[SIZE][SIZE];

static unsigned long work(void) {
  for (int i = 0; i < SIZE; i++)
    for (int j = 0; j < SIZE; j++) {
      a[i][j] = (i * 31 + j * 17) % 101 * 0.1;
      b[i][j] = (i * 13 + j * 7) % 89 * 0.3;
    }
  for (int round = 0; round < ROUNDS; round++)
    for (int i = 0; i < SIZE; i++)
      for (int k = 0; k < SIZE; k++) {
        double factor = a[i][k];
        for (int j = 0; j < SIZE; j++) c[i][j] += factor * b[k][j];
      }
  double trace = 0;
  for (int i = 0; i < SIZE; i++) trace += c[i][i];
  return (unsigned long)(long)trace;
}
