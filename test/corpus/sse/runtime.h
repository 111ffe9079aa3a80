/* What the programs of this folder share: ../c/runtime.h, and floating-point results as bit patterns. No long double: no x87. */
#pragma GCC diagnostic ignored "-Wunused-function"
#include "../c/runtime.h"
typedef signed char i8;
typedef short i16;
typedef int i32;

#ifdef __SSE2__
static inline u64 bits(double value) {
  u64 image;
  __builtin_memcpy(&image, &value, 8);
  return image;
}

static inline u32 bits32(float value) {
  u32 image;
  __builtin_memcpy(&image, &value, 4);
  return image;
}

static inline double from_bits(u64 image) {
  double value;
  __builtin_memcpy(&value, &image, 8);
  return value;
}

static inline float from_bits32(u32 image) {
  float value;
  __builtin_memcpy(&value, &image, 4);
  return value;
}

static inline void real(const char *label, double value) { hex(label, bits(value)); }
static inline void real32(const char *label, float value) { hex(label, bits32(value)); }

/* In [0, 1). */
static inline double random_real(void) { return (double)(i64)(random64() >> 11) * 0x1p-53; }
#endif

/* FNV-1a of memory. */
static inline u64 digest(const void *memory, u64 n) {
  const u8 *byte = memory;
  u64 hash = 14695981039346656037ul;
  while (n--) hash = (hash ^ *byte++) * 1099511628211ul;
  return hash;
}
