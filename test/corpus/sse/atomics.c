#include "runtime.h"
static u64 a = 5;
static u32 b = 7;
static u16 c = 9;
static u8 d = 11;
static int lock;
static u64 bitmap[2];
#define ORDER __ATOMIC_SEQ_CST
int main(void) {
  u64 sum = 0;
  for (int i = 0; i < 20; i++) {
    sum += __atomic_fetch_add(&a, 3, ORDER) + __atomic_add_fetch(&b, 5, ORDER) + __atomic_fetch_sub(&c, 2, ORDER);
    sum ^= (u64)__atomic_fetch_or(&d, (u8)(1 << (i & 7)), ORDER) << 9;
    sum += __atomic_and_fetch(&a, ~(1ul << i), ORDER) + __atomic_fetch_xor(&b, 0x55u << i, ORDER);
    sum += __atomic_exchange_n(&c, (u16)(sum >> 3), ORDER);
    u64 expected = a;
    sum += __atomic_compare_exchange_n(&a, &expected, expected * 3 + 1, 0, ORDER, ORDER);
    expected++;
    sum += __atomic_compare_exchange_n(&a, &expected, 0, 0, ORDER, ORDER) ? 100 : expected & 15;
    u8 byte = 3;
    sum += __atomic_compare_exchange_n(&d, &byte, 200, 0, ORDER, ORDER) + byte;
    __atomic_add_fetch(&d, 1, ORDER), __atomic_sub_fetch(&b, 1, ORDER), __atomic_or_fetch(&a, 2, ORDER), __atomic_thread_fence(ORDER);
    while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) continue;
    __atomic_store_n(&lock, 0, ORDER);
    sum += __atomic_test_and_set(&d, ORDER) * 7u;
    __atomic_clear(&d, ORDER);
    u64 bit = (u64)i * 5 % 64, was = __atomic_fetch_or(&bitmap[i & 1], 1ul << bit, ORDER) >> bit & 1;
    sum += was + (__atomic_fetch_xor(&bitmap[0], 1ul << 3, ORDER) >> 3 & 1) * 2;
    if (!(i & 3)) sum += __atomic_fetch_nand(&b, 0xff, ORDER);
  }
  hex("sum", sum), hex("a", a), hex("b", b), hex("c", c), hex("d", d), hex("bitmap", bitmap[0] ^ bitmap[1] * 3);
  return (int)(sum & 63);
}
