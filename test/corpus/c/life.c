#include "runtime.h"
#define W 20
#define H 12
static char grid[2][H][W];
int main(void) {
  static const u8 glider[][2] = {{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}, {8, 6}, {9, 6}, {10, 6}};
  int now = 0, alive = 0;
  for (unsigned i = 0; i < sizeof glider / 2; i++) grid[0][glider[i][1]][glider[i][0]] = 1;
  for (int generation = 0; generation < 5; generation++, now ^= 1)
    for (int y = 0; y < H; y++)
      for (int x = 0; x < W; x++) {
        int n = -grid[now][y][x];
        for (int dy = -1; dy <= 1; dy++)
          for (int dx = -1; dx <= 1; dx++) n += grid[now][(y + dy + H) % H][(x + dx + W) % W];
        grid[!now][y][x] = n == 3 || (n == 2 && grid[now][y][x]);
      }
  for (int y = 0; y < H; y++) {
    char row[W + 2];
    for (int x = 0; x < W; x++) { row[x] = grid[now][y][x] ? '#' : '.'; alive += grid[now][y][x]; }
    row[W] = '\n';
    row[W + 1] = 0;
    print(row);
  }
  return alive;
}
