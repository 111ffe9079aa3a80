/* y += a * x in singles, and a sum of bytes in integer vectors: what gcc -O3 makes of plain loops. */
#include "start.h"

#define LENGTH 4096
#define ROUNDS 4000

static float x[LENGTH], y[LENGTH];
static unsigned char bytes[LENGTH];

static unsigned long work(void) {
  for (int i = 0; i < LENGTH; i++) {
    x[i] = (float)(i % 97) * 0.37f + 1.0f;
    y[i] = (float)(i % 13) + 0.5f;
    bytes[i] = (unsigned char)(i * 7);
  }
  unsigned total = 0;
  for (int round = 0; round < ROUNDS; round++) {
    float a = round & 1 ? 0.125f : -0.12f;
    for (int i = 0; i < LENGTH; i++) y[i] += a * x[i];
    for (int i = 0; i < LENGTH; i++) total += bytes[i] ^ (unsigned)round;
  }
  float sum = 0;
  for (int i = 0; i < LENGTH; i++) sum += y[i];
  return (unsigned long)(long)(sum * 64.0f) + total;
}
