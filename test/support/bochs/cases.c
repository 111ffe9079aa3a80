/*
 * Every combination of entry bits that bears on rights, with every kind of access, mode and control bit, made by a processor in 64-bit mode
 * whose results go to port 0xe9, two bytes a case. test/support/bochs/cases.ts names the same cases in the same order.
 *
 *     byte 0   0xff no fault, else the error code of #PF; 0xfe another exception
 *     byte 1   after the access: bits 0-3 A of PML4E, PDPTE, PDE, PTE; bit 4 D of the leaf; bit 5 D of another entry; bit 6 CR2 is wrong
 */
typedef unsigned long u64;
typedef unsigned u32;
typedef unsigned char u8;

enum { P = 1, W = 2, U = 4, A = 0x20, D = 0x40, PS = 0x80 };
#define NX (1ul << 63)
enum { READ, WRITE, FETCH };

/* Frames of the tables under test, and of the page. The page is at the same place below a 4 KiB, a 2 MiB and a 1 GiB entry. */
#define PML4 ((u64 *)0x30000)
#define USER_TABLES ((u64 *)0x34000)
#define LEVEL(n) ((u64 *)(0x40000ul + 0x1000 * (n)))
#define PAGE 0x75000ul
#define ADDRESS ((2ul << 39) | PAGE)

extern u64 pf_error, pf_address, user_accesses[2], handlers[3], tss_descriptor[2];
extern u8 idt[], tss[], read[], write[], end_of_user_code[];
extern int attempt(int kind, u64 address, int user, u64 rflags);

static void out(u8 byte) { __asm__ volatile("outb %0, $0xe9" ::"a"(byte)); }

static void write_msr(u32 number, u64 value) {
  __asm__ volatile("wrmsr" ::"c"(number), "a"((u32)value), "d"((u32)(value >> 32)));
}

static void flush(void) { __asm__ volatile("mov %0, %%cr3" ::"r"(PML4) : "memory"); }

static int uses_ac;

/* Bits of `set`: WP, SMEP, SMAP, AC, NXE. */
static void control(int set) {
  u64 cr0 = 0x80000011ul | (set & 1 ? 0x10000 : 0);
  u64 cr4 = 0x20 | (set & 2 ? 0x100000 : 0) | (set & 4 ? 0x200000 : 0);
  __asm__ volatile("mov %0, %%cr0" ::"r"(cr0) : "memory");
  __asm__ volatile("mov %0, %%cr4" ::"r"(cr4) : "memory");
  uses_ac = (set & 8) != 0;
  write_msr(0xc0000080, 0x500 | (set & 16 ? 0x800 : 0));
}

/* Entry of each level for the address, and what it names. */
static u64 *entry(int level) {
  if (level == 0) return &PML4[2];
  if (level == 3) return &LEVEL(2)[PAGE >> 12];
  return &LEVEL(level - 1)[0];
}
static u64 named(int level, int leaf) {
  if (level < leaf) return (u64)LEVEL(level);
  return leaf == 3 ? PAGE : 0;
}

static void one(int kind, int user, int leaf) {
  u64 address = ADDRESS + (kind == FETCH ? 0x200 : 0x123);
  u8 state = 0;
  int end;
  flush();
  end = attempt(kind, address, user, 2 | (uses_ac ? 0x40000 : 0));
  for (int level = 0; level <= leaf; level++) {
    u64 now = *entry(level);
    if (now & A) state |= 1 << level;
    if (now & D) state |= level == leaf ? 16 : 32;
  }
  if (end == 1 && pf_address != address) state |= 64;
  out(end == 0 ? 0xff : end == 1 ? (u8)pf_error : 0xfe);
  out(state);
}

static void accesses(const u64 *entries, int leaf) {
  for (int user = 0; user < 2; user++)
    for (int kind = READ; kind <= FETCH; kind++) {
      for (int level = 0; level < 4; level++) *entry(level) = entries[level];
      one(kind, user, leaf);
    }
}

/* Group 1 (leaf 3), 2 (leaf 2, then leaf 1): W, U, NX at each level; a large page also with PAT. */
static void rights(int leaf) {
  int levels = leaf + 1;
  for (int set = 0; set < 32; set++) {
    control(set);
    for (int pat = 0; pat < (leaf == 3 ? 1 : 2); pat++)
      for (int bits = 0; bits < 1 << (3 * levels); bits++) {
        u64 entries[4] = {0};
        for (int level = 0; level < levels; level++) {
          int own = bits >> (3 * level);
          entries[level] = named(level, leaf) | P | (own & 1 ? W : 0) | (own & 2 ? U : 0) | (own & 4 ? NX : 0);
        }
        if (leaf != 3) entries[leaf] |= PS | (pat ? 0x1000 : 0);
        accesses(entries, leaf);
      }
  }
}

