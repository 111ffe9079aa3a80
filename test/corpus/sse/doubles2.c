#include "runtime.h"
#include <emmintrin.h>
/* Every SSE2 operation on packed and scalar doubles, and conversions, by intrinsic. */
static u64 hash = 1;
static void add(__m128d v) {
  u64 lanes[2];
  __builtin_memcpy(lanes, &v, 16);
  hash = (hash * 1000003 ^ lanes[0]) * 31 + lanes[1];
}
static void addi(__m128i v) { add(_mm_castsi128_pd(v)); }
static void adds(__m128 v) { add(_mm_castps_pd(v)); }
static volatile double seeds[8] = {1.5, -2.25, 0.0, 1e300, -3e-308, 7.0, 0.3, -0.0};
int main(void) {
  for (int i = 0; i < 8; i++) {
    __m128d a = _mm_setr_pd(seeds[i], seeds[(i + 1) & 7]), b = _mm_setr_pd(seeds[(i * 3 + 2) & 7], seeds[7 - i]);
    add(_mm_add_pd(a, b)), add(_mm_sub_pd(a, b)), add(_mm_mul_pd(a, b)), add(_mm_min_pd(a, b)), add(_mm_max_pd(a, b));
    __m128d q = _mm_div_pd(a, b);
    add(_mm_and_pd(q, _mm_cmpord_pd(q, q)));
    add(_mm_add_sd(a, b)), add(_mm_sub_sd(a, b)), add(_mm_mul_sd(a, b)), add(_mm_min_sd(a, b)), add(_mm_max_sd(a, b));
    add(_mm_sqrt_pd(_mm_mul_pd(a, a))), add(_mm_sqrt_sd(b, _mm_mul_sd(a, a)));
    add(_mm_and_pd(a, b)), add(_mm_or_pd(a, b)), add(_mm_xor_pd(a, b)), add(_mm_andnot_pd(a, b));
    add(_mm_cmpeq_pd(a, b)), add(_mm_cmplt_pd(a, b)), add(_mm_cmple_pd(a, b)), add(_mm_cmpneq_pd(a, b)), add(_mm_cmpnlt_pd(a, b));
    add(_mm_cmpnle_pd(a, b)), add(_mm_cmpunord_pd(a, b)), add(_mm_cmpeq_sd(a, b)), add(_mm_cmplt_sd(a, b)), add(_mm_cmpge_sd(a, b));
    add(_mm_cmpngt_pd(a, b)), add(_mm_cmpord_sd(a, b));
    add(_mm_shuffle_pd(a, b, 0)), add(_mm_shuffle_pd(a, b, 1)), add(_mm_shuffle_pd(a, b, 2)), add(_mm_shuffle_pd(a, b, 3));
    add(_mm_unpackhi_pd(a, b)), add(_mm_unpacklo_pd(a, b)), add(_mm_move_sd(a, b));
    hash += (u64)_mm_movemask_pd(a) * 3 + (u64)_mm_comieq_sd(a, b) + (u64)_mm_comilt_sd(a, b) * 2 + (u64)_mm_comile_sd(a, b) * 4 +
            (u64)_mm_comigt_sd(a, b) * 8 + (u64)_mm_ucomige_sd(a, b) * 16 + (u64)_mm_ucomineq_sd(a, b) * 32;
    __m128d n = _mm_setr_pd(i * 1.5 - 4.25, i * -100000.5);
    addi(_mm_cvtpd_epi32(n)), addi(_mm_cvttpd_epi32(n)), adds(_mm_cvtpd_ps(n)), add(_mm_cvtps_pd(_mm_cvtpd_ps(n)));
    addi(_mm_cvtps_epi32(_mm_cvtpd_ps(n))), addi(_mm_cvttps_epi32(_mm_cvtpd_ps(n)));
    add(_mm_cvtepi32_pd(_mm_setr_epi32(i, -i * 1000, 3, 4))), adds(_mm_cvtepi32_ps(_mm_setr_epi32(i * 16777217, -i, 0x7fffffff, -5)));
    add(_mm_cvtsi32_sd(a, i - 3)), add(_mm_cvtsi64_sd(a, (i64)i * 0x123456789abcdef)), adds(_mm_cvtsd_ss(_mm_setzero_ps(), n)), add(_mm_cvtss_sd(a, _mm_set_ss(0.1f)));
    hash ^= (u64)_mm_cvtsd_si32(n) ^ (u64)_mm_cvttsd_si32(n) << 11 ^ (u64)_mm_cvtsd_si64(n) << 22 ^ (u64)_mm_cvttsd_si64(_mm_set_sd(i * 1e15 + 0.5));
    addi(_mm_cvttpd_epi32(_mm_setr_pd(1e10, -1e10))), hash += (u64)_mm_cvttsd_si64(_mm_set_sd(seeds[3]));
    double memory[6] __attribute__((aligned(16))) = {0};
    _mm_storeu_pd(memory + 1, a), _mm_store_sd(memory, b), _mm_storel_pd(memory + 3, b), _mm_storeh_pd(memory + 4, a);
    add(_mm_load_pd(memory + 2)), add(_mm_loadu_pd(memory + 3)), add(_mm_load_sd(memory + 1)), add(_mm_load1_pd(memory + 2));
    add(_mm_loadh_pd(a, memory + 3)), add(_mm_loadl_pd(b, memory)), add(_mm_loadr_pd(memory + 4));
    _mm_stream_pd(memory, a), _mm_store_pd(memory + 2, b), _mm_mfence(), _mm_lfence();
    add(_mm_load_pd(memory)), add(_mm_add_pd(b, _mm_load_pd(memory + 2)));
    hex("after", hash);
  }
  for (u32 mode = 0; mode < 4; mode++) {
    volatile double one = 1, ten = 10, minus = -2.5;
    u32 csr = _mm_getcsr();
    _mm_setcsr((csr & ~0x6000u) | mode << 13);
    double tenth = one / ten, sum = ten + 1e-17, root = __builtin_sqrt(ten);
    i64 rounded = _mm_cvtsd_si64(_mm_set_sd(minus));
    float narrow = (float)tenth;
    _mm_setcsr(csr);
    real("tenth", tenth), real("sum", sum), real("root", root), line("rounded", rounded), real32("narrow", narrow);
  }
  hex("flags", _mm_getcsr());
  return 0;
}
