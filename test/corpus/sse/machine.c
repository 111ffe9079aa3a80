#include "runtime.h"
/* A stack machine with a jump table, function pointers and a recursive descent compiler. */
enum { PUSH, ADD, SUB, MUL, DIV, NEG, DUP, SWAP, JZ, JMP, LOAD, STORE, LESS, CALL, RET, END };
static i64 stack[64], cells[16];
static u8 code[256];
static int at;
static i64 square(i64 x) { return x * x; }
static i64 half(i64 x) { return x / 2; }
static i64 (*const functions[])(i64) = {square, half};
static i64 run(void) {
  i64 *top = stack;
  for (const u8 *p = code;;) switch (*p++) {
    case PUSH: *++top = (i8)*p++; break;
    case ADD: top--, top[0] += top[1]; break;
    case SUB: top--, top[0] -= top[1]; break;
    case MUL: top--, top[0] *= top[1]; break;
    case DIV: top--, top[0] = top[1] ? top[0] / top[1] : 0; break;
    case NEG: *top = -*top; break;
    case DUP: top[1] = top[0], top++; break;
    case SWAP: { i64 t = top[0]; top[0] = top[-1]; top[-1] = t; break; }
    case JZ: p = *top-- ? p + 1 : code + *p; break;
    case JMP: p = code + *p; break;
    case LOAD: *++top = cells[*p++]; break;
    case STORE: cells[*p++] = *top--; break;
    case LESS: top--, top[0] = top[0] < top[1]; break;
    case CALL: *top = functions[*p++](*top); break;
    case RET: case END: return *top;
    default: return -1;
  }
}
static void emit(int op) { code[at++] = (u8)op; }
static const char *sum(const char *s);
static const char *atom(const char *s) {
  if (*s == '(') return sum(s + 1) + 1;
  if (*s == '-') { s = atom(s + 1); emit(NEG); return s; }
  if (*s == 'q') { s = atom(s + 1); emit(CALL), emit(0); return s; }
  if (*s >= 'a' && *s <= 'p') { emit(LOAD), emit(*s - 'a'); return s + 1; }
  int n = 0;
  while (*s >= '0' && *s <= '9') n = n * 10 + *s++ - '0';
  emit(PUSH), emit(n);
  return s;
}
static const char *product(const char *s) {
  s = atom(s);
  while (*s == '*' || *s == '/') { char op = *s; s = atom(s + 1); emit(op == '*' ? MUL : DIV); }
  return s;
}
static const char *sum(const char *s) {
  s = product(s);
  while (*s == '+' || *s == '-') { char op = *s; s = product(s + 1); emit(op == '+' ? ADD : SUB); }
  return s;
}
int main(void) {
  static const u8 factorial[] = {PUSH, 1, STORE, 0, PUSH, 12, STORE, 1, LOAD, 1, JZ, 23, LOAD, 0, LOAD, 1, MUL, STORE, 0, JMP, 24, END, END, END, LOAD, 1, PUSH, 1, SUB, STORE, 1, LOAD, 1, JZ, 37, JMP, 8, LOAD, 0, END};
  for (u32 i = 0; i < sizeof factorial; i++) code[i] = factorial[i];
  code[11] = 37;
  line("factorial", run());
  static const char *texts[] = {"1+2*3", "(1+2)*-3", "q(7+b)/5-a", "((((9))))*((2-3)*4+5)", "100*100/7*a", "q q 3"};
  for (int i = 0; i < 5; i++) at = 0, cells[0] = i, sum(texts[i]), emit(END), print(texts[i]), line(" =", run());
  return 3;
}
