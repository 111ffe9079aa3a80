#include "runtime.h"
static u8 text[900], packed[1200], back[900];
static int pack(const u8 *in, int n, u8 *out) {
  static i16 last[256];
  u8 *start = out;
  for (int i = 0; i < 256; i++) last[i] = -1;
  for (int i = 0; i < n;) {
    u32 hash = i + 3 <= n ? (in[i] * 2654435761u ^ in[i + 1] * 40503u ^ in[i + 2] * 31u) >> 8 & 255 : 0;
    int from = last[hash], size = 0;
    last[hash] = (i16)i;
    if (from >= 0 && i - from < 256) while (size < 127 && i + size < n && in[from + size] == in[i + size]) size++;
    if (size > 3) *out++ = (u8)(0x80 | size), *out++ = (u8)(i - from), i += size;
    else *out++ = 1, *out++ = in[i++];
  }
  return (int)(out - start);
}
static int unpack(const u8 *in, int n, u8 *out) {
  u8 *start = out;
  for (const u8 *end = in + n; in < end; in += 2)
    if (in[0] & 0x80) for (int i = in[0] & 0x7f; i--; out++) *out = out[-in[1]];
    else *out++ = in[1];
  return (int)(out - start);
}
static int code_lengths(const u16 *count, u8 *length) {
  u32 weight[64], used = 0;
  u8 parent[64] = {0}, live[64] = {0};
  for (int i = 0; i < 32; i++) weight[i] = count[i] + 1u, live[i] = 1, used++;
  for (; used < 63; used++) {
    int a = -1, b = -1;
    for (u32 i = 0; i < used; i++)
      if (live[i]) { if (a < 0 || weight[i] < weight[a]) b = a, a = (int)i; else if (b < 0 || weight[i] < weight[b]) b = (int)i; }
    weight[used] = weight[a] + weight[b], live[a] = live[b] = 0, live[used] = 1, parent[a] = parent[b] = (u8)used;
  }
  int total = 0;
  for (int i = 0; i < 32; i++) { int d = 0; for (int j = i; parent[j]; j = parent[j]) d++; length[i] = (u8)d, total += d * (count[i] + 1); }
  return total;
}
int main(void) {
  static const char *words[] = {"page ", "table ", "walk ", "fault ", "the ", "frame "};
  int n = 0;
  while (n < 880) for (const char *w = words[random64() % 6]; *w && n < 880; w++) text[n++] = (u8)*w;
  int size = pack(text, n, packed), again = unpack(packed, size, back), same = again == n;
  for (int i = 0; i < n; i++) same &= text[i] == back[i];
  line("packed", size), line("same", same), hex("digest", digest(packed, (u64)size));
  u16 count[32] = {0};
  u8 length[32];
  for (int i = 0; i < n; i++) count[text[i] & 31]++;
  line("bits", code_lengths(count, length)), hex("lengths", digest(length, 32));
  return size & 127;
}
