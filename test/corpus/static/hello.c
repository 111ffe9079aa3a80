#include <stdio.h>
#include <stdint.h>
#include <limits.h>
#include <inttypes.h>
/* Integer formats of printf. */
int main(int argc, char **argv) {
  printf("Hello, %s! argc %d\n", argc > 1 ? argv[1] : "world", argc);
  printf("[%d] [%5d] [%-5d] [%05d] [%+d] [% d] [%.3d]\n", -42, 42, 42, 42, 42, 42, 7);
  printf("[%u] [%x] [%#X] [%#o] [%08lx] [%hhd] [%hd]\n", UINT_MAX, 48879, 48879, 8, 0xdeadbeefUL, 300, 70000);
  printf("[%ld] [%lld] [%" PRIu64 "] [%zu] [%jd] [%td]\n", LONG_MIN, LLONG_MAX, UINT64_MAX, sizeof(long), (intmax_t)-1, (char *)8 - (char *)3);
  printf("[%c] [%5c] [%s] [%10s] [%-10s] [%.3s] [%*d] [%-*d] [%%]\n", 'x', 'y', "text", "right", "left", "cut off", 6, 77, 6, 77);
  printf("[%2$s %1$d]\n", 5, "second");
  int so_far;
  printf("counted%n", &so_far), printf(" %d\n", so_far);
  for (int i = 0; i < 64; i += 9) printf("%d:%lu ", i, 1UL << i);
  puts(""), putchar('!'), fputs("\n", stdout);
  fprintf(stderr, "to stderr %d\n", 2);
  return printf("%s", "") + 7;
}
