#include "runtime.h"
#define POINTS 120
#define GROUPS 4
static float x[POINTS], y[POINTS];
static u8 group[POINTS];
int main(void) {
  float cx[GROUPS], cy[GROUPS];
  for (int i = 0; i < POINTS; i++) {
    x[i] = (float)(random_real() + (i & 1) * 3), y[i] = (float)(random_real() + (i >> 1 & 1) * 3);
  }
  for (int g = 0; g < GROUPS; g++) cx[g] = x[g * 7], cy[g] = y[g * 11];
  int rounds = 0, moved;
  do {
    moved = 0;
    for (int i = 0; i < POINTS; i++) {
      float best = __builtin_inff();
      int at = 0;
      for (int g = 0; g < GROUPS; g++) {
        float dx = x[i] - cx[g], dy = y[i] - cy[g], distance = dx * dx + dy * dy;
        if (distance < best) best = distance, at = g;
      }
      moved += group[i] != at;
      group[i] = (u8)at;
    }
    for (int g = 0; g < GROUPS; g++) {
      float sx = 0, sy = 0;
      int n = 0;
      for (int i = 0; i < POINTS; i++)
        if (group[i] == g) sx += x[i], sy += y[i], n++;
      if (n) cx[g] = sx / n, cy[g] = sy / n;
    }
  } while (moved && ++rounds < 12);
  line("rounds", rounds);
  for (int g = 0; g < GROUPS; g++) real32("x", cx[g]), real32("y", cy[g]);
  hex("groups", digest(group, sizeof group));
  return rounds;
}
