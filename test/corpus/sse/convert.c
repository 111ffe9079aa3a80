#include "runtime.h"
static volatile double doubles[] = {0, -0.0, 1.5, -1.5, 2.5, 1e9, -1e9, 4294967295.5, 9.2e18, 1.8e19, 1e-300, 0x1p63, 123456789.987};
static volatile float floats[] = {0, -0.0f, 1.5f, -2.75f, 1e9f, 3e9f, 9e18f, 1.7e19f, 1e-40f, 16777217.0f};
static volatile i64 longs[] = {0, 1, -1, 0x7fffffffffffffff, (i64)0x8000000000000000, 0x20000000000001, 0x7ffffffffffffbff, -12345678901234};
static volatile u64 unsigneds[] = {0, 1, ~0ul, 0x8000000000000000, 0x8000000000000401, 0xfffffffffffffbff, 0x1ffffff, 1ul << 63 | 1};
static volatile int ints[] = {0, 1, -1, 2147483647, -2147483647 - 1, 16777217, 65535};
#define EACH(table) for (u64 i = 0; i < sizeof table / sizeof *table; i++)
static void arrays(void) {
  static float f[37], g[37];
  static double d[37];
  static int n[37];
  static u8 b[37];
  static i16 s[37];
  static u32 u[37];
  for (int i = 0; i < 37; i++) n[i] = i * 7919 - 100000, b[i] = (u8)(i * 7), s[i] = (i16)(i * 1771 - 32768), u[i] = (u32)i * 123456789u;
  for (int i = 0; i < 37; i++) f[i] = (float)n[i];
  for (int i = 0; i < 37; i++) d[i] = n[i];
  for (int i = 0; i < 37; i++) d[i] += f[i] * 0.5f;
  for (int i = 0; i < 37; i++) g[i] = (float)d[i] + b[i];
  for (int i = 0; i < 37; i++) n[i] = (int)g[i];
  hex("ints", digest(n, sizeof n));
  for (int i = 0; i < 37; i++) f[i] = s[i], g[i] += (float)u[i];
  for (int i = 0; i < 37; i++) n[i] = (int)d[i];
  for (int i = 0; i < 37; i++) d[i] = u[i];
  hex("floats", digest(f, sizeof f)), hex("mixed", digest(g, sizeof g)), hex("truncated", digest(n, sizeof n)), hex("wide", digest(d, sizeof d));
  for (int i = 0; i < 37; i++) s[i] = (i16)(f[i] * 0.25f), b[i] = (u8)(i * 1.5);
  hex("words", digest(s, sizeof s)), hex("bytes", digest(b, sizeof b));
}
int main(void) {
  EACH(doubles) {
    double x = doubles[i];
    if (x > -2e9 && x < 2e9) line("int", (int)x), line("short", (i16)(int)x);
    if (x > -9e18 && x < 9.22e18) line("long", (i64)x);
    if (x >= 0 && x < 1.84e19) hex("ulong", (u64)x);
    if (x >= 0 && x < 4.2e9) hex("uint", (u32)x);
    real32("float", (float)x);
  }
  EACH(floats) {
    float x = floats[i];
    real("double", x);
    if (x < 9.2e18f) line("long", (i64)x);
    if (x >= 0) hex("ulong", (u64)x);
    if (x >= 0 && x < 4e9f) hex("uint", (u32)x);
  }
  EACH(longs) real("long", (double)longs[i]), real32("long", (float)longs[i]);
  EACH(unsigneds) real("ulong", (double)unsigneds[i]), real32("ulong", (float)unsigneds[i]);
  EACH(ints) real("int", ints[i]), real32("int", (float)ints[i]), real("uint", (u32)ints[i]), real32("uint", (float)(u32)ints[i]);
  arrays();
  return 0;
}
