#include "runtime.h"
/* 60! with 64-bit limbs, printed in decimal by repeated 128-bit division. */
static u64 limb[8];
static int used = 1;
static void times(u64 factor) {
  u64 carry = 0;
  for (int i = 0; i < used; i++) {
    unsigned __int128 product = (unsigned __int128)limb[i] * factor + carry;
    limb[i] = (u64)product;
    carry = (u64)(product >> 64);
  }
  if (carry) limb[used++] = carry;
}
static u64 divide(u64 divisor) {
  u64 remainder = 0;
  for (int i = used - 1; i >= 0; i--) {
    u64 quotient;
    __asm__("divq %4" : "=a"(quotient), "=d"(remainder) : "0"(limb[i]), "1"(remainder), "r"(divisor));
    limb[i] = quotient;
  }
  while (used > 1 && limb[used - 1] == 0) used--;
  return remainder;
}
int main(void) {
  char digits[100];
  int at = 99;
  limb[0] = 1;
  for (u64 i = 2; i <= 60; i++) times(i);
  digits[at] = 0;
  do digits[--at] = '0' + divide(10);
  while (used > 1 || limb[0]);
  print(digits + at);
  print("\n");
  return 99 - at;
}
