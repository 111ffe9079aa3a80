#include "shared.h"
thread_local int own = 3;
int other(int);
int f(int x) {
  A a{x};
  return larger(a.twice(), shared(x)) + own;
}
int main(int, char **) { return f(2) + other(3); }
extern "C" void _start() {
  int status = main(1, nullptr);
  __asm__ volatile("syscall" : : "a"(60), "D"(status));
}
