/* A plugin for qemu-x86_64 (plugin ABI 1): counts executed instructions, loads and stores; the counts go to fd 9 at exit. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef uint64_t plugin_id;
struct tb;
struct insn;
int qemu_plugin_version = 1;
size_t qemu_plugin_tb_n_insns(const struct tb *);
struct insn *qemu_plugin_tb_get_insn(const struct tb *, size_t);
void qemu_plugin_register_vcpu_tb_trans_cb(plugin_id, void (*)(plugin_id, struct tb *));
void qemu_plugin_register_vcpu_insn_exec_cb(struct insn *, void (*)(unsigned, void *), int, void *);
void qemu_plugin_register_vcpu_mem_cb(struct insn *, void (*)(unsigned, uint32_t, uint64_t, void *), int, int, void *);
void qemu_plugin_register_atexit_cb(plugin_id, void (*)(plugin_id, void *), void *);
bool qemu_plugin_mem_is_store(uint32_t);

static uint64_t instructions, loads, stores;

static void executed(unsigned cpu, void *unused) { instructions++; }

static void accessed(unsigned cpu, uint32_t info, uint64_t address, void *unused) {
  if (qemu_plugin_mem_is_store(info)) stores++;
  else loads++;
}

static void translated(plugin_id id, struct tb *block) {
  for (size_t i = 0; i < qemu_plugin_tb_n_insns(block); i++) {
    struct insn *instruction = qemu_plugin_tb_get_insn(block, i);
    qemu_plugin_register_vcpu_insn_exec_cb(instruction, executed, 0, NULL);
    qemu_plugin_register_vcpu_mem_cb(instruction, accessed, 0, 3, NULL);
  }
}

static void finish(plugin_id id, void *unused) {
  dprintf(9, "%lu %lu %lu\n", instructions, loads, stores);
}

int qemu_plugin_install(plugin_id id, const void *info, int argc, char **argv) {
  qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
  qemu_plugin_register_atexit_cb(id, finish, NULL);
  return 0;
}
