#include <stdio.h>
#include <stdlib.h>
/* Numbers from standard input, by scanf and by characters. */
int main(void) {
  int n, count = 0;
  long sum = 0;
  if (scanf("%d", &n) != 1) return 2;
  for (int x; count < n && scanf("%d", &x) == 1; count++) sum += x;
  printf("%d numbers, sum %ld\n", count, sum);
  int c, letters = 0, lines = 0;
  while ((c = getchar()) != EOF) letters += (c | 32) >= 'a' && (c | 32) <= 'z', lines += c == '\n';
  printf("%d letters, %d lines\n", letters, lines);
  return ferror(stdin) || !feof(stdin);
}
