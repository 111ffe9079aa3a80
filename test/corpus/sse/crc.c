#include "runtime.h"
static u32 table[8][256];
static u16 crc16(const u8 *p, int n) {
  u16 crc = 0xffff;
  while (n--) {
    crc ^= (u16)(*p++ << 8);
    for (int i = 0; i < 8; i++) crc = crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1;
  }
  return crc;
}
static u32 crc32(const u8 *p, int n) {
  u32 crc = ~0u;
  for (; n >= 8; n -= 8, p += 8) {
    u32 low = crc ^ (p[0] | p[1] << 8 | p[2] << 16 | (u32)p[3] << 24);
    crc = table[7][low & 255] ^ table[6][low >> 8 & 255] ^ table[5][low >> 16 & 255] ^ table[4][low >> 24] ^ table[3][p[4]] ^
          table[2][p[5]] ^ table[1][p[6]] ^ table[0][p[7]];
  }
  while (n--) crc = crc >> 8 ^ table[0][(crc ^ *p++) & 255];
  return ~crc;
}
static u32 adler(const u8 *p, int n) {
  u32 a = 1, b = 0;
  while (n--) a = (a + *p++) % 65521, b = (b + a) % 65521;
  return b << 16 | a;
}
static u64 fletcher(const u16 *p, int n) {
  u64 a = 0, b = 0;
  for (int i = 0; i < n; i++) a = (a + p[i]) % 0xffffffff, b = (a + b) % 0xffffffff;
  return b << 32 | a;
}
int main(void) {
  static u8 data[1000];
  for (u32 i = 0; i < 256; i++) {
    u32 x = i;
    for (int j = 0; j < 8; j++) x = x >> 1 ^ (x & 1 ? 0xedb88320u : 0);
    table[0][i] = x;
  }
  for (int i = 0; i < 256; i++)
    for (int t = 1; t < 8; t++) table[t][i] = table[t - 1][i] >> 8 ^ table[0][table[t - 1][i] & 255];
  for (u32 i = 0; i < sizeof data; i++) data[i] = (u8)(i * i >> 3);
  hex("crc16", crc16(data, 300));
  hex("crc32", crc32(data, 1000)), hex("crc32", crc32((const u8 *)"123456789", 9));
  hex("adler", adler(data, 999));
  hex("fletcher", fletcher((const u16 *)data, 500));
  return crc32(data, 33) & 63;
}
