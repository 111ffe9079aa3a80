#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* qsort and bsearch of ints, strings and structs. */
struct person { char name[12]; int age; long id; };
static int calls;
static int by_value(const void *a, const void *b) { calls++; return *(const int *)a < *(const int *)b ? -1 : *(const int *)a > *(const int *)b; }
static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static int by_age(const void *a, const void *b) {
  const struct person *p = a, *q = b;
  return p->age != q->age ? p->age - q->age : strcmp(p->name, q->name);
}
int main(void) {
  int numbers[600];
  for (int i = 0; i < 600; i++) numbers[i] = (int)((i * 7919u + i * i * 31u) % 1000) - 500;
  qsort(numbers, 600, sizeof *numbers, by_value);
  long sum = 0;
  for (int i = 0; i < 600; i++) sum = sum * 3 + numbers[i];
  for (int i = 1; i < 600; i++) if (numbers[i - 1] > numbers[i]) return 1;
  printf("sorted, first %d, last %d, sum %ld, some calls %d\n", numbers[0], numbers[599], sum, calls > 1000);
  int key = numbers[77], *found = bsearch(&key, numbers, 600, sizeof *numbers, by_value);
  printf("found %d, missing %d\n", *found, bsearch(&(int){1234567}, numbers, 600, sizeof *numbers, by_value) == NULL);
  const char *words[] = {"page", "frame", "table", "walk", "fault", "swap", "dirty", "access", "entry", "level", "cache", "miss"};
  qsort(words, 12, sizeof *words, by_text);
  for (int i = 0; i < 12; i++) printf("%s%c", words[i], i < 11 ? ' ' : '\n');
  struct person people[40];
  for (int i = 0; i < 40; i++) snprintf(people[i].name, 12, "p%02d", i * 17 % 40), people[i].age = 20 + i * 7 % 11, people[i].id = i * 1000003L;
  qsort(people, 40, sizeof *people, by_age);
  for (int i = 0; i < 40; i += 6) printf("%s %d %ld\n", people[i].name, people[i].age, people[i].id);
  printf("div %d %d, labs %ld, strtol %ld\n", div(-17, 5).quot, div(-17, 5).rem, labs(-99L), strtol("0x7fz", NULL, 0));
  return 0;
}
