#include "runtime.h"
struct quaternion { float w, x, y, z; };
struct vector { float x, y, z; };
__attribute__((noinline)) static struct quaternion multiply(struct quaternion a, struct quaternion b) {
  return (struct quaternion){a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z, a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
                             a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x, a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
}
__attribute__((noinline)) static struct quaternion unit(struct quaternion q) {
  float length = __builtin_sqrtf(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z);
  return (struct quaternion){q.w / length, q.x / length, q.y / length, q.z / length};
}
__attribute__((noinline)) static struct vector rotate(struct quaternion q, struct vector v) {
  struct quaternion p = {0, v.x, v.y, v.z}, back = {q.w, -q.x, -q.y, -q.z};
  p = multiply(multiply(q, p), back);
  return (struct vector){p.x, p.y, p.z};
}
int main(void) {
  struct quaternion q = unit((struct quaternion){1, 0.1f, 0.2f, -0.3f});
  struct vector v = {1, 2, 3};
  for (int i = 0; i < 50; i++) {
    v = rotate(q, v);
    if (i % 16 == 0) q = unit(multiply(q, (struct quaternion){0.9f, 0.1f, 0, 0.05f}));
  }
  real32("x", v.x), real32("y", v.y), real32("z", v.z);
  line("length", (i64)((v.x * v.x + v.y * v.y + v.z * v.z) * 1000 + 0.5f));
  return v.x < v.y;
}
