/*
 * A plugin for qemu-x86_64 (plugin ABI 1): writes every executed instruction and every load and store, in order, to fd 9 as records of
 * 16 bytes: u64 address, u32 kind (0 instruction, 1 load, 2 store), u32 size in bytes.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

typedef uint64_t plugin_id;
struct tb;
struct insn;
int qemu_plugin_version = 1;
size_t qemu_plugin_tb_n_insns(const struct tb *);
struct insn *qemu_plugin_tb_get_insn(const struct tb *, size_t);
uint64_t qemu_plugin_insn_vaddr(const struct insn *);
size_t qemu_plugin_insn_size(const struct insn *);
void qemu_plugin_register_vcpu_tb_trans_cb(plugin_id, void (*)(plugin_id, struct tb *));
void qemu_plugin_register_vcpu_insn_exec_cb(struct insn *, void (*)(unsigned, void *), int, void *);
void qemu_plugin_register_vcpu_mem_cb(struct insn *, void (*)(unsigned, uint32_t, uint64_t, void *), int, int, void *);
void qemu_plugin_register_atexit_cb(plugin_id, void (*)(plugin_id, void *), void *);
bool qemu_plugin_mem_is_store(uint32_t);
unsigned qemu_plugin_mem_size_shift(uint32_t);

struct record { uint64_t address; uint32_t kind, size; };
static struct record buffer[1 << 16];
static size_t used;

static void flush(void) {
  const char *at = (const char *)buffer;
  for (size_t left = used * sizeof *buffer; left > 0;) {
    ssize_t n = write(9, at, left);
    if (n <= 0) _exit(3);
    at += n;
    left -= n;
  }
  used = 0;
}

static void note(uint64_t address, uint32_t kind, uint32_t size) {
  if (used == sizeof buffer / sizeof *buffer) flush();
  buffer[used++] = (struct record){ address, kind, size };
}

/* Address and size of an instruction in one word: instructions lie below 2^48. */
static void executed(unsigned cpu, void *where) {
  note((uint64_t)where >> 4, 0, (uint64_t)where & 15);
}

static void accessed(unsigned cpu, uint32_t info, uint64_t address, void *unused) {
  note(address, qemu_plugin_mem_is_store(info) ? 2 : 1, 1u << qemu_plugin_mem_size_shift(info));
}

static void translated(plugin_id id, struct tb *block) {
  for (size_t i = 0; i < qemu_plugin_tb_n_insns(block); i++) {
    struct insn *instruction = qemu_plugin_tb_get_insn(block, i);
    void *where = (void *)(qemu_plugin_insn_vaddr(instruction) << 4 | qemu_plugin_insn_size(instruction));
    qemu_plugin_register_vcpu_insn_exec_cb(instruction, executed, 0, where);
    qemu_plugin_register_vcpu_mem_cb(instruction, accessed, 0, 3, NULL);
  }
}

static void finish(plugin_id id, void *unused) { flush(); }

int qemu_plugin_install(plugin_id id, const void *info, int argc, char **argv) {
  qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
  qemu_plugin_register_atexit_cb(id, finish, NULL);
  return 0;
}
