#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* Lines and words of the file named first; then again by blocks, backwards, and a file that is not there. */
struct word { char text[24]; int count; };
static struct word table[512];
static int by_count(const void *a, const void *b) {
  const struct word *p = a, *q = b;
  return q->count != p->count ? q->count - p->count : strcmp(p->text, q->text);
}
static void count(const char *word) {
  unsigned h = 5381;
  for (const char *p = word; *p; p++) h = h * 33 ^ (unsigned char)*p;
  for (h %= 512; table[h].count && strcmp(table[h].text, word); h = (h + 1) % 512) continue;
  strncpy(table[h].text, word, 23), table[h].count++;
}
int main(int argc, char **argv) {
  FILE *file = fopen(argc > 1 ? argv[1] : "/absent", "r");
  if (!file) { printf("cannot open: %s\n", strerror(errno)); return 1; }
  char line[256], block[64];
  int lines = 0, words = 0, longest = 0;
  while (fgets(line, sizeof line, file)) {
    lines++;
    if ((int)strlen(line) > longest) longest = (int)strlen(line);
    for (char *t = strtok(line, " \n.,;"); t; t = strtok(NULL, " \n.,;")) count(t), words++;
  }
  printf("%d lines, %d words, longest %d, at %ld, eof %d\n", lines, words, longest, ftell(file), !!feof(file));
  qsort(table, 512, sizeof *table, by_count);
  for (int i = 0; i < 5; i++) printf("%3d %s\n", table[i].count, table[i].text);
  rewind(file);
  unsigned long sum = 0, n, total = 0;
  while ((n = fread(block, 1, sizeof block, file)) > 0) for (unsigned long i = 0; i < n; i++) sum = sum * 131 + (unsigned char)block[i], total++;
  printf("%lu bytes, sum %lx\n", total, sum);
  for (long at = (long)total - 1; at > (long)total - 300; at -= 37) fseek(file, at, SEEK_SET), putchar(fgetc(file) == '\n' ? '/' : '.');
  fseek(file, -20, SEEK_END), printf(" left %lu\n", fread(block, 1, 64, file));
  printf("ungetc %d\n", (rewind(file), ungetc('#', file), fgetc(file)));
  fclose(file);
  errno = 0;
  printf("absent %d, %s\n", fopen("/no/such/file", "r") == NULL, strerror(errno));
  return 0;
}
