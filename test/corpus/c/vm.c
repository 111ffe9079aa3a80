#include "runtime.h"
/* A bytecode machine: a switch that becomes a jump table. */
enum { PUSH, ADD, SUB, MUL, DIV, DUP, SWAP, OVER, LESS, JUMP_IF, JUMP, PRINT, POP, LOAD, STORE, HALT };
static const i64 program[] = {
  PUSH, 1, STORE, 0, PUSH, 1, STORE, 1,
  LOAD, 1, LOAD, 0, MUL, STORE, 0, LOAD, 1, PUSH, 1, ADD, DUP, STORE, 1, PUSH, 21, LESS, JUMP_IF, 8,
  LOAD, 0, PRINT, PUSH, 1000003, PUSH, -17, DIV, PRINT, PUSH, 5, PUSH, 9, SWAP, SUB, PRINT, PUSH, 2, PUSH, 3, OVER, ADD, MUL, PRINT, HALT};
int main(void) {
  i64 stack[32], memory[4] = {0}, *sp = stack;
  const i64 *pc = program;
  int executed = 0;
  for (;; executed++) {
    switch (*pc++) {
      case PUSH: *sp++ = *pc++; break;
      case ADD: sp--; sp[-1] += *sp; break;
      case SUB: sp--; sp[-1] -= *sp; break;
      case MUL: sp--; sp[-1] *= *sp; break;
      case DIV: sp--; sp[-1] /= *sp; break;
      case DUP: *sp = sp[-1]; sp++; break;
      case SWAP: { i64 t = sp[-1]; sp[-1] = sp[-2]; sp[-2] = t; break; }
      case OVER: *sp = sp[-2]; sp++; break;
      case LESS: sp--; sp[-1] = sp[-1] < *sp; break;
      case JUMP_IF: { i64 t = *pc++; if (*--sp) pc = program + t; break; }
      case JUMP: pc = program + *pc; break;
      case PRINT: line("vm", *--sp); break;
      case POP: sp--; break;
      case LOAD: *sp++ = memory[*pc++]; break;
      case STORE: memory[*pc++] = *--sp; break;
      case HALT: return executed & 0x7f;
    }
  }
}
