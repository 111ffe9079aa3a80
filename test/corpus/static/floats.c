#include <math.h>
#include <stdio.h>
#include <string.h>
/* Floating point through libm functions that need SSE2 alone, printed as bit patterns. */
static void show(const char *label, double x) {
  unsigned long image;
  memcpy(&image, &x, 8);
  printf("%s %016lx\n", label, image);
}
int main(void) {
  for (int i = -2; i < 6; i++) {
    volatile double x = i * 0.7 + 0.1;
    show("sin", sin(x)), show("cos", cos(x)), show("tan", tan(x)), show("atan", atan(x));
    show("floor", floor(x)), show("ceil", ceil(x)), show("hypot", hypot(x, 2)), show("fmod", fmod(x * 9, 1.3));
    if (x > 0) show("log", log(x)), show("pow", pow(x, 2.5)), show("sqrt", sqrt(x)), show("cbrt", cbrt(x));
    show("tanh", tanh(x)), show("erf", erf(x)), show("round", round(x));
    int e;
    show("frexp", frexp(x, &e)), show("scalbn", scalbn(x, e + 3)), show("float", sinf((float)x));
  }
  return 0;
}
