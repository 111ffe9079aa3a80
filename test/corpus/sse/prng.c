#include "runtime.h"
static u32 mt[624];
static int at = 624;
static void seed(u32 s) {
  for (u32 i = 0; i < 624; i++) mt[i] = s, s = 1812433253u * (s ^ s >> 30) + i + 1;
}
static u32 twister(void) {
  if (at == 624) {
    for (int i = 0; i < 624; i++) {
      u32 y = (mt[i] & 0x80000000u) | (mt[(i + 1) % 624] & 0x7fffffffu);
      mt[i] = mt[(i + 397) % 624] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    at = 0;
  }
  u32 y = mt[at++];
  y ^= y >> 11, y ^= y << 7 & 0x9d2c5680u, y ^= y << 15 & 0xefc60000u;
  return y ^ y >> 18;
}
static u64 state = 42;
static u32 pcg(void) {
  u64 old = state;
  state = old * 6364136223846793005ul + 1442695040888963407ul;
  u32 shifted = (u32)((old >> 18 ^ old) >> 27), turn = (u32)(old >> 59);
  return shifted >> turn | shifted << (-turn & 31);
}
static u64 splitmix(u64 *s) {
  u64 z = *s += 0x9e3779b97f4a7c15ul;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ul;
  z = (z ^ z >> 27) * 0x94d049bb133111ebul;
  return z ^ z >> 31;
}
static void lanes(u32 *x, int n) {
  for (int i = 0; i < n; i++) x[i] ^= x[i] << 13, x[i] ^= x[i] >> 17, x[i] ^= x[i] << 5, x[i] = x[i] * 2654435761u + 12345;
}
int main(void) {
  seed(5489);
  u32 x = 0;
  for (int i = 0; i < 700; i++) x ^= twister();
  hex("twister", x);
  for (int i = 0; i < 100; i++) x += pcg();
  hex("pcg", x);
  u64 s = 1, sum = 0;
  for (int i = 0; i < 100; i++) sum ^= splitmix(&s);
  hex("splitmix", sum);
  lanes(mt, 624);
  hex("lanes", digest(mt, sizeof mt));
  return 0;
}
