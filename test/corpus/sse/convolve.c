#include "runtime.h"
#define W 24
#define H 10
static u8 image[H][W], out[H][W];
static i16 gradient[H][W];
static float smooth[H][W];
static void edges(void) {
  for (int y = 1; y < H - 1; y++)
    for (int x = 1; x < W - 1; x++) {
      int gx = image[y - 1][x + 1] + 2 * image[y][x + 1] + image[y + 1][x + 1] - image[y - 1][x - 1] - 2 * image[y][x - 1] - image[y + 1][x - 1];
      int gy = image[y + 1][x - 1] + 2 * image[y + 1][x] + image[y + 1][x + 1] - image[y - 1][x - 1] - 2 * image[y - 1][x] - image[y - 1][x + 1];
      gradient[y][x] = (i16)((gx < 0 ? -gx : gx) + (gy < 0 ? -gy : gy));
    }
}
static void blur(const float *kernel) {
  for (int y = 0; y < H; y++)
    for (int x = 2; x < W - 2; x++) {
      float sum = 0;
      for (int k = -2; k <= 2; k++) sum += kernel[k + 2] * image[y][x + k];
      smooth[y][x] = sum;
    }
}
static void threshold(int level) {
  for (int y = 0; y < H; y++)
    for (int x = 0; x < W; x++) out[y][x] = gradient[y][x] > level ? 255 : 0;
}
static void erode(void) {
  for (int y = 0; y < H; y++)
    for (int x = 1; x < W - 1; x++) {
      u8 a = image[y][x - 1], b = image[y][x], c = image[y][x + 1], m = a < b ? a : b;
      out[y][x] = m < c ? m : c;
    }
}
int main(void) {
  for (int y = 0; y < H; y++) for (int x = 0; x < W; x++) image[y][x] = (u8)(x * y * 3 + (random64() & 31));
  edges(), hex("edges", digest(gradient, sizeof gradient));
  blur((const float[]){0.0625f, 0.25f, 0.375f, 0.25f, 0.0625f}), hex("smooth", digest(smooth, sizeof smooth));
  threshold(200), hex("threshold", digest(out, sizeof out));
  erode(), hex("eroded", digest(out, sizeof out));
  int histogram[16] = {0};
  for (int i = 0; i < W * H; i++) histogram[image[0][i] >> 4]++;
  hex("histogram", digest(histogram, sizeof histogram));
  return 0;
}
