#include "runtime.h"
static const char shades[] = " .:-=+*#%@";
static int escape(double a, double b, int limit) {
  double x = 0, y = 0;
  int n = 0;
  while (n < limit && x * x + y * y <= 4.0) {
    double next = x * x - y * y + a;
    y = 2 * x * y + b;
    x = next;
    n++;
  }
  return n;
}
static int escape32(float a, float b, int limit) {
  float x = a, y = b;
  int n = 0;
  for (; n < limit && !(x * x + y * y > 4.0f); n++) {
    float next = x * x - y * y - 0.8f;
    y = 2 * x * y + 0.156f;
    x = next;
  }
  return n;
}
int main(void) {
  char row[25];
  int total = 0;
  for (int j = 0; j < 9; j++) {
    for (int i = 0; i < 24; i++) {
      int n = escape(-2.2 + i * 0.13, -1.2 + j * 0.3, 30);
      total += n;
      row[i] = shades[n * 9 / 30];
    }
    row[24] = 0;
    print(row), print("\n");
  }
  line("total", total);
  int julia = 0;
  for (int j = 0; j < 12; j++)
    for (int i = 0; i < 12; i++) julia = julia * 3 + escape32(i / 4.0f - 1.5f, j / 6.0f - 1.0f, 30);
  line("julia", julia);
  return total & 127;
}
