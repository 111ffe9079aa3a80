#include "runtime.h"
static float cosines[8][8];
static i16 block[8][8], back[8][8];
static float freq[8][8];
static double cosine(double x) { double t = 1, s = 1; for (int i = 1; i < 20; i++) s += t *= -x * x / ((2 * i - 1) * (2 * i)); return s; }
static void forward(void) {
  float rows[8][8];
  for (int y = 0; y < 8; y++) for (int u = 0; u < 8; u++) {
    float s = 0;
    for (int x = 0; x < 8; x++) s += block[y][x] * cosines[u][x];
    rows[y][u] = s;
  }
  for (int v = 0; v < 8; v++) for (int u = 0; u < 8; u++) {
    float s = 0;
    for (int y = 0; y < 8; y++) s += rows[y][u] * cosines[v][y];
    freq[v][u] = s;
  }
}
static void inverse(void) {
  for (int y = 0; y < 8; y++) for (int x = 0; x < 8; x++) {
    float s = 0;
    for (int v = 0; v < 8; v++) for (int u = 0; u < 8; u++) s += freq[v][u] * cosines[u][x] * cosines[v][y];
    back[y][x] = (i16)(s < 0 ? s - 0.5f : s + 0.5f);
  }
}
static void walsh(i32 *x) {
  for (int h = 1; h < 64; h *= 2)
    for (int i = 0; i < 64; i += 2 * h) for (int j = i; j < i + h; j++) { i32 a = x[j], b = x[j + h]; x[j] = a + b; x[j + h] = a - b; }
}
int main(void) {
  for (int u = 0; u < 8; u++) for (int x = 0; x < 8; x++)
    cosines[u][x] = (float)(cosine((2 * x + 1) * u * 3.141592653589793 / 16) * (u ? 0.5 : 0.3535533905932738));
  for (int i = 0; i < 64; i++) block[0][i] = (i16)((random64() & 255) - 128);
  forward(), hex("freq", digest(freq, sizeof freq));
  inverse();
  int wrong = 0;
  for (int i = 0; i < 64; i++) wrong += block[0][i] != back[0][i];
  line("wrong", wrong);
  i32 x[64];
  for (int i = 0; i < 64; i++) x[i] = block[0][i];
  walsh(x), hex("walsh", digest(x, sizeof x));
  return wrong;
}
