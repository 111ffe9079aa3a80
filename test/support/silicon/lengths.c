/*
 * How many bytes of a string the processor takes for one instruction, and what comes of it. Reads strings of 15 bytes from standard input
 * (one unused byte behind each), writes two bytes for each: the length, and the exception vector (255: completed). x86-64 Linux only.
 *
 * The first k bytes of a string end at a page that is not mapped: as long as the processor asks for that page it needs more bytes. All
 * registers are zero, so that accesses to memory fault; the trap flag ends what completes. System calls but the harness's own fail.
 */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#define END ((uint8_t *)0x500000001000ul)
#define LONGEST 15
#define PAGE_FAULT 14
#define DEBUG 1
#define FETCH 16
#define COMPLETED 255
#define FLAGS 0x302

static uint8_t (*strings)[16];
static uint8_t (*out)[2];
static int64_t count, current = -1;
static int length;
static uint64_t stack[16384];

static long raw(long number, long a, long b, long c) {
  long result;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
  return result;
}

static void finish(void) {
  const char *at = (const char *)out;
  for (long left = 2 * count; left > 0;) {
    long n = raw(SYS_write, 1, (long)at, left);
    if (n <= 0) raw(SYS_exit_group, 3, 0, 0);
    at += n;
    left -= n;
  }
  raw(SYS_exit_group, 0, 0, 0);
}

/* True: the string is done. */
static int record(const greg_t *g) {
  uint64_t start = (uint64_t)END - length;
  int vector = g[REG_TRAPNO];
  int fetching = vector == PAGE_FAULT && (g[REG_ERR] & FETCH) != 0;
  if (fetching && (uint64_t)g[REG_RIP] == start && (uint64_t)g[REG_CR2] == (uint64_t)END && length < LONGEST) return 0;
  out[current][0] = length;
  out[current][1] = vector == DEBUG || (fetching && (uint64_t)g[REG_RIP] != start) ? COMPLETED : vector;
  return 1;
}

static void handler(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)info;
  greg_t *g = ((ucontext_t *)context)->uc_mcontext.gregs;
  length++;
  if (current < 0 || (length--, record(g))) {
    if (++current == count) finish();
    length = 1;
  } else
    length++;
  for (int i = 0; i < length; i++) ((volatile uint8_t *)END)[i - length] = strings[current][i];
  for (int i = REG_R8; i <= REG_RSP; i++) g[i] = 0;
  g[REG_RIP] = (uint64_t)END - length;
  g[REG_EFL] = FLAGS;
}

/* A string may be a system call: only writing, exiting and returning from a signal are left. */
static void forbid(void) {
  struct sock_filter filter[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0xc000003e, 0, 4),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_rt_sigreturn, 3, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_write, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_exit_group, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 38),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { sizeof filter / sizeof *filter, filter };
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) exit(2);
}

int main(void) {
  size_t capacity = 1 << 24, used = 0;
  uint8_t *buffer = malloc(capacity);
  for (ssize_t n; (n = read(0, buffer + used, capacity - used)) > 0;) {
    used += n;
    if (used == capacity) buffer = realloc(buffer, capacity *= 2);
  }
  strings = (uint8_t(*)[16])buffer;
  count = used / 16;
  out = malloc(2 * count + 2);
  int rights = PROT_READ | PROT_WRITE | PROT_EXEC;
  if (mmap(END - 4096, 4096, rights, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) == MAP_FAILED) return 2;
  stack_t alternate = { .ss_sp = stack, .ss_size = sizeof stack };
  sigaltstack(&alternate, 0);
  struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };
  const int signals[] = { SIGTRAP, SIGSEGV, SIGBUS, SIGILL, SIGFPE };
  for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, 0);
  forbid();
  __asm__ volatile("int3");
  return 4;
}
