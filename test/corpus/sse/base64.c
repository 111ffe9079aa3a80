#include "runtime.h"
static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static int encode(const u8 *from, int n, char *to) {
  char *start = to;
  for (; n > 2; n -= 3, from += 3) {
    *to++ = alphabet[from[0] >> 2];
    *to++ = alphabet[(from[0] & 3) << 4 | from[1] >> 4];
    *to++ = alphabet[(from[1] & 15) << 2 | from[2] >> 6];
    *to++ = alphabet[from[2] & 63];
  }
  if (n) {
    *to++ = alphabet[from[0] >> 2];
    *to++ = alphabet[(from[0] & 3) << 4 | (n > 1 ? from[1] >> 4 : 0)];
    *to++ = n > 1 ? alphabet[(from[1] & 15) << 2] : '=';
    *to++ = '=';
  }
  *to = 0;
  return (int)(to - start);
}
static int value(char c) {
  switch (c) {
    case 'A' ... 'Z': return c - 'A';
    case 'a' ... 'z': return c - 'a' + 26;
    case '0' ... '9': return c - '0' + 52;
    case '+': return 62;
    case '/': return 63;
    default: return -1;
  }
}
static int decode(const char *from, u8 *to) {
  u32 buffer = 0;
  int have = 0, n = 0;
  for (; *from && *from != '='; from++) {
    buffer = buffer << 6 | value(*from);
    if ((have += 6) >= 8) to[n++] = (u8)(buffer >> (have -= 8));
  }
  return n;
}
int main(void) {
  u8 data[200], back[200];
  char text[300];
  for (int i = 0; i < 200; i++) data[i] = (u8)(random64() >> 20);
  for (int n = 0; n < 6; n++) encode((const u8 *)"pagewalk", 8 - n, text), print(text), print("\n");
  int length = encode(data, 200, text), n = decode(text, back), same = n == 200;
  for (int i = 0; i < n; i++) same &= data[i] == back[i];
  line("length", length), line("same", same);
  hex("digest", digest(text, length));
  return 0;
}
