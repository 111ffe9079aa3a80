#include "runtime.h"
#include <stdarg.h>
__attribute__((noinline)) static double total(const char *kinds, ...) {
  va_list list, again;
  double sum = 0;
  va_start(list, kinds);
  va_copy(again, list);
  for (const char *k = kinds; *k; k++)
    switch (*k) {
      case 'i': sum += va_arg(list, int); break;
      case 'l': sum += (double)va_arg(list, long); break;
      case 'd': sum += va_arg(list, double); break;
      case 's': sum += (double)length(va_arg(list, const char *)); break;
    }
  sum += *kinds == 'i' ? va_arg(again, int) * 1000 : 0;
  va_end(again);
  va_end(list);
  return sum;
}
static char text[200];
__attribute__((noinline)) static int format(char *out, const char *pattern, ...) {
  va_list list;
  char *start = out;
  va_start(list, pattern);
  for (; *pattern; pattern++) {
    if (*pattern != '%') { *out++ = *pattern; continue; }
    char digits[24], *p = digits;
    u64 n;
    switch (*++pattern) {
      case 'd': { i64 v = va_arg(list, int); if (v < 0) *out++ = '-', v = -v; n = (u64)v; break; }
      case 'f': { double v = va_arg(list, double); if (v < 0) *out++ = '-', v = -v; n = (u64)(v * 1000 + 0.5); break; }
      case 's': for (const char *s = va_arg(list, const char *); *s;) *out++ = *s++; continue;
      case 'c': *out++ = (char)va_arg(list, int); continue;
      default: n = va_arg(list, u64);
    }
    int point = *pattern == 'f' ? 3 : -1;
    do { if (point-- == 0) *p++ = '.'; *p++ = (char)('0' + n % 10); n /= 10; } while (n || point >= 0);
    while (p > digits) *out++ = *--p;
  }
  va_end(list);
  *out = 0;
  return (int)(out - start);
}
int main(void) {
  real("few", total("id", 1, 2.5));
  real("many", total("iddddddddddiiiiillls", 7, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1.1, 1, 2, 3, 4, 5, 6l, 7l, -8l, "nine"));
  int n = format(text, "%d %s %f|%c%d %f %f %f %f %f %f %f %f %u\n", -42, "text", 3.14159, 'x', 7, .5, -1.25, 1e6, .001, 2.0, 99.9995, 7.0, 8.125, 12345678901234ul);
  print(text);
  return n;
}
