#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* malloc, calloc, realloc and free in a random order, from a few bytes to hundreds of KiB. */
#define SLOTS 120
static struct { unsigned char *at; size_t size; unsigned char tag; } slot[SLOTS];
static unsigned long state = 12345;
static unsigned next(void) { return (unsigned)((state = state * 6364136223846793005UL + 1442695040888963407UL) >> 33); }
static int intact(int i) {
  size_t n = slot[i].size;
  for (size_t j = 0; j < n; j += n > 64 ? n / 37 : 1) if (slot[i].at[j] != slot[i].tag) return 0;
  return !n || slot[i].at[n - 1] == slot[i].tag;
}
int main(void) {
  unsigned long bytes = 0;
  int failed = 0, made = 0, grown = 0;
  for (int round = 0; round < 1500; round++) {
    int i = (int)(next() % SLOTS);
    size_t size = next() % 13 == 0 ? next() % 200000 : next() % 500;
    if (slot[i].at && !intact(i)) failed++;
    if (!slot[i].at) {
      slot[i].at = round % 3 ? malloc(size) : calloc(size ? size : 1, 1);
      if (round % 3 == 0) for (size_t j = 0; j < size; j++) failed += slot[i].at[j] != 0;
      made++;
    } else if (next() % 3) {
      free(slot[i].at);
      slot[i].at = NULL;
      continue;
    } else {
      size_t kept = slot[i].size < size ? slot[i].size : size;
      slot[i].at = realloc(slot[i].at, size + 1);
      for (size_t j = 0; j < kept; j += 7) failed += slot[i].at[j] != slot[i].tag;
      grown++;
    }
    if (!slot[i].at) return 3;
    slot[i].size = size, slot[i].tag = (unsigned char)round;
    memset(slot[i].at, slot[i].tag, size);
    bytes += size;
  }
  for (int i = 0; i < SLOTS; i++) free(slot[i].at);
  void *aligned = NULL;
  int code = posix_memalign(&aligned, 4096, 10000);
  printf("made %d, grown %d, bytes %lu, failed %d, aligned %d %d\n", made, grown, bytes, failed, code, (int)((size_t)aligned & 4095));
  char *big = malloc(3 << 20);
  memset(big, 7, 3 << 20);
  printf("big %d\n", big[(3 << 20) - 1]);
  free(big), free(aligned);
  return failed;
}
