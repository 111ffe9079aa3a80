#include "runtime.h"
/* Recursive descent over text, with function pointers for the operators. */
static const char *at;
static i64 sum(void);
static i64 plus(i64 a, i64 b) { return a + b; }
static i64 minus(i64 a, i64 b) { return a - b; }
static i64 times(i64 a, i64 b) { return a * b; }
static i64 over(i64 a, i64 b) { return b ? a / b : 0; }
static i64 modulo(i64 a, i64 b) { return b ? a % b : 0; }
static i64 (*const operators[128])(i64, i64) = {['+'] = plus, ['-'] = minus, ['*'] = times, ['/'] = over, ['%'] = modulo};
static i64 factor(void) {
  i64 value = 0;
  if (*at == '-') return at++, -factor();
  if (*at == '(') { at++; value = sum(); at++; return value; }
  while (*at >= '0' && *at <= '9') value = value * 10 + *at++ - '0';
  return value;
}
static i64 product(void) {
  i64 value = factor();
  while (*at == '*' || *at == '/' || *at == '%') { i64 (*f)(i64, i64) = operators[(int)*at++]; value = f(value, factor()); }
  return value;
}
static i64 sum(void) {
  i64 value = product();
  while (*at == '+' || *at == '-') { i64 (*f)(i64, i64) = operators[(int)*at++]; value = f(value, product()); }
  return value;
}
int main(void) {
  static const char *const text[] = {"1+2*3", "(1+2)*3-4/2", "-(7-10)*100%7", "2*(3+(4-5)*6)/-3", "123456789*987654321/1000", "((((42))))"};
  i64 last = 0;
  for (int i = 0; i < 6; i++) { at = text[i]; last = sum(); print(text[i]); line(" =", last); }
  return (int)last;
}
