#include "runtime.h"
/* Open addressing with FNV-1a, and CRC-32 by table. */
struct entry { u32 key; u16 count; u8 used; };
static struct entry table[257];
static u32 crc_table[256];
static u32 fnv(u32 x) {
  u32 h = 2166136261u;
  for (int i = 0; i < 4; i++) h = (h ^ (x >> 8 * i & 0xff)) * 16777619u;
  return h;
}
static struct entry *slot(u32 key) {
  u32 at = fnv(key) % 257;
  while (table[at].used && table[at].key != key) at = at == 256 ? 0 : at + 1;
  return &table[at];
}
int main(void) {
  for (u32 i = 0; i < 256; i++) {
    u32 x = i;
    for (int j = 0; j < 8; j++) x = x & 1 ? x >> 1 ^ 0xedb88320u : x >> 1;
    crc_table[i] = x;
  }
  for (int i = 0; i < 900; i++) {
    u32 key = random64() % 180;
    struct entry *e = slot(key);
    e->key = key;
    e->used = 1;
    e->count++;
  }
  int used = 0, most = 0;
  u32 crc = ~0u;
  for (int i = 0; i < 257; i++) {
    used += table[i].used;
    if (table[i].count > most) most = table[i].count;
    crc = crc >> 8 ^ crc_table[(crc ^ table[i].count) & 0xff];
  }
  line("used", used);
  line("most", most);
  hex("crc", ~crc);
  return used % 251;
}
