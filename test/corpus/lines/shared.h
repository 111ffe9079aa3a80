struct A {
  int v;
  int twice() const { return v * 2; }
};
template <class T>
T larger(T a, T b) {
  return a > b ? a : b;
}
inline int shared(int x) {
  static int calls;
  return x + ++calls;
}