/* Group 3: each level in one of seven states, so that whatever ends a walk first is found. */
static void endings(void) {
  for (int set = 0; set < 32; set += 16) {
    control(set | 1);
    for (int number = 0; number < 7 * 7 * 7 * 7; number++) {
      u64 entries[4];
      for (int level = 0, rest = number; level < 4; level++, rest /= 7) {
        u64 good = named(level, 3) | P | W | U;
        switch (rest % 7) {
          case 0: entries[level] = good; break;
          case 1: entries[level] = 0; break;
          case 2: entries[level] = ~(u64)P; break;
          case 3: entries[level] = good | 1ul << 51; break;
          case 4: entries[level] = good | PS; break;
          case 5: entries[level] = good | NX; break;
          case 6: entries[level] = P | W | U | PS | (level == 3 ? PAGE : 0); break;
        }
      }
      accesses(entries, 3);
    }
  }
}

/* Group 4: A and D as they may be before, with a leaf that allows all, no write, no user, nothing. */
static void marks(void) {
  control(1 | 16);
  for (int leaf = 1; leaf < 4; leaf++)
    for (int before = 0; before < 64; before++)
      for (int allows = 0; allows < 4; allows++) {
        u64 entries[4] = {0};
        for (int level = 0; level <= leaf; level++) {
          u64 own = named(level, leaf) | P | W | U;
          if (before & 1 << level) own |= A;
          if (level < leaf ? before & 32 : before & 16) own |= D;
          if (level == leaf) own = (own & ~(u64)(W | U)) | (allows & 1 ? W : 0) | (allows & 2 ? U : 0) | (leaf < 3 ? PS : 0);
          entries[level] = own;
        }
        accesses(entries, leaf);
      }
}

/* Group 5: each single bit of each entry turned over, below each size of page. Address bits that name memory stay as they are. */
static void single(void) {
  for (int set = 1; set < 32; set += 16) {
    control(set);
    for (int leaf = 1; leaf < 4; leaf++)
      for (int level = 0; level <= leaf; level++)
        for (int bit = 0; bit < 64; bit++) {
          u64 entries[4] = {0};
          if (bit >= 12 && bit < 40 && !(level == leaf && leaf < 3 && bit < (leaf == 2 ? 21 : 30))) continue;
          for (int l = 0; l <= leaf; l++) entries[l] = named(l, leaf) | P | W | U | (l == leaf && leaf < 3 ? PS : 0);
          entries[level] ^= 1ul << bit;
          accesses(entries, leaf);
        }
  }
}

static void gate(int vector, u64 handler, int dpl) {
  u64 *at = (u64 *)(idt + 16 * vector);
  at[0] = (handler & 0xffff) | 0x10ul << 16 | (u64)(0x8e00 | dpl << 13) << 32 | (handler >> 16 & 0xffff) << 48;
  at[1] = handler >> 32;
}

int main(void) {
  u64 base = (u64)tss;
  u8 *page = (u8 *)PAGE;
  for (int vector = 0; vector < 256; vector++) gate(vector, handlers[2], 0);
  gate(14, handlers[0], 0);
  gate(0x81, handlers[1], 3);
  tss_descriptor[0] = 103 | (base & 0xffffff) << 16 | 0x89ul << 40 | (base >> 24 & 0xff) << 56;
  tss_descriptor[1] = base >> 32;
  __asm__ volatile("ltr %w0" ::"r"(0x38));
  /* The two accesses again, on a page of the user's, 512 GiB up. */
  for (u64 n = 0; n < (u64)(end_of_user_code - read); n++) ((u8 *)0x38000)[n] = read[n];
  PML4[1] = (u64)USER_TABLES | P | U;
  USER_TABLES[0] = (u64)(USER_TABLES + 512) | P | U;
  USER_TABLES[512] = (u64)(USER_TABLES + 1024) | P | U;
  USER_TABLES[1024] = 0x38000 | P | U;
  user_accesses[0] = 1ul << 39;
  user_accesses[1] = (1ul << 39) + (u64)(write - read);
  page[0x200] = 0xcd;
  page[0x201] = 0x81;
  page[0x202] = 0xeb;
  page[0x203] = 0xfe;
  for (const char *begin = "BEGIN"; *begin; begin++) out(*begin);
  rights(3);
  rights(2);
  rights(1);
  endings();
  marks();
  single();
  for (const char *end = "DONE"; *end; end++) out(*end);
  /* Bochs stops when it reads this word at port 0x8900. */
  for (const char *word = "Shutdown"; *word; word++) __asm__ volatile("outb %0, %1" ::"a"(*word), "d"((unsigned short)0x8900));
  for (;;) __asm__ volatile("hlt");
}
