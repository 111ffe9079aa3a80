#include "runtime.h"
static int compare(const char *a, const char *b) {
  while (*a && *a == *b) a++, b++;
  return (u8)*a - (u8)*b;
}
static char *find(const char *text, const char *word) {
  for (; *text; text++) {
    const char *t = text, *w = word;
    while (*w && *t == *w) t++, w++;
    if (!*w) return (char *)text;
  }
  return 0;
}
static void reverse(char *s) {
  char *e = s + length(s) - 1;
  for (; s < e; s++, e--) { char t = *s; *s = *e; *e = t; }
}
static const char *words[] = {"paging", "segment", "base", "bounds", "frame", "tlb", "walk", "fault", "swap", "victim"};
int main(void) {
  char text[64];
  const char *sorted[10];
  for (int i = 0; i < 10; i++) sorted[i] = words[i];
  for (int i = 1; i < 10; i++)
    for (int j = i; j > 0 && compare(sorted[j - 1], sorted[j]) > 0; j--) { const char *t = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = t; }
  for (int i = 0; i < 10; i++) { print(sorted[i]); print(i == 9 ? "\n" : " "); }
  memcpy(text, "the quick brown fox jumps over the lazy dog", 44);
  line("at", find(text, "fox") - text);
  line("none", find(text, "cat") == 0);
  reverse(text);
  print(text);
  print("\n");
  int vowels = 0;
  for (char *p = text; *p; p++) switch (*p) { case 'a': case 'e': case 'i': case 'o': case 'u': vowels++; }
  return vowels;
}
