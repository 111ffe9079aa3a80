#include "runtime.h"
#define N 24
static i32 distance[N][N];
static float rank[N], next_rank[N];
static u32 reach[N];
static void floyd(void) {
  for (int k = 0; k < N; k++)
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++) {
        i32 via = distance[i][k] + distance[k][j];
        distance[i][j] = via < distance[i][j] ? via : distance[i][j];
      }
}
static i32 spanning(void) {
  i32 best[N], total = 0;
  u8 in[N] = {0};
  for (int i = 0; i < N; i++) best[i] = 1 << 20;
  best[0] = 0;
  for (int n = 0; n < N; n++) {
    int at = -1;
    for (int i = 0; i < N; i++) if (!in[i] && (at < 0 || best[i] < best[at])) at = i;
    in[at] = 1, total += best[at];
    for (int i = 0; i < N; i++) if (distance[at][i] < best[i]) best[i] = distance[at][i];
  }
  return total;
}
int main(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) distance[i][j] = i == j ? 0 : random64() % 5 ? 10000 : (i32)(random64() % 90) + 1;
  for (int i = 0; i < N; i++) distance[i][(i + 1) % N] = 50;
  for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) reach[i] |= (u32)(distance[i][j] < 10000) << j;
  line("tree", spanning());
  floyd(), hex("paths", digest(distance, sizeof distance));
  for (int i = 0; i < N; i++) rank[i] = 1.0f / N;
  for (int round = 0; round < 10; round++) {
    for (int i = 0; i < N; i++) next_rank[i] = 0.15f / N;
    for (int i = 0; i < N; i++) {
      int out = 0;
      for (u32 m = reach[i]; m; m &= m - 1) out++;
      for (int j = 0; j < N; j++) if (reach[i] >> j & 1) next_rank[j] += 0.85f * rank[i] / (float)out;
    }
    for (int i = 0; i < N; i++) rank[i] = next_rank[i];
  }
  hex("rank", digest(rank, sizeof rank));
  return 0;
}
