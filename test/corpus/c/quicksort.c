#include "runtime.h"
#define N 900
static int values[N];
static void sort(int *a, int low, int high) {
  while (low < high) {
    int pivot = a[(low + high) / 2], i = low, j = high;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i <= j) { int t = a[i]; a[i++] = a[j]; a[j--] = t; }
    }
    if (j - low < high - i) { sort(a, low, j); low = i; } else { sort(a, i, high); high = j; }
  }
}
int main(void) {
  for (int i = 0; i < N; i++) values[i] = (int)random64() % 100000;
  sort(values, 0, N - 1);
  int ordered = 1;
  for (int i = 1; i < N; i++) ordered &= values[i - 1] <= values[i];
  line("smallest", values[0]);
  line("median", values[N / 2]);
  line("largest", values[N - 1]);
  return ordered ? 0 : 1;
}
