#include "runtime.h"
/* A linked list and a binary tree in memory from brk. */
struct node { int key; struct node *left, *right, *next; };
static char *top;
static void *allocate(u64 n) {
  if (!top) top = (char *)system_call(12, 0, 0, 0);
  char *block = top;
  top = (char *)system_call(12, (i64)(top + ((n + 15) & ~15ul)), 0, 0);
  return block;
}
static struct node *insert(struct node *root, struct node *n) {
  if (!root) return n;
  if (n->key < root->key) root->left = insert(root->left, n); else root->right = insert(root->right, n);
  return root;
}
static int depth(struct node *n) {
  if (!n) return 0;
  int l = depth(n->left), r = depth(n->right);
  return 1 + (l > r ? l : r);
}
static i64 walk(struct node *n, int *last, int *ordered) {
  if (!n) return 0;
  i64 sum = walk(n->left, last, ordered);
  *ordered &= *last <= n->key;
  *last = n->key;
  return sum + n->key + walk(n->right, last, ordered);
}
int main(void) {
  struct node *root = 0, *head = 0;
  for (int i = 0; i < 400; i++) {
    struct node *n = allocate(sizeof *n);
    n->key = random64() % 10007;
    n->left = n->right = 0;
    n->next = head;
    head = n;
    root = insert(root, n);
  }
  i64 sum = 0;
  for (struct node *n = head; n; n = n->next) sum += n->key;
  int last = -1, ordered = 1;
  line("list", sum);
  line("tree", walk(root, &last, &ordered));
  line("ordered", ordered);
  return depth(root);
}
