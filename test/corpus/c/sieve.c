#include "runtime.h"
#define N 9000
static u8 composite[N];
int main(void) {
  int count = 0;
  i64 sum = 0;
  for (int i = 2; i < N; i++) {
    if (composite[i]) continue;
    count++;
    sum += i;
    for (int j = i + i; j < N; j += i) composite[j] = 1;
  }
  line("primes", count);
  line("sum", sum);
  return count & 0xff;
}
