#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
/* <string.h>, <ctype.h>, and numbers from and to text. */
int main(void) {
  char a[200], b[200], *rest;
  strcpy(a, "virtual"), strcat(a, " memory"), strncat(a, " and more", 4);
  printf("%s, %zu, %d %d %d\n", a, strlen(a), strcmp(a, "virtual") > 0, strncmp(a, "virtuous", 5), strcmp("a", "b") < 0);
  printf("%s|%s|%s|%s\n", strchr(a, 'm'), strrchr(a, 'm'), strstr(a, "tual"), strpbrk(a, "ymr"));
  printf("%zu %zu %d %d\n", strspn(a, "virtual"), strcspn(a, " "), memcmp("abc", "abd", 3) < 0, strstr(a, "absent") == NULL);
  memset(b, 'x', sizeof b), memcpy(b, a, strlen(a) + 1), memmove(b + 3, b, 10), b[13] = 0;
  printf("%s, %d\n", b, (int)((char *)memchr(b, 'u', 13) - b));
  strcpy(b, "one, two;three  four,,five");
  for (char *t = strtok(b, ",; "); t; t = strtok(NULL, ",; ")) printf("<%s>", t);
  puts("");
  for (int size = 0; size < 130; size += 13) {
    for (int i = 0; i < size; i++) a[i] = (char)('a' + i % 26);
    a[size] = 0;
    printf("%zu%s ", strlen(a + size / 3), strchr(a, 'z') ? "z" : "");
  }
  puts("");
  for (char *p = strcpy(b, "Mixed Case 42!"); *p; p++) *p = (char)(isupper((unsigned char)*p) ? tolower(*p) : toupper(*p));
  printf("%s %d %d %d\n", b, !!isdigit('7'), !!isspace('\t'), !!ispunct('x'));
  printf("%ld %ld %lu %d", strtol("-123abc", &rest, 10), strtol("777", NULL, 8), strtoul("ffffffffffffffff", NULL, 16), atoi("  56"));
  printf(" %s\n", rest);
  int x, y, n;
  char word[20];
  n = sscanf("12 -7 word 0x1f rest", "%d %i %19s %x", &x, &y, word, (unsigned *)&a[4]);
  printf("%d: %d %d %s %d\n", n, x, y, word, *(int *)&a[4]);
  n = snprintf(b, 10, "%d-%s", 12345, "truncated");
  printf("%s %d, %s, %d\n", b, n, strerror(2), strcasecmp("HeLLo", "hEllO"));
  char *copy = strdup("duplicate");
  printf("%s %zu\n", copy, strnlen(copy, 4));
  free(copy);
  return 0;
}
