#include "runtime.h"
static int solve(u32 all, u32 columns, u32 left, u32 right) {
  if (columns == all) return 1;
  int count = 0;
  for (u32 free = all & ~(columns | left | right); free; free &= free - 1) {
    u32 bit = free & -free;
    count += solve(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return count;
}
int main(void) {
  for (int n = 4; n <= 7; n++) line("queens", solve((1u << n) - 1, 0, 0, 0));
  return solve(0xff, 0, 0, 0);
}
