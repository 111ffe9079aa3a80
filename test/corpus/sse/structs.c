#include "runtime.h"
struct pair { double a, b; };
struct mixed { float f; int i; double d; };
struct small { char c[3]; };
struct twelve { u32 a, b, c; };
struct big { u64 a[9]; float f[5]; char tail[7]; };
struct bitfields { u32 low : 5, mid : 11, high : 16; i64 wide : 40, rest : 24; };
__attribute__((noinline)) static struct pair swap(struct pair p) { return (struct pair){p.b, p.a + 0.5}; }
__attribute__((noinline)) static struct mixed step(struct mixed m, float by) {
  return (struct mixed){m.f * by, m.i - 3, m.d + m.i};
}
__attribute__((noinline)) static struct small turn(struct small s) { return (struct small){{s.c[2], s.c[0], s.c[1]}}; }
__attribute__((noinline)) static struct twelve spin(struct twelve t) { return (struct twelve){t.c, t.a, t.b * 3}; }
__attribute__((noinline)) static struct big grow(struct big b, int n) {
  for (int i = 0; i < 9; i++) b.a[i] = b.a[i] * 3 + (u64)n;
  for (int i = 0; i < 5; i++) b.f[i] += (float)n / 4;
  b.tail[n % 7] ^= 0x55;
  return b;
}
__attribute__((noinline)) static double many(int a, double b, float c, i64 d, double e, double f, float g, double h, double i, double j, float k, int l, int m, int n, int o) {
  return a + b * 2 + c * 3 + d + e - f + g * h - i + j * k + l * m - n + o;
}
static struct big table[4];
int main(void) {
  struct pair p = {1.25, -3};
  struct mixed m = {1.5f, 10, 0.1};
  struct small s = {"abc"};
  struct twelve t = {1, 2, 3};
  struct big b = {{1, 2, 3}, {0.5f}, "tail"};
  struct bitfields f = {0};
  for (int i = 0; i < 11; i++) {
    p = swap(p), m = step(m, 1.01f), s = turn(s), t = spin(t), b = grow(b, i);
    table[i & 3] = b;
    if (i == 6) table[1] = table[3];
    f.low += 7, f.mid ^= f.low * 5, f.high -= f.mid, f.wide += (i64)f.high << 21, f.rest = f.wide >> 9;
  }
  real("a", p.a), real("b", p.b);
  real32("f", m.f), line("i", m.i), real("d", m.d);
  line("small", s.c[0]), line("twelve", t.a + t.b + t.c);
  hex("big", digest(&table, sizeof table));
  hex("fields", f.low + f.mid * 3 + f.high * 7ul), line("wide", f.wide), line("rest", f.rest);
  real("many", many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
  return s.c[1] & 3;
}
