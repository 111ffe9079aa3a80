#include "shared.h"
int other(int x) {
  A a{x + 1};
  return larger(a.twice(), shared(x)) + larger(1u, 2u);
}
