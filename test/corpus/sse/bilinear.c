#include "runtime.h"
#define W 16
#define H 12
static u8 from[H][W], to[H * 2][W * 2];
static u8 sample(float x, float y) {
  int i = (int)x, j = (int)y;
  int i1 = i + 1 < W ? i + 1 : i, j1 = j + 1 < H ? j + 1 : j;
  float u = x - i, v = y - j;
  float top = from[j][i] * (1 - u) + from[j][i1] * u, bottom = from[j1][i] * (1 - u) + from[j1][i1] * u;
  return (u8)(top * (1 - v) + bottom * v + 0.5f);
}
static void brighten(u8 *pixels, int n, int by) {
  for (int i = 0; i < n; i++) {
    int value = pixels[i] + by;
    pixels[i] = value > 255 ? 255 : value < 0 ? 0 : value;
  }
}
static void gray_to_float(const u8 *pixels, float *out, int n) {
  for (int i = 0; i < n; i++) out[i] = pixels[i] * (1.0f / 255);
}
int main(void) {
  static float out[W * H];
  for (int j = 0; j < H; j++)
    for (int i = 0; i < W; i++) from[j][i] = (u8)random64();
  for (int j = 0; j < H * 2; j++)
    for (int i = 0; i < W * 2; i++) to[j][i] = sample(i * 0.5f, j * 0.5f);
  hex("scaled", digest(to, sizeof to));
  brighten(&to[0][0], sizeof to, 60);
  hex("bright", digest(to, sizeof to));
  brighten(&to[0][0], sizeof to - 3, -90);
  hex("dark", digest(to, sizeof to));
  gray_to_float(&from[0][0], out, W * H);
  hex("floats", digest(out, sizeof out));
  return to[3][4];
}
