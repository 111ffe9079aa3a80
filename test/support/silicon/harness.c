/*
 * Executes single instructions on the processor that this program runs on. Reads cases from standard input, writes
 * outcomes to standard output; cases.ts and outcome.ts describe both. x86-64 Linux only.
 *
 * Everything happens in one signal handler: a case is loaded by returning from the handler with all registers set,
 * and ends at the breakpoint bytes that fill the code pages, or at its own exception. The handler uses no C library,
 * because cases own the FS base.
 *
 *     0x10000000  two code pages, execute only for the cases; the page behind them is not mapped
 *     0x20000000  three data pages, then one read-only page; the page behind them is not mapped
 */
#define _GNU_SOURCE
#include <asm/prctl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#define CODE 0x10000000ul
#define CODE_BYTES 0x2000ul
#define DATA 0x20000000ul
#define WRITABLE_BYTES 0x3000ul
#define DATA_BYTES 0x4000ul

struct header { uint64_t count, fs_base, gs_base; uint8_t memory[DATA_BYTES]; };
struct test { uint64_t registers[16], flags, offset, length; uint8_t code[16]; uint64_t mxcsr, xmm[32]; };

/* Encoding order of the general registers. */
static const int greg[16] = { REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                              REG_R8, REG_R9, REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15 };

static struct header *header;
static struct test *tests;
static uint64_t *out, *out_start;
static int64_t current = -1;
static uint64_t stack[16384];
static int fsgsbase;

static long raw(long number, long a, long b, long c) {
  long result;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
  return result;
}

static void finish(void) {
  const char *at = (const char *)out_start;
  long left = (char *)out - (char *)out_start;
  while (left > 0) {
    long n = raw(SYS_write, 1, (long)at, left);
    if (n <= 0) raw(SYS_exit_group, 3, 0, 0);
    at += n;
    left -= n;
  }
  raw(SYS_exit_group, 0, 0, 0);
}

/* Of the signal frame: where the saved state says which of its components are not in their initial state. */
#define XSTATE_BV 512

static void record(const greg_t *g, const struct _libc_fpstate *f) {
  const struct test *test = &tests[current];
  *out++ = g[REG_RIP];
  *out++ = g[REG_EFL];
  *out++ = (uint64_t)g[REG_TRAPNO] | (uint64_t)g[REG_ERR] << 32;
  *out++ = g[REG_CR2];
  for (int i = 0; i < 16; i++) *out++ = g[greg[i]];
  *out++ = f->mxcsr;
  for (int i = 0; i < 32; i++) *out++ = ((const uint64_t *)f->_xmm)[i];
  uint64_t *changes = out++, *live = (uint64_t *)DATA, *pristine = (uint64_t *)header->memory;
  uint64_t count = 0;
  for (unsigned i = 0; i < WRITABLE_BYTES / 8; i++) {
    if (live[i] == pristine[i]) continue;
    *out++ = 8 * i;
    *out++ = live[i];
    live[i] = pristine[i];
    count++;
  }
  *changes = count;
  for (unsigned i = 0; i < test->length && test->offset + i < CODE_BYTES; i++)
    ((volatile uint8_t *)CODE)[test->offset + i] = 0xcc;
}

/* A case may have loaded selectors, and with them the bases of FS and GS. */
static void reset_segments(void) {
  __asm__ volatile("mov %0, %%ds; mov %0, %%es; mov %0, %%fs; mov %0, %%gs" : : "r"(0));
  if (fsgsbase) {
    __asm__ volatile("wrfsbase %0; wrgsbase %1" : : "r"(header->fs_base), "r"(header->gs_base));
  } else {
    raw(SYS_arch_prctl, ARCH_SET_GS, header->gs_base, 0);
    raw(SYS_arch_prctl, ARCH_SET_FS, header->fs_base, 0);
  }
}

static void load(greg_t *g, struct _libc_fpstate *f) {
  const struct test *test = &tests[current];
  for (unsigned i = 0; i < test->length && test->offset + i < CODE_BYTES; i++)
    ((volatile uint8_t *)CODE)[test->offset + i] = test->code[i];
  for (int i = 0; i < 16; i++) g[greg[i]] = test->registers[i];
  f->mxcsr = test->mxcsr;
  for (int i = 0; i < 32; i++) ((volatile uint64_t *)f->_xmm)[i] = test->xmm[i];
  *(uint64_t *)((char *)f + XSTATE_BV) |= 2;
  g[REG_EFL] = test->flags;
  /* A far transfer may have led to 32-bit mode: CS in the low word, SS in the high one. */
  g[REG_CSGSFS] = 0x002b000000000033;
  g[REG_RIP] = CODE + test->offset;
}

static void handler(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)info;
  /* A case may have left AC (alignment checking), NT or ID on; returning from a signal does not restore the last two. */
  __asm__ volatile("pushfq; andq $~0x244000, (%%rsp); popfq" ::: "memory", "cc");
  greg_t *g = ((ucontext_t *)context)->uc_mcontext.gregs;
  struct _libc_fpstate *f = ((ucontext_t *)context)->uc_mcontext.fpregs;
  reset_segments();
  if (current >= 0) record(g, f);
  if (++current == (int64_t)header->count) finish();
  load(g, f);
}

static void *map(uint64_t address, uint64_t bytes, int rights) {
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE | (address ? MAP_FIXED_NOREPLACE : 0);
  void *result = mmap((void *)address, bytes, rights, flags, -1, 0);
  if (result == MAP_FAILED) exit(2);
  return result;
}

static void read_input(void) {
  size_t capacity = 1 << 24, length = 0;
  char *buffer = malloc(capacity);
  for (;;) {
    ssize_t n = read(0, buffer + length, capacity - length);
    if (n <= 0) break;
    length += n;
    if (length == capacity) buffer = realloc(buffer, capacity *= 2);
  }
  header = (struct header *)buffer;
  tests = (struct test *)(buffer + sizeof *header);
  if (length != sizeof *header + header->count * sizeof *tests) exit(2);
}

int main(void) {
  read_input();
  volatile uint8_t *code = map(CODE, CODE_BYTES, PROT_READ | PROT_WRITE | PROT_EXEC);
  for (unsigned i = 0; i < CODE_BYTES; i++) code[i] = 0xcc;
  uint8_t *data = map(DATA, DATA_BYTES, PROT_READ | PROT_WRITE);
  for (unsigned i = 0; i < DATA_BYTES; i++) data[i] = header->memory[i];
  mprotect(data + WRITABLE_BYTES, DATA_BYTES - WRITABLE_BYTES, PROT_READ);
  out = out_start = map(0, (header->count + 1) * 1536, PROT_READ | PROT_WRITE);
  stack_t alternate = { .ss_sp = stack, .ss_size = sizeof stack };
  sigaltstack(&alternate, 0);
  struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };
  const int signals[] = { SIGTRAP, SIGSEGV, SIGBUS, SIGILL, SIGFPE };
  for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, 0);
  fsgsbase = (getauxval(AT_HWCAP2) & 2) != 0;
  __asm__ volatile("int3");
  return 4;
}
