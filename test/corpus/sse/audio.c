#include "runtime.h"
#define N 128
static i16 samples[N], out[N];
static float buffer[N], delay[17];
struct filter { float b0, b1, b2, a1, a2, x1, x2, y1, y2; };
static float step(struct filter *f, float x) {
  float y = f->b0 * x + f->b1 * f->x1 + f->b2 * f->x2 - f->a1 * f->y1 - f->a2 * f->y2;
  f->x2 = f->x1, f->x1 = x, f->y2 = f->y1, f->y1 = y;
  return y;
}
static void to_float(void) { for (int i = 0; i < N; i++) buffer[i] = samples[i] * (1.0f / 32768); }
static void to_words(void) {
  for (int i = 0; i < N; i++) {
    float v = buffer[i] * 32767;
    v = v > 32767 ? 32767 : v < -32768 ? -32768 : v;
    out[i] = (i16)v;
  }
}
static void echo(void) { for (int i = 0; i < N; i++) { float d = delay[i % 17]; delay[i % 17] = buffer[i] + d * 0.4f; buffer[i] += d * 0.5f; } }
static void gain(float g) { for (int i = 0; i < N; i++) buffer[i] *= g; }
static float peak(void) { float m = 0; for (int i = 0; i < N; i++) { float v = __builtin_fabsf(buffer[i]); m = v > m ? v : m; } return m; }
static void mix(i16 *a, const i16 *b) { for (int i = 0; i < N; i++) { int s = a[i] + b[i]; a[i] = (i16)(s > 32767 ? 32767 : s < -32768 ? -32768 : s); } }
static void stereo(const i16 *in, i16 *left, i16 *right) { for (int i = 0; i < N / 2; i++) left[i] = in[2 * i], right[i] = in[2 * i + 1]; }
static int ulaw(i16 s) {
  int sign = s < 0 ? 0x80 : 0, v = s < 0 ? -s : s, e = 7;
  v = (v > 32635 ? 32635 : v) + 132;
  for (int m = 0x4000; !(v & m) && e; m >>= 1) e--;
  return ~(sign | e << 4 | (v >> (e + 3) & 15)) & 255;
}
int main(void) {
  int phase = 0, speed = 900;
  for (int i = 0; i < N; i++) samples[i] = (i16)(phase += speed, speed += phase > 0 ? -70 : 70, phase);
  struct filter low = {0.2f, 0.4f, 0.2f, -0.3f, 0.1f, 0, 0, 0, 0};
  to_float();
  for (int i = 0; i < N; i++) buffer[i] = step(&low, buffer[i]);
  hex("filtered", digest(buffer, sizeof buffer));
  echo(), gain(4.5f), real32("peak", peak());
  to_words(), hex("words", digest(out, sizeof out));
  mix(out, samples), hex("mix", digest(out, sizeof out));
  stereo(samples, out, out + N / 2), hex("stereo", digest(out, sizeof out));
  int sum = 0;
  for (int i = 0; i < N; i++) sum = sum * 7 + ulaw(out[i]);
  line("ulaw", sum);
  return 0;
}
