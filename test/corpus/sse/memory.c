#include "runtime.h"
static char a[300], b[300];
static void copy(char *restrict to, const char *restrict from, int n) { for (int i = 0; i < n; i++) to[i] = from[i]; }
static void move(char *to, const char *from, int n) {
  if (to < from) for (int i = 0; i < n; i++) to[i] = from[i];
  else while (n--) to[n] = from[n];
}
static void fill(char *to, int c, int n) { for (int i = 0; i < n; i++) to[i] = (char)c; }
static void fill32(u32 *to, u32 c, int n) { for (int i = 0; i < n; i++) to[i] = c; }
static int compare(const char *p, const char *q, int n) {
  for (; n--; p++, q++) if (*p != *q) return (u8)*p - (u8)*q;
  return 0;
}
static int size(const char *s) { const char *p = s; while (*p) p++; return (int)(p - s); }
static const char *find(const char *s, char c) { for (; *s != c; s++) if (!*s) return 0; return s; }
static const char *find_text(const char *s, const char *what) {
  for (; *s; s++) {
    int i = 0;
    while (what[i] && s[i] == what[i]) i++;
    if (!what[i]) return s;
  }
  return 0;
}
static void reverse(char *s, int n) { for (int i = 0; i < n / 2; i++) { char c = s[i]; s[i] = s[n - 1 - i]; s[n - 1 - i] = c; } }
static int span(const char *s, const char *of) { int n = 0; while (s[n] && find(of, s[n])) n++; return n; }
static u64 eights(const u64 *p, int n) { u64 x = 0; for (int i = 0; i < n; i++) x ^= p[i] + (u64)i; return x; }
static int zeros(const char *p, int n) { int c = 0; for (int i = 0; i < n; i++) c += !p[i]; return c; }
int main(void) {
  for (int i = 0; i < 299; i++) a[i] = (char)('a' + random64() % 26);
  line("size", size(a));
  for (int n = 0; n < 40; n += 3) copy(b + n, a + 2 * n, n), move(a + 5, a + n / 2, n * 3), move(a + n, a + 50, n * 2);
  hex("copies", digest(b, 300) ^ digest(a, 300));
  fill(b, '=', 133), fill(b + 7, '-', 19), fill32((u32 *)(b + 200), 0x01020304, 13);
  hex("fills", digest(b, 300));
  line("compare", compare(a, a + 1, 20)), line("same", compare(b + 30, b + 31, 80));
  line("find", find(a, 'q') - a), line("text", find_text(a, (char[]){a[200], a[201], a[202], 0}) - a);
  reverse(a, 299), line("span", span(a, "abcdefghijklmnop"));
  hex("eights", eights((u64 *)a, 37)), line("zeros", zeros(b, 300));
  hex("end", digest(a, 300));
  return size(a + 250);
}
