/* The little that a freestanding program needs: an entry point, output, memory functions. Linux system calls only. */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef long i64;

int main(void);

__asm__(".text\n.globl _start\n.type _start, @function\n_start:\n"
        "\txorl %ebp, %ebp\n\tcall main\n\tmovl %eax, %edi\n\tmovl $231, %eax\n\tsyscall\n\thlt\n"
        ".size _start, .-_start\n");

static inline i64 system_call(i64 number, i64 a, i64 b, i64 c) {
  i64 result;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
  return result;
}

void *memcpy(void *to, const void *from, u64 n) {
  void *start = to;
  __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n) : : "memory");
  return start;
}

void *memset(void *to, int value, u64 n) {
  void *start = to;
  __asm__ volatile("rep stosb" : "+D"(to), "+c"(n) : "a"(value) : "memory");
  return start;
}

static u64 length(const char *text) {
  u64 n = 0;
  while (text[n]) n++;
  return n;
}

static void print(const char *text) { system_call(1, 1, (i64)text, (i64)length(text)); }

static void print_unsigned(u64 value, unsigned base) {
  char digits[66];
  int at = 65;
  digits[at] = 0;
  do {
    unsigned digit = value % base;
    digits[--at] = digit < 10 ? '0' + digit : 'a' + digit - 10;
    value /= base;
  } while (value);
  print(digits + at);
}

static inline void print_signed(i64 value) {
  if (value < 0) {
    print("-");
    print_unsigned(-(u64)value, 10);
  } else
    print_unsigned(value, 10);
}

static inline void line(const char *label, i64 value) {
  print(label);
  print(" ");
  print_signed(value);
  print("\n");
}

static inline void hex(const char *label, u64 value) {
  print(label);
  print(" 0x");
  print_unsigned(value, 16);
  print("\n");
}

static u64 random_state = 88172645463325252ul;

static inline u64 random64(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state;
}
