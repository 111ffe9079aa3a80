/* Sieve of Eratosthenes over a million bytes, repeated. */
#include "start.h"

enum { SIZE = 1000000, ROUNDS = 14 };
static unsigned char composite[SIZE + 1];

static unsigned long work(void) {
  unsigned long found = 0;
  for (int round = 0; round < ROUNDS; round++) {
    for (int i = 0; i <= SIZE; i++) composite[i] = 0;
    for (int i = 2; i * i <= SIZE; i++) {
      if (composite[i]) continue;
      for (int j = i * i; j <= SIZE; j += i) composite[j] = 1;
    }
    for (int i = 2; i <= SIZE; i++) found += !composite[i];
  }
  return found;
}
