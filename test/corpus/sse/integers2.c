#include "runtime.h"
#include <emmintrin.h>
/* Every SSE2 operation on packed integers, by intrinsic. */
static u64 hash = 1;
static void add(__m128i v) {
  u64 lanes[2];
  __builtin_memcpy(lanes, &v, 16);
  hash = (hash * 1000003 ^ lanes[0]) * 31 + lanes[1];
}
int main(void) {
  u8 memory[64] __attribute__((aligned(16)));
  for (int i = 0; i < 10; i++) {
    for (int j = 0; j < 64; j += 8) { u64 x = random64(); __builtin_memcpy(memory + j, &x, 8); }
    __m128i a = _mm_load_si128((__m128i *)memory), b = _mm_loadu_si128((__m128i *)(memory + 19)), n = _mm_cvtsi32_si128(i * 3);
    if (i == 3) b = a;
    add(_mm_add_epi8(a, b)), add(_mm_add_epi16(a, b)), add(_mm_add_epi32(a, b)), add(_mm_add_epi64(a, b));
    add(_mm_sub_epi8(a, b)), add(_mm_sub_epi16(a, b)), add(_mm_sub_epi32(a, b)), add(_mm_sub_epi64(a, b));
    add(_mm_adds_epi8(a, b)), add(_mm_adds_epi16(a, b)), add(_mm_adds_epu8(a, b)), add(_mm_adds_epu16(a, b));
    add(_mm_subs_epi8(a, b)), add(_mm_subs_epi16(a, b)), add(_mm_subs_epu8(a, b)), add(_mm_subs_epu16(a, b));
    hex("added", hash);
    add(_mm_avg_epu8(a, b)), add(_mm_avg_epu16(a, b)), add(_mm_sad_epu8(a, b));
    add(_mm_max_epi16(a, b)), add(_mm_max_epu8(a, b)), add(_mm_min_epi16(a, b)), add(_mm_min_epu8(a, b));
    add(_mm_madd_epi16(a, b)), add(_mm_mulhi_epi16(a, b)), add(_mm_mulhi_epu16(a, b)), add(_mm_mullo_epi16(a, b)), add(_mm_mul_epu32(a, b));
    hex("multiplied", hash);
    add(_mm_and_si128(a, b)), add(_mm_or_si128(a, b)), add(_mm_xor_si128(a, b)), add(_mm_andnot_si128(a, b));
    add(_mm_cmpeq_epi8(a, b)), add(_mm_cmpeq_epi16(a, b)), add(_mm_cmpeq_epi32(a, b));
    add(_mm_cmpgt_epi8(a, b)), add(_mm_cmpgt_epi16(a, b)), add(_mm_cmpgt_epi32(a, b)), add(_mm_cmplt_epi8(a, b));
    hex("compared", hash);
    add(_mm_sll_epi16(a, n)), add(_mm_sll_epi32(a, n)), add(_mm_sll_epi64(a, n)), add(_mm_srl_epi16(a, n)), add(_mm_srl_epi32(a, n));
    add(_mm_srl_epi64(a, n)), add(_mm_sra_epi16(a, n)), add(_mm_sra_epi32(a, n)), add(_mm_sra_epi32(a, b)), add(_mm_sll_epi64(a, b));
    add(_mm_slli_epi16(a, 5)), add(_mm_slli_epi32(a, 9)), add(_mm_slli_epi64(a, 33)), add(_mm_srli_epi16(a, 3)), add(_mm_srli_epi32(a, 30));
    add(_mm_srli_epi64(a, 1)), add(_mm_srai_epi16(a, 15)), add(_mm_srai_epi32(a, 40)), add(_mm_slli_si128(a, 5)), add(_mm_srli_si128(a, 11));
    hex("shifted", hash);
    add(_mm_packs_epi16(a, b)), add(_mm_packs_epi32(a, b)), add(_mm_packus_epi16(a, b));
    add(_mm_unpacklo_epi8(a, b)), add(_mm_unpacklo_epi16(a, b)), add(_mm_unpacklo_epi32(a, b)), add(_mm_unpacklo_epi64(a, b));
    add(_mm_unpackhi_epi8(a, b)), add(_mm_unpackhi_epi16(a, b)), add(_mm_unpackhi_epi32(a, b)), add(_mm_unpackhi_epi64(a, b));
    add(_mm_shuffle_epi32(a, 0x1b)), add(_mm_shufflehi_epi16(a, 0x72)), add(_mm_shufflelo_epi16(a, 0x8d));
    add(_mm_insert_epi16(a, i * 999, 3)), hash += (u64)_mm_extract_epi16(a, 6), hash ^= (u64)_mm_movemask_epi8(a) << 7;
    hex("packed", hash);
    add(_mm_cvtsi64_si128((i64)hash)), hash += (u64)_mm_cvtsi128_si64(b) ^ (u32)_mm_cvtsi128_si32(a), add(_mm_move_epi64(a));
    _mm_maskmoveu_si128(a, b, (char *)memory + 30), _mm_stream_si128((__m128i *)(memory + 16), a), _mm_stream_si32((int *)memory, i);
    _mm_storeu_si128((__m128i *)(memory + 33), b), _mm_storel_epi64((__m128i *)(memory + 5), a);
    _mm_clflush(memory), _mm_pause(), _mm_sfence();
    add(_mm_loadl_epi64((__m128i *)(memory + 4))), add(_mm_add_epi16(a, _mm_load_si128((__m128i *)(memory + 32))));
    hex("memory", digest(memory, 64) ^ hash);
  }
  return (int)(hash & 127);
}
