/*
 * Reads, writes and read-modify-writes of many instructions, with a leaf of each set of rights, from both modes: two bytes a case to port 0xe9,
 * as in cases.c. test/support/bochs/rmw-cases.ts names the same cases in the same order.
 */
typedef unsigned long u64;
typedef unsigned char u8;

enum { P = 1, W = 2, U = 4, A = 0x20, D = 0x40 };
enum { FIRST_KIND = 3 };
#define PML4 ((u64 *)0x30000)
#define USER_TABLES ((u64 *)0x34000)
#define LEVEL(n) ((u64 *)(0x40000ul + 0x1000 * (n)))
#define PAGE 0x75000ul
#define ADDRESS ((2ul << 39) | PAGE | 0x120)

extern u64 pf_error, pf_address, user_accesses[32], accesses[], end_of_accesses[], handlers[3], tss_descriptor[2];
extern u8 idt[], tss[], read[], end_of_user_code[];
extern int attempt(int kind, u64 address, int user, u64 rflags);

static void out(u8 byte) { __asm__ volatile("outb %0, $0xe9" ::"a"(byte)); }

static u64 *entry(int level) {
  if (level == 0) return &PML4[2];
  if (level == 3) return &LEVEL(2)[PAGE >> 12];
  return &LEVEL(level - 1)[0];
}

static void gate(int vector, u64 handler, int dpl) {
  u64 *at = (u64 *)(idt + 16 * vector);
  at[0] = (handler & 0xffff) | 0x10ul << 16 | (u64)(0x8e00 | dpl << 13) << 32 | (handler >> 16 & 0xffff) << 48;
  at[1] = handler >> 32;
}

static void one(int kind, int user, int equal, u64 leaf) {
  u8 state = 0;
  int end;
  for (int level = 0; level < 3; level++) *entry(level) = (u64)LEVEL(level) | P | W | U;
  *entry(3) = PAGE | leaf;
  *(u64 *)(PAGE + 0x120) = equal ? kind : 0x5555555555555555ul;
  __asm__ volatile("mov %0, %%cr3" ::"r"(PML4) : "memory");
  end = attempt(kind, ADDRESS, user, 2);
  for (int level = 0; level < 4; level++) {
    if (*entry(level) & A) state |= 1 << level;
    if (*entry(level) & D) state |= level == 3 ? 16 : 32;
  }
  if (end == 1 && pf_address != ADDRESS) state |= 64;
  out(end == 0 ? 0xff : end == 1 ? (u8)pf_error : 0xfe);
  out(state);
}

int main(void) {
  u64 base = (u64)tss;
  int kinds = end_of_accesses - accesses;
  for (int vector = 0; vector < 256; vector++) gate(vector, handlers[2], 0);
  gate(14, handlers[0], 0);
  gate(0x81, handlers[1], 3);
  tss_descriptor[0] = 103 | (base & 0xffffff) << 16 | 0x89ul << 40 | (base >> 24 & 0xff) << 56;
  tss_descriptor[1] = base >> 32;
  __asm__ volatile("ltr %w0" ::"r"(0x38));
  for (u64 n = 0; n < (u64)(end_of_user_code - read); n++) ((u8 *)0x38000)[n] = read[n];
  PML4[1] = (u64)USER_TABLES | P | U;
  USER_TABLES[0] = (u64)(USER_TABLES + 512) | P | U;
  USER_TABLES[512] = (u64)(USER_TABLES + 1024) | P | U;
  USER_TABLES[1024] = 0x38000 | P | U;
  for (int kind = 0; kind < kinds; kind++) user_accesses[FIRST_KIND + kind] = (1ul << 39) + accesses[kind] - (u64)read;
  for (const char *begin = "BEGIN"; *begin; begin++) out(*begin);
  for (u64 wp = 0; wp < 2; wp++) {
    __asm__ volatile("mov %0, %%cr0" ::"r"(0x80000011ul | wp << 16) : "memory");
    for (int kind = 0; kind < kinds; kind++)
      for (int user = 0; user < 2; user++)
        for (int equal = 0; equal < 2; equal++)
          for (u64 leaf = 0; leaf < 32; leaf++) one(FIRST_KIND + kind, user, equal, (leaf & 7) | (leaf & 24) << 2);
  }
  for (const char *end = "DONE"; *end; end++) out(*end);
  /* Bochs stops when it reads this word at port 0x8900. */
  for (const char *word = "Shutdown"; *word; word++) __asm__ volatile("outb %0, %1" ::"a"(*word), "d"((unsigned short)0x8900));
  for (;;) __asm__ volatile("hlt");
}
