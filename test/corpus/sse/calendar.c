#include "runtime.h"
struct date { int year; u8 month, day; };
static i64 days(struct date d) {
  i64 y = d.month <= 2 ? d.year - 1 : d.year, era = (y >= 0 ? y : y - 399) / 400;
  u32 yoe = (u32)(y - era * 400), doy = (153u * (d.month > 2 ? d.month - 3u : d.month + 9u) + 2) / 5 + d.day - 1;
  return era * 146097 + (i64)(yoe * 365 + yoe / 4 - yoe / 100 + doy) - 719468;
}
static struct date civil(i64 z) {
  z += 719468;
  i64 era = (z >= 0 ? z : z - 146096) / 146097;
  u32 doe = (u32)(z - era * 146097), yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  u8 month = (u8)(mp < 10 ? mp + 3 : mp - 9);
  return (struct date){(int)(yoe + era * 400 + (month <= 2)), month, (u8)(doy - (153 * mp + 2) / 5 + 1)};
}
static i64 gcd(i64 a, i64 b) { while (b) { i64 t = a % b; a = b; b = t; } return a < 0 ? -a : a; }
static u32 roman(int n, char *out) {
  static const struct { u16 value; char text[3]; } parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
  char *start = out;
  for (int i = 0; n; i++) for (; n >= parts[i].value; n -= parts[i].value) for (const char *p = parts[i].text; *p; p++) *out++ = *p;
  *out = 0;
  return (u32)(out - start);
}
int main(void) {
  char text[32];
  for (i64 z = -800000; z < 800000; z += 9973) {
    struct date d = civil(z);
    if (days(d) != z) return 1;
  }
  struct date d = civil(20000);
  line("year", d.year), line("month", d.month), line("day", d.day), line("weekday", (20000 % 7 + 11) % 7);
  line("span", days((struct date){2024, 3, 1}) - days((struct date){1900, 2, 28}));
  for (int i = 1; i < 4000; i += 1111) roman(i + 333, text), print(text), print("\n");
  i64 n = 1, m = 1;
  for (int i = 2; i < 20; i++) { n = n * i + m, m *= i; i64 g = gcd(n, m); n /= g, m /= g; }
  line("n", n), line("m", m);
  int sum = 0;
  for (int i = -50; i < 50; i++) sum += i / 3 * 5 + i % 7 - (i >> 2) + (i / 16) * (i % 16) + (u8)i / 10 + (i16)(i * 300) / 9;
  line("sum", sum);
  return 0;
}
