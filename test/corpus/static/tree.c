#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
/* A treap on the heap, recursion, longjmp, variable arguments, constructors, atexit, argv and the environment. */
struct node { struct node *left, *right; int key; unsigned heat; };
static unsigned seed = 1;
static unsigned random_heat(void) { return seed = seed * 1103515245u + 12345u; }
static struct node *turn(struct node *n, int right) {
  struct node *up = right ? n->left : n->right;
  if (right) n->left = up->right, up->right = n; else n->right = up->left, up->left = n;
  return up;
}
static struct node *insert(struct node *n, int key) {
  if (!n) {
    n = calloc(1, sizeof *n);
    n->key = key, n->heat = random_heat();
    return n;
  }
  if (key < n->key) { n->left = insert(n->left, key); if (n->left->heat > n->heat) return turn(n, 1); }
  if (key > n->key) { n->right = insert(n->right, key); if (n->right->heat > n->heat) return turn(n, 0); }
  return n;
}
static int height(const struct node *n) { int l, r; return n ? 1 + ((l = height(n->left)) > (r = height(n->right)) ? l : r) : 0; }
static long walk(const struct node *n, long sum) { return n ? walk(n->right, walk(n->left, sum) * 31 + n->key) : sum; }
static void drop(struct node *n) { if (n) drop(n->left), drop(n->right), free(n); }
static jmp_buf back;
static void deep(int n) { char room[200]; room[n % 200] = (char)n; if (n == 0) longjmp(back, 42 + room[0]); deep(n - 1); room[1]++; }
static char log_text[300];
static int used;
static void note(const char *format, ...) {
  va_list list;
  va_start(list, format);
  used += vsnprintf(log_text + used, sizeof log_text - (size_t)used, format, list);
  va_end(list);
}
__attribute__((constructor)) static void before(void) { note("constructed;"); }
static void last(void) { printf("at exit: %s\n", log_text); }
int main(int argc, char **argv) {
  atexit(last);
  struct node *root = NULL;
  for (int i = 0; i < 700; i++) root = insert(root, i * 389 % 1009);
  printf("height %d, walk %ld\n", height(root), walk(root, 0));
  drop(root);
  int code = setjmp(back);
  if (!code) deep(60);
  printf("jumped %d\n", code);
  for (int i = 0; i < 5; i++) note("%d,%s,%ld;", i, i & 1 ? "odd" : "even", i * 10000000000L);
  for (int i = 1; i < argc; i++) printf("argv[%d] = %s\n", i, argv[i]);
  const char *value = getenv("PAGEWALK_TEST");
  printf("environment %s\n", value ? value : "(none)");
  exit(argc);
}
