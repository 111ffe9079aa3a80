#include "runtime.h"
/* Truth values, conditional moves, short circuits, switches that compilers turn into tables, bit tests and comparisons. */
__attribute__((noinline)) static _Bool both(_Bool a, _Bool b) { return a && !b; }
__attribute__((noinline)) static int sign(int x) { return (x > 0) - (x < 0); }
__attribute__((noinline)) static int middle(int a, int b, int c) { int l = a < b ? a : b, h = a < b ? b : a; return c < l ? l : c > h ? h : c; }
__attribute__((noinline)) static u8 clip(i64 x) { return x < 0 ? 0 : x > 255 ? 255 : (u8)x; }
__attribute__((noinline)) static int vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
__attribute__((noinline)) static int sparse(u32 x) {
  switch (x) {
    case 1: return 5;
    case 10: return 7;
    case 100: return 11;
    case 1000: return 13;
    case 100000: return 17;
    case 0xffffffff: return 19;
    default: return x > 500 ? 23 : 29;
  }
}
__attribute__((noinline)) static const char *day(int d) {
  static const char *names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  return d >= 0 && d < 7 ? names[d] : "never";
}
__attribute__((noinline)) static i64 dense(int op, i64 a, i64 b) {
  switch (op) {
    case 0: return a + b;
    case 1: return a - b;
    case 2: return a * b;
    case 3: return b ? a / b : -1;
    case 4: return b ? a % b : -2;
    case 5: return a & b;
    case 6: return a | b;
    case 7: return a ^ b;
    case 8: return a << (b & 63);
    case 9: return a >> (b & 63);
    case 10: return (i64)((u64)a >> (b & 63));
    case 11: return a < b;
    case 12: return (u64)a < (u64)b;
    default: return ~a;
  }
}
__attribute__((noinline)) static int overflow(int a, int b) { int r; return __builtin_add_overflow(a, b, &r) * 4 + __builtin_mul_overflow(a, b, &r) * 2 + __builtin_sub_overflow(a, b, &r); }
__attribute__((noinline)) static int overflow64(u64 a, u64 b) { u64 r; return __builtin_add_overflow(a, b, &r) * 4 + __builtin_mul_overflow(a, b, &r) * 2 + __builtin_sub_overflow(a, b, &r); }
int main(void) {
  static const int values[] = {0, 1, -1, 7, 10, 100, -2147483647 - 1, 2147483647, 1000, 12};
  u64 hash = 3;
  for (int i = 0; i < 10; i++)
    for (int j = 0; j < 10; j++) {
      int a = values[i], b = values[j];
      hash = hash * 31 + (u64)(both(a, b) + sign(a) * 2 + middle(a, b, 5) + clip((i64)a * b) + sparse((u32)a));
      hash ^= (u64)overflow(a, b) << 3 ^ (u64)overflow64((u64)a, (u64)b) << 9;
      for (int op = 0; op < 14; op++) hash = hash * 33 + (u64)dense(op, a, b == -1 ? 2 : b);
      hash += (u64)((i8)a < (i8)b) + (u64)((u16)a > (u16)b) * 3 + (u64)((u8)(a + b) == (u8)i) * 5;
    }
  hex("hash", hash);
  int n = 0;
  for (const char *p = "the quick brown fox jumps over the lazy dog"; *p; p++) n += vowel(*p);
  line("vowels", n);
  for (int i = -1; i < 8; i += 4) print(day(i)), print("\n");
  return sparse(100000);
}
