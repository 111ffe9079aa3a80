/* Quicksort of 400,000 random words, repeated. */
#include "start.h"

enum { COUNT = 400000, ROUNDS = 3 };
static int words[COUNT];

static void sort(int *first, int *last) {
  while (first < last) {
    int pivot = first[(last - first) / 2];
    int *low = first, *high = last;
    while (low <= high) {
      while (*low < pivot) low++;
      while (*high > pivot) high--;
      if (low <= high) {
        int other = *low;
        *low++ = *high;
        *high-- = other;
      }
    }
    sort(first, high);
    first = low;
  }
}

static unsigned long work(void) {
  unsigned long sum = 0;
  unsigned int seed = 12345;
  for (int round = 0; round < ROUNDS; round++) {
    for (int i = 0; i < COUNT; i++) {
      seed = seed * 1664525 + 1013904223;
      words[i] = (int)seed;
    }
    sort(words, words + COUNT - 1);
    for (int i = 1; i < COUNT; i++) {
      if (words[i - 1] > words[i]) return 1;
      sum += (unsigned long)words[i] * (unsigned long)i;
    }
  }
  return sum;
}
