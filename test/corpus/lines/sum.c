#include <stddef.h>

static inline int square(int x) { return x * x; }

int table[10] = {1, 2, 3};

__attribute__((cold)) void fail(void) { __builtin_trap(); }

int sum(const int *p, size_t n) {
  int total = 0;
  for (size_t i = 0; i < n; i++) {
    if (p[i] & 1) total += square(p[i]);
    else total -= p[i];
  }
  return total;
}

int main(int argc, char **argv) {
  if (argc > 5) fail();
  return argv ? 1 : sum(table, 10) & 0x7f;
}
