/* Start and end of a freestanding program: _start calls work() and exits with the low byte of its result. */
static unsigned long work(void);

static void leave(unsigned long status) {
  __asm__ volatile("syscall" : : "a"(60), "D"(status) : "rcx", "r11", "memory");
  for (;;) {
  }
}

void _start(void) {
  unsigned long result = work();
  leave((result ^ (result >> 8) ^ (result >> 16) ^ (result >> 24)) & 0x7f);
}
