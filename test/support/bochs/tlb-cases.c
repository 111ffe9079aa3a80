/*
 * Random accesses, changes of page tables and events that drop translations, made by a processor in 64-bit mode: what each access reads goes to
 * port 0xe9, one byte. test/support/bochs/tlb-cases.ts makes the same steps in the same order.
 *
 * Two roots with PCIDs 1 and 2 map five pages at the same addresses, each root its own: 0, 1, 2 of 4 KiB, each below a PDE of its own that names
 * one of two tables; 3, 4 of 2 MiB. Every frame holds its number.
 */
typedef unsigned long u64;
typedef unsigned u32;
typedef unsigned char u8;

enum { P = 1, W = 2, PS = 0x80, G = 0x100 };
enum { STEPS = 60000, PAGES = 5, SMALL = 3, SMALL_FRAMES = 40, LARGE_FRAMES = 12 };
#define PML4 ((u64 *)0x30000)
#define IDENTITY ((u64 *)0x32000)
#define ROOT(r) ((u64 *)(0x50000ul + 0x1000 * (r)))
#define PDPT(r) ((u64 *)(0x54000ul + 0x1000 * (r)))
#define PD(r) ((u64 *)(0x58000ul + 0x1000 * (r)))
#define TABLE(r, p, t) ((u64 *)(0x60000ul + 0x1000 * (((r) * SMALL + (p)) * 2 + (t))))
#define SMALL_FRAME(k) (0x200000ul + 0x1000 * (k))
#define LARGE_FRAME(k) (0x400000ul + 0x200000ul * (k))
#define BASE (3ul << 39)
/* The second place of a large page where its number stands. */
#define FAR 300

extern u64 handlers[3], tss_descriptor[2];
extern u8 idt[];

static void out(u8 byte) { __asm__ volatile("outb %0, $0xe9" ::"a"(byte)); }

static u32 seed = 1;
static u32 roll(u32 sides) {
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % sides;
}

static u64 cr4 = 0x20;
static int root;
static void set_cr4(u64 value) {
  cr4 = value;
  __asm__ volatile("mov %0, %%cr4" ::"r"(cr4) : "memory");
}
static void set_cr3(u64 value) { __asm__ volatile("mov %0, %%cr3" ::"r"(value) : "memory"); }
static int numbered(void) { return (cr4 & 0x20000) != 0; }

static u64 address(int p, int far) { return BASE + p * 0x200000ul + (p < SMALL ? 0x1000 : far ? FAR * 0x1000ul : 0) + 0x123; }

static void change(int r, int p, int t, u32 k, int global) {
  u64 bits = P | W | (global ? G : 0);
  if (p < SMALL) TABLE(r, p, t)[1] = SMALL_FRAME(k % SMALL_FRAMES) | bits;
  else PD(r)[p] = LARGE_FRAME(k % LARGE_FRAMES) | bits | PS;
}

static void step(void) {
  u32 what = roll(16), p = roll(PAGES), r = roll(2), bit = roll(2), other = roll(2), k = roll(1000), type = roll(4);
  switch (what) {
    case 6: case 7: case 8: change(r, p, bit, k, other); break;
    case 9: if (p < SMALL) PD(r)[p] = (u64)TABLE(r, p, bit) | P | W; break;
    case 10:
      root = r;
      set_cr3((u64)ROOT(r) | (numbered() ? (r + 1) | (u64)bit << 63 : 0));
      break;
    case 11: __asm__ volatile("invlpg (%0)" ::"r"(address(p, bit)) : "memory"); break;
    case 12: {
      u64 descriptor[2] = {numbered() ? r + 1 : 0, address(p, bit)};
      __asm__ volatile("invpcid %0, %1" ::"m"(descriptor), "r"((u64)type) : "memory");
      break;
    }
    case 13: if (k < 300) set_cr4(cr4 ^ 0x80); break;
    case 14: if (k < 300) set_cr4(cr4 ^ 0x100000); break;
    case 15:
      if (k >= 200) break;
      if (!numbered()) set_cr3((u64)ROOT(root));
      set_cr4(cr4 ^ 0x20000);
      if (numbered()) set_cr3((u64)ROOT(root) | (root + 1));
      break;
    default: out(*(volatile u8 *)address(p, bit));
  }
}

static void gate(int vector, u64 handler) {
  u64 *at = (u64 *)(idt + 16 * vector);
  at[0] = (handler & 0xffff) | 0x10ul << 16 | 0x8e00ul << 32 | (handler >> 16 & 0xffff) << 48;
  at[1] = handler >> 32;
}

int main(void) {
  for (int vector = 0; vector < 256; vector++) gate(vector, handlers[2]);
  for (u64 i = 1; i < 16; i++) IDENTITY[i] = i << 21 | 0x83;
  __asm__ volatile("mov %0, %%cr3" ::"r"(PML4) : "memory");
  for (u64 k = 0; k < SMALL_FRAMES; k++) *(u8 *)(SMALL_FRAME(k) + 0x123) = k;
  for (u64 k = 0; k < LARGE_FRAMES; k++)
    for (u64 far = 0; far < 2; far++) *(u8 *)(LARGE_FRAME(k) + far * FAR * 0x1000 + 0x123) = 100 + k;
  for (int r = 0; r < 2; r++) {
    ROOT(r)[0] = PML4[0];
    ROOT(r)[3] = (u64)PDPT(r) | P | W;
    PDPT(r)[0] = (u64)PD(r) | P | W;
    for (int p = 0; p < PAGES; p++) {
      for (int t = 0; t < 2; t++) change(r, p, t, 7 * r + 2 * p + t, p == 1 || p == 4);
      if (p < SMALL) PD(r)[p] = (u64)TABLE(r, p, 0) | P | W;
    }
  }
  set_cr3((u64)ROOT(0));
  set_cr4(0x20);
  for (const char *begin = "BEGIN"; *begin; begin++) out(*begin);
  for (int i = 0; i < STEPS; i++) step();
  for (const char *end = "DONE"; *end; end++) out(*end);
  /* Bochs stops when it reads this word at port 0x8900. */
  for (const char *word = "Shutdown"; *word; word++) __asm__ volatile("outb %0, %1" ::"a"(*word), "d"((unsigned short)0x8900));
  for (;;) __asm__ volatile("hlt");
}
