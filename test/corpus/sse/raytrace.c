#include "runtime.h"
struct vector { float x, y, z; };
struct sphere { struct vector at; float radius, shine; };
static const struct sphere world[] = {{{0, 0, 5}, 1.5f, 0.9f}, {{1.5f, 1, 4}, 0.7f, 0.6f}, {{-2, -0.5f, 6}, 1, 0.3f}, {{0, -101.5f, 5}, 100, 0.5f}};
static inline struct vector minus(struct vector a, struct vector b) { return (struct vector){a.x - b.x, a.y - b.y, a.z - b.z}; }
static inline float dot(struct vector a, struct vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static inline struct vector along(struct vector a, struct vector d, float t) { return (struct vector){a.x + d.x * t, a.y + d.y * t, a.z + d.z * t}; }
static struct vector unit(struct vector a) { float l = 1 / __builtin_sqrtf(dot(a, a)); return (struct vector){a.x * l, a.y * l, a.z * l}; }
static int hit(struct vector from, struct vector d, float *t) {
  int best = -1;
  for (int i = 0; i < 4; i++) {
    struct vector o = minus(from, world[i].at);
    float b = dot(o, d), c = dot(o, o) - world[i].radius * world[i].radius, q = b * b - c;
    if (q < 0) continue;
    float s = -b - __builtin_sqrtf(q);
    if (s > 1e-3f && s < *t) *t = s, best = i;
  }
  return best;
}
static float shade(struct vector from, struct vector d, int depth) {
  float t = __builtin_inff();
  int i = hit(from, d, &t);
  if (i < 0) return 0.2f + 0.1f * d.y;
  struct vector p = along(from, d, t), n = unit(minus(p, world[i].at)), light = unit((struct vector){-1, 2, -1});
  float bright = dot(n, light), far = __builtin_inff();
  if (bright < 0 || hit(p, light, &far) >= 0) bright = 0;
  float own = 0.1f + bright * world[i].shine;
  return depth ? own + 0.3f * shade(p, along(d, n, -2 * dot(d, n)), depth - 1) : own;
}
int main(void) {
  char row[17];
  u64 sum = 0;
  for (int y = 0; y < 7; y++) {
    for (int x = 0; x < 16; x++) {
      float v = shade((struct vector){0, 0, 0}, unit((struct vector){(x - 8) / 8.0f, (3 - y) / 4.0f, 1.5f}), 2);
      int level = (int)(v * 8);
      row[x] = " .,:;ox%#@"[level > 9 ? 9 : level < 0 ? 0 : level];
      sum = sum * 31 + bits32(v);
    }
    row[16] = 0;
    print(row), print("\n");
  }
  hex("sum", sum);
  return 0;
}
