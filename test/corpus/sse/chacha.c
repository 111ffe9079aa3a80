#include "runtime.h"
#define TURN(a, b, c, d) (a += b, d = (d ^ a) << 16 | (d ^ a) >> 16, c += d, b = (b ^ c) << 12 | (b ^ c) >> 20, \
                          a += b, d = (d ^ a) << 8 | (d ^ a) >> 24, c += d, b = (b ^ c) << 7 | (b ^ c) >> 25)
static void block(const u32 *in, u32 *out) {
  u32 x[16];
  for (int i = 0; i < 16; i++) x[i] = in[i];
  for (int round = 0; round < 10; round++) {
    for (int i = 0; i < 4; i++) TURN(x[i], x[4 + i], x[8 + i], x[12 + i]);
    for (int i = 0; i < 4; i++) TURN(x[i], x[4 + (i + 1) % 4], x[8 + (i + 2) % 4], x[12 + (i + 3) % 4]);
  }
  for (int i = 0; i < 16; i++) out[i] = x[i] + in[i];
}
int main(void) {
  u32 state[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}, out[16];
  for (u32 i = 0; i < 8; i++) state[4 + i] = 0x03020100 + i * 0x04040404;
  state[12] = 1, state[13] = 0x09000000, state[14] = 0x4a000000;
  block(state, out);
  for (int i = 0; i < 16; i += 5) hex("word", out[i]);
  static u8 text[256];
  for (int i = 0; i < 4; i++, state[12]++) {
    block(state, out);
    for (int j = 0; j < 64; j++) text[i * 64 + j] ^= ((u8 *)out)[j] ^ (u8)j;
  }
  hex("text", digest(text, sizeof text));
  return 0;
}
