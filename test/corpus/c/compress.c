#include "runtime.h"
/* A small LZ77 and back, then the check. */
static u8 input[700], packed[6000], output[700];
static int pack(const u8 *in, int n, u8 *out) {
  int o = 0;
  for (int i = 0; i < n;) {
    int best = 0, distance = 0;
    for (int d = 1; d <= 40 && d <= i; d++) {
      int l = 0;
      while (l < 255 && i + l < n && in[i + l] == in[i + l - d]) l++;
      if (l > best) best = l, distance = d;
    }
    if (best >= 4) { out[o++] = 0; out[o++] = distance; out[o++] = best; i += best; }
    else { out[o++] = 1; out[o++] = in[i++]; }
  }
  return o;
}
static int unpack(const u8 *in, int n, u8 *out) {
  int o = 0;
  for (int i = 0; i < n;) {
    if (in[i++]) out[o++] = in[i++];
    else { int d = in[i++], l = in[i++]; while (l--) { out[o] = out[o - d]; o++; } }
  }
  return o;
}
int main(void) {
  for (int i = 0; i < 700; i++) input[i] = (i * i / 300) % 7 + (i % 50 < 20 ? 'a' : 'A');
  int size = pack(input, 700, packed), back = unpack(packed, size, output), same = 1;
  for (int i = 0; i < 700; i++) same &= input[i] == output[i];
  line("packed", size);
  line("unpacked", back);
  return same;
}
