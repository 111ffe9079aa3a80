#include "runtime.h"
#include <xmmintrin.h>
/* Every SSE operation on packed and scalar floats, by intrinsic. */
static u64 hash = 1;
static void add(__m128 v) {
  u32 lanes[4];
  __builtin_memcpy(lanes, &v, 16);
  for (int i = 0; i < 4; i++) hash = hash * 1000003 ^ lanes[i];
}
static void note(const char *label) { hex(label, hash); }
static volatile float seeds[8] = {1.5f, -2.25f, 0.0f, 3e38f, -1e-38f, 7.0f, 0.3f, -0.0f};
int main(void) {
  for (int i = 0; i < 8; i++) {
    __m128 a = _mm_setr_ps(seeds[i], seeds[(i + 1) & 7], seeds[(i + 2) & 7], seeds[(i + 3) & 7]);
    __m128 b = _mm_setr_ps(seeds[(i * 3 + 2) & 7], seeds[(i + 5) & 7], seeds[7 - i], seeds[i ^ 4]);
    add(_mm_add_ps(a, b)), add(_mm_sub_ps(a, b)), add(_mm_mul_ps(a, b)), add(_mm_min_ps(a, b)), add(_mm_max_ps(a, b));
    add(_mm_and_ps(_mm_div_ps(a, b), _mm_cmpord_ps(_mm_div_ps(a, b), b)));
    add(_mm_add_ss(a, b)), add(_mm_sub_ss(a, b)), add(_mm_mul_ss(a, b)), add(_mm_min_ss(a, b)), add(_mm_max_ss(b, a));
    add(_mm_sqrt_ps(_mm_mul_ps(a, a))), add(_mm_sqrt_ss(_mm_and_ps(a, _mm_castsi128_ps(_mm_set1_epi32(0x7fffffff)))));
    add(_mm_and_ps(a, b)), add(_mm_or_ps(a, b)), add(_mm_xor_ps(a, b)), add(_mm_andnot_ps(a, b));
    add(_mm_cmpeq_ps(a, b)), add(_mm_cmplt_ps(a, b)), add(_mm_cmple_ps(a, b)), add(_mm_cmpneq_ps(a, b)), add(_mm_cmpnlt_ps(a, b));
    add(_mm_cmpnle_ps(a, b)), add(_mm_cmpunord_ps(a, b)), add(_mm_cmpgt_ps(a, b)), add(_mm_cmpge_ps(a, b));
    add(_mm_cmpeq_ss(a, b)), add(_mm_cmplt_ss(a, b)), add(_mm_cmpnle_ss(a, b)), add(_mm_cmpunord_ss(a, b));
    add(_mm_shuffle_ps(a, b, 0x1b)), add(_mm_shuffle_ps(a, b, 0xb1)), add(_mm_unpackhi_ps(a, b)), add(_mm_unpacklo_ps(a, b));
    add(_mm_movehl_ps(a, b)), add(_mm_movelh_ps(a, b)), add(_mm_move_ss(a, b));
    hash += (u64)_mm_movemask_ps(a) * 3 + (u64)_mm_comieq_ss(a, b) + (u64)_mm_comilt_ss(a, b) * 2 + (u64)_mm_comile_ss(a, b) * 4 +
            (u64)_mm_comigt_ss(a, b) * 8 + (u64)_mm_comige_ss(a, b) * 16 + (u64)_mm_comineq_ss(a, b) * 32 + (u64)_mm_ucomilt_ss(a, b) * 64;
    __m128 c = _mm_set_ss(seeds[i]);
    add(_mm_cvtsi32_ss(c, i * 7 - 20)), add(_mm_cvtsi64_ss(a, (i64)i << 40));
    hash ^= (u64)_mm_cvttss_si32(_mm_set_ss(i * 1.75f - 4)) << 8 ^ (u64)_mm_cvtss_si32(_mm_set_ss(i * 0.5f - 1.25f)) << 20 ^
            (u64)_mm_cvtss_si64(_mm_set_ss(i * 1e12f)) ^ (u64)_mm_cvttss_si64(_mm_set_ss(i * -2.7e9f));
    float memory[8] __attribute__((aligned(16))) = {0};
    _mm_storeu_ps(memory + 1, a), _mm_store_ss(memory, b), _mm_storel_pi((__m64 *)(memory + 6), b);
    add(_mm_load_ps(memory + 4)), add(_mm_loadu_ps(memory + 3)), add(_mm_load_ss(memory + 2)), add(_mm_load1_ps(memory + 1));
    _mm_storeh_pi((__m64 *)memory, a), _mm_store_ps(memory + 4, b), _mm_stream_ps(memory, _mm_add_ps(a, _mm_load_ps(memory)));
    _mm_sfence();
    add(_mm_loadh_pi(a, (__m64 *)(memory + 2))), add(_mm_loadl_pi(b, (__m64 *)memory)), add(_mm_loadr_ps(memory + 4));
    _mm_prefetch(memory, _MM_HINT_T0), _mm_prefetch(memory, _MM_HINT_NTA);
    _MM_TRANSPOSE4_PS(a, b, c, c);
    add(a), add(b), add(c);
    note("after");
  }
  for (u32 mode = 0; mode < 4; mode++) {
    _MM_SET_ROUNDING_MODE(mode << 13);
    volatile float third = 3.0f, one = 1.0f;
    float q = one / third;
    int n = _mm_cvtss_si32(_mm_set_ss(q * 7.5f));
    _MM_SET_ROUNDING_MODE(_MM_ROUND_NEAREST);
    real32("third", q), line("rounded", n);
  }
  hex("flags", _mm_getcsr());
  return 0;
}
